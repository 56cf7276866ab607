package io.github.dlfs4j.state;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.function.Function;

/**
 * Lets networks reach the reader of this library's layers, which is no part of the public API. The class of such
 * layers, which this package does not know, hands it in when it is loaded.
 *
 * @param <L> the class of layers
 */
public abstract class LayerReader<L> {
    private static volatile LayerReader<?> reader;

    /** Creates a reader. */
    protected LayerReader() {}

    /**
     * Hands in the reader.
     *
     * @param ofLayers makes the layers of this library
     */
    public static void set(LayerReader<?> ofLayers) {
        reader = ofLayers;
    }

    /** {@return what was handed in; null before there was a layer} */
    public static LayerReader<?> get() {
        return reader;
    }

    /**
     * Makes a layer.
     *
     * @param line the text of a layer of this library, such as {@code Dropout(ratio=0.5)}
     * @param arrays returns the layer's own array of a name, such as {@code W}
     * @param random the generator for dropout; may be null for other layers
     * @return a new layer
     * @throws IllegalArgumentException if there is no such layer, with its name, or if its options or arrays are not
     *     valid
     */
    public abstract L of(String line, Function<String, NDArray> arrays, RandomState random);
}
