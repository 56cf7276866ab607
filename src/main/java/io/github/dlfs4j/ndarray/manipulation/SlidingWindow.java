package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.convolution.DoubleWindowSums;
import io.github.dlfs4j.ndarray.kernel.convolution.FloatWindowSums;
import io.github.dlfs4j.ndarray.kernel.convolution.LongWindowSums;
import io.github.dlfs4j.ndarray.kernel.convolution.WindowOffsets;
import io.github.dlfs4j.ndarray.kernel.convolution.WindowSums;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;
import java.util.Objects;

/**
 * A window that slides over images, whose last two axes are height and width. It has a size, a stride, and a margin of
 * zeros around each image. Each position of the window is a pixel of the output.
 *
 * <pre>{@code
 * SlidingWindow window = new SlidingWindow(2, 2, 1, 0);
 * NDArray image = NDArray.arange(9).reshape(3, 3);
 * System.out.println(window.unfold(image).reshape(4, 4));
 * System.out.println(window.fold(window.unfold(image), image.shape()));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[0 1 3 4]
 *  [1 2 4 5]
 *  [3 4 6 7]
 *  [4 5 7 8]]
 * [[ 0  2  2]
 *  [ 6 16 10]
 *  [ 6 14  8]]
 * }</pre>
 *
 * @param height the height of the window, in pixels
 * @param width the width of the window, in pixels
 * @param strideY the step down from one row of positions to the next
 * @param strideX the step from one position of a row to the next
 * @param paddingY the height of the margin above and below
 * @param paddingX the width of the margin at the left and at the right
 */
public record SlidingWindow(int height, int width, int strideY, int strideX, int paddingY, int paddingX) {
    /**
     * Creates a window with strides and margins of its own for each axis.
     *
     * @throws IllegalArgumentException {@code a window needs a positive size and stride and no negative padding, not
     *     0x2, stride 1x2, padding 0}
     */
    public SlidingWindow {
        if (height < 1 || width < 1 || strideY < 1 || strideX < 1 || paddingY < 0 || paddingX < 0) {
            throw new IllegalArgumentException(
                    "a window needs a positive size and stride and no negative padding, not %sx%s, stride %s, padding %s"
                            .formatted(height, width, pair(strideY, strideX), pair(paddingY, paddingX)));
        }
    }

    /**
     * Creates a window with the same stride and the same margin along both axes.
     *
     * @param height the height of the window, in pixels
     * @param width the width of the window, in pixels
     * @param stride the step from one position to the next, along both axes
     * @param padding the width of the margin on each side
     * @throws IllegalArgumentException {@code a window needs a positive size and stride and no negative padding, not
     *     0x2, stride 1, padding 0}
     */
    public SlidingWindow(int height, int width, int stride, int padding) {
        this(height, width, stride, stride, padding, padding);
    }

    /**
     * Creates a window from a stride and a padding for each axis.
     *
     * @param height the height of the window, in pixels
     * @param width the width of the window, in pixels
     * @param stride the steps down and across
     * @param padding the height and the width of the margin
     * @return the window
     * @throws IllegalArgumentException {@code stride needs a number for the height and one for the width, not [2]}, or
     *     {@code a window needs a positive size and stride and no negative padding, …}
     */
    public static SlidingWindow of(int height, int width, int[] stride, int[] padding) {
        checkPair("stride", stride);
        checkPair("padding", padding);
        return new SlidingWindow(height, width, stride[0], stride[1], padding[0], padding[1]);
    }

    private static void checkPair(String name, int... numbers) {
        if (Objects.requireNonNull(numbers, name).length != 2) {
            throw new IllegalArgumentException("%s needs a number for the height and one for the width, not %s"
                    .formatted(name, Arrays.toString(numbers)));
        }
    }

    /** Returns the text of a number for each axis, which is a single one if both are equal. */
    private static String pair(int y, int x) {
        return y == x ? Integer.toString(y) : y + "x" + x;
    }

    /**
     * Returns the shape of the output, which has a pixel for each position: {@code OH = (H + 2P - FH) / S + 1} with the
     * stride and the padding of the height, and {@code OW} likewise.
     *
     * @param user the name of the operation, for messages
     * @param images the shape of a batch, (n, channels, H, W)
     * @return (n, channels, OH, OW)
     * @throws IllegalArgumentException {@code im2col needs images of shape (n, channels, height, width), not (3, 3)},
     *     or {@code a window of 5x5 does not fit into images of 4x4 with padding 0}
     */
    public int[] output(String user, Shape images) {
        if (images.ndim() != 4) {
            throw new IllegalArgumentException(Excerpt.of(Objects.requireNonNull(user, "user"))
                    + " needs images of shape (n, channels, height, width), not " + images);
        }
        long paddedHeight = images.get(2) + 2L * paddingY;
        long paddedWidth = images.get(3) + 2L * paddingX;
        if (paddedHeight < height || paddedWidth < width) {
            throw new IllegalArgumentException("a window of %sx%s does not fit into images of %sx%s with padding %s"
                    .formatted(height, width, images.get(2), images.get(3), pair(paddingY, paddingX)));
        }
        int outHeight = Lengths.checkLength((paddedHeight - height) / strideY + 1);
        int outWidth = Lengths.checkLength((paddedWidth - width) / strideX + 1);
        return new int[] {images.get(0), images.get(1), outHeight, outWidth};
    }

    /**
     * Adds the margin to images.
     *
     * @param images the images, of shape (…, H, W)
     * @return the images of shape (…, H + 2P, W + 2P); the array itself if there is no margin
     * @throws IllegalArgumentException {@code a window needs images of shape (…, height, width), not (3,)}
     */
    public NDArray pad(NDArray images) {
        checkImages(images.shape());
        if (paddingY == 0 && paddingX == 0) {
            return images;
        }
        int[][] widths = new int[images.ndim()][2];
        widths[images.ndim() - 2] = new int[] {paddingY, paddingY};
        widths[images.ndim() - 1] = new int[] {paddingX, paddingX};
        return images.pad(widths);
    }

    /**
     * Removes the margin from images.
     *
     * @param padded the images, of shape (…, H + 2P, W + 2P)
     * @return a view of shape (…, H, W)
     * @throws IllegalArgumentException as for {@link #pad}
     */
    public NDArray crop(NDArray padded) {
        checkImages(padded.shape());
        return padded.get(Index.ellipsis(), inside(paddingY, padded.shape(-2)), inside(paddingX, padded.shape(-1)));
    }

    private static void checkImages(Shape images) {
        if (images.ndim() < 2) {
            throw new IllegalArgumentException("a window needs images of shape (…, height, width), not " + images);
        }
    }

    private static Index inside(int padding, int length) {
        return Index.range(padding, length - padding);
    }

    /**
     * Returns the elements under each pixel of the window at all its positions.
     *
     * @param images the images, of shape (…, H, W)
     * @return a read-only view of the padded images, shape (…, FH, FW, OH, OW)
     * @throws IllegalArgumentException {@code window shape cannot be larger than input array shape}, or as for
     *     {@link #pad}
     */
    public NDArray unfold(NDArray images) {
        NDArray padded = pad(images);
        // A pixel of the window reaches every position that leaves room for the other pixels.
        int[] met = {padded.shape(-2) - height + 1, padded.shape(-1) - width + 1};
        Index down = Index.range(null, null, strideY);
        Index across = Index.range(null, null, strideX);
        return padded.slidingWindowView(met, -2, -1).get(Index.ellipsis(), down, across);
    }

    /**
     * Adds the elements of windows back to the pixels of images, the adjoint of {@link #unfold}. The sums are added one
     * pixel of the window after the other, row by row.
     *
     * @param seen the elements of an array of shape (…, FH, FW, OH, OW), in any shape
     * @param images the shape (…, H, W) of the images
     * @return the sums, of the shape {@code images} and the dtype of {@code seen}
     * @throws IllegalArgumentException {@code cannot reshape array of size 12 into shape (2,2,2,2)}, or as for
     *     {@link #unfold}
     */
    public NDArray fold(NDArray seen, Shape images) {
        int[] lengths = images.toArray();
        int axis = lengths.length - 2;
        NDArray windows =
                seen.reshape(unfold(NDArray.empty(DType.BOOL, lengths)).shape().toArray());
        lengths[axis] += 2 * paddingY;
        lengths[axis + 1] += 2 * paddingX;
        int planes = Shape.of(Arrays.copyOf(lengths, axis)).size();
        WindowOffsets window =
                new WindowOffsets(planes, lengths[axis], lengths[axis + 1], height, width, strideY, strideX, 0, 0);
        NDArray sums = switch (seen.dtype()) {
            case FLOAT32 ->
                sums(Carrier.FLOATS, new FloatWindowSums(), window, windows, NDArray.zeros(DType.FLOAT32, lengths));
            case FLOAT64 -> sums(Carrier.DOUBLES, new DoubleWindowSums(), window, windows, NDArray.zeros(lengths));
            case BOOL, UINT8, INT64 ->
                sums(
                        Carrier.LONGS,
                        new LongWindowSums(),
                        window,
                        windows.astype(DType.INT64),
                        NDArray.zeros(DType.INT64, lengths));
        };
        return Inside.converted(crop(sums), seen.dtype());
    }

    private static <A> NDArray sums(
            Carrier<A> carrier, WindowSums<A> loop, WindowOffsets window, NDArray seen, NDArray sums) {
        NDArray ordered = seen.ravel();
        A terms = carrier.arrayOf(Inside.storage(ordered));
        loop.add(window, terms, Inside.layout(ordered).offset(), carrier.arrayOf(Inside.storage(sums)), 0);
        return sums;
    }
}
