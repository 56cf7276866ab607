package io.github.dlfs4j.ndarray.kernel;

/**
 * Loops that search the first largest or smallest element of runs, as {@link RunSearch} describes them. The first NaN
 * counts as both.
 */
public final class SearchLoops {
    private SearchLoops() {}

    public static void argmax(float[] a, int from, int length, long[] positions, int at, int runs) {
        for (int run = 0; run < runs; run++) {
            int start = from + run * length;
            positions[at + run] = argmax(a, start, start + length) - start;
        }
    }

    private static int argmax(float[] a, int from, int to) {
        int best = from;
        for (int i = from; i < to; i++) {
            if (Float.isNaN(a[i])) {
                return i;
            }
            if (a[i] > a[best]) {
                best = i;
            }
        }
        return best;
    }

    public static void argmax(double[] a, int from, int length, long[] positions, int at, int runs) {
        for (int run = 0; run < runs; run++) {
            int start = from + run * length;
            positions[at + run] = argmax(a, start, start + length) - start;
        }
    }

    private static int argmax(double[] a, int from, int to) {
        int best = from;
        for (int i = from; i < to; i++) {
            if (Double.isNaN(a[i])) {
                return i;
            }
            if (a[i] > a[best]) {
                best = i;
            }
        }
        return best;
    }

    public static void argmax(long[] a, int from, int length, long[] positions, int at, int runs) {
        for (int run = 0; run < runs; run++) {
            int start = from + run * length;
            positions[at + run] = argmax(a, start, start + length) - start;
        }
    }

    private static int argmax(long[] a, int from, int to) {
        int best = from;
        for (int i = from; i < to; i++) {
            if (a[i] > a[best]) {
                best = i;
            }
        }
        return best;
    }

    public static void argmin(float[] a, int from, int length, long[] positions, int at, int runs) {
        for (int run = 0; run < runs; run++) {
            int start = from + run * length;
            positions[at + run] = argmin(a, start, start + length) - start;
        }
    }

    private static int argmin(float[] a, int from, int to) {
        int best = from;
        for (int i = from; i < to; i++) {
            if (Float.isNaN(a[i])) {
                return i;
            }
            if (a[i] < a[best]) {
                best = i;
            }
        }
        return best;
    }

    public static void argmin(double[] a, int from, int length, long[] positions, int at, int runs) {
        for (int run = 0; run < runs; run++) {
            int start = from + run * length;
            positions[at + run] = argmin(a, start, start + length) - start;
        }
    }

    private static int argmin(double[] a, int from, int to) {
        int best = from;
        for (int i = from; i < to; i++) {
            if (Double.isNaN(a[i])) {
                return i;
            }
            if (a[i] < a[best]) {
                best = i;
            }
        }
        return best;
    }

    public static void argmin(long[] a, int from, int length, long[] positions, int at, int runs) {
        for (int run = 0; run < runs; run++) {
            int start = from + run * length;
            positions[at + run] = argmin(a, start, start + length) - start;
        }
    }

    private static int argmin(long[] a, int from, int to) {
        int best = from;
        for (int i = from; i < to; i++) {
            if (a[i] < a[best]) {
                best = i;
            }
        }
        return best;
    }
}
