package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.DoubleRows;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;

/**
 * The rows of a square matrix, divided by a power of four. That and its root are exact, and squares do not overflow.
 *
 * @param rows the rows, each an array of its own
 * @param exponent of the power, as a power of two
 * @param areFinite whether no element is infinite or NaN
 */
@SuppressWarnings("ArrayRecordComponent") // to be changed
record ScaledRows(double[][] rows, int exponent, boolean areFinite) {
    /** Returns scaled copies of all rows, whose largest element is about 2 to the power of an even magnitude. */
    static ScaledRows of(Matrix<double[]> a, int magnitude) {
        double[][] rows = new double[a.rows()][a.columns()];
        DoubleRows.read(a, rows);
        return scaled(magnitude, rows);
    }

    /** Returns scaled copies of the rows of a symmetric matrix, of which only the lower triangle is read. */
    static ScaledRows ofLower(Matrix<double[]> a) {
        int n = a.rows();
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            int row = a.offset() + i * a.rowStep();
            for (int j = 0; j <= i; j++) {
                double element = a.values()[row + j * a.columnStep()];
                rows[i][j] = element;
                rows[j][i] = element;
            }
        }
        return scaled(0, rows);
    }

    private static ScaledRows scaled(int magnitude, double[]... rows) {
        double largest = 0;
        for (double[] row : rows) {
            largest = Math.max(largest, RowLoops.largest(row, 0, row.length));
        }
        int exponent = exponent(largest) - magnitude;
        for (double[] row : rows) {
            RowLoops.scaleByPower(row, -exponent, 0, row.length);
        }
        return new ScaledRows(rows, exponent, Double.isFinite(largest));
    }

    /** Returns the even exponent of a power of two by which elements are divided, the largest to less than 2. */
    static int exponent(double largest) {
        return largest == 0 || !Double.isFinite(largest) ? 0 : (Math.getExponent(largest) + 2) & ~1;
    }
}
