package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.Layer;
import java.util.List;

/** Says in which layer of a network something did not fit. */
final class LayerError {
    private LayerError() {}

    /**
     * The same exception with the layer in front of its message; one of another class as it is.
     *
     * @param i which layer it is, from 0 on
     */
    static RuntimeException of(List<Layer> layers, int i, RuntimeException e) {
        String message = "layer %d of %d, %s: %s".formatted(i + 1, layers.size(), name(layers.get(i)), e.getMessage());
        if (e.getClass() == IllegalArgumentException.class) {
            return new IllegalArgumentException(message, e);
        }
        if (e.getClass() == IndexOutOfBoundsException.class) {
            return withCause(new IndexOutOfBoundsException(message), e);
        }
        if (e.getClass() == UnsupportedOperationException.class) {
            return new UnsupportedOperationException(message, e);
        }
        return e;
    }

    private static RuntimeException withCause(RuntimeException error, RuntimeException cause) {
        error.initCause(cause);
        return error;
    }

    /** The simple name of the class, which an anonymous one has not. */
    static String name(Layer layer) {
        String name = layer.getClass().getSimpleName();
        return name.isEmpty() ? layer.getClass().getName() : name;
    }
}
