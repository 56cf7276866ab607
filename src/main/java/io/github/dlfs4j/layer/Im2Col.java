package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;

/**
 * Images as the rows of a matrix, section 7.4.3: each row is what a filter sees in one position, so that a convolution
 * becomes a matrix product (Chellapilla, Puri and Simard, <i>High Performance Convolutional Neural Networks for
 * Document Processing</i>, 2006).
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
 */
public final class Im2Col {
    private Im2Col() {}

    /**
     * The matrix of what the filter sees.
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
        Window window = new Window(filterHeight, filterWidth, stride, padding);
        window.check("im2col", images.shape());
        NDArray views = window.views(images);
        int rows = views.shape(0) * views.shape(2) * views.shape(3);
        int columns = views.shape(1) * filterHeight * filterWidth;
        return views.transpose(0, 2, 3, 1, 4, 5).reshape(rows, columns);
    }

    /**
     * The way back: each pixel gets the sum of its places in the matrix. It is no inverse, since windows overlap, but
     * what the gradient needs.
     *
     * @param col a matrix of the shape that {@link #im2col} gives for such images
     * @param images the shape of the images, (n, channels, height, width)
     * @param filterHeight the height of the filter
     * @param filterWidth the width of the filter
     * @param stride the step from one position to the next
     * @param padding the width of the margin around an image, which is cut off
     * @return shape (n, channels, height, width)
     * @throws IllegalArgumentException as {@link #im2col}, or {@code cannot reshape array of size 12 into shape …}
     */
    public static NDArray col2im(
            NDArray col, Shape images, int filterHeight, int filterWidth, int stride, int padding) {
        Window window = new Window(filterHeight, filterWidth, stride, padding);
        window.check("col2im", images);
        int outHeight = window.outHeight(images.get(2));
        int outWidth = window.outWidth(images.get(3));
        NDArray windows = col.reshape(images.get(0), outHeight, outWidth, images.get(1), filterHeight, filterWidth)
                .transpose(0, 3, 4, 5, 1, 2);
        return window.sumUp(windows, images.get(2), images.get(3));
    }
}
