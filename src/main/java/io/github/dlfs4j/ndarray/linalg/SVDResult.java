package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Objects;

/**
 * A matrix, or each matrix of a stack, as the product {@code (u * s) @ vh}, NumPy's {@code SVDResult}.
 *
 * @param u matrices with orthonormal columns, the left singular vectors
 * @param s the singular values, descending along the last axis
 * @param vh matrices with orthonormal rows, the right singular vectors
 */
public record SVDResult(NDArray u, NDArray s, NDArray vh) {
    /** Refuses null. */
    public SVDResult {
        Objects.requireNonNull(u, "u");
        Objects.requireNonNull(s, "s");
        Objects.requireNonNull(vh, "vh");
    }
}
