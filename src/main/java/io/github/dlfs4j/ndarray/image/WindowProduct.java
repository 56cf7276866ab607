package io.github.dlfs4j.ndarray.image;

import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * The products of filters with all windows that slide over images, a convolution, and its gradients. A window has the
 * size of a filter.
 *
 * <pre>{@code
 * NDArray images = NDArray.arange(0.0, 9.0, 1.0).reshape(1, 1, 3, 3);
 * NDArray filters = NDArray.of(new double[] {1, 0, 0, 10}, 1, 1, 2, 2);
 * WindowProduct product = new WindowProduct(images, filters, new SlidingWindow(2, 2, 1, 0));
 * System.out.println(product.filtered(NDArray.zeros(1)));
 * System.out.println(product.gradientOfFilters(NDArray.ones(1, 1, 2, 2)));
 * System.out.println(product.gradientOfImages(NDArray.ones(1, 1, 2, 2)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[[[40. 51.]
 *    [73. 84.]]]]
 * [[[[ 8. 12.]
 *    [20. 24.]]]]
 * [[[[ 1.  1.  0.]
 *    [ 1. 11. 10.]
 *    [ 0. 10. 10.]]]]
 * }</pre>
 *
 * <p>Each image is a matrix product of its own: the filters, with a row for each filter, times the windows, with a
 * column for each position. With vectors, the product reads the windows from the image. Otherwise they are copied to a
 * matrix, which stays in the cache. The bits are the same. Several threads share the images; the result does not depend
 * on their number.
 */
public final class WindowProduct {
    /** Gradients are summed over blocks of so many images first, so that the order of additions is always the same. */
    static final int BLOCK = 8;

    private final NDArray images;
    private final NDArray filters;
    private final SlidingWindow window;

    /** The numbers of images and channels, and the height and width of the output. */
    private final int[] out;

    private final long multiplyAdds;

    /**
     * Prepares the products.
     *
     * @param images shape (n, channels, height, width)
     * @param filters shape (filters, channels, window height, window width)
     * @param window the window that slides over the images
     * @throws IllegalArgumentException {@code Convolution needs images of shape (n, channels, height, width), not (3,
     *     3)}, {@code Convolution of 3 channels cannot take images of 1}, or {@code a window of 5x5 does not fit into
     *     images of 4x4 with padding 0}
     */
    public WindowProduct(NDArray images, NDArray filters, SlidingWindow window) {
        this.images = images;
        this.filters = filters;
        this.window = window;
        out = window.output("Convolution", images.shape());
        if (out[1] != filters.shape(1)) {
            throw new IllegalArgumentException(
                    "Convolution of %s channels cannot take images of %s".formatted(filters.shape(1), out[1]));
        }
        multiplyAdds = (long) images.shape(0) * filters.size() * out[2] * out[3];
    }

    /**
     * Filters the images.
     *
     * @param bias is added to what each filter gives, shape (filters,)
     * @return shape (n, filters, out height, out width), a new array of the dtype of the product
     */
    public NDArray filtered(NDArray bias) {
        DType dtype = DType.promote(images.dtype(), filters.dtype());
        NDArray result = NDArray.empty(dtype, out[0], filters.shape(0), out[2], out[3]);
        ImplicitColumns<?> implicit = ImplicitColumns.of(window, out, multiplyAdds, images, filters, bias);
        if (implicit != null) {
            implicit.filter(images, filters, bias, result);
        } else {
            NDArray rows = rows(filters);
            NDArray column = bias.expandDims(1);
            forEach(n -> rows.dot(columns(n), rows(result.get(n))).addi(column));
        }
        return result;
    }

    /**
     * Computes the gradient with respect to the filters, the sum of the gradients of all images.
     *
     * @param dout the gradient of the loss with respect to what {@link #filtered filtered} returned, of its shape
     * @return an array of the shape of the filters and the dtype of {@code dout}
     */
    public NDArray gradientOfFilters(NDArray dout) {
        ImplicitColumns<?> implicit = ImplicitColumns.of(window, out, multiplyAdds, images, filters, dout);
        return implicit != null
                ? implicit.gradientOfFilters(images, filters, dout)
                : sumOfGradients(
                        filters.shape(),
                        dout.dtype(),
                        n -> rows(dout.get(n)).dot(columns(n).transpose()));
    }

    /**
     * Computes the gradient with respect to the bias.
     *
     * @param dout the gradient of the loss with respect to what {@link #filtered filtered} returned, of its shape
     * @return shape (filters,), of the dtype of {@code dout}
     */
    public NDArray gradientOfBias(NDArray dout) {
        Shape shape = Shape.of(filters.shape(0));
        boolean isInOrder = Inside.layout(dout).isContiguous();
        // One sum is faster than one for each image. In another order, its bits would be others.
        NDArray ofImages = isInOrder
                ? dout.reshape(out[0], filters.shape(0), out[2] * out[3]).sum(2)
                : null;
        return sumOfGradients(
                shape,
                dout.dtype(),
                n -> isInOrder ? ofImages.get(n) : rows(dout.get(n)).sum(1));
    }

    /**
     * Computes the gradient with respect to the images.
     *
     * @param dout the gradient of the loss with respect to what {@link #filtered filtered} returned, of its shape
     * @return an array of the shape of the images and the dtype of {@code dout}
     */
    public NDArray gradientOfImages(NDArray dout) {
        NDArray dx = NDArray.empty(dout.dtype(), images.shape().toArray());
        ImplicitColumns<?> implicit = ImplicitColumns.of(window, out, multiplyAdds, images, filters, dout);
        if (implicit != null) {
            implicit.backward(dout, filters, dx);
        } else {
            NDArray columns = rows(filters).transpose();
            forEach(n -> dx.at(n)
                    .set(window.fold(
                            columns.dot(rows(dout.get(n))), images.get(n).shape())));
        }
        return dx;
    }

    /** A matrix with a row for each element of the first axis. */
    private static NDArray rows(NDArray array) {
        return array.reshape(array.shape(0), -1);
    }

    /** Returns what windows see of image n, of shape (channels * window height * window width, positions). */
    private NDArray columns(int n) {
        return window.unfold(images.get(n)).reshape(-1, out[2] * out[3]);
    }

    /** Calls the work with the number of each image, several at the same time. */
    private void forEach(IntConsumer work) {
        ArrayScope.forEach(out[0], 1, multiplyAdds, work);
    }

    /** Returns the gradient with respect to a parameter of some shape, the sum of the gradients of all images. */
    private NDArray sumOfGradients(Shape shape, DType dtype, IntFunction<NDArray> ofImage) {
        int blocks = (out[0] + BLOCK - 1) / BLOCK;
        NDArray sums = NDArray.zeros(dtype, blocks, shape.size());
        IntConsumer add = n -> sums.get(n / BLOCK).addi(ofImage.apply(n).ravel());
        ArrayScope.forEach(out[0], BLOCK, multiplyAdds, add);
        return sums.sum(0).reshape(shape.toArray());
    }
}
