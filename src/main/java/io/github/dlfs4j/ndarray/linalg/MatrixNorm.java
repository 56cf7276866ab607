package io.github.dlfs4j.ndarray.linalg;

/** The norms of matrices that have a name in place of an order. */
public enum MatrixNorm {
    /** The root of the sum of all squares, NumPy's {@code 'fro'}. */
    FROBENIUS("fro"),
    /** The sum of the {@linkplain LinearAlgebra#svdvals singular values}, NumPy's {@code 'nuc'}. */
    NUCLEAR("nuc");

    private final String order;

    MatrixNorm(String order) {
        this.order = order;
    }

    /** Returns NumPy's word. */
    String order() {
        return order;
    }
}
