package io.github.dlfs4j.ndarray.kernel;

/** The matrix product of integers. It wraps as every product of longs does. */
public final class LongProduct {
    private LongProduct() {}

    /**
     * The product of two matrices.
     *
     * @param a m by k, in any layout
     * @param b k by n, in any layout
     * @return m by n, in C order
     */
    public static Matrix<long[]> multiply(Matrix<long[]> a, Matrix<long[]> b) {
        int n = b.columns();
        long[] product = new long[a.rows() * n];
        long[] left = a.values();
        long[] right = b.values();
        for (int i = 0; i < a.rows(); i++) {
            for (int p = 0; p < a.columns(); p++) {
                long factor = left[a.offset() + i * a.rowStep() + p * a.columnStep()];
                int row = b.offset() + p * b.rowStep();
                for (int j = 0; j < n; j++) {
                    product[i * n + j] += factor * right[row + j * b.columnStep()];
                }
            }
        }
        return new Matrix<>(product, 0, a.rows(), n, n, 1);
    }
}
