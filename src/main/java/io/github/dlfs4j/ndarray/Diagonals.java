package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Lengths;

/** Diagonals, and triangles below and above them. */
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

    /** Returns a matrix with the vector on a diagonal, or the diagonal of a matrix. */
    static NDArray diag(NDArray a, int k) {
        return switch (a.ndim()) {
            case 1 -> matrix(a, k);
            case 2 -> diagonal(a, k, 0, 1);
            default -> throw new IllegalArgumentException("Input must be 1- or 2-d.");
        };
    }

    static NDArray matrix(NDArray vector, int k) {
        int n = Lengths.checkLength(vector.size() + Math.abs((long) k));
        NDArray matrix = NDArray.zeros(vector.dtype(), n, n);
        Casting.assign(matrix.withLayout(matrix.layout().diagonal(k, 0, 1)), vector);
        return matrix;
    }

    /** Returns a mask that is true on and below the k-th diagonal. */
    static NDArray lower(int rows, int columns, int k) {
        int height = Math.max(rows, 0);
        int width = Math.max(columns, 0);
        NDArray lower = NDArray.zeros(DType.BOOL, height, width);
        boolean[] values = (boolean[]) lower.storage().values();
        for (int i = 0; i < height; i++) {
            int end = (int) Math.min(Math.max(1L + i + k, 0), width);
            for (int j = 0; j < end; j++) {
                values[i * width + j] = true;
            }
        }
        return lower;
    }

    static NDArray tril(NDArray a, int k) {
        return NDArray.where(mask(a, k), a, NDArray.zeros(a.dtype(), new int[0]));
    }

    static NDArray triu(NDArray a, int k) {
        return NDArray.where(mask(a, k - 1), NDArray.zeros(a.dtype(), new int[0]), a);
    }

    private static NDArray mask(NDArray a, int k) {
        if (a.ndim() == 0) {
            throw new IllegalArgumentException("a triangle needs an array of at least one axis");
        }
        return lower(a.shape(a.ndim() == 1 ? 0 : -2), a.shape(-1), k);
    }
}
