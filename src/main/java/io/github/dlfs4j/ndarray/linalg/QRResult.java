package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * A matrix, or each matrix of a stack, as the product {@code q @ r}, NumPy's {@code QRResult}.
 *
 * <p>It keeps what it is given, null too.
 *
 * @param q matrices with orthonormal columns, {@code (…, m, k)}
 * @param r upper triangular matrices, {@code (…, k, n)}
 */
public record QRResult(NDArray q, NDArray r) {}
