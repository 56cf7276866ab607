package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Objects;

/**
 * A matrix, or each matrix of a stack, as the product {@code q @ r}, NumPy's {@code QRResult}.
 *
 * @param q matrices with orthonormal columns, {@code (…, m, k)}
 * @param r upper triangular matrices, {@code (…, k, n)}
 */
public record QRResult(NDArray q, NDArray r) {
    /** Refuses null. */
    public QRResult {
        Objects.requireNonNull(q, "q");
        Objects.requireNonNull(r, "r");
    }
}
