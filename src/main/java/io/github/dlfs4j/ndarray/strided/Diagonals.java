package io.github.dlfs4j.ndarray.strided;

/** Diagonals of arrays. */
public final class Diagonals {
    /** Returns the layout of a diagonal of two axes, which it replaces as the last one, or NumPy's error. */
    public static Layout of(Layout a, int offset, int axis1, int axis2) {
        if (a.ndim() < 2) {
            throw new IllegalArgumentException("diag requires an array of at least two dimensions");
        }
        int first = Axes.check("axis1: ", axis1, a.ndim());
        int second = Axes.check("axis2: ", axis2, a.ndim());
        if (first == second) {
            throw new IllegalArgumentException("axis1 and axis2 cannot be the same");
        }
        return a.diagonal(offset, first, second);
    }
}
