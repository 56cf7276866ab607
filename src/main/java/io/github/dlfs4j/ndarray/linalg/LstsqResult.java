package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * A solution by least squares, as {@code np.linalg.lstsq} returns it.
 *
 * <p>It keeps what it is given, null too.
 *
 * @param x the solution, {@code (n,)} or {@code (n, k)}
 * @param residuals the sum of squares of each column of {@code b - a @ x}, {@code (1,)} or {@code (k,)}; empty unless
 *     the rank is n and the matrix has more than n rows
 * @param rank the rank of the matrix
 * @param s the singular values of the matrix, in descending order
 */
public record LstsqResult(NDArray x, NDArray residuals, int rank, NDArray s) {}
