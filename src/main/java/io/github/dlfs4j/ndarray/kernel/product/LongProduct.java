package io.github.dlfs4j.ndarray.kernel.product;

/** The matrix product of integers. It wraps as every product of longs does. */
public final class LongProduct {
    private LongProduct() {}

    /**
     * The product of two matrices.
     *
     * @param a m by k, in any layout
     * @param b k by n, in any layout
     * @return the m by n elements, in C order
     */
    public static long[] multiply(Matrix<long[]> a, Matrix<long[]> b) {
        int n = b.columns();
        long[] product = new long[a.rows() * n];
        for (int i = 0; i < a.rows(); i++) {
            for (int p = 0; p < b.rows(); p++) {
                long factor = a.values()[a.offset() + i * a.rowStep() + p * a.columnStep()];
                int row = b.offset() + p * b.rowStep();
                for (int j = 0; j < n; j++) {
                    product[i * n + j] += factor * b.values()[row + j * b.columnStep()];
                }
            }
        }
        return product;
    }
}
