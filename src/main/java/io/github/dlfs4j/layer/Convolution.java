package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;

/**
 * A convolutional layer, section 7.4. Filters slide over images; each filter gives an image that shows how well it
 * matches at every position (LeCun et al., <i>Gradient-Based Learning Applied to Document Recognition</i>, 1998).
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
 * <p>The layer makes a matrix of each image, as {@link Im2Col} does, but transposed: it has a column for each position.
 * The product of the filters, a matrix of shape (filters, channels * height * width), with it then has the layout of
 * the output, and the matrix of one image fits into the processor's cache. Several threads share the images of a batch;
 * the result does not depend on their number.
 *
 * <p>Several threads may call {@link #infer infer} at once.
 */
public final class Convolution extends WeightedLayer {
    private static final long serialVersionUID = 1;

    private final transient SlidingWindow window;

    /**
     * Creates a layer of the given parameters. The layer uses these arrays and does not copy them, so it sees what an
     * optimiser changes.
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
        super(weights, 4, "W must have shape (filters, channels, height, width), not %s", bias, 0);
        window = new SlidingWindow(weights.shape(2), weights.shape(3), stride, padding);
    }

    /**
     * Filters images.
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
        return remember(x, infer(x));
    }

    @Override
    public NDArray infer(NDArray x) {
        int[] out = window.output("Convolution", x.shape());
        if (out[1] != weights.shape(1)) {
            throw new IllegalArgumentException(
                    "Convolution of %d channels cannot take images of %d".formatted(weights.shape(1), out[1]));
        }
        NDArray result = NDArray.empty(DType.promote(x.dtype(), weights.dtype()), out[0], bias.size(), out[2], out[3]);
        Im2Col col = new Im2Col(x, weights, window);
        NDArray colW = rows(weights);
        NDArray colB = bias.expandDims(1);
        col.forEach(n -> colW.dot(col.columns(n), rows(result.get(n))).addi(colB));
        return result;
    }

    /** A matrix with a row for each filter. */
    private static NDArray rows(NDArray weights) {
        return weights.reshape(weights.shape(0), -1);
    }

    /**
     * Computes the gradient with respect to the images, and the gradients {@link #dW() dW} and {@link #db() db} with
     * respect to the parameters.
     *
     * @param dout the gradient of the loss with respect to the output, of its shape
     * @return an array of the shape of the images
     */
    @Override
    public NDArray backward(NDArray dout) {
        backwardToParameters(dout);
        Im2Col col = new Im2Col(x, weights, window);
        NDArray colW = rows(weights);
        NDArray dx = NDArray.empty(dout.dtype(), x.shape().toArray());
        col.forEach(n -> dx.at(n).set(col.image(colW.transpose().dot(rows(dout.get(n))))));
        return dx;
    }

    @Override
    public void backwardToParameters(NDArray dout) {
        Upstream.check(this, output, dout);
        Im2Col col = new Im2Col(x, weights, window);
        dW = col.gradient(
                weights, dout.dtype(), n -> rows(dout.get(n)).dot(col.columns(n).transpose()));
        db = col.gradient(bias, dout.dtype(), n -> rows(dout.get(n)).sum(1));
    }

    @Override
    public String toString() {
        return "Convolution(%d, %d, %d, %d, stride=%d, padding=%d)"
                .formatted(
                        weights.shape(0),
                        weights.shape(1),
                        window.height(),
                        window.width(),
                        window.stride(),
                        window.padding());
    }
}
