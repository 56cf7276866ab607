package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.RowPool;

/**
 * Linear combinations of rows, each of which is an array of its own: only then does the JIT compiler turn the loops
 * into SIMD code. Products and sums are rounded one by one.
 */
final class RowCombination {
    /** Rows for a block of a matrix. */
    static final RowPool<double[]> POOL = new RowPool<>(double.class);

    /** The rows that are added in one loop. */
    static final int GROUP = 4;

    private RowCombination() {}

    /** Returns the length of a row in the pool that holds some columns. */
    static int rowLength(int columns) {
        return RowPool.rowLength(columns, Double.BYTES);
    }

    /**
     * Adds rows, each times its factor, to a sum, one after the other.
     *
     * @param rows the rows
     * @param factors the factor of each
     * @param first the first row to add
     * @param end the row after the last
     * @param sum changes between two columns
     * @param from the first of these columns
     * @param to the column after the last
     */
    static void add(double[][] rows, double[] factors, int first, int end, double[] sum, int from, int to) {
        int k = first;
        for (; k + GROUP <= end; k += GROUP) {
            addFour(rows, factors, k, sum, from, to);
        }
        for (; k < end; k++) {
            addOne(rows[k], factors[k], sum, from, to);
        }
    }

    private static void addFour(double[][] rows, double[] factors, int k, double[] sum, int from, int to) {
        double[] row0 = rows[k];
        double[] row1 = rows[k + 1];
        double[] row2 = rows[k + 2];
        double[] row3 = rows[k + 3];
        double x0 = factors[k];
        double x1 = factors[k + 1];
        double x2 = factors[k + 2];
        double x3 = factors[k + 3];
        for (int j = from; j < to; j++) {
            sum[j] = sum[j] + x0 * row0[j] + x1 * row1[j] + x2 * row2[j] + x3 * row3[j];
        }
    }

    private static void addOne(double[] row, double x, double[] sum, int from, int to) {
        for (int j = from; j < to; j++) {
            sum[j] += x * row[j];
        }
    }

    /** Subtracts some columns of a row from another. */
    static void subtract(double[] other, double[] row, int from, int to) {
        for (int j = from; j < to; j++) {
            row[j] -= other[j];
        }
    }

    /** Divides some columns of a row: multiplies by the reciprocal, as LAPACK does, unless that loses digits. */
    static void divide(double[] row, double divisor, int from, int to) {
        double reciprocal = 1 / divisor;
        if (Math.abs(divisor) < Double.MIN_NORMAL || Math.abs(reciprocal) < Double.MIN_NORMAL) {
            for (int j = from; j < to; j++) {
                row[j] /= divisor;
            }
            return;
        }
        for (int j = from; j < to; j++) {
            row[j] *= reciprocal;
        }
    }
}
