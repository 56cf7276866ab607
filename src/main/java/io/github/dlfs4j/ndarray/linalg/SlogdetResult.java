package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * A determinant that may be too large or too small for its dtype, NumPy's {@code SlogdetResult}: it is {@code sign *
 * exp(logabsdet)}.
 *
 * <p>It keeps what it is given, null too.
 *
 * @param sign 1, -1, or 0 for a singular matrix; 0-d, or with an element for each matrix of a stack
 * @param logabsdet the logarithm of the determinant's magnitude, -inf for a singular matrix; of the same shape and
 *     dtype
 */
public record SlogdetResult(NDArray sign, NDArray logabsdet) {}
