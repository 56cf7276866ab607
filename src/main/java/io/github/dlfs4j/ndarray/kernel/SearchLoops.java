package io.github.dlfs4j.ndarray.kernel;

/**
 * Loops that search the first largest or smallest element of runs, as {@link RunSearch} describes them. The first NaN
 * counts as both.
 */
public final class SearchLoops {
    /** Of a longer run the largest element is found first, and then where it is. */
    private static final int LONG = 8192;

    /** So many elements at a time: fewer cost more to begin with, and one such stretch is searched again. */
    private static final int STRETCH = 1 << 15;

    private SearchLoops() {}

    public static void argmax(float[] a, int from, int length, long[] positions, int at, int runs) {
        for (int run = 0; run < runs; run++) {
            int start = from + run * length;
            int end = start + length;
            long position = length < LONG ? argmax(a, start, end) : argmaxOfLong(a, start, end);
            positions[at + run] = position - start;
        }
    }

    private static int argmaxOfLong(float[] a, int from, int to) {
        float[] largest = {Float.NEGATIVE_INFINITY};
        int i = from;
        for (int start = from; start < to && !Float.isNaN(largest[0]); start += STRETCH) {
            float before = largest[0];
            ExtremeLoops.maximum(a, start, Math.min(start + STRETCH, to), largest, 0);
            i = largest[0] <= before ? i : start;
        }
        boolean isNaN = Float.isNaN(largest[0]);
        while (isNaN ? !Float.isNaN(a[i]) : a[i] != largest[0]) {
            i++;
        }
        return i;
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
            int end = start + length;
            long position = length < LONG ? argmax(a, start, end) : argmaxOfLong(a, start, end);
            positions[at + run] = position - start;
        }
    }

    private static int argmaxOfLong(double[] a, int from, int to) {
        double[] largest = {Double.NEGATIVE_INFINITY};
        int i = from;
        for (int start = from; start < to && !Double.isNaN(largest[0]); start += STRETCH) {
            double before = largest[0];
            ExtremeLoops.maximum(a, start, Math.min(start + STRETCH, to), largest, 0);
            i = largest[0] <= before ? i : start;
        }
        boolean isNaN = Double.isNaN(largest[0]);
        while (isNaN ? !Double.isNaN(a[i]) : a[i] != largest[0]) {
            i++;
        }
        return i;
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

    private static long argmax(long[] a, int from, int to) {
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

    private static long argmin(float[] a, int from, int to) {
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

    private static long argmin(double[] a, int from, int to) {
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

    private static long argmin(long[] a, int from, int to) {
        int best = from;
        for (int i = from; i < to; i++) {
            if (a[i] < a[best]) {
                best = i;
            }
        }
        return best;
    }
}
