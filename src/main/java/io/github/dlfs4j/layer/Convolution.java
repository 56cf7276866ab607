package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.SlidingWindow;
import io.github.dlfs4j.state.SerializedForm;
import java.io.InvalidObjectException;
import java.io.Serializable;

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
public final class Convolution extends WeightedLayer {
    private static final long serialVersionUID = 1;

    private final transient SlidingWindow window;
    private transient NDArray x;
    private transient Shape output;

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
        super(weights, 4, "W must have shape (filters, channels, height, width), not %s", bias, 0);
        window = new SlidingWindow(weights.shape(2), weights.shape(3), stride, padding);
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
        int[] out = window.output("Convolution", x.shape());
        if (out[1] != weights.shape(1)) {
            throw new IllegalArgumentException(
                    "Convolution of %d channels cannot take images of %d".formatted(weights.shape(1), out[1]));
        }
        NDArray result = NDArray.zeros(DType.promote(x.dtype(), weights.dtype()), out[0], bias.size(), out[2], out[3]);
        Im2Col col = new Im2Col(x, weights, window);
        NDArray colW = rows(weights);
        NDArray colB = bias.expandDims(1);
        col.forEach(n -> colW.dot(col.columns(n), rows(result.get(n))).addi(colB));
        return result;
    }

    /** A filter as a row. */
    private static NDArray rows(NDArray weights) {
        return weights.reshape(weights.shape(0), -1);
    }

    /**
     * The gradient by the images; those by the parameters are {@link #dW()} and {@link #db()} then.
     *
     * @param dout the gradient of the loss by the output, of its shape
     * @return an array of the shape of the images
     */
    @Override
    public NDArray backward(NDArray dout) {
        backwardToParameters(dout);
        Im2Col col = new Im2Col(x, weights, window);
        NDArray colW = rows(weights);
        NDArray dx = NDArray.zeros(dout.dtype(), x.shape().toArray());
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

    @Override
    Serializable form() {
        return new Form(weights, bias, window.stride(), window.padding());
    }

    private record Form(NDArray weights, NDArray bias, int stride, int padding) implements Serializable {
        private Object readResolve() throws InvalidObjectException {
            return SerializedForm.resolve(() -> new Convolution(weights, bias, stride, padding));
        }
    }
}
