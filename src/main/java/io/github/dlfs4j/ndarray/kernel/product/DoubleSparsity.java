package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** Whether zeros may be left out of a product, and where they are. */
@AlsoFor(float.class)
public final class DoubleSparsity {
    private DoubleSparsity() {}

    /**
     * Whether there is neither an infinity nor a NaN in a part of an array, so that zero times any of its elements is
     * zero.
     *
     * @param values the array
     * @param first where the part begins
     * @param end the element after its last
     * @return whether each element is finite
     */
    public static boolean areFinite(double[] values, int first, int end) {
        for (int i = first; i < end; i++) {
            if (!Double.isFinite(values[i])) {
                return false;
            }
        }
        return true;
    }

    /** The same of a matrix whose rows are in order. */
    static boolean areFinite(Matrix<double[]> matrix) {
        for (int i = 0; i < matrix.rows(); i++) {
            int first = matrix.offset() + i * matrix.rowStep();
            if (!areFinite(matrix.values(), first, first + matrix.columns())) {
                return false;
            }
        }
        return true;
    }

    /** Lists the columns of a row in which it is not zero, and returns how many there are. */
    static int nonZeroColumns(double[] row, int from, int length, int[] columns) {
        int count = 0;
        for (int k = 0; k < length; k++) {
            columns[count] = k;
            // Without a branch, which would be taken at the edges of what an image shows, and seldom foreseen.
            long bits = Double.doubleToRawLongBits(Math.abs(row[from + k]));
            count += (int) (-bits >>> 63);
        }
        return count;
    }
}
