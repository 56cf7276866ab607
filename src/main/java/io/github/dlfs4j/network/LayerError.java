package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Says in an exception which layer of a network threw it. */
final class LayerError {
    /** What only an exception needs. */
    private static final class Kinds {
        /** The exceptions that get a place; any other passes as it is. */
        static final Map<Class<?>, Function<String, RuntimeException>> NAMED = Map.of(
                IllegalArgumentException.class, IllegalArgumentException::new,
                IllegalStateException.class, IllegalStateException::new,
                IndexOutOfBoundsException.class, IndexOutOfBoundsException::new,
                UnsupportedOperationException.class, UnsupportedOperationException::new);
    }

    /**
     * Puts the layer in front of the message of an exception.
     *
     * @param i the position of the layer, from 0
     */
    static RuntimeException of(List<Layer> layers, int i, RuntimeException e) {
        Function<String, RuntimeException> kind = Kinds.NAMED.get(e.getClass());
        if (kind == null) {
            return e;
        }
        String message = "%s, %s: %s".formatted(place(layers, i), name(layers.get(i)), e.getMessage());
        return (RuntimeException) kind.apply(message).initCause(e);
    }

    /** Returns what a layer has computed, unless that is nothing. */
    static NDArray computed(Object layer, NDArray result) {
        if (result == null) {
            throw new IllegalStateException(name(layer) + " has computed no array");
        }
        return result;
    }

    /** Returns the layers by their places, such as {@code layer 2 of 3}. */
    static Map<String, Layer> places(List<Layer> layers) {
        Map<String, Layer> places = new LinkedHashMap<>();
        layers.forEach(layer -> places.put(place(layers, places.size()), layer));
        return places;
    }

    private static String place(List<Layer> layers, int i) {
        return "layer %s of %s".formatted(i + 1, layers.size());
    }

    /** The simple name of a class, such as a layer's; an anonymous class has none, and gives its full name. */
    static String name(Object layer) {
        String name = layer.getClass().getSimpleName();
        return name.isEmpty() ? layer.getClass().getName() : name;
    }
}
