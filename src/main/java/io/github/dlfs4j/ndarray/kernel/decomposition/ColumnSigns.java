package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;

/** The sign of eigenvectors, which are free up to a sign. */
public final class ColumnSigns {
    private ColumnSigns() {}

    /**
     * Negates each column whose component of largest magnitude, the first of equals, is negative.
     *
     * @param columns a matrix with contiguous rows
     */
    public static void makeLargestPositive(Matrix<double[]> columns) {
        int n = columns.columns();
        double[] x = columns.values();
        double[] largest = new double[n];
        for (int i = 0; i < columns.rows(); i++) {
            int row = columns.offset() + i * columns.rowStep();
            for (int j = 0; j < n; j++) {
                largest[j] = Math.abs(x[row + j]) > Math.abs(largest[j]) ? x[row + j] : largest[j];
            }
        }
        for (int j = 0; j < n; j++) {
            largest[j] = largest[j] < 0 ? -1 : 1;
        }
        for (int i = 0; i < columns.rows(); i++) {
            int row = columns.offset() + i * columns.rowStep();
            for (int j = 0; j < n; j++) {
                x[row + j] = x[row + j] * largest[j] + 0.0; // makes -0 0
            }
        }
    }
}
