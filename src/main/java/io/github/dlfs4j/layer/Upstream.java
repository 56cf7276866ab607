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
        check(layer, output == null ? null : output.shape(), dout);
    }

    /** The same by the shape of the last output. */
    static void check(Object layer, Shape output, NDArray dout) {
        if (output == null) {
            throw forwardMissing(layer);
        }
        if (!dout.shape().equals(output)) {
            throw new IllegalArgumentException("dout of %s must have the shape %s of its output, not %s"
                    .formatted(name(layer), output, dout.shape()));
        }
    }

    static IllegalStateException forwardMissing(Object layer) {
        return new IllegalStateException(name(layer) + ".backward needs a forward before it");
    }

    /** The gradient by a parameter, once it is there. */
    static NDArray computed(Object layer, NDArray gradient) {
        if (gradient == null) {
            throw new IllegalStateException(name(layer) + " has no gradients before a backward");
        }
        return gradient;
    }

    private static String name(Object layer) {
        return layer.getClass().getSimpleName();
    }
}
