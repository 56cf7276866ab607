package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;

/**
 * A product of Householder reflections as <i>I − V<sup>T</sup> T V</i>, with their vectors in the rows of V and an
 * upper triangular T, so that it is applied in matrix products (R. Schreiber and C. Van Loan, "A storage-efficient WY
 * representation for products of Householder transformations", SIAM Journal on Scientific and Statistical Computing 10
 * (1989), 53-57).
 */
final class RowReflectors {
    private final Matrix<double[]> v;
    private final double[] t;

    /**
     * Creates the product of the reflections, the first on the left.
     *
     * @param v a vector in each row
     * @param tau holds the factor of each reflection
     * @param at where the first factor is
     */
    RowReflectors(Matrix<double[]> v, double[] tau, int at) {
        this.v = v;
        int k = v.rows();
        double[] gram = product(v, v.transpose());
        t = new double[k * k];
        for (int i = 0; i < k; i++) {
            double factor = tau[at + i];
            t[i * k + i] = factor;
            for (int row = 0; row < i; row++) {
                t[row * k + i] = -factor * Householder.dot(t, row * k + row, gram, i * k + row, i - row);
            }
        }
    }

    /** Multiplies a matrix with contiguous rows by the reflections from the left. */
    void multiply(Matrix<double[]> c) {
        int k = v.rows();
        int n = c.columns();
        Matrix<double[]> projected = new Matrix<>(product(v, c), 0, k, n, n, 1);
        Matrix<double[]> coefficients = new Matrix<>(product(new Matrix<>(t, 0, k, k, k, 1), projected), 0, k, n, n, 1);
        Strips.subtract(v.transpose(), coefficients, c);
    }

    private static double[] product(Matrix<double[]> a, Matrix<double[]> b) {
        double[] c = new double[a.rows() * b.columns()];
        BlockProduct.multiply(a, b, new Matrix<>(c, 0, a.rows(), b.columns(), b.columns(), 1));
        return c;
    }
}
