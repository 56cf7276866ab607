package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;

/** The checks of what comes from upstream on the way back. */
final class Upstream {
    private Upstream() {}

    /**
     * Refuses a gradient that does not fit the output; broadcast it would give a wrong one without a word.
     *
     * @param output an array of the shape of the last output, null if there was none
     */
    static void check(Object layer, NDArray output, NDArray dout) {
        check(layer, remembered(layer, output).shape(), dout);
    }

    /** The same by the shape of the last output. */
    static void check(Object layer, Shape output, NDArray dout) {
        if (!dout.shape().equals(remembered(layer, output))) {
            throw new IllegalArgumentException("dout of %s must have the shape %s of its output, not %s"
                    .formatted(layer.getClass().getSimpleName(), output, dout.shape()));
        }
    }

    /** What a forward has left for the way back. */
    static <T> T remembered(Object layer, T value) {
        return present(value, layer, ".backward needs a forward before it");
    }

    /** The gradient by a parameter, once it is there. */
    static NDArray computed(Layer layer, NDArray gradient) {
        return present(gradient, layer, " has no gradients before a backward");
    }

    private static <T> T present(T value, Object layer, String otherwise) {
        if (value == null) {
            throw new IllegalStateException(layer.getClass().getSimpleName() + otherwise);
        }
        return value;
    }
}
