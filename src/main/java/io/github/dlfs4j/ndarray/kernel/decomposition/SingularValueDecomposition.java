package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;

/**
 * The singular value decomposition a = u s v<sup>T</sup>: a {@linkplain QRDecomposition QR decomposition} if a is not
 * square (T. Chan, "An improved algorithm for computing the singular value decomposition", ACM Transactions on
 * Mathematical Software 8 (1982), 72-83), reflections to a {@linkplain Bidiagonalization bidiagonal matrix}, and
 * {@linkplain BidiagonalQR QR steps} to a diagonal one. The values are the same whether or not there are vectors.
 */
public final class SingularValueDecomposition {
    private final Matrix<double[]> left;
    private final double[] values;
    private final Matrix<double[]> right;

    private SingularValueDecomposition(Matrix<double[]> left, double[] values, Matrix<double[]> right) {
        this.left = left;
        this.values = values;
        this.right = right;
    }

    /**
     * Returns the left vectors, a column each.
     *
     * @return in C order without gaps, or transposed
     */
    public Matrix<double[]> left() {
        return left;
    }

    /**
     * Returns the singular values.
     *
     * @return the array itself, in descending order
     */
    public double[] values() {
        return values;
    }

    /**
     * Returns the right vectors, a row each.
     *
     * @return in C order without gaps, or transposed
     */
    public Matrix<double[]> right() {
        return right;
    }

    /**
     * Returns the singular values of a matrix.
     *
     * @param a m by n, in any layout
     * @return the lesser of m and n values, in descending order
     * @throws IllegalArgumentException {@code SVD did not converge}, if an element is NaN or infinite
     */
    public static double[] valuesOf(Matrix<double[]> a) {
        return decompose(a.rows() < a.columns() ? a.transpose() : a, false, false).values;
    }

    /**
     * Decomposes a matrix.
     *
     * @param a m by n, in any layout
     * @param isFull whether there are as many left vectors as rows and as many right ones as columns, and not only the
     *     lesser of both numbers
     * @return the decomposition
     * @throws IllegalArgumentException {@code SVD did not converge}, if an element is NaN or infinite
     */
    public static SingularValueDecomposition of(Matrix<double[]> a, boolean isFull) {
        if (a.rows() >= a.columns()) {
            return decompose(a, true, isFull);
        }
        SingularValueDecomposition turned = decompose(a.transpose(), true, isFull);
        return new SingularValueDecomposition(turned.right.transpose(), turned.values, turned.left.transpose());
    }

    /** Decomposes a matrix that is not wide. */
    private static SingularValueDecomposition decompose(Matrix<double[]> given, boolean hasVectors, boolean isFull) {
        int m = given.rows();
        int n = given.columns();
        Matrix<double[]> a = BlockProduct.zeros(m, n);
        int exponent = copyScaled(given, a.values());
        BlockReflector[] reflections = {};
        if (m > n) {
            reflections = QRDecomposition.reduce(a);
            a = upperTriangle(a);
        }
        Bidiagonalization bidiagonal = new Bidiagonalization(a, hasVectors);
        double[] d = bidiagonal.diagonal();
        if (!hasVectors) {
            BidiagonalQR.diagonalize(d, bidiagonal.superdiagonal(), null, null);
            return new SingularValueDecomposition(null, values(d, descending(d), exponent), null);
        }
        Matrix<double[]> rowsOfU = transposed(bidiagonal.left());
        Matrix<double[]> rowsOfV = transposed(bidiagonal.right());
        BidiagonalQR.diagonalize(
                d, bidiagonal.superdiagonal(), new RotationSweeps(rowsOfU), new RotationSweeps(rowsOfV));
        int[] order = descending(d);
        Matrix<double[]> right = BlockProduct.zeros(n, n);
        Matrix<double[]> left = BlockProduct.zeros(m, isFull ? m : n);
        for (int i = 0; i < left.columns(); i++) {
            if (i < n) {
                double sign = Math.copySign(1, d[order[i]]);
                for (int j = 0; j < n; j++) {
                    right.values()[i * n + j] = sign * rowsOfV.values()[order[i] * n + j];
                    left.values()[j * left.columns() + i] = rowsOfU.values()[order[i] * n + j];
                }
            } else {
                left.values()[i * left.columns() + i] = 1;
            }
        }
        QRDecomposition.apply(reflections, left);
        return new SingularValueDecomposition(left, values(d, order, exponent), right);
    }

    /** Returns the singular values in order, multiplied by a power of two. */
    private static double[] values(double[] d, int[] order, int exponent) {
        double[] values = new double[d.length];
        for (int i = 0; i < d.length; i++) {
            values[i] = Math.scalb(Math.abs(d[order[i]]), exponent);
        }
        return values;
    }

    /**
     * Copies a matrix, multiplied by a power of two, which is exact and keeps squares from overflowing.
     *
     * @return the exponent of the power of two by which to multiply the copy
     */
    private static int copyScaled(Matrix<double[]> a, double[] copy) {
        int n = a.columns();
        double largest = 0;
        for (int i = 0; i < a.rows(); i++) {
            int at = a.offset() + i * a.rowStep();
            for (int j = 0; j < n; j++) {
                double element = a.values()[at + j * a.columnStep()];
                largest = Math.max(largest, Math.abs(element));
                copy[i * n + j] = element;
            }
        }
        if (!(largest <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("SVD did not converge");
        }
        if (largest == 0) {
            return 0;
        }
        int exponent = Math.getExponent(largest) + 1;
        RowLoops.scale(Math.scalb(1.0, -exponent), copy, 0, copy.length);
        return exponent;
    }

    private static Matrix<double[]> upperTriangle(Matrix<double[]> a) {
        int n = a.columns();
        Matrix<double[]> r = BlockProduct.zeros(n, n);
        for (int i = 0; i < n; i++) {
            System.arraycopy(a.values(), i * n + i, r.values(), i * n + i, n - i);
        }
        return r;
    }

    private static Matrix<double[]> transposed(Matrix<double[]> a) {
        int n = a.rows();
        Matrix<double[]> transposed = BlockProduct.zeros(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                transposed.values()[j * n + i] = a.values()[i * n + j];
            }
        }
        return transposed;
    }

    /** Returns the indices of the values in the order of descending magnitude. */
    private static int[] descending(double[] d) {
        int[] order = new int[d.length];
        for (int i = 0; i < d.length; i++) {
            int k = i;
            for (; k > 0 && Math.abs(d[order[k - 1]]) < Math.abs(d[i]); k--) {
                order[k] = order[k - 1];
            }
            order[k] = i;
        }
        return order;
    }
}
