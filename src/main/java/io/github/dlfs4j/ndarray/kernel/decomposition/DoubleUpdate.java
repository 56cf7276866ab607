package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.Workspace;
import io.github.dlfs4j.ndarray.kernel.product.DoubleProduct;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;

/** The step that blocked algorithms consist of: <i>c ← c − a b</i>, where c is a part of a matrix. */
@AlsoFor(float.class)
final class DoubleUpdate {
    private DoubleUpdate() {}

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
        double[] product = Workspace.DOUBLES.take(m * n);
        DoubleProduct.of(a, b).multiply(a, b, new Matrix<>(product, 0, m, n, n, 1));
        double[] values = c.values();
        for (int i = 0; i < m; i++) {
            int row = c.offset() + i * c.rowStep();
            int from = i * n;
            for (int j = 0; j < n; j++) {
                values[row + j] -= product[from + j];
            }
        }
        Workspace.DOUBLES.giveBack(product);
    }
}
