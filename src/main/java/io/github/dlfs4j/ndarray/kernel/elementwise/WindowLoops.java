package io.github.dlfs4j.ndarray.kernel.elementwise;

/**
 * The loops of max pooling, a maximum over windows that slide over images. NaN is larger than any number. Of zeros of
 * both signs the maximum is 0.0.
 *
 * @param <A> {@code long[]}, {@code float[]} or {@code double[]}
 */
public interface WindowLoops<A> {
    /**
     * Finds the maximum of each window of a row.
     *
     * @param row the windows
     * @param x the pixels
     * @param from where the first pixel of the first window is in {@code x}
     * @param max receives the maxima, from {@code to} on
     * @param to where the first maximum is in {@code max}
     */
    void max(WindowRow row, A x, int from, A max, int to);

    /**
     * Finds the maximum of each window of a row, and its position: that of the first NaN, or of the first pixel that is
     * equal to the maximum. Zeros of both signs are equal.
     *
     * @param row the windows
     * @param x the pixels
     * @param plane where the image begins in {@code x}
     * @param first the first pixel of the first window, counted from the beginning of the image
     * @param max receives the maxima, from {@code to} on
     * @param to where the first maximum is in {@code max}
     * @param positions receives the position of each maximum in its image, from {@code at} on
     * @param at where the first position is in {@code positions}
     */
    void find(WindowRow row, A x, int plane, int first, A max, int to, long[] positions, int at);

    /**
     * Sets pixels to 0.
     *
     * @param sums the pixels
     * @param from the first pixel
     * @param to the pixel after the last
     */
    void clear(A sums, int from, int to);

    /**
     * Adds each term of one image to the pixel at its position.
     *
     * @param sums the pixels
     * @param plane where the image begins in {@code sums}
     * @param positions the position in the image that each term is added to, from {@code at} on
     * @param terms the terms, from {@code from} on
     * @param from where the first term is in {@code terms}
     * @param at where the first position is in {@code positions}
     * @param n the number of terms
     */
    void addAt(A sums, int plane, long[] positions, A terms, int from, int at, int n);
}
