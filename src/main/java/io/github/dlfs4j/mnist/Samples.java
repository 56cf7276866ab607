package io.github.dlfs4j.mnist;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Objects;

/**
 * Images and their labels, as {@link MnistOptions} prepares them.
 *
 * @param images the images, {@code (n, 784)} or {@code (n, 1, 28, 28)}, float32 or uint8
 * @param labels the labels, {@code (n,)} of uint8 or {@code (n, 10)} of float64
 */
public record Samples(NDArray images, NDArray labels) {
    /** Refuses null. */
    public Samples {
        Objects.requireNonNull(images, "images");
        Objects.requireNonNull(labels, "labels");
    }
}
