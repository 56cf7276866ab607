package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** Checks whether zeros may be left out of a product, and finds the elements that are not zero. */
@AlsoFor(float.class)
public final class DoubleSparsity {
    /**
     * Returns whether a part of an array contains neither infinities nor NaN, so that zero times any element is zero.
     *
     * @param values the array
     * @param first where the part begins
     * @param end the index after its last element
     * @return whether every element is finite
     */
    public static boolean areFinite(double[] values, int first, int end) {
        for (int i = first; i < end; i++) {
            if (!Double.isFinite(values[i])) {
                return false;
            }
        }
        return true;
    }

    /** Returns the same for a matrix with contiguous rows. */
    static boolean areFinite(Matrix<double[]> matrix) {
        for (int i = 0; i < matrix.rows(); i++) {
            int first = matrix.offset() + i * matrix.rowStep();
            if (!areFinite(matrix.values(), first, first + matrix.columns())) {
                return false;
            }
        }
        return true;
    }

    /** Lists the columns in which a row is not zero, and returns their number. */
    static int nonZeroColumns(double[] row, int from, int length, int[] columns) {
        int count = 0;
        for (int k = 0; k < length; k++) {
            columns[count] = k;
            count += oneUnlessZero(row[from + k]);
        }
        return count;
    }

    /**
     * Returns 0 for zero, and 1 for any other number. A branch would change its direction at the edges in an image, and
     * be hard to predict.
     */
    static int oneUnlessZero(double x) {
        long bits = Double.doubleToRawLongBits(Math.abs(x));
        return (int) (-bits >>> 63);
    }
}
