package io.github.dlfs4j.training;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Objects;

/**
 * A batch of samples, prepared for a network.
 *
 * @param x the inputs; the first axis counts them
 * @param t the targets: labels of shape (n,), one-hot rows of shape (n, classes), or numbers of shape (n, outputs)
 */
public record Batch(NDArray x, NDArray t) {
    /** Refuses null. */
    public Batch {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(t, "t");
    }
}
