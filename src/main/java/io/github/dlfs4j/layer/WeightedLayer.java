package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.state.NamedArrays;
import java.util.Map;

/** A layer of weights and a bias; {@link #backward} computes the gradients by both. */
abstract sealed class WeightedLayer extends SerializableLayer permits Affine, Convolution {
    private static final long serialVersionUID = 1;

    final transient NDArray weights;
    final transient NDArray bias;
    transient NDArray dW;
    transient NDArray db;

    /**
     * A layer of given parameters.
     *
     * @param weights as many axes as asked for, else the text, which takes their shape, is the error
     * @param bias a number for each output; these are along one axis of the weights
     */
    WeightedLayer(NDArray weights, int axes, String otherwise, NDArray bias, int axisOfOutputs) {
        if (weights.ndim() != axes) {
            throw new IllegalArgumentException(otherwise.formatted(weights.shape()));
        }
        Shape outputs = Shape.of(weights.shape(axisOfOutputs));
        if (!bias.shape().equals(outputs)) {
            throw new IllegalArgumentException("b must have shape %s, not %s".formatted(outputs, bias.shape()));
        }
        this.weights = weights;
        this.bias = bias;
    }

    /**
     * The weights.
     *
     * @return the array this layer was made of
     */
    public final NDArray weights() {
        return weights;
    }

    /**
     * The bias.
     *
     * @return the array this layer was made of
     */
    public final NDArray bias() {
        return bias;
    }

    /**
     * The gradient of the loss by the weights.
     *
     * @return an array of the shape of the weights
     * @throws IllegalStateException {@code Affine has no gradients before a backward}
     */
    public final NDArray dW() {
        return Upstream.computed(this, dW);
    }

    /**
     * The gradient of the loss by the bias.
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
