package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

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
 *
 * <p>{@link Convolution} needs no matrix of the whole batch: it takes one image after the other, whose columns stay in
 * the cache of the thread that multiplies them.
 */
public final class Im2Col {
    /** The images whose gradients are added up before those of others: so the order does not depend on threads. */
    private static final int IMAGES_OF_SUM = 8;

    private final NDArray images;
    private final Window window;
    private final int columns;
    private final int positions;

    /** What is done with an image, by its number, and memory for its columns. */
    private interface Work {
        void accept(int n, ImageColumns columns);
    }

    /**
     * A batch of images.
     *
     * @param images shape (n, channels, height, width)
     * @param window slides over them
     */
    Im2Col(NDArray images, Window window) {
        this.images = images;
        this.window = window;
        columns = images.shape(1) * window.height() * window.width();
        positions = window.outHeight(images.shape(2)) * window.outWidth(images.shape(3));
    }

    /**
     * The products of filters and columns, and a bias for each filter.
     *
     * @param filters shape (filters, channels * height * width)
     * @param bias shape (filters,)
     * @return shape (n, filters, positions)
     */
    NDArray filtered(NDArray filters, NDArray bias) {
        DType dtype = DType.promote(images.dtype(), filters.dtype());
        NDArray out = NDArray.zeros(dtype, images.shape(0), filters.shape(0), positions);
        NDArray column = bias.expandDims(1);
        forEachImage(
                1,
                filters.size(),
                dtype,
                (n, memory) ->
                        filters.dot(memory.read(images.get(n)), out.get(n)).addi(column));
        return out;
    }

    /**
     * The gradient by the filters.
     *
     * @param dout the gradient by what {@link #filtered} gave
     * @param filters of which it is
     * @return shape (filters, channels * height * width)
     */
    NDArray filterGradient(NDArray dout, NDArray filters) {
        DType dtype = DType.promote(dout.dtype(), filters.dtype());
        NDArray sums = NDArray.zeros(dout.dtype(), sumsOfImages(), filters.shape(0), columns);
        forEachImage(
                IMAGES_OF_SUM,
                filters.size(),
                dtype,
                (n, memory) -> sums.get(n / IMAGES_OF_SUM)
                        .addi(dout.get(n).dot(memory.read(images.get(n)).transpose())));
        return sums.sum(0);
    }

    /** The gradient by the bias, of shape (filters,). */
    NDArray biasGradient(NDArray dout) {
        NDArray ofImages = dout.sum(2);
        NDArray sums = NDArray.zeros(dout.dtype(), sumsOfImages(), dout.shape(1));
        for (int n = 0; n < images.shape(0); n++) {
            sums.get(n / IMAGES_OF_SUM).addi(ofImages.get(n));
        }
        return sums.sum(0);
    }

    /** The gradient by the images, of their shape. */
    NDArray imageGradient(NDArray dout, NDArray filters) {
        NDArray dx = NDArray.zeros(dout.dtype(), images.shape().toArray());
        forEachImage(1, filters.size(), DType.promote(dout.dtype(), filters.dtype()), (n, memory) -> {
            filters.transpose().dot(dout.get(n), memory.matrix());
            memory.sumUp(dx.get(n));
        });
        return dx;
    }

    private int sumsOfImages() {
        return (images.shape(0) + IMAGES_OF_SUM - 1) / IMAGES_OF_SUM;
    }

    /** Works on the images, some after one another by one thread; each thread has memory for the columns of one. */
    @SuppressWarnings("try") // the scope is open, that is its use
    private void forEachImage(int together, int sizeOfFilters, DType dtype, Work work) {
        RowBlocks threads = RowBlocks.configured();
        Queue<ImageColumns> idle = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < Math.min(threads.threads(), images.shape(0)); i++) {
            idle.add(new ImageColumns(window, dtype, images.shape()));
        }
        long multiplyAdds = (long) sizeOfFilters * positions * images.shape(0);
        threads.forEachBlock(images.shape(0), together, multiplyAdds, (first, end) -> {
            ImageColumns polled = idle.poll();
            ImageColumns memory = polled == null ? new ImageColumns(window, dtype, images.shape()) : polled;
            for (int n = first; n < end; n++) {
                try (ArrayScope scope = ArrayScope.open()) {
                    work.accept(n, memory);
                }
            }
            idle.add(memory);
        });
    }

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
