package io.github.dlfs4j.ndarray.kernel.convolution;

/**
 * Sums of what windows see, the adjoint of the copy of windows from an image.
 *
 * @param <A> {@code float[]}, {@code double[]} or {@code long[]}
 */
public interface WindowSums<A> {
    /**
     * Adds the elements of all windows of an image to its pixels: for one pixel of the window after the other, at all
     * positions.
     *
     * @param window what slides over the image; without padding
     * @param seen an array of shape (channels, window height, window width, out height, out width)
     * @param from where it begins
     * @param image an array of shape (channels, height, width)
     * @param to where it begins
     */
    void add(WindowOffsets window, A seen, int from, A image, int to);
}
