package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Map;

/**
 * A part of a network that knows two ways: forward from its input to its output, and backward from the gradient of the
 * loss by its output to that by its input.
 *
 * <p>A layer changes neither its input nor the gradient it is given. On the way forward it remembers what the way back
 * needs, without copying it; so an input must stay as it is until then, and a layer learns with one thread at a time.
 *
 * <p>What {@link #forward} and {@link #backward} return belongs to the caller, and no later call changes it. A trainer
 * opens an {@link ArrayScope} for each step but its first, so that results lie in the memory of the step before; a
 * layer need not know. What it remembers for longer than a step is made in its constructor or its first call, or copied
 * by {@link NDArray#keep()}.
 *
 * <p>The layers of this package say by {@code toString()} what they are, such as {@code Affine(784, 50)}.
 *
 * <p>The layers of this package are {@link java.io.Serializable}: what travels is their options, parameters and
 * statistics, and with {@link Dropout} its generator. A layer that arrives has seen no input.
 *
 * <p>Own layers are welcome:
 *
 * <pre>{@code
 * class Doubling implements Layer {
 *     @Override
 *     public NDArray forward(NDArray x) {
 *         return x.mul(2);
 *     }
 *
 *     @Override
 *     public NDArray backward(NDArray dout) {
 *         return dout.mul(2);
 *     }
 * }
 * System.out.println(new Doubling().forward(NDArray.of(1.0, 2.5)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [2. 5.]
 * }</pre>
 */
public interface Layer {
    /**
     * From input to output.
     *
     * @param x the input
     * @return the output
     */
    NDArray forward(NDArray x);

    /**
     * From input to output when learning is over. Layers that behave in another way then, such as {@link Dropout}, say
     * so. The layers of this package remember nothing here, so that several threads may infer with one layer at once.
     *
     * @param x the input
     * @return the output; if not overridden, that of {@link #forward}
     */
    default NDArray infer(NDArray x) {
        return forward(x);
    }

    /**
     * From the gradient by the output to that by the input; a layer with parameters computes their gradients as well.
     *
     * @param dout the gradient of the loss by the last output of {@link #forward}, of its shape
     * @return the gradient of the loss by the input, of its shape
     * @throws IllegalStateException {@code Relu.backward needs a forward before it}
     * @throws IllegalArgumentException {@code dout of Relu must have the shape (2, 3) of its output, not (3,)}
     */
    NDArray backward(NDArray dout);

    /**
     * As {@link #backward} for the first layer of a network, where nobody needs the gradient by the input.
     *
     * @param dout the gradient of the loss by the last output, of its shape
     * @throws IllegalStateException {@code Relu.backward needs a forward before it}
     * @throws IllegalArgumentException {@code dout of Relu must have the shape (2, 3) of its output, not (3,)}
     */
    default void backwardToParameters(NDArray dout) {
        backward(dout);
    }

    /**
     * The arrays that learning changes.
     *
     * @return the layer's own arrays by their names in the book, such as {@code W} and {@code b}; none if not
     *     overridden
     */
    default Map<String, NDArray> parameters() {
        return Map.of();
    }

    /**
     * The gradients of the loss by the parameters, which the last {@link #backward} computed.
     *
     * @return the gradients by the names of the parameters; none if not overridden
     * @throws IllegalStateException {@code Affine has no gradients before a backward}
     */
    default Map<String, NDArray> gradients() {
        return Map.of();
    }

    /**
     * Arrays that are no parameters, but change with training and matter for {@link #infer}, such as running means.
     *
     * @return the layer's own arrays by name; none if not overridden
     */
    default Map<String, NDArray> statistics() {
        return Map.of();
    }
}
