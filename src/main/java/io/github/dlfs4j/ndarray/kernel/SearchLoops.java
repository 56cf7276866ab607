package io.github.dlfs4j.ndarray.kernel;

/**
 * Loops that search the first largest or smallest element of runs, as {@link RunSearch} describes them. The first NaN
 * counts as both.
 */
public final class SearchLoops {
    /** A longer run is first searched for its largest element, so many elements at a time. */
    private static final int LONG = 8192;

    private SearchLoops() {}

    public static void argmax(float[] a, int from, int length, long[] positions, int at, int runs) {
        for (int run = 0; run < runs; run++) {
            int start = from + run * length;
            int end = start + length;
            int near = length < LONG ? start : nearMaximum(a, start, end);
            positions[at + run] = argmax(a, near, Math.min(near + LONG, end)) - start;
        }
    }

    /** The beginning of the stretch in which the first largest element of a long run is. */
    private static int nearMaximum(float[] a, int from, int to) {
        float[] largest = {Float.NEGATIVE_INFINITY};
        int best = from;
        for (int start = from; start < to; start += LONG) {
            float before = largest[0];
            ExtremeLoops.maximum(a, start, Math.min(start + LONG, to), largest, 0);
            best = Float.isNaN(before) || largest[0] <= before ? best : start;
        }
        return best;
    }

    private static long argmax(float[] a, int from, int to) {
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
            int near = length < LONG ? start : nearMaximum(a, start, end);
            positions[at + run] = argmax(a, near, Math.min(near + LONG, end)) - start;
        }
    }

    /** The beginning of the stretch in which the first largest element of a long run is. */
    private static int nearMaximum(double[] a, int from, int to) {
        double[] largest = {Double.NEGATIVE_INFINITY};
        int best = from;
        for (int start = from; start < to; start += LONG) {
            double before = largest[0];
            ExtremeLoops.maximum(a, start, Math.min(start + LONG, to), largest, 0);
            best = Double.isNaN(before) || largest[0] <= before ? best : start;
        }
        return best;
    }

    private static long argmax(double[] a, int from, int to) {
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
