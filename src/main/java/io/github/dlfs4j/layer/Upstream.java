package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;

/** Checks the gradient that a backward pass gets from upstream. */
final class Upstream {
    /**
     * Refuses a gradient whose shape is not that of the output: broadcasting it would silently give a wrong result.
     *
     * @param output an array of the shape of the last output, or null before a forward
     */
    static void check(Object layer, NDArray output, NDArray dout) {
        check(layer, remembered(layer, output).shape(), dout);
    }

    /** Does the same with the shape of the last output. */
    static void check(Object layer, Shape output, NDArray dout) {
        if (!dout.shape().equals(remembered(layer, output))) {
            throw new IllegalArgumentException("dout of %s must have the shape %s of its output, not %s"
                    .formatted(layer.getClass().getSimpleName(), output, dout.shape()));
        }
    }

    /** Returns what a forward pass has left, and refuses null. */
    static <T> T remembered(Object layer, T value) {
        return present(value, layer, ".backward needs a forward before it");
    }

    /** Returns the gradient with respect to a parameter, and refuses null. */
    static NDArray computed(Layer layer, NDArray gradient) {
        return present(gradient, layer, " has no gradients before a backward");
    }

    private static <T> T present(T value, Object layer, String message) {
        if (value == null) {
            throw new IllegalStateException(layer.getClass().getSimpleName() + message);
        }
        return value;
    }
}
