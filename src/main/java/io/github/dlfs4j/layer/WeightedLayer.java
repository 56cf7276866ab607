package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.state.NamedArrays;
import java.util.Map;

/** A layer with weights and a bias. Its {@link #backward backward} computes the gradients with respect to both. */
abstract sealed class WeightedLayer extends SerializableLayer permits Affine, Convolution {
    private static final long serialVersionUID = 1;

    final NDArray weights;
    final NDArray bias;
    NDArray x;
    transient Shape output;
    NDArray dW;
    NDArray db;

    /**
     * Creates a layer of the given parameters.
     *
     * @param weights an array of the given number of axes
     * @param message the error message for weights with another number of axes; {@code %s} becomes their shape
     * @param bias one number for each output
     * @param axisOfOutputs the axis of the weights that counts the outputs
     */
    WeightedLayer(NDArray weights, int axes, String message, NDArray bias, int axisOfOutputs) {
        if (weights.ndim() != axes) {
            throw new IllegalArgumentException(message.formatted(weights.shape()));
        }
        Shape outputs = Shape.of(weights.shape(axisOfOutputs));
        if (!bias.shape().equals(outputs)) {
            throw new IllegalArgumentException("b must have the shape %s, not %s".formatted(outputs, bias.shape()));
        }
        this.weights = weights;
        this.bias = bias;
    }

    /** Keeps what {@link #backward backward} needs of an input and its output, and returns the output. */
    final NDArray remember(NDArray input, NDArray out) {
        x = input;
        output = out.shape();
        return out;
    }

    /** {@return the weights, the layer's own array} */
    public final NDArray weights() {
        return weights;
    }

    /** {@return the bias, the layer's own array} */
    public final NDArray bias() {
        return bias;
    }

    /**
     * Returns the gradient of the loss with respect to the weights.
     *
     * @return an array of the shape of the weights
     * @throws IllegalStateException {@code Affine has no gradients before a backward}
     */
    public final NDArray dW() {
        return Upstream.computed(this, dW);
    }

    /**
     * Returns the gradient of the loss with respect to the bias.
     *
     * @return an array of the shape of the bias
     * @throws IllegalStateException {@code Affine has no gradients before a backward}
     */
    public final NDArray db() {
        return Upstream.computed(this, db);
    }

    @Override
    public final Map<String, NDArray> parameters() {
        return NamedArrays.of("W", weights, "b", bias);
    }

    @Override
    public final Map<String, NDArray> gradients() {
        return NamedArrays.of("W", dW(), "b", db());
    }
}
