package io.github.dlfs4j.ndarray.kernel;

/**
 * The loops of comparison and logic, as {@link BinaryLoop} and {@link UnaryLoop} describe them. NaN is unequal to
 * everything and neither less nor greater than anything.
 */
public final class ComparisonLoops {
    private ComparisonLoops() {}

    public static void equal(float[] a, float[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] == b[i];
        }
    }

    public static void equal(double[] a, double[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] == b[i];
        }
    }

    public static void equal(long[] a, long[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] == b[i];
        }
    }

    public static void notEqual(float[] a, float[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] != b[i];
        }
    }

    public static void notEqual(double[] a, double[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] != b[i];
        }
    }

    public static void notEqual(long[] a, long[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] != b[i];
        }
    }

    public static void less(float[] a, float[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] < b[i];
        }
    }

    public static void less(double[] a, double[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] < b[i];
        }
    }

    public static void less(long[] a, long[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] < b[i];
        }
    }

    public static void lessEqual(float[] a, float[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] <= b[i];
        }
    }

    public static void lessEqual(double[] a, double[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] <= b[i];
        }
    }

    public static void lessEqual(long[] a, long[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] <= b[i];
        }
    }

    public static void and(boolean[] a, boolean[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] && b[i];
        }
    }

    public static void or(boolean[] a, boolean[] b, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] || b[i];
        }
    }

    public static void not(boolean[] a, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = !a[i];
        }
    }
}
