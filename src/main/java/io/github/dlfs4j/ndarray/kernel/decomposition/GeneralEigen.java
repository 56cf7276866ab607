package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.DoubleRows;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;

/**
 * Eigenvalues and eigenvectors of a square matrix whose eigenvalues are real: {@link Balancing}, {@link Hessenberg},
 * {@link FrancisQR}, {@link TriangularVectors}.
 */
public final class GeneralEigen {
    /**
     * The exponent of the largest element of the scaled matrix. So none of a matrix whose elements differ very much is
     * too small, and squares do not overflow.
     */
    private static final int MAGNITUDE = 400;

    private final int n;
    private final double[] values;
    private final int at;
    private boolean isComplex;
    private double real;
    private double imaginary;

    /**
     * Prepares the algorithm.
     *
     * @param n the order of the matrix
     * @param values takes the eigenvalues, in the order of the diagonal of the Schur form
     * @param at where the first eigenvalue is stored
     */
    public GeneralEigen(int n, double[] values, int at) {
        this.n = n;
        this.values = values;
        this.at = at;
    }

    /**
     * Computes eigenvalues and eigenvectors, unless eigenvalues are complex.
     *
     * @param a the matrix, which must be finite
     * @param vectors takes the eigenvectors, of length 1, as columns; in C order without gaps; may be a; null if they
     *     are not wanted. The eigenvalues are the same
     * @return whether the eigenvalues converged, or a complex one was found
     */
    public boolean solve(Matrix<double[]> a, Matrix<double[]> vectors) {
        if (n == 0) {
            return true;
        }
        ScaledRows scaled = ScaledRows.of(a, MAGNITUDE);
        double[][] rows = scaled.rows();
        int exponent = scaled.exponent();
        boolean isSymmetric = isSymmetric(rows);
        Balancing balancing = new Balancing(rows);
        int first = balancing.first();
        int end = balancing.end();
        Hessenberg hessenberg = new Hessenberg(rows, first, end);
        double[][] z = vectors == null ? null : hessenberg.transposedQ();
        FrancisQR schur = new FrancisQR(rows, z, first, end, isSymmetric);
        boolean converged = schur.solve();
        StandardPair pair = schur.complexPair();
        isComplex = pair != null;
        if (isComplex) {
            real = Math.scalb(pair.a(), exponent);
            imaginary = Math.scalb(pair.imaginary(), exponent);
        }
        if (!converged || isComplex) {
            return converged;
        }
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(rows[i][i]));
            values[at + i] = Math.scalb(rows[i][i], exponent);
        }
        if (vectors != null) {
            double negligible = isSymmetric ? n * Math.ulp(largest) : 0;
            multiply(z, TriangularVectors.of(rows, negligible), vectors);
            balancing.undo(vectors);
            normalize(vectors);
        }
        return true;
    }

    /** {@return whether complex eigenvalues were found, and nothing else; if so, there are no results} */
    public boolean isComplex() {
        return isComplex;
    }

    /** {@return the real part of a complex eigenvalue; undefined if there is none} */
    public double real() {
        return real;
    }

    /** {@return the imaginary part of a complex eigenvalue, which is positive; 0 if there is none} */
    public double imaginary() {
        return imaginary;
    }

    private void multiply(double[][] z, double[] x, Matrix<double[]> vectors) {
        Matrix<double[]> rows = BlockProduct.zeros(n, n);
        DoubleRows.write(z, rows);
        BlockProduct.multiply(rows.transpose(), new Matrix<>(x, 0, n, n, n, 1), vectors);
    }

    private static boolean isSymmetric(double[]... rows) {
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < i; j++) {
                if (rows[i][j] != rows[j][i]) {
                    return false;
                }
            }
        }
        return true;
    }

    private void normalize(Matrix<double[]> vectors) {
        double[] x = vectors.values();
        for (int j = 0; j < n; j++) {
            int first = vectors.offset() + j;
            double squares = 0;
            for (int k = first; k < first + n * n; k += n) {
                squares += x[k] * x[k];
            }
            double length = Math.sqrt(squares);
            for (int k = first; k < first + n * n; k += n) {
                x[k] /= length;
            }
        }
    }
}
