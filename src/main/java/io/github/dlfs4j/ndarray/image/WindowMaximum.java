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
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.Arrays;

/**
 * The largest element of each window that slides over the last two axes, and its position.
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
 * ::stride, :, :].max((-2, -1))} in NumPy; of zeros of both signs the maximum is 0.0. A position counts the elements of
 * an image, along its two axes, in C order. As for {@code argmax}, it is the position of the first NaN or, without NaN,
 * of the first largest element. Integers stay exact.
 */
public final class WindowMaximum {
    /** The time to compare a pixel, in multiply-adds of a matrix product. */
    private static final int MULTIPLY_ADDS_OF_PIXEL = 16;

    private WindowMaximum() {}

    /**
     * Finds the maxima.
     *
     * @param images the images, of shape (…, H, W) and any dtype
     * @param height the height of a window
     * @param width the width of a window
     * @param stride the step from one window to the next, along both axes
     * @param max receives the maxima, of shape (…, OH, OW) with {@code OH = (H - height) / stride + 1}, of the dtype of
     *     the images; it shares no memory with them
     * @param positions receives the positions, of int64 and the same shape; null if they are not needed
     * @throws IllegalArgumentException {@code images need the axes height and width, not shape (3,)}, {@code a window
     *     needs a positive size and stride, not 0x2, stride 1}, {@code window shape cannot be larger than input array
     *     shape}, {@code max must be float64 of shape (1, 2), not float64 of shape (2,)}, or {@code output array is
     *     read-only}; nothing is changed then
     */
    public static void find(NDArray images, int height, int width, int stride, NDArray max, NDArray positions) {
        checkWindow(images.shape(), height, width, stride);
        find(images, new SlidingWindow(height, width, stride, 0), max, positions);
    }

    /**
     * Finds the maxima, with a step for each axis, and with a margin of zeros around each image.
     *
     * @param images the images, of shape (…, H, W) and any dtype
     * @param window the window that slides over them
     * @param max receives the maxima, of shape (…, OH, OW) and the dtype of the images; it shares no memory with them
     * @param positions receives the positions in the image with its margin, of int64 and the same shape; null if they
     *     are not needed
     * @throws IllegalArgumentException as the other {@code find}; nothing is changed then
     */
    public static void find(NDArray images, SlidingWindow window, NDArray max, NDArray positions) {
        stack(images.shape()); // before the margin is added to the last two axes
        findIn(window.pad(images), window, max, positions);
    }

    private static void findIn(NDArray images, SlidingWindow window, NDArray max, NDArray positions) {
        Shape shape = outputShape(images.shape(), window);
        check("max", max, images.dtype(), shape);
        if (positions != null) {
            check("positions", positions, DType.INT64, shape);
            checkWriteable(positions);
        }
        checkWriteable(max);
        DType dtype = computed(images.dtype());
        NDArray x = inOrder(images, dtype);
        NDArray largest = inOrder(max, dtype);
        NDArray found = positions == null ? null : inOrder(positions, DType.INT64);
        long work = (long) MULTIPLY_ADDS_OF_PIXEL * images.size();
        switch (dtype) {
            case FLOAT32 -> {
                WindowLoops<float[]> loops = FloatConvolutionWarmUp.windowLoops(work);
                find(Carrier.FLOATS, loops, x, window, largest, found);
            }
            case FLOAT64 -> {
                WindowLoops<double[]> loops = DoubleConvolutionWarmUp.windowLoops(work);
                find(Carrier.DOUBLES, loops, x, window, largest, found);
            }
            case BOOL, UINT8, INT64 -> find(Carrier.LONGS, new LongWindowLoops(), x, window, largest, found);
        }
        putBack(largest, max);
        if (positions != null) {
            putBack(found, positions);
        }
    }

    private static void checkWindow(Shape images, int height, int width, int stride) {
        stack(images);
        if (height < 1 || width < 1 || stride < 1) {
            throw new IllegalArgumentException(
                    "a window needs a positive size and stride, not %sx%s, stride %s".formatted(height, width, stride));
        }
    }

    private static Shape outputShape(Shape images, SlidingWindow window) {
        int[] lengths = Arrays.copyOf(stack(images), images.ndim());
        int freeRows = images.get(images.ndim() - 2) - window.height();
        int freeColumns = images.get(images.ndim() - 1) - window.width();
        if (freeRows < 0 || freeColumns < 0) {
            throw Errors.windowTooLarge();
        }
        lengths[lengths.length - 2] = freeRows / window.strideY() + 1;
        lengths[lengths.length - 1] = freeColumns / window.strideX() + 1;
        return Shape.of(lengths);
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
     * Adds terms to elements of images at the positions that {@link #find} found, the backward pass of a maximum.
     *
     * @param sums the images, of shape (…, H, W) and any dtype, which are changed
     * @param positions the position of each term in its image, of int64 and shape (…, OH, OW)
     * @param terms the terms to add, of the shape of the positions and the dtype of the images
     * @throws IllegalArgumentException {@code terms must be float64 of shape (1, 2), not float64 of shape (2,)},
     *     {@code terms of shape (2, 1, 2) do not belong to images of shape (3, 2, 4)}, or {@code output array is
     *     read-only}; nothing is changed then
     * @throws IndexOutOfBoundsException {@code position 8 is out of bounds for images of 8 pixels}; nothing is changed
     *     then
     */
    public static void addAt(NDArray sums, NDArray positions, NDArray terms) {
        check("positions", positions, DType.INT64, positions.shape());
        check("terms", terms, sums.dtype(), positions.shape());
        if (!Arrays.equals(stack(sums.shape()), stack(terms.shape()))) {
            throw new IllegalArgumentException(
                    "terms of shape %s do not belong to images of shape %s".formatted(terms.shape(), sums.shape()));
        }
        checkWriteable(sums);
        NDArray to = inOrder(sums, computed(sums.dtype()));
        addAt(to, false, positions, terms);
        putBack(to, sums);
    }

    /**
     * Adds terms to images of zeros as {@link #addAt}, but makes the images.
     *
     * @param height the height of the images
     * @param width the width of the images
     * @param positions the position of each term in its image, of int64 and shape (…, OH, OW)
     * @param terms the terms to add, of the shape of the positions
     * @return the images, of shape (…, height, width) and the dtype of the terms
     * @throws IllegalArgumentException {@code terms must be float64 of shape (1, 2), not float64 of shape (2,)}
     * @throws IndexOutOfBoundsException {@code position 8 is out of bounds for images of 8 pixels}
     */
    public static NDArray sums(int height, int width, NDArray positions, NDArray terms) {
        check("positions", positions, DType.INT64, positions.shape());
        check("terms", terms, terms.dtype(), positions.shape());
        int[] lengths = Arrays.copyOf(stack(terms.shape()), terms.ndim());
        lengths[lengths.length - 2] = height;
        lengths[lengths.length - 1] = width;
        NDArray sums = NDArray.empty(computed(terms.dtype()), lengths);
        addAt(sums, true, positions, terms);
        return Inside.converted(sums, terms.dtype());
    }

    private static void addAt(NDArray sums, boolean clear, NDArray positions, NDArray terms) {
        NDArray found = inOrder(positions, DType.INT64);
        NDArray from = inOrder(terms, sums.dtype());
        switch (sums.dtype()) {
            case FLOAT32 -> addAt(Carrier.FLOATS, new FloatWindowLoops(), sums, clear, found, from);
            case FLOAT64 -> addAt(Carrier.DOUBLES, new DoubleWindowLoops(), sums, clear, found, from);
            case BOOL, UINT8, INT64 -> addAt(Carrier.LONGS, new LongWindowLoops(), sums, clear, found, from);
        }
    }

    private static <A> void addAt(
            Carrier<A> carrier, WindowLoops<A> loops, NDArray sums, boolean clear, NDArray positions, NDArray terms) {
        A to = carrier.arrayOf(Inside.storage(sums));
        A from = carrier.arrayOf(Inside.storage(terms));
        long[] found = Carrier.LONGS.arrayOf(Inside.storage(positions));
        int imageSize = sums.shape(-2) * sums.shape(-1);
        int n = terms.shape(-2) * terms.shape(-1);
        int images = Shape.of(stack(sums.shape())).size();
        checkBounds(found, Inside.layout(positions).offset(), positions.size(), imageSize);
        RowBlocks.configured().forEach(images, 1, (long) MULTIPLY_ADDS_OF_PIXEL * terms.size(), (first, end) -> {
            for (int image = first; image < end; image++) {
                int plane = Inside.layout(sums).offset() + image * imageSize;
                int at = Inside.layout(positions).offset() + image * n;
                if (clear) {
                    loops.clear(to, plane, plane + imageSize);
                }
                loops.addAt(to, plane, found, from, Inside.layout(terms).offset() + image * n, at, n);
            }
        });
    }

    private static void checkBounds(long[] positions, int first, int n, int pixels) {
        long signs = 0;
        for (int i = first; i < first + n; i++) {
            signs |= positions[i] | (pixels - 1 - positions[i]);
        }
        if (signs < 0) {
            long outside = Arrays.stream(positions, first, first + n)
                    .filter(position -> position < 0 || position >= pixels)
                    .findFirst()
                    .orElseThrow();
            throw new IndexOutOfBoundsException(
                    "position %s is out of bounds for images of %s pixels".formatted(outside, pixels));
        }
    }

    /** Returns the lengths of all axes except height and width. */
    private static int[] stack(Shape images) {
        if (images.ndim() < 2) {
            throw new IllegalArgumentException("images need the axes height and width, not shape " + images);
        }
        return Arrays.copyOf(images.toArray(), images.ndim() - 2);
    }

    private static void check(String name, NDArray array, DType dtype, Shape shape) {
        if (array.dtype() != dtype || !array.shape().equals(shape)) {
            throw new IllegalArgumentException("%s must be %s of shape %s, not %s of shape %s"
                    .formatted(name, dtype, shape, array.dtype(), array.shape()));
        }
    }

    private static void checkWriteable(NDArray out) {
        if (!out.isWriteable()) {
            throw Errors.readOnlyOutput();
        }
    }

    /** Returns the dtype in which the loops compute. */
    private static DType computed(DType dtype) {
        return dtype.isFloating() ? dtype : DType.INT64;
    }

    /** Returns the array itself if it is contiguous and of the dtype, otherwise a copy. */
    private static NDArray inOrder(NDArray array, DType dtype) {
        return isInOrder(array, dtype) ? array : array.astype(dtype);
    }

    private static boolean isInOrder(NDArray array, DType dtype) {
        return array.dtype() == dtype && Inside.layout(array).isContiguous();
    }

    /** Writes a copy that {@link #inOrder} made back to the original. */
    private static void putBack(NDArray copy, NDArray original) {
        if (!isInOrder(original, copy.dtype())) {
            Inside.assign(original, copy);
        }
    }
}
