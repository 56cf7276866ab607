package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix: {@link Tridiagonalization}, {@link DivideAndConquer}, and the
 * reflections applied to the eigenvectors of the tridiagonal matrix.
 */
public final class SymmetricEigen {
    private SymmetricEigen() {}

    /**
     * Computes eigenvalues and eigenvectors.
     *
     * @param a a square matrix, of which only the elements below and on the diagonal are read
     * @param values takes the eigenvalues, ascending
     * @param at where the first eigenvalue is stored
     * @param vectors takes the eigenvectors, of length 1, as columns; in C order without gaps; null if they are not
     *     wanted. The eigenvalues are the same
     * @return whether the eigenvalues converged; they do not if an element is infinite or NaN
     */
    public static boolean solve(Matrix<double[]> a, double[] values, int at, Matrix<double[]> vectors) {
        int n = a.rows();
        double largest = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                largest = Math.max(largest, Math.abs(element(a, i, j)));
            }
        }
        if (!Double.isFinite(largest)) {
            return false;
        }
        if (n == 0) {
            return true;
        }
        // Scaling by a power of two is exact and keeps squares from overflowing.
        int exponent = largest == 0 ? 0 : Math.getExponent(largest) + 1;
        Tridiagonalization reduction = Tridiagonalization.of(scaled(a, exponent));
        double[] diagonal = reduction.diagonal();
        Matrix<double[]> columns = DivideAndConquer.solve(diagonal, reduction.beside(), vectors != null);
        if (columns == null) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            values[at + i] = Math.scalb(diagonal[i], exponent);
        }
        if (vectors != null) {
            reduction.multiply(columns);
            System.arraycopy(columns.values(), 0, vectors.values(), vectors.offset(), n * n);
        }
        return true;
    }

    private static double element(Matrix<double[]> a, int i, int j) {
        return a.values()[a.offset() + i * a.rowStep() + j * a.columnStep()];
    }

    /** Returns all rows, scaled by a power of two. */
    private static double[][] scaled(Matrix<double[]> a, int exponent) {
        int n = a.rows();
        double[][] all = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double value = Math.scalb(element(a, i, j), -exponent);
                all[i][j] = value;
                all[j][i] = value;
            }
        }
        return all;
    }
}
