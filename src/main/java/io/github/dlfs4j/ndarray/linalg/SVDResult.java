package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * A matrix, or each matrix of a stack, as the product {@code (u * s) @ vh}, NumPy's {@code SVDResult}.
 *
 * <p>It keeps what it is given, null too.
 *
 * @param u matrices with orthonormal columns, the left singular vectors
 * @param s the singular values, descending along the last axis
 * @param vh matrices with orthonormal rows, the right singular vectors
 */
public record SVDResult(NDArray u, NDArray s, NDArray vh) {}
