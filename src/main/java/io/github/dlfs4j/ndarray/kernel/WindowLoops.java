package io.github.dlfs4j.ndarray.kernel;

/** The loops of a maximum over windows that slide over images, a row of windows at a time. */
public final class WindowLoops {
    private WindowLoops() {}

    /**
     * Compares what was found so far with one more pixel of each window of a row.
     *
     * @param <A> {@code long[]}, {@code float[]} or {@code double[]}
     */
    @FunctionalInterface
    public interface WindowLoop<A> {
        /**
         * Sets the larger of both; NaN is larger than any number. Of equal ones the position of the first stays; of
         * zeros of both signs, too, but the larger is 0.0.
         *
         * @param x the pixels
         * @param plane where the image begins in x
         * @param from which of its pixels the first window has
         * @param stride the step to that of the next window
         * @param max what was found so far, from {@code to} on
         * @param to the first window in max
         * @param positions where in the image that is, from {@code at} on; null if nobody asks
         * @param at the first window in positions
         * @param n the number of windows
         */
        void run(A x, int plane, int from, int stride, A max, int to, long[] positions, int at, int n);
    }

    /**
     * Adds each term to the pixel at its position.
     *
     * @param <A> {@code long[]}, {@code float[]} or {@code double[]}
     */
    @FunctionalInterface
    public interface ScatterLoop<A> {
        /**
         * Adds terms of one image.
         *
         * @param sums the pixels
         * @param plane where the image begins in sums
         * @param positions where in the image each term belongs, from {@code at} on
         * @param terms what is added, from {@code from} on
         * @param from the first term
         * @param at the first position
         * @param n the number of terms
         */
        void run(A sums, int plane, long[] positions, A terms, int from, int at, int n);
    }

    /** {@link WindowLoop} of float. */
    public static void larger(
            float[] x, int plane, int from, int stride, float[] max, int to, long[] positions, int at, int n) {
        if (positions == null) {
            for (int i = 0; i < n; i++) {
                max[to + i] = Math.max(max[to + i], x[plane + from + i * stride]);
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            int position = from + i * stride;
            float found = max[to + i];
            float pixel = x[plane + position];
            boolean isLarger = !(pixel <= found) && !Float.isNaN(found);
            max[to + i] = Math.max(found, pixel);
            positions[at + i] = isLarger ? position : positions[at + i];
        }
    }

    /** {@link ScatterLoop} of float. */
    public static void addAt(float[] sums, int plane, long[] positions, float[] terms, int from, int at, int n) {
        for (int i = 0; i < n; i++) {
            sums[plane + (int) positions[at + i]] += terms[from + i];
        }
    }

    /** {@link WindowLoop} of long. */
    public static void larger(
            long[] x, int plane, int from, int stride, long[] max, int to, long[] positions, int at, int n) {
        if (positions == null) {
            for (int i = 0; i < n; i++) {
                max[to + i] = Math.max(max[to + i], x[plane + from + i * stride]);
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            int position = from + i * stride;
            long found = max[to + i];
            long pixel = x[plane + position];
            max[to + i] = Math.max(found, pixel);
            positions[at + i] = pixel > found ? position : positions[at + i];
        }
    }

    /** {@link ScatterLoop} of long. */
    public static void addAt(long[] sums, int plane, long[] positions, long[] terms, int from, int at, int n) {
        for (int i = 0; i < n; i++) {
            sums[plane + (int) positions[at + i]] += terms[from + i];
        }
    }

    /** {@link WindowLoop} of double. */
    public static void larger(
            double[] x, int plane, int from, int stride, double[] max, int to, long[] positions, int at, int n) {
        if (positions == null) {
            for (int i = 0; i < n; i++) {
                max[to + i] = Math.max(max[to + i], x[plane + from + i * stride]);
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            int position = from + i * stride;
            double found = max[to + i];
            double pixel = x[plane + position];
            boolean isLarger = !(pixel <= found) && !Double.isNaN(found);
            max[to + i] = Math.max(found, pixel);
            positions[at + i] = isLarger ? position : positions[at + i];
        }
    }

    /** {@link ScatterLoop} of double. */
    public static void addAt(double[] sums, int plane, long[] positions, double[] terms, int from, int at, int n) {
        for (int i = 0; i < n; i++) {
            sums[plane + (int) positions[at + i]] += terms[from + i];
        }
    }
}
