package io.github.dlfs4j.ndarray.kernel.elementwise;

/**
 * The loops of a maximum over windows that slide over images, a row of windows at a time.
 *
 * @param <A> {@code long[]}, {@code float[]} or {@code double[]}
 */
public interface WindowLoops<A> {
    /**
     * Compares what was found so far with one more pixel of each window of a row, and sets the larger of both; NaN is
     * larger than any number. Of equal ones the position of the first stays; of zeros of both signs, too, but the
     * larger is 0.0.
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
    void larger(A x, int plane, int from, int stride, A max, int to, long[] positions, int at, int n);

    /**
     * Adds each term of one image to the pixel at its position.
     *
     * @param sums the pixels
     * @param plane where the image begins in sums
     * @param positions where in the image each term belongs, from {@code at} on
     * @param terms what is added, from {@code from} on
     * @param from the first term
     * @param at the first position
     * @param n the number of terms
     */
    void addAt(A sums, int plane, long[] positions, A terms, int from, int at, int n);
}
