package io.github.dlfs4j.ndarray.kernel;

/** The loops that choose between two arrays, as {@link ChoiceLoop} describes them. */
public final class ChoiceLoops {
    private ChoiceLoops() {}

    public static void choose(boolean[] condition, float[] x, float[] y, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = condition[i] ? x[i] : y[i];
        }
    }

    public static void choose(boolean[] condition, double[] x, double[] y, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = condition[i] ? x[i] : y[i];
        }
    }

    public static void choose(boolean[] condition, long[] x, long[] y, long[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = condition[i] ? x[i] : y[i];
        }
    }
}
