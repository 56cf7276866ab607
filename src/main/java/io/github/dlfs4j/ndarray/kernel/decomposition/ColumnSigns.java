package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import java.util.Arrays;

/** The signs of eigenvectors and singular vectors, which are free up to a sign. */
public final class ColumnSigns {
    /**
     * Negates each column whose component of largest magnitude, the first of equals, is negative.
     *
     * @param columns a matrix with contiguous rows
     */
    public static void makeLargestPositive(Matrix<double[]> columns) {
        multiply(columns, signs(columns));
    }

    /**
     * Negates pairs of columns, where the component of largest magnitude of the left one, the first of equals, is
     * negative. A column without a partner is negated by the same rule.
     *
     * @param left a matrix with contiguous rows or columns
     * @param right a matrix with contiguous rows or columns
     */
    public static void makeLargestPositive(Matrix<double[]> left, Matrix<double[]> right) {
        int pairs = Math.min(left.columns(), right.columns());
        double[] signs = signs(left);
        multiply(left, signs);
        multiply(right.columns(0, pairs), signs);
        Matrix<double[]> rest = right.columns(pairs, right.columns());
        multiply(rest, signs(rest));
    }

    private static double[] signs(Matrix<double[]> columns) {
        double[] x = columns.values();
        double[] signs = new double[columns.columns()];
        Arrays.fill(signs, 1);
        double[] largest = new double[signs.length];
        for (int i = 0; i < columns.rows(); i++) {
            int row = columns.offset() + i * columns.rowStep();
            for (int j = 0; j < signs.length; j++) {
                double component = x[row + j * columns.columnStep()];
                if (Math.abs(component) > largest[j]) {
                    largest[j] = Math.abs(component);
                    signs[j] = Math.signum(component);
                }
            }
        }
        return signs;
    }

    /** Multiplies each column by its sign. No zero stays negative. */
    private static void multiply(Matrix<double[]> columns, double... signs) {
        double[] x = columns.values();
        for (int i = 0; i < columns.rows(); i++) {
            int row = columns.offset() + i * columns.rowStep();
            for (int j = 0; j < columns.columns(); j++) {
                int at = row + j * columns.columnStep();
                x[at] = x[at] * signs[j] + 0.0;
            }
        }
    }
}
