package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.DoubleRows;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;

/**
 * Eigenvalues and eigenvectors of a square matrix whose eigenvalues are real: {@link Balancing}, {@link Hessenberg},
 * {@link FrancisQR}, {@link TriangularVectors}.
 */
public final class GeneralEigen {
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
        ScaledRows scaled = ScaledRows.of(a);
        double[][] rows = scaled.rows();
        int exponent = scaled.exponent();
        Balancing balancing = new Balancing(rows);
        int first = balancing.first();
        int end = balancing.end();
        Hessenberg hessenberg = new Hessenberg(rows, first, end);
        double[][] z = vectors == null ? null : hessenberg.transposedQ();
        FrancisQR schur = new FrancisQR(rows, z, first, end);
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
        for (int i = 0; i < n; i++) {
            values[at + i] = Math.scalb(rows[i][i], exponent);
        }
        if (vectors != null) {
            multiply(z, TriangularVectors.of(rows), vectors);
            makeLongest1(vectors);
            balancing.undo(vectors);
            makeLongest1(vectors);
            normalize(vectors);
        }
        return true;
    }

    /**
     * Returns whether complex eigenvalues were found, and nothing else.
     *
     * @return if so, there are no results
     */
    public boolean isComplex() {
        return isComplex;
    }

    /**
     * Returns the real part of a complex eigenvalue.
     *
     * @return undefined if there is none
     */
    public double real() {
        return real;
    }

    /**
     * Returns the imaginary part of a complex eigenvalue.
     *
     * @return positive; 0 if there is none
     */
    public double imaginary() {
        return imaginary;
    }

    private void multiply(double[][] z, double[] x, Matrix<double[]> vectors) {
        Matrix<double[]> rows = BlockProduct.zeros(n, n);
        DoubleRows.write(z, rows);
        BlockProduct.multiply(rows.transpose(), new Matrix<>(x, 0, n, n, n, 1), vectors);
    }

    /** Scales each vector by a power of two so that its largest component has a magnitude of about 1. */
    private void makeLongest1(Matrix<double[]> vectors) {
        double[] x = vectors.values();
        double[] largest = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                largest[j] = Math.max(largest[j], Math.abs(x[vectors.offset() + i * n + j]));
            }
        }
        int[] exponents = new int[n];
        for (int j = 0; j < n; j++) {
            exponents[j] = -Math.getExponent(largest[j]);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int k = vectors.offset() + i * n + j;
                x[k] = Math.scalb(x[k], exponents[j]);
            }
        }
    }

    private void normalize(Matrix<double[]> vectors) {
        double[] x = vectors.values();
        double[] squares = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double component = x[vectors.offset() + i * n + j];
                squares[j] += component * component;
            }
        }
        for (int j = 0; j < n; j++) {
            squares[j] = Math.sqrt(squares[j]);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                x[vectors.offset() + i * n + j] /= squares[j];
            }
        }
    }
}
