package io.github.dlfs4j.ndarray.kernel.convolution;

/**
 * A convolution of images with filters, and its gradients. Arrays are in C order without gaps. Only some images of a
 * batch are computed at a time, so that threads can share them.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public interface Convolution<A> {
    /**
     * Filters images.
     *
     * @param images (n, channels, height, width), from {@code from} on
     * @param filters (filters, channels, window height, window width)
     * @param bias (filters,)
     * @param out receives (n, filters, out height, out width), from {@code to} on
     * @param first the first image
     * @param end the image after the last
     */
    void filter(A images, int from, A filters, A bias, A out, int to, int first, int end);

    /**
     * Computes the gradient with respect to images.
     *
     * @param gradients those with respect to the results, from {@code from} on
     * @param filters the filters
     * @param images receives the gradients with respect to the images, from {@code to} on
     * @param first the first image
     * @param end the image after the last
     */
    void backward(A gradients, int from, A filters, A images, int to, int first, int end);

    /**
     * Adds the gradients of some images with respect to the filters to a sum, one image after the other.
     *
     * @param images the images, from {@code from} on
     * @param gradients those with respect to the results, from {@code at} on
     * @param sums the sum, from {@code to} on: (channels, window height, window width, {@link #rowLength})
     * @param first the first image
     * @param end the image after the last
     */
    void addGradientOfFilters(A images, int from, A gradients, int at, A sums, int to, int first, int end);

    /**
     * {@return the length of a row of the gradient of the filters, of which only the first elements matter; at least
     * the number of filters}
     */
    int rowLength();
}
