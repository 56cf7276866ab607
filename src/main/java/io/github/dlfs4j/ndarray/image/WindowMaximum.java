package io.github.dlfs4j.ndarray.image;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.convolution.DoubleConvolutionWarmUp;
import io.github.dlfs4j.ndarray.kernel.convolution.FloatConvolutionWarmUp;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleWindowLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.FloatWindowLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.LongWindowLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.WindowLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.WindowRow;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.Arrays;

/**
 * The largest element of each window that slides over the last two axes, and its position.
 *
 * <pre>{@code
 * NDArray image = NDArray.of(new double[][] {{1, 2, 0, 1}, {3, 0, 2, 4}});
 * NDArray positions = NDArray.zeros(DType.INT64, 1, 2);
 * NDArray max = WindowMaximum.find(image, new SlidingWindow(2, 2, 2, 0), positions);
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
 * ::stride, :, :].max((-2, -1))} in NumPy; of zeros of both signs the maximum is 0.0. A position counts the elements of
 * an image, along its two axes, in C order. As for {@code argmax}, it is the position of the first NaN or, without NaN,
 * of the first largest element. Integers stay exact.
 */
public final class WindowMaximum {
    /** The time to compare a pixel, in multiply-adds of a matrix product. */
    private static final int MULTIPLY_ADDS_OF_PIXEL = 16;

    private WindowMaximum() {}

    /**
     * Finds the maxima, with a margin of zeros around each image.
     *
     * @param images the images, of shape (…, H, W) and any dtype, into which a window fits
     * @param window the window that slides over them
     * @param positions receives the positions in the image with its margin, of int64, in C order and of the shape of
     *     the result; null if they are not needed
     * @return a new array of shape (…, OH, OW) and the dtype of the images
     */
    public static NDArray find(NDArray images, SlidingWindow window, NDArray positions) {
        DType dtype = images.dtype().isFloating() ? images.dtype() : DType.INT64;
        NDArray x = inOrder(window.pad(images), dtype);
        int[] lengths = x.shape().toArray();
        lengths[lengths.length - 2] = (x.shape(-2) - window.height()) / window.strideY() + 1;
        lengths[lengths.length - 1] = (x.shape(-1) - window.width()) / window.strideX() + 1;
        NDArray max = NDArray.empty(dtype, lengths);
        long work = (long) MULTIPLY_ADDS_OF_PIXEL * x.size();
        switch (dtype) {
            case FLOAT32 -> find(Carrier.FLOATS, FloatConvolutionWarmUp.windowLoops(work), x, window, max, positions);
            case FLOAT64 -> find(Carrier.DOUBLES, DoubleConvolutionWarmUp.windowLoops(work), x, window, max, positions);
            case BOOL, UINT8, INT64 -> find(Carrier.LONGS, new LongWindowLoops(), x, window, max, positions);
        }
        return Inside.converted(max, images.dtype());
    }

    private static <A> void find(
            Carrier<A> carrier,
            WindowLoops<A> loops,
            NDArray images,
            SlidingWindow window,
            NDArray max,
            NDArray positions) {
        A x = carrier.arrayOf(Inside.storage(images));
        A out = carrier.arrayOf(Inside.storage(max));
        long[] found = positions == null ? null : Carrier.LONGS.arrayOf(Inside.storage(positions));
        int at = positions == null ? 0 : Inside.layout(positions).offset();
        int imageWidth = images.shape(-1);
        int imageSize = images.shape(-2) * imageWidth;
        int n = max.shape(-1);
        int rowsOfImage = max.shape(-2);
        int rows = max.size() / n;
        int begins = Inside.layout(images).offset();
        int maxima = Inside.layout(max).offset();
        assert Carrier.have(begins, begins + images.size(), x) && Carrier.have(maxima, maxima + max.size(), out);
        assert x != out && (found == null || Carrier.have(at, at + max.size(), found));
        WindowRow windows = new WindowRow(window.height(), window.width(), window.strideX(), imageWidth, n);
        RowBlocks.configured()
                .forEach(rows, rowsOfImage, (long) MULTIPLY_ADDS_OF_PIXEL * images.size(), (begin, end) -> {
                    for (int row = begin; row < end; row++) {
                        int plane = begins + row / rowsOfImage * imageSize;
                        int first = row % rowsOfImage * window.strideY() * imageWidth;
                        int to = maxima + row * n;
                        if (found == null) {
                            loops.max(windows, x, plane + first, out, to);
                        } else {
                            loops.find(windows, x, plane, first, out, to, found, at + row * n);
                        }
                    }
                });
    }

    /**
     * Adds terms to images of zeros at the positions that {@link #find} found, the backward pass of a maximum.
     *
     * @param height the height of the images
     * @param width the width of the images
     * @param positions the position of each term in its image, of int64 and shape (…, OH, OW)
     * @param terms the terms to add, of the shape of the positions
     * @return the images, of shape (…, height, width) and the dtype of the terms
     */
    public static NDArray sums(int height, int width, NDArray positions, NDArray terms) {
        assert terms.shape().equals(positions.shape());
        DType dtype = terms.dtype().isFloating() ? terms.dtype() : DType.INT64;
        int[] lengths = terms.shape().toArray();
        lengths[lengths.length - 2] = height;
        lengths[lengths.length - 1] = width;
        NDArray sums = NDArray.empty(dtype, lengths);
        NDArray found = inOrder(positions, DType.INT64);
        NDArray from = inOrder(terms, dtype);
        switch (dtype) {
            case FLOAT32 -> addAt(Carrier.FLOATS, new FloatWindowLoops(), sums, found, from);
            case FLOAT64 -> addAt(Carrier.DOUBLES, new DoubleWindowLoops(), sums, found, from);
            case BOOL, UINT8, INT64 -> addAt(Carrier.LONGS, new LongWindowLoops(), sums, found, from);
        }
        return Inside.converted(sums, terms.dtype());
    }

    private static <A> void addAt(
            Carrier<A> carrier, WindowLoops<A> loops, NDArray sums, NDArray positions, NDArray terms) {
        A to = carrier.arrayOf(Inside.storage(sums));
        A from = carrier.arrayOf(Inside.storage(terms));
        long[] found = Carrier.LONGS.arrayOf(Inside.storage(positions));
        int imageSize = sums.shape(-2) * sums.shape(-1);
        int n = terms.shape(-2) * terms.shape(-1);
        int images =
                Shape.of(Arrays.copyOf(sums.shape().toArray(), sums.ndim() - 2)).size();
        int first = Inside.layout(positions).offset();
        assert Arrays.stream(found, first, first + positions.size()).allMatch(i -> i >= 0 && i < imageSize);
        RowBlocks.configured().forEach(images, 1, (long) MULTIPLY_ADDS_OF_PIXEL * terms.size(), (begin, end) -> {
            for (int image = begin; image < end; image++) {
                int plane = Inside.layout(sums).offset() + image * imageSize;
                int at = first + image * n;
                loops.clear(to, plane, plane + imageSize);
                loops.addAt(to, plane, found, from, Inside.layout(terms).offset() + image * n, at, n);
            }
        });
    }

    /** Returns the array itself if it is contiguous and of the dtype, otherwise a copy. */
    private static NDArray inOrder(NDArray array, DType dtype) {
        boolean isInOrder = array.dtype() == dtype && Inside.layout(array).isContiguous();
        return isInOrder ? array : array.astype(dtype);
    }
}
