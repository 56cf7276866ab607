package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * A fitted polynomial, as {@code np.polyfit(…, full=True)} returns it.
 *
 * <p>It keeps what it is given, null too.
 *
 * @param coefficients the coefficients, the highest power first: {@code (degree + 1,)} or {@code (degree + 1, k)}
 * @param residuals the sum of squares of what is left, {@code (1,)} or {@code (k,)}; empty unless the rank is full and
 *     there are more points than coefficients
 * @param rank the rank of the matrix of powers; if it is less than {@code degree + 1}, other polynomials fit as well
 * @param s the singular values of the matrix of powers with columns of length 1, in descending order
 * @param rcond the share of the largest singular value below which others count as 0
 */
public record PolyfitResult(NDArray coefficients, NDArray residuals, int rank, NDArray s, double rcond) {}
