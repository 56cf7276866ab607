package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * Eigenvalues and eigenvectors, {@code np.linalg.eig}'s {@code EigResult} and {@code np.linalg.eigh}'s
 * {@code EighResult}.
 *
 * <p>It keeps what it is given, null too.
 *
 * @param eigenvalues the eigenvalues, {@code (…, n)}
 * @param eigenvectors the eigenvectors, {@code (…, n, n)}: column i, of length 1, belongs to eigenvalue i
 */
public record EigResult(NDArray eigenvalues, NDArray eigenvectors) {}
