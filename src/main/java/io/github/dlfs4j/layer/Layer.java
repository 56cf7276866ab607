package io.github.dlfs4j.layer;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Map;

/**
 * A part of a network with two passes: forward computes the output from the input, and backward computes the gradient
 * of the loss with respect to the input from the gradient with respect to the output.
 *
 * <p>You can write your own layers: the {@linkplain io.github.dlfs4j.layer page of this package} has one in ten lines.
 *
 * <p>A layer changes neither its input nor the gradient it is given. The forward pass remembers what the backward pass
 * needs, without copying it. So the input must not change in between, and only one thread at a time may train with a
 * layer.
 *
 * <p>The results of {@link #forward forward} and {@link #backward backward} belong to the caller; no later call changes
 * them. A trainer opens an {@link ArrayScope} for each step after the first, so that results reuse the memory of the
 * step before. A layer that needs an array for longer than one step makes it in its constructor or in its first call,
 * or copies it by {@link NDArray#keep() keep}.
 *
 * <p>The maps of a layer are taken in their order, but {@code HashMap}, {@code ConcurrentHashMap} and {@code Map.of} by
 * name, since each process may have another order, and so other last bits of a training. In a wrapper such as
 * {@code Collections.unmodifiableMap} they cannot be seen: there they keep their order.
 *
 * <p>The layers of this package describe themselves by {@code toString()}, for example as {@code Affine(784, 50)}. In a
 * file the line of a layer of your own tells a {@code NetworkRegistry} of package {@code network} how to make it again;
 * let it name what the constructor needs, for example as {@code Swish(1.5)}. The layers of this package are
 * {@link java.io.Serializable Serializable}: a serialised layer keeps its options, parameters and statistics, and a
 * {@link Dropout} its generator. A layer that was deserialised has seen no input.
 */
public interface Layer {
    /**
     * Computes the output, and remembers what {@link #backward backward} needs.
     *
     * @param x the input
     * @return the output
     */
    NDArray forward(NDArray x);

    /**
     * Computes the output for predictions. A layer that does not train here, such as {@link Dropout}, may give another
     * output than {@link #forward forward}. The layers of this package remember nothing, so that several threads may
     * call this at once.
     *
     * @param x the input
     * @return the output; that of {@link #forward forward} unless overridden
     */
    default NDArray infer(NDArray x) {
        return forward(x);
    }

    /**
     * Computes the output for predictions with variables, whose graph has all derivatives and can be written as ONNX.
     *
     * @param x the input
     * @return the output, with the elements of {@link #infer(NDArray) infer}
     * @throws UnsupportedOperationException {@code it does not say what it computes with variables}, unless overridden
     */
    default Variable infer(Variable x) {
        if (this instanceof SerializableLayer layer) {
            return layer.output(x);
        }
        throw new UnsupportedOperationException("it does not say what it computes with variables");
    }

    /**
     * Computes the gradient with respect to the input from the gradient with respect to the output. A layer with
     * parameters also computes the gradients with respect to them.
     *
     * @param dout the gradient of the loss with respect to the last output of {@link #forward forward}, of its shape
     * @return the gradient of the loss with respect to the input, of its shape
     * @throws IllegalStateException {@code Relu.backward needs a forward before it}
     * @throws IllegalArgumentException {@code dout of Relu must have the shape (2, 3) of its output, not (3,)}
     */
    NDArray backward(NDArray dout);

    /**
     * Computes the gradients with respect to the parameters alone, for the first layer of a network: nothing needs the
     * gradient with respect to its input.
     *
     * @param dout the gradient of the loss with respect to the last output, of its shape
     * @throws IllegalStateException {@code Relu.backward needs a forward before it}
     * @throws IllegalArgumentException {@code dout of Relu must have the shape (2, 3) of its output, not (3,)}
     */
    default void backwardToParameters(NDArray dout) {
        backward(dout);
    }

    /**
     * {@return the arrays that training changes: the layer's own arrays by their names in the book, such as {@code W}
     * and {@code b}; none unless overridden}
     */
    default Map<String, NDArray> parameters() {
        return Map.of();
    }

    /**
     * Returns the gradients of the loss with respect to the parameters, which the last {@link #backward backward}
     * computed.
     *
     * @return the gradients by the names of the parameters; none unless overridden
     * @throws IllegalStateException {@code Affine has no gradients before a backward}
     */
    default Map<String, NDArray> gradients() {
        return Map.of();
    }

    /**
     * {@return the arrays that are not parameters, but that training changes and {@link #infer infer} uses, such as
     * running means: the layer's own arrays by name; none unless overridden}
     */
    default Map<String, NDArray> statistics() {
        return Map.of();
    }
}
