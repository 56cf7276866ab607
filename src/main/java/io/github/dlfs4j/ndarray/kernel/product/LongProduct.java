package io.github.dlfs4j.ndarray.kernel.product;

import java.util.Arrays;

/** The matrix product of integers. It wraps around on overflow, as every product of longs does. */
public final class LongProduct {
    /**
     * Computes the product of two matrices.
     *
     * @param a m by k, in any layout
     * @param b k by n, in any layout
     * @param product m by n, in C order without gaps; receives the result; must share no memory with a and b
     */
    public static void multiply(Matrix<long[]> a, Matrix<long[]> b, Matrix<long[]> product) {
        int n = b.columns();
        long[] right = b.values();
        long[] sums = product.values();
        Arrays.fill(sums, product.offset(), product.offset() + a.rows() * n, 0);
        for (int i = 0; i < a.rows(); i++) {
            int to = product.offset() + i * n;
            for (int p = 0; p < b.rows(); p++) {
                long factor = a.values()[a.offset() + i * a.rowStep() + p * a.columnStep()];
                int row = b.offset() + p * b.rowStep();
                for (int j = 0; j < n; j++) {
                    sums[to + j] += factor * right[row + j * b.columnStep()];
                }
            }
        }
    }
}
