package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Map;

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
 * <p>Several threads may infer with it at once.
 */
public final class Convolution implements Layer {
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
        NDArray out = new Im2Col(x, window).filtered(filterRows(), bias);
        return out.reshape(x.shape(0), weights.shape(0), window.outHeight(x.shape(2)), window.outWidth(x.shape(3)));
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
        backwardToParameters(dout);
        return new Im2Col(x, window()).imageGradient(rows(dout), filterRows());
    }

    @Override
    public void backwardToParameters(NDArray dout) {
        Upstream.check(this, output, dout);
        Im2Col col = new Im2Col(x, window());
        NDArray rows = rows(dout);
        dW = col.filterGradient(rows, filterRows()).reshape(weights.shape().toArray());
        db = col.biasGradient(rows);
    }

    /** An image as a row for each filter. */
    private static NDArray rows(NDArray dout) {
        return dout.reshape(dout.shape(0), dout.shape(1), dout.shape(2) * dout.shape(3));
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
