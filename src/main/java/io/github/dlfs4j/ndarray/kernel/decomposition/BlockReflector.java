package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;

/**
 * The product of several {@linkplain HouseholderReflection reflections}, <i>H<sub>1</sub> … H<sub>k</sub> = I − V T
 * V<sup>T</sup></i>, the compact WY form (R. Schreiber and C. Van Loan, "A storage-efficient WY representation for
 * products of Householder transformations", SIAM Journal on Scientific and Statistical Computing 10 (1989), 53-57).
 *
 * @param v the vectors, a column each: m by k, with ones on the diagonal and zeros above it
 * @param t k by k, upper triangular, with the factors τ on the diagonal and zeros below it
 */
record BlockReflector(Matrix<double[]> v, Matrix<double[]> t) {
    /**
     * Returns the product of reflections.
     *
     * @param v their vectors
     * @param factors their factors τ
     */
    static BlockReflector of(Matrix<double[]> v, double... factors) {
        int k = v.columns();
        Matrix<double[]> t = BlockProduct.zeros(k, k);
        fill(t, BlockProduct.of(v.transpose(), v), factors);
        return new BlockReflector(v, t);
    }

    /**
     * Fills T column by column.
     *
     * @param t zeros
     * @param products v<sup>T</sup> v, of which only the part above the diagonal is read
     */
    static void fill(Matrix<double[]> t, Matrix<double[]> products, double... factors) {
        double[] values = t.values();
        double[] dots = products.values();
        for (int j = 0; j < t.columns(); j++) {
            for (int i = 0; i < j; i++) {
                double sum = 0;
                for (int p = i; p < j; p++) {
                    sum += values[t.offset() + i * t.rowStep() + p]
                            * dots[products.offset() + p * products.rowStep() + j];
                }
                values[t.offset() + i * t.rowStep() + j] = -factors[j] * sum;
            }
            values[t.offset() + j * t.rowStep() + j] = factors[j];
        }
    }

    /** Applies the reflections to the columns of a matrix, the last reflection first: {@code c ← (I − V T Vᵀ) c}. */
    void apply(Matrix<double[]> c) {
        apply(t, c);
    }

    /** Applies the reflections in reverse order: {@code c ← (I − V Tᵀ Vᵀ) c}. */
    void applyTransposed(Matrix<double[]> c) {
        apply(t.transpose(), c);
    }

    private void apply(Matrix<double[]> factor, Matrix<double[]> c) {
        if (c.columns() > 0) {
            BlockProduct.subtract(v, BlockProduct.of(factor, BlockProduct.of(v.transpose(), c)), c);
        }
    }
}
