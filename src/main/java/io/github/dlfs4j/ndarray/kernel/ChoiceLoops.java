package io.github.dlfs4j.ndarray.kernel;

/**
 * The loops that choose between two arrays, as {@link ChoiceLoop} describes them, and that keep what a condition
 * chooses. They have no branch: of a random condition a processor would predict half of them wrong.
 */
public final class ChoiceLoops {
    private ChoiceLoops() {}

    public static void choose(boolean[] condition, float[] x, float[] y, float[] out, int from, int to) {
        float[][] choices = {y, x};
        for (int i = from; i < to; i++) {
            out[i] = choices[condition[i] ? 1 : 0][i];
        }
    }

    public static void choose(boolean[] condition, double[] x, double[] y, double[] out, int from, int to) {
        double[][] choices = {y, x};
        for (int i = from; i < to; i++) {
            out[i] = choices[condition[i] ? 1 : 0][i];
        }
    }

    public static void choose(boolean[] condition, long[] x, long[] y, long[] out, int from, int to) {
        long[][] choices = {y, x};
        for (int i = from; i < to; i++) {
            out[i] = choices[condition[i] ? 1 : 0][i];
        }
    }

    /** Moves the chosen ones of the first n elements together, and counts them. */
    public static int compress(boolean[] condition, float[] a, int n) {
        int count = 0;
        for (int i = 0; i < n; i++) {
            a[count] = a[i];
            count += condition[i] ? 1 : 0;
        }
        return count;
    }

    /** Moves the chosen ones of the first n elements together, and counts them. */
    public static int compress(boolean[] condition, double[] a, int n) {
        int count = 0;
        for (int i = 0; i < n; i++) {
            a[count] = a[i];
            count += condition[i] ? 1 : 0;
        }
        return count;
    }

    /** Moves the chosen ones of the first n elements together, and counts them. */
    public static int compress(boolean[] condition, long[] a, int n) {
        int count = 0;
        for (int i = 0; i < n; i++) {
            a[count] = a[i];
            count += condition[i] ? 1 : 0;
        }
        return count;
    }
}
