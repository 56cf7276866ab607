package io.github.dlfs4j.ndarray.linalg;

/**
 * The triangle of a symmetric matrix that is read, NumPy's {@code UPLO}. The other one is the same, or holds anything.
 */
public enum Triangle {
    /** The elements on the diagonal and below it, {@code 'L'}. */
    LOWER,
    /** The elements on the diagonal and above it, {@code 'U'}. */
    UPPER
}
