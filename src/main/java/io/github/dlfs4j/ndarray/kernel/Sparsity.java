package io.github.dlfs4j.ndarray.kernel;

/**
 * Whether zeros of a matrix are worth leaving out of a product, and may be. An image is mostly background: four fifths
 * of its pixels are zero.
 */
public final class Sparsity {
    /** So many places are looked at. A shorter row has no zeros that are worth leaving out. */
    static final int SAMPLES = 32;

    private Sparsity() {}

    /**
     * Whether at most places both of the first two rows are zero, or both of the first two columns if they are in order
     * and not the rows. Of what a ReLU returns a half is zero, but only a quarter twice: that does not pay.
     *
     * @param matrix of {@code float} or {@code double}
     */
    static boolean isMostlyZero(Matrix<?> matrix) {
        Matrix<?> rows = matrix.columnStep() == 1 ? matrix : matrix.transpose();
        int step = rows.columns() / SAMPLES * rows.columnStep();
        int next = rows.rows() > 1 ? rows.rowStep() : 0;
        int zeros = 0;
        for (int i = 0; i < SAMPLES && step != 0; i++) {
            int at = rows.offset() + i * step;
            zeros += isZero(rows.values(), at) && isZero(rows.values(), at + next) ? 1 : 0;
        }
        return 2 * zeros > SAMPLES;
    }

    private static boolean isZero(Object values, int at) {
        return values instanceof float[] floats ? floats[at] == 0 : ((double[]) values)[at] == 0;
    }

    /**
     * Whether there is neither an infinity nor a NaN in a matrix, so that zero times any of its elements is zero.
     *
     * @param matrix of {@code float} or {@code double}, its rows in order
     */
    static boolean areFinite(Matrix<?> matrix) {
        for (int i = 0; i < matrix.rows(); i++) {
            int first = matrix.offset() + i * matrix.rowStep();
            int end = first + matrix.columns();
            boolean finite = matrix.values() instanceof float[] floats
                    ? areFinite(floats, first, end)
                    : areFinite((double[]) matrix.values(), first, end);
            if (!finite) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether there is neither an infinity nor a NaN in a part of an array.
     *
     * @param values the array
     * @param first where the part begins
     * @param end the element after its last
     * @return whether each element is finite
     */
    public static boolean areFinite(float[] values, int first, int end) {
        for (int i = first; i < end; i++) {
            if (!Float.isFinite(values[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether there is neither an infinity nor a NaN in a part of an array.
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

    /** Lists the columns of a row in which it is not zero. */
    static int nonZeroColumns(float[] row, int from, int length, int[] columns) {
        int count = 0;
        for (int k = 0; k < length; k++) {
            columns[count] = k;
            // Without a branch, which would be taken at the edges of what an image shows, and seldom foreseen.
            int bits = Float.floatToRawIntBits(row[from + k]) << 1;
            count += (bits | -bits) >>> 31;
        }
        return count;
    }

    /** Lists the columns of a row in which it is not zero. */
    static int nonZeroColumns(double[] row, int from, int length, int[] columns) {
        int count = 0;
        for (int k = 0; k < length; k++) {
            columns[count] = k;
            // Without a branch, which would be taken at the edges of what an image shows, and seldom foreseen.
            long bits = Double.doubleToRawLongBits(row[from + k]) << 1;
            count += (int) ((bits | -bits) >>> 63);
        }
        return count;
    }
}
