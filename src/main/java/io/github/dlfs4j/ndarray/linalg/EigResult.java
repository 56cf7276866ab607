package io.github.dlfs4j.ndarray.linalg;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Objects;

/**
 * Eigenvalues and eigenvectors, {@code np.linalg.eig}'s {@code EigResult} and {@code np.linalg.eigh}'s
 * {@code EighResult}.
 *
 * @param eigenvalues the eigenvalues, {@code (…, n)}
 * @param eigenvectors the eigenvectors, {@code (…, n, n)}: column i, of length 1, belongs to eigenvalue i
 */
public record EigResult(NDArray eigenvalues, NDArray eigenvectors) {
    /** Refuses null. */
    public EigResult {
        Objects.requireNonNull(eigenvalues, "eigenvalues");
        Objects.requireNonNull(eigenvectors, "eigenvectors");
    }
}
