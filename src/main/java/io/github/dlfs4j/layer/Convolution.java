package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A convolutional layer, section 7.4: filters slide over images, and each gives an image of how well it fits in every
 * position (LeCun et al., <i>Gradient-Based Learning Applied to Document Recognition</i>, 1998).
 *
 * <pre>{@code
 * NDArray edge = NDArray.of(new double[] {1, -1}, 1, 1, 1, 2);
 * Convolution layer = new Convolution(edge, NDArray.zeros(1), 1, 0);
 * System.out.println(layer.forward(NDArray.of(new double[] {5, 5, 1, 1, 1, 5}, 1, 1, 2, 3)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[[[ 0.  4.]
 *    [ 0. -4.]]]]
 * }</pre>
 *
 * <p>Each image becomes a matrix as {@link Im2Col} makes them, but transposed, with a column for each position: so the
 * product with the filters, of shape (filters, channels * height * width), already has the layout of the output, and
 * the matrix of one image stays in the processor's cache. Images are worked on in parallel; results do not depend on
 * it.
 *
 * <p>From call to call the layer keeps its last input, the matrix of one image for each thread that was at work at
 * once, and the gradients by the parameters of every 8 images of a batch. Several threads may infer with it at once.
 */
public final class Convolution implements Layer {
    /** The images whose gradients one thread adds up: a fixed number, so that the order of addition is as well. */
    private static final int IMAGES_PER_TASK = 8;

    private final NDArray weights;
    private final NDArray bias;
    private final int stride;
    private final int padding;
    private NDArray x;
    private Shape output;
    private NDArray dW;
    private NDArray db;

    /** The gradients that each task adds up; kept from step to step. */
    private NDArray dWs;

    private NDArray dbs;

    /** Memory for the columns of an image, as much as threads were at work at once. */
    private final Queue<ImageColumns> idle = new ConcurrentLinkedQueue<>();

    /**
     * A layer of the given parameters, which are used and not copied: what an optimiser changes, the layer sees.
     *
     * @param weights the filters, of shape (filters, channels, height, width)
     * @param bias shape (filters,)
     * @param stride the step from one position to the next
     * @param padding the width of the margin of zeros around an image
     * @throws IllegalArgumentException {@code W must have shape (filters, channels, height, width), not (2, 3)},
     *     {@code b must have shape (3,), not (2,)}, or {@code a window needs a positive size and stride and no negative
     *     padding, …}
     */
    public Convolution(NDArray weights, NDArray bias, int stride, int padding) {
        if (weights.ndim() != 4) {
            throw new IllegalArgumentException(
                    "W must have shape (filters, channels, height, width), not " + weights.shape());
        }
        if (!bias.shape().equals(Shape.of(weights.shape(0)))) {
            throw new IllegalArgumentException(
                    "b must have shape %s, not %s".formatted(Shape.of(weights.shape(0)), bias.shape()));
        }
        this.weights = weights;
        this.bias = bias;
        this.stride = stride;
        this.padding = padding;
        window();
    }

    private Window window() {
        return new Window(weights.shape(2), weights.shape(3), stride, padding);
    }

    /**
     * The filtered images.
     *
     * @param x images of shape (n, channels, height, width)
     * @return shape (n, filters, out height, out width), where {@code out height = (height + 2 * padding - filter
     *     height) / stride + 1}
     * @throws IllegalArgumentException {@code Convolution needs images of shape (n, channels, height, width), not (3,
     *     3)}, {@code Convolution of 3 channels cannot take images of 1}, or {@code a window of 5x5 does not fit into
     *     images of 4x4 with padding 0}
     */
    @Override
    public NDArray forward(NDArray x) {
        return forward(x, null);
    }

    @Override
    public NDArray forward(NDArray x, NDArray spare) {
        NDArray out = infer(x, spare);
        this.x = x;
        output = out.shape();
        return out;
    }

    @Override
    public NDArray infer(NDArray x) {
        return infer(x, null);
    }

    @Override
    public NDArray infer(NDArray x, NDArray spare) {
        Window window = window();
        window.check("Convolution", x.shape());
        if (x.shape(1) != weights.shape(1)) {
            throw new IllegalArgumentException(
                    "Convolution of %d channels cannot take images of %d".formatted(weights.shape(1), x.shape(1)));
        }
        int outHeight = window.outHeight(x.shape(2));
        int outWidth = window.outWidth(x.shape(3));
        Shape shape = Shape.of(x.shape(0), weights.shape(0), outHeight, outWidth);
        NDArray out = Spare.orNew(spare, DType.promote(x.dtype(), weights.dtype()), shape);
        NDArray results = out.reshape(x.shape(0), weights.shape(0), outHeight * outWidth);
        NDArray rows = filterRows();
        NDArray column = bias.expandDims(1);
        RowBlocks.configured().forEach(x.shape(0), 1, multiplyAdds(shape), (first, end) -> {
            ImageColumns columns = borrow(out.dtype(), x);
            for (int n = first; n < end; n++) {
                columns.read(x.get(n));
                rows.dot(columns.matrix(), results.get(n)).addi(column);
            }
            giveBack(columns);
        });
        // Of a spare array in another order of memory the results are a copy.
        return results.reshape(shape.toArray());
    }

    /** What it takes to come to an output of the shape. */
    private long multiplyAdds(Shape shape) {
        return (long) shape.size() * weights.size() / weights.shape(0);
    }

    /** Columns for the images x, which the caller gives back for the next one to use. */
    private ImageColumns borrow(DType dtype, NDArray x) {
        ImageColumns columns = idle.poll();
        return columns != null && columns.fits(dtype, x.shape())
                ? columns
                : new ImageColumns(window(), dtype, x.shape());
    }

    private void giveBack(ImageColumns columns) {
        idle.add(columns);
    }

    /** The filters as rows, of shape (filters, channels * height * width). */
    private NDArray filterRows() {
        return weights.reshape(weights.shape(0), -1);
    }

    /**
     * The gradient by the images; those by the parameters are {@link #dW} and {@link #db} then.
     *
     * @param dout the gradient of the loss by the output, of its shape
     * @return an array of the shape of the images
     */
    @Override
    public NDArray backward(NDArray dout) {
        Upstream.check(this, output, dout);
        NDArray dx = NDArray.zeros(dout.dtype(), x.shape().toArray());
        backward(dout, dx, null, null);
        return dx;
    }

    @Override
    public NDArray backward(NDArray dout, NDArray spare) {
        Upstream.check(this, output, dout);
        NDArray dx = Spare.orNew(spare, dout.dtype(), x.shape());
        backward(dout, dx, dW, db);
        return dx;
    }

    @Override
    public void backwardToParameters(NDArray dout) {
        Upstream.check(this, output, dout);
        backward(dout, null, dW, db);
    }

    /** Computes the gradients by the parameters, in spare arrays if they fit, and that by the images unless null. */
    private void backward(NDArray dout, NDArray dx, NDArray spareDW, NDArray spareDb) {
        int images = x.shape(0);
        int filters = weights.shape(0);
        int tasks = (images + IMAGES_PER_TASK - 1) / IMAGES_PER_TASK;
        NDArray dResults = dout.reshape(images, filters, output.get(2) * output.get(3));
        NDArray rows = filterRows();
        dWs = Spare.orNew(dWs, dout.dtype(), Shape.of(tasks, filters, rows.shape(1)))
                .fill(0);
        dbs = Spare.orNew(dbs, dout.dtype(), Shape.of(tasks, filters)).fill(0);
        DType common = DType.promote(dout.dtype(), weights.dtype());
        long multiplyAdds = (dx == null ? 1 : 2) * multiplyAdds(output);
        RowBlocks.configured().forEachBlock(images, IMAGES_PER_TASK, multiplyAdds, (first, end) -> {
            int task = first / IMAGES_PER_TASK;
            NDArray taskDW = dWs.get(task);
            NDArray taskDb = dbs.get(task);
            NDArray imageDW = NDArray.zeros(common, filters, rows.shape(1));
            ImageColumns columns = borrow(common, x);
            for (int n = first; n < end; n++) {
                NDArray d = dResults.get(n);
                columns.read(x.get(n));
                taskDW.addi(d.dot(columns.matrix().transpose(), imageDW));
                taskDb.addi(d.sum(1));
                if (dx != null) {
                    rows.transpose().dot(d, columns.matrix());
                    columns.sumUp(dx.get(n));
                }
            }
            giveBack(columns);
        });
        dW = sum(dWs, Spare.orNew(spareDW, dout.dtype(), weights.shape()));
        db = sum(dbs, Spare.orNew(spareDb, dout.dtype(), bias.shape()));
    }

    /** The sum over the tasks. */
    private static NDArray sum(NDArray parts, NDArray out) {
        out.at(Index.ellipsis()).set(parts.sum(0).reshape(out.shape().toArray()));
        return out;
    }

    /**
     * The filters.
     *
     * @return the array this layer was made of
     */
    public NDArray weights() {
        return weights;
    }

    /**
     * The bias.
     *
     * @return the array this layer was made of
     */
    public NDArray bias() {
        return bias;
    }

    /**
     * The gradient of the loss by the filters.
     *
     * @return shape (filters, channels, height, width)
     * @throws IllegalStateException {@code Convolution has no gradients before a backward}
     */
    public NDArray dW() {
        return Upstream.computed(this, dW);
    }

    /**
     * The gradient of the loss by the bias.
     *
     * @return shape (filters,)
     * @throws IllegalStateException {@code Convolution has no gradients before a backward}
     */
    public NDArray db() {
        return Upstream.computed(this, db);
    }

    @Override
    public Map<String, NDArray> parameters() {
        return Named.of("W", weights, "b", bias);
    }

    @Override
    public Map<String, NDArray> gradients() {
        return Named.of("W", dW(), "b", db());
    }
}
