package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;

/**
 * The eigenvectors of an upper triangular matrix by back substitution (G. H. Golub and C. F. Van Loan, "Matrix
 * Computations", 4th edition, 2013, section 7.6.4), all at the same time, row by row from the last.
 *
 * <p>A pivot that is zero, because two eigenvalues are equal, is replaced by a negligible number. A vector whose
 * components become large is scaled by a power of two, so that nothing overflows.
 */
final class TriangularVectors {
    private static final int BLOCK = 32;
    private static final double ULP = 0x1p-52;

    /** The least magnitude of a pivot. */
    private static final double LEAST_PIVOT = 0x1p-960;

    /** Larger components of vectors that are perpendicular but for rounding errors come from equal eigenvalues. */
    private static final double ROUNDING = 0x1p-20;

    /** Larger components are scaled. */
    private static final double LARGE = 0x1p100;

    private final double[][] t;
    private final double negligible;
    private final int n;

    /** The vectors, as columns. */
    private final double[] x;

    private TriangularVectors(double[][] t, double negligible) {
        this.t = t;
        this.negligible = negligible;
        n = t.length;
        x = new double[n * n];
    }

    /**
     * Computes the eigenvectors.
     *
     * @param t the rows of the matrix, none of whose elements is larger than 2^900
     * @param negligible if the matrix is diagonal but for rounding errors, eigenvalues that differ by less count as
     *     equal, and their vectors stay perpendicular; 0 for any other matrix
     * @return the vectors as columns, an upper triangular matrix in C order
     */
    static double[] of(double[][] t, double negligible) {
        TriangularVectors vectors = new TriangularVectors(t, negligible);
        for (int end = vectors.n; end > 0; end -= BLOCK) {
            vectors.solve(Math.max(0, end - BLOCK), end);
        }
        return vectors.x;
    }

    private void solve(int first, int end) {
        addRowsBelow(first, end);
        double[] sum = new double[n];
        for (int i = end - 1; i >= first; i--) {
            int row = i * n;
            System.arraycopy(x, row + i, sum, i, n - i);
            for (int k = i + 1; k < end; k++) {
                double factor = t[i][k];
                int other = k * n;
                for (int j = k; j < n; j++) {
                    sum[j] += factor * x[other + j];
                }
            }
            x[row + i] = 1;
            for (int j = i + 1; j < n; j++) {
                double pivot = pivot(i, j);
                if (Math.abs(pivot) < negligible && Math.abs(sum[j]) > ROUNDING * Math.abs(pivot)) {
                    sum[j] = 0;
                }
                if (Math.abs(sum[j]) > LARGE * Math.abs(pivot)) {
                    int exponent = Math.getExponent(pivot) - Math.getExponent(sum[j]);
                    scale(j, first, exponent);
                    sum[j] = Math.scalb(sum[j], exponent);
                }
                x[row + j] = -sum[j] / pivot;
            }
        }
    }

    /** Stores in the rows of a block their products with the vectors' components below it. */
    private void addRowsBelow(int first, int end) {
        int height = end - first;
        int width = n - end;
        if (width == 0) {
            return;
        }
        double[] right = new double[height * width];
        for (int i = 0; i < height; i++) {
            System.arraycopy(t[first + i], end, right, i * width, width);
        }
        double[] product = new double[height * width];
        Matrix<double[]> a = new Matrix<>(right, 0, height, width, width, 1);
        Matrix<double[]> b = new Matrix<>(x, end * n + end, width, width, n, 1);
        BlockProduct.multiply(a, b, new Matrix<>(product, 0, height, width, width, 1));
        for (int i = 0; i < height; i++) {
            System.arraycopy(product, i * width, x, (first + i) * n + end, width);
        }
    }

    private double pivot(int i, int vector) {
        double value = t[vector][vector];
        double pivot = t[i][i] - value;
        double least = Math.max(ULP * Math.abs(value), LEAST_PIVOT);
        return Math.abs(pivot) < least ? least : pivot;
    }

    /** Scales a vector, and the products of the rows of a block that are still to come. */
    private void scale(int vector, int first, int exponent) {
        for (int i = first; i <= vector; i++) {
            x[i * n + vector] = Math.scalb(x[i * n + vector], exponent);
        }
    }
}
