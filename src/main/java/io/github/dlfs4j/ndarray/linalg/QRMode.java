package io.github.dlfs4j.ndarray.linalg;

/**
 * NumPy's mode of a QR decomposition of an (m, n) matrix: how many columns q has. NumPy's mode {@code 'r'} is
 * {@code LinearAlgebra.qr(a).r()}.
 */
public enum QRMode {
    /** The lesser of m and n columns, which span the columns of the matrix if these are independent. */
    REDUCED,
    /** As many columns as rows, so that q is square. */
    COMPLETE
}
