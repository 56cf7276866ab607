package io.github.dlfs4j.ndarray.kernel.elementwise;

/**
 * The loops of max pooling, a maximum over windows that slide over images. A call handles one row of windows.
 *
 * @param <A> {@code long[]}, {@code float[]} or {@code double[]}
 */
public interface WindowLoops<A> {
    /**
     * Compares the maximum found so far with one more pixel of each window of a row, and stores the larger of the two.
     * NaN is larger than any number. If they are equal, the position of the first stays. This holds for zeros of both
     * signs too, but the maximum is then 0.0.
     *
     * @param x the pixels
     * @param plane where the image begins in {@code x}
     * @param from the pixel of the first window, counted from the beginning of the image
     * @param stride the distance from there to the pixel of the next window
     * @param max the maximum of each window so far, from {@code to} on
     * @param to where the first window is in {@code max}
     * @param positions the position of each maximum in its image, from {@code at} on; {@code null} if the caller does
     *     not need it
     * @param at where the first window is in {@code positions}
     * @param n the number of windows
     */
    void larger(A x, int plane, int from, int stride, A max, int to, long[] positions, int at, int n);

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
