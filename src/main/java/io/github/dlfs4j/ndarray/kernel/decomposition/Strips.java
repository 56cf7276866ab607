package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;

/** The update of a large matrix, some rows at a time, so that a product is still in the cache when it is subtracted. */
final class Strips {
    private static final int ELEMENTS = 1 << 16;

    private Strips() {}

    /** Computes <i>c ← c − a b</i>; the arguments are those of {@link BlockProduct#subtract}. */
    static void subtract(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        int height = Math.max(24, ELEMENTS / Math.max(1, c.columns()) / 24 * 24);
        for (int first = 0; first < c.rows(); first += height) {
            int end = Math.min(first + height, c.rows());
            BlockProduct.subtract(a.rows(first, end), b, c.rows(first, end));
        }
    }
}
