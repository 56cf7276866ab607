package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Lengths;

/** Matrices made of vectors: with a diagonal, triangles, and of powers. */
final class Matrices {
    private Matrices() {}

    /** Returns a matrix with the vector on a diagonal, or the diagonal of a matrix. */
    static NDArray diag(NDArray a, int k) {
        return switch (a.ndim()) {
            case 1 -> matrix(a, k);
            case 2 -> a.diagonal(k);
            default -> throw new IllegalArgumentException("Input must be 1- or 2-d.");
        };
    }

    static NDArray matrix(NDArray vector, int k) {
        int n = Lengths.checkLength(vector.size() + Math.abs((long) k));
        NDArray matrix = NDArray.zeros(vector.dtype(), n, n);
        Inside.assign(Inside.view(matrix, Inside.layout(matrix).diagonal(k, 0, 1)), vector);
        return matrix;
    }

    /** Returns a mask that is true on and below the k-th diagonal. */
    static NDArray lower(int rows, int columns, long k) {
        int height = Math.max(rows, 0);
        int width = Math.max(columns, 0);
        NDArray lower = NDArray.zeros(DType.BOOL, height, width);
        boolean[] values = (boolean[]) Inside.storage(lower).values();
        for (int i = 0; width > 0 && i < height; i++) {
            int end = (int) Math.min(Math.max(1 + i + k, 0), width);
            for (int j = 0; j < end; j++) {
                values[i * width + j] = true;
            }
        }
        return lower;
    }

    /** Throws an exception unless an array whose triangle is wanted is a matrix. */
    static void checkMatrix(NDArray a) {
        if (a.ndim() != 2) {
            throw new IllegalArgumentException("input array must be 2-d");
        }
    }

    static NDArray tril(NDArray a, int k) {
        return NDArray.where(mask(a, k), a, NDArray.zeros(a.dtype(), new int[0]));
    }

    static NDArray triu(NDArray a, int k) {
        return NDArray.where(mask(a, k - 1L), NDArray.zeros(a.dtype(), new int[0]), a);
    }

    private static NDArray mask(NDArray a, long k) {
        if (a.ndim() == 0) {
            throw new IllegalArgumentException("a triangle needs an array of at least one axis");
        }
        return lower(a.shape(a.ndim() == 1 ? 0 : -2), a.shape(-1), k);
    }

    /** Returns the powers of a vector; as in NumPy, each is the one before times the vector. */
    static NDArray vander(NDArray x, int columns, boolean increasing) {
        if (x.ndim() != 1) {
            throw new IllegalArgumentException("x must be a one-dimensional array or sequence.");
        }
        NDArray matrix = NDArray.ones(DType.promote(x.dtype(), DType.INT64), x.size(), columns);
        NDArray powers = increasing ? matrix : Rearranging.flip(matrix, 1);
        for (int power = 1; x.size() > 0 && power < columns; power++) {
            Inside.assign(column(powers, power), column(powers, power - 1).mul(x));
        }
        return matrix;
    }

    private static NDArray column(NDArray matrix, int column) {
        return Inside.view(matrix, Inside.layout(matrix).along(1, column, 1, 1).removeAxis(1));
    }
}
