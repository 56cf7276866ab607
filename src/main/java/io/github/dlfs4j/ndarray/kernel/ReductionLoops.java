package io.github.dlfs4j.ndarray.kernel;

/**
 * Loops that fold the run {@code a[from]} to {@code a[to - 1]} into {@code result[at]}, which holds the result of what
 * came before it.
 */
public final class ReductionLoops {
    private ReductionLoops() {}

    public static void sum(float[] a, int from, int to, float[] result, int at) {
        result[at] += FloatSums.sum(a, from, to);
    }

    public static void sum(double[] a, int from, int to, double[] result, int at) {
        result[at] += DoubleSums.sum(a, from, to);
    }

    public static void sum(long[] a, int from, int to, long[] result, int at) {
        long sum = result[at];
        for (int i = from; i < to; i++) {
            sum += a[i];
        }
        result[at] = sum;
    }

    public static void product(float[] a, int from, int to, float[] result, int at) {
        float folded = result[at];
        for (int i = from; i < to; i++) {
            folded = folded * a[i];
        }
        result[at] = folded;
    }

    public static void product(double[] a, int from, int to, double[] result, int at) {
        double folded = result[at];
        for (int i = from; i < to; i++) {
            folded = folded * a[i];
        }
        result[at] = folded;
    }

    public static void product(long[] a, int from, int to, long[] result, int at) {
        long folded = result[at];
        for (int i = from; i < to; i++) {
            folded = folded * a[i];
        }
        result[at] = folded;
    }
}
