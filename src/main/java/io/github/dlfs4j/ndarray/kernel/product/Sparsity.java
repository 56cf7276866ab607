package io.github.dlfs4j.ndarray.kernel.product;

/**
 * Checks whether it pays to leave the zeros of a matrix out of a product. It does for images, which are mostly
 * background: four fifths of them are zero.
 */
final class Sparsity {
    /** The number of places that are examined. In a shorter row, leaving out zeros does not pay. */
    private static final int SAMPLES = 32;

    /**
     * Returns whether the first two rows are both zero at most of the examined places; if columns are contiguous
     * instead of rows, whether the first two columns are. Half of the results of a ReLU are zero, but only a quarter
     * are zero in both rows, and leaving these out does not pay.
     *
     * @param matrix of {@code float} or {@code double}
     */
    static boolean isMostlyZero(Matrix<?> matrix) {
        boolean areColumns = matrix.columnStep() != 1 && matrix.rowStep() == 1;
        Matrix<?> rows = areColumns ? matrix.transpose() : matrix;
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
}
