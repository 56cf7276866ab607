package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.Workspace;
import io.github.dlfs4j.ndarray.kernel.product.DoubleProduct;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;

/**
 * Products of blocks. The step that blocked algorithms consist of is <i>c ← c − a b</i>, where c is a part of a matrix.
 */
final class BlockProduct {
    /** The elements of a part of the product: they stay in the L2 cache until they are subtracted. */
    private static final int PART = 128 * 1024;

    /** A part has at least so many rows, or b would be read too often. */
    private static final int FEWEST_ROWS = 48;

    /** Returns a matrix of zeros. */
    static Matrix<double[]> zeros(int rows, int columns) {
        return new Matrix<>(new double[rows * columns], 0, rows, columns, columns, 1);
    }

    /** Returns a product as a new matrix. */
    static Matrix<double[]> of(Matrix<double[]> a, Matrix<double[]> b) {
        Matrix<double[]> c = zeros(a.rows(), b.columns());
        multiply(a, b, c);
        return c;
    }

    /** Computes a product, <i>c ← a b</i>. */
    static void multiply(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        DoubleProduct.of(a, b).multiply(a, b, c);
    }

    /**
     * Subtracts a product.
     *
     * @param a m by k, in any layout
     * @param b k by n, in any layout
     * @param c m by n, with contiguous rows or columns; may share no element with a and b
     */
    static void subtract(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        if (c.columnStep() != 1) {
            subtract(b.transpose(), a.transpose(), c.transpose());
            return;
        }
        int m = c.rows();
        int n = c.columns();
        int height = Math.min(m, Math.max(FEWEST_ROWS, PART / Math.max(n, 1)));
        double[] product = Workspace.DOUBLES.take(height * n);
        for (int first = 0; first < m; first += height) {
            int rows = Math.min(height, m - first);
            Matrix<double[]> part = a.rows(first, first + rows);
            multiply(part, b, new Matrix<>(product, 0, rows, n, n, 1));
            for (int i = 0; i < rows; i++) {
                subtract(product, i * n, c.values(), c.offset() + (first + i) * c.rowStep(), n);
            }
        }
        Workspace.DOUBLES.giveBack(product);
    }

    private static void subtract(double[] product, int from, double[] values, int at, int n) {
        for (int j = 0; j < n; j++) {
            values[at + j] -= product[from + j];
        }
    }
}
