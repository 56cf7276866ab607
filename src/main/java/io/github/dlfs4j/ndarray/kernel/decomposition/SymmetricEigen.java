package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix: {@link Tridiagonalization}, {@link DivideAndConquer}, and the
 * reflections applied to the eigenvectors of the tridiagonal matrix.
 */
public final class SymmetricEigen {
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
        ScaledRows scaled = ScaledRows.ofLower(a);
        if (!scaled.areFinite() || n == 0) {
            return scaled.areFinite();
        }
        Tridiagonalization reduction = Tridiagonalization.of(scaled.rows());
        double[] diagonal = reduction.diagonal();
        Matrix<double[]> columns = DivideAndConquer.solve(diagonal, reduction.beside(), vectors != null);
        if (columns == null) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            values[at + i] = Math.scalb(diagonal[i], scaled.exponent());
        }
        if (vectors != null) {
            reduction.multiply(columns);
            System.arraycopy(columns.values(), 0, vectors.values(), vectors.offset(), n * n);
        }
        return true;
    }
}
