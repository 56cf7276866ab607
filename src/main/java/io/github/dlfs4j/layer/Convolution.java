package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Map;
import java.util.stream.IntStream;

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
        NDArray out = infer(x);
        this.x = x;
        output = out.shape();
        return out;
    }

    @Override
    public NDArray infer(NDArray x) {
        Window window = window();
        window.check("Convolution", x.shape());
        if (x.shape(1) != weights.shape(1)) {
            throw new IllegalArgumentException(
                    "Convolution of %d channels cannot take images of %d".formatted(weights.shape(1), x.shape(1)));
        }
        int filters = weights.shape(0);
        int outHeight = window.outHeight(x.shape(2));
        int outWidth = window.outWidth(x.shape(3));
        NDArray rows = filterRows();
        NDArray column = bias.expandDims(1);
        NDArray out = NDArray.zeros(dtype(x), x.shape(0), filters, outHeight, outWidth);
        IntStream.range(0, x.shape(0)).parallel().forEach(n -> {
            NDArray image = out.get(n).reshape(filters, outHeight * outWidth);
            rows.dot(columns(window, x.get(n)), image);
            image.addi(column);
        });
        return out;
    }

    private DType dtype(NDArray x) {
        return NDArray.zeros(x.dtype()).mul(NDArray.zeros(weights.dtype())).dtype();
    }

    /** The filters as rows, of shape (filters, channels * height * width). */
    private NDArray filterRows() {
        return weights.reshape(weights.shape(0), -1);
    }

    /** What the filters see in an image, a column for each position: (channels * height * width, OH * OW). */
    private NDArray columns(Window window, NDArray image) {
        NDArray views = window.views(image);
        return views.transpose(0, 3, 4, 1, 2)
                .reshape(views.shape(0) * window.height() * window.width(), views.shape(1) * views.shape(2));
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
        int images = x.shape(0);
        int positions = output.get(2) * output.get(3);
        Window window = window();
        NDArray dRows = dout.reshape(images, weights.shape(0), positions);
        NDArray dx = NDArray.zeros(dout.dtype(), x.shape().toArray());
        NDArray rows = filterRows();
        int tasks = (images + IMAGES_PER_TASK - 1) / IMAGES_PER_TASK;
        NDArray dWs = NDArray.zeros(dout.dtype(), tasks, rows.shape(0), rows.shape(1));
        IntStream.range(0, tasks).parallel().forEach(task -> {
            for (int n = task * IMAGES_PER_TASK; n < Math.min(images, (task + 1) * IMAGES_PER_TASK); n++) {
                NDArray d = dRows.get(n);
                dWs.get(task).addi(d.dot(columns(window, x.get(n)).transpose()));
                dx.at(n).set(image(window, rows.transpose().dot(d)));
            }
        });
        dW = dWs.sum(0).reshape(weights.shape().toArray());
        db = dRows.sum(2).sum(0);
        return dx;
    }

    /** The way back of {@link #columns}. */
    private NDArray image(Window window, NDArray columns) {
        NDArray windows =
                columns.reshape(weights.shape(1), window.height(), window.width(), output.get(2), output.get(3));
        return window.sumUp(windows, x.shape(2), x.shape(3));
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
