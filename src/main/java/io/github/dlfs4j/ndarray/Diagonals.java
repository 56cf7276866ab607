package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Lengths;

/** Diagonals of arrays. */
final class Diagonals {
    private Diagonals() {}

    /** Returns a read-only view of a diagonal, as NumPy does. */
    static NDArray diagonal(NDArray a, int offset, int axis1, int axis2) {
        if (a.ndim() < 2) {
            throw new IllegalArgumentException("diag requires an array of at least two dimensions");
        }
        int first = Lengths.checkAxis("axis1: ", axis1, a.ndim());
        int second = Lengths.checkAxis("axis2: ", axis2, a.ndim());
        if (first == second) {
            throw new IllegalArgumentException("axis1 and axis2 cannot be the same");
        }
        return a.readOnlyView(a.layout().diagonal(offset, first, second));
    }

    static NDArray eye(DType dtype, int rows, int columns, int k) {
        NDArray eye = NDArray.zeros(dtype, rows, columns);
        eye.withLayout(eye.layout().diagonal(k, 0, 1)).fill(1);
        return eye;
    }
}
