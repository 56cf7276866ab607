package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.WindowLoops;
import io.github.dlfs4j.ndarray.kernel.WindowLoops.ScatterLoop;
import io.github.dlfs4j.ndarray.kernel.WindowLoops.WindowLoop;

/**
 * The largest element of each window that slides over the last two axes, and where it is.
 *
 * <pre>{@code
 * NDArray image = NDArray.of(new double[][] {{1, 2, 0, 1}, {3, 0, 2, 4}});
 * NDArray max = NDArray.zeros(1, 2);
 * NDArray positions = NDArray.zeros(DType.INT64, 1, 2);
 * WindowMaximum.find(image, 2, 2, 2, max, positions);
 * System.out.println(max + " at " + positions);
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[3. 4.]] at [[4 7]]
 * }</pre>
 *
 * <p>The maxima are those of {@code sliding_window_view(images, (height, width), axis=(-2, -1))[..., ::stride,
 * ::stride, :, :].max((-2, -1))} in NumPy. A position counts the elements of the image, its two axes, in C order; it is
 * that of the first NaN, else of the first of the largest.
 */
public final class WindowMaximum {
    private WindowMaximum() {}

    /**
     * Finds the maxima.
     *
     * @param images shape (…, H, W), float32 or float64
     * @param height of a window
     * @param width of a window
     * @param stride the step from one window to the next, along both axes
     * @param max receives the maxima, shape (…, OH, OW), where {@code OH = (H - height) / stride + 1}; of the dtype of
     *     the images and in C order without gaps
     * @param positions receives the positions, int64, of the same shape and order; null if nobody asks
     * @throws IllegalArgumentException if the shape, dtype or order of an array is another
     */
    public static void find(NDArray images, int height, int width, int stride, NDArray max, NDArray positions) {
        int[] lengths = images.shape().toArray();
        lengths[lengths.length - 2] = (lengths[lengths.length - 2] - height) / stride + 1;
        lengths[lengths.length - 1] = (lengths[lengths.length - 1] - width) / stride + 1;
        check(max, images.dtype(), Shape.of(lengths));
        if (positions != null) {
            check(positions, DType.INT64, max.shape());
        }
        NDArray inOrder = images.layout().isContiguous() ? images : images.copy();
        switch (images.dtype()) {
            case FLOAT32 -> find(Lane.FLOATS, WindowLoops::larger, inOrder, height, width, stride, max, positions);
            case FLOAT64 -> find(Lane.DOUBLES, WindowLoops::larger, inOrder, height, width, stride, max, positions);
            case BOOL, UINT8, INT64 ->
                throw new IllegalArgumentException("images must be float32 or float64, not " + images.dtype());
        }
    }

    private static <A> void find(
            Lane<A> lane,
            WindowLoop<A> loop,
            NDArray images,
            int height,
            int width,
            int stride,
            NDArray max,
            NDArray positions) {
        A x = lane.arrayOf().apply(images.storage());
        A out = lane.arrayOf().apply(max.fill(Double.NEGATIVE_INFINITY).storage());
        long[] found = positions == null ? null : Lane.LONGS.arrayOf().apply(positions.storage());
        int imageWidth = images.shape(-1);
        int imageSize = images.shape(-2) * imageWidth;
        int n = max.shape(-1);
        int rowsOfImage = max.shape(-2);
        int rows = n == 0 ? 0 : max.size() / n;
        for (int row = 0; row < rows; row++) {
            int plane = images.layout().offset() + row / rowsOfImage * imageSize;
            int first = row % rowsOfImage * stride * imageWidth;
            int to = max.layout().offset() + row * n;
            int at = positions == null ? 0 : positions.layout().offset() + row * n;
            for (int i = 0; found != null && i < n; i++) {
                int position = first + i * stride;
                found[at + i] = position;
            }
            for (int pixel = 0; pixel < height * width; pixel++) {
                int from = first + pixel / width * imageWidth + pixel % width;
                loop.run(x, plane, from, stride, out, to, found, at, n);
            }
        }
    }

    /**
     * Adds terms to elements of images at the positions that {@link #find} gave; the way back of a maximum.
     *
     * @param sums images of shape (…, H, W), float32 or float64, in C order without gaps
     * @param positions where in its image each term belongs, int64, shape (…, OH, OW), in C order without gaps
     * @param terms what is added, of the shape of the positions and the dtype of the images
     * @throws IllegalArgumentException if the shape, dtype or order of an array is another
     * @throws IndexOutOfBoundsException if a position is outside of all images
     */
    public static void addAt(NDArray sums, NDArray positions, NDArray terms) {
        check(sums, terms.dtype(), sums.shape());
        check(positions, DType.INT64, terms.shape());
        NDArray inOrder = terms.layout().isContiguous() ? terms : terms.copy();
        switch (terms.dtype()) {
            case FLOAT32 -> addAt(Lane.FLOATS, WindowLoops::addAt, sums, positions, inOrder);
            case FLOAT64 -> addAt(Lane.DOUBLES, WindowLoops::addAt, sums, positions, inOrder);
            case BOOL, UINT8, INT64 ->
                throw new IllegalArgumentException("terms must be float32 or float64, not " + terms.dtype());
        }
    }

    private static <A> void addAt(Lane<A> lane, ScatterLoop<A> loop, NDArray sums, NDArray positions, NDArray terms) {
        A to = lane.arrayOf().apply(sums.storage());
        A from = lane.arrayOf().apply(terms.storage());
        long[] found = Lane.LONGS.arrayOf().apply(positions.storage());
        int imageSize = sums.shape(-2) * sums.shape(-1);
        int n = terms.shape(-2) * terms.shape(-1);
        int images = n == 0 ? 0 : terms.size() / n;
        for (int image = 0; image < images; image++) {
            int plane = sums.layout().offset() + image * imageSize;
            int at = positions.layout().offset() + image * n;
            loop.run(to, plane, found, from, terms.layout().offset() + image * n, at, n);
        }
    }

    private static void check(NDArray array, DType dtype, Shape shape) {
        if (array.dtype() != dtype
                || !array.shape().equals(shape)
                || !array.layout().isContiguous()) {
            throw new IllegalArgumentException("expected %s of shape %s in C order, not %s of shape %s"
                    .formatted(dtype, shape, array.dtype(), array.shape()));
        }
    }
}
