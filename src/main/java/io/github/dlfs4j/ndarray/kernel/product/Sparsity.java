package io.github.dlfs4j.ndarray.kernel.product;

/**
 * Whether zeros of a matrix are worth leaving out of a product. An image is mostly background: four fifths are zero.
 */
final class Sparsity {
    /** So many places are looked at. A shorter row has no zeros that are worth leaving out. */
    private static final int SAMPLES = 32;

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
}
