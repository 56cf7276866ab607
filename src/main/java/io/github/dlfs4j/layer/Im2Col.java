package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;

/**
 * Images as the rows of a matrix, section 7.4.3. Each row holds what a filter sees at one position, so that a
 * convolution becomes a matrix product (Chellapilla, Puri and Simard, <i>High Performance Convolutional Neural Networks
 * for Document Processing</i>, 2006).
 *
 * <pre>{@code
 * NDArray image = NDArray.arange(9).reshape(1, 1, 3, 3);
 * NDArray col = Im2Col.im2col(image, 2, 2, 1, 0);
 * System.out.println(col);
 * System.out.println(Im2Col.col2im(col, image.shape(), 2, 2, 1, 0));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[0 1 3 4]
 *  [1 2 4 5]
 *  [3 4 6 7]
 *  [4 5 7 8]]
 * [[[[ 0  2  2]
 *    [ 6 16 10]
 *    [ 6 14  8]]]]
 * }</pre>
 *
 * <p>{@link Convolution} does not make this matrix. It computes the same products image by image, in
 * {@code WindowProduct}.
 */
public final class Im2Col {
    private Im2Col() {}

    /**
     * Returns the number of positions of a filter along one axis of an image, section 7.2.4: the height or the width of
     * the output of a convolution or of pooling. A rest that is shorter than the stride is left out.
     *
     * <pre>{@code
     * System.out.println(Im2Col.outputSize(28, 5, 3, 2) + " " + Im2Col.outputSize(31, 5, 3, 2));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * 10 11
     * }</pre>
     *
     * @param size the height or the width of the image
     * @param filterSize the height or the width of the filter
     * @param stride the step from one position to the next
     * @param padding the width of the margin on each side
     * @return {@code (size + 2 * padding - filterSize) / stride + 1}
     * @throws IllegalArgumentException {@code a window of 5x5 does not fit into images of 4x4 with padding 0}, or
     *     {@code a window needs a positive size and stride and no negative padding, …}
     */
    public static int outputSize(int size, int filterSize, int stride, int padding) {
        SlidingWindow window = new SlidingWindow(filterSize, filterSize, stride, padding);
        return window.output("outputSize", Shape.of(1, 1, size, size))[2];
    }

    /**
     * Makes a matrix of images: each row holds what a filter sees at one position.
     *
     * @param images shape (n, channels, height, width)
     * @param filterHeight the height of the filter
     * @param filterWidth the width of the filter
     * @param stride the step from one position to the next
     * @param padding the width of the margin of zeros around an image
     * @return shape (n * out height * out width, channels * filter height * filter width), where {@code out height =
     *     (height + 2 * padding - filter height) / stride + 1}; a new array
     * @throws IllegalArgumentException {@code im2col needs images of shape (n, channels, height, width), not (3, 3)},
     *     {@code a window of 5x5 does not fit into images of 4x4 with padding 0}, or {@code a window needs a positive
     *     size and stride and no negative padding, …}
     */
    public static NDArray im2col(NDArray images, int filterHeight, int filterWidth, int stride, int padding) {
        SlidingWindow window = new SlidingWindow(filterHeight, filterWidth, stride, padding);
        int[] out = window.output("im2col", images.shape());
        NDArray seen = window.unfold(images).transpose(0, 4, 5, 1, 2, 3);
        return seen.reshape(out[0] * out[2] * out[3], out[1] * filterHeight * filterWidth);
    }

    /**
     * Adds up the rows of a matrix to images: each pixel gets the sum of all its places in the matrix. This is not the
     * inverse of {@link #im2col im2col}, since windows overlap, but what the gradient needs.
     *
     * @param col a matrix of the shape that {@link #im2col im2col} returns for images of the given shape
     * @param images the shape of the images, (n, channels, height, width)
     * @param filterHeight the height of the filter
     * @param filterWidth the width of the filter
     * @param stride the step from one position to the next
     * @param padding the width of the margin around an image, which is cut off
     * @return shape (n, channels, height, width)
     * @throws IllegalArgumentException as {@link #im2col im2col}, or {@code cannot reshape array of size 12 into shape
     *     …}
     */
    public static NDArray col2im(
            NDArray col, Shape images, int filterHeight, int filterWidth, int stride, int padding) {
        SlidingWindow window = new SlidingWindow(filterHeight, filterWidth, stride, padding);
        int[] out = window.output("col2im", images);
        NDArray seen = col.reshape(out[0], out[2], out[3], out[1], filterHeight, filterWidth);
        return window.fold(seen.transpose(0, 3, 4, 5, 1, 2), images);
    }
}
