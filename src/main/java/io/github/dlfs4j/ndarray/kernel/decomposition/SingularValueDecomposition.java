package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import java.util.Arrays;

/**
 * The singular value decomposition a = u s v<sup>T</sup>: a {@linkplain QRDecomposition QR decomposition} if a is not
 * square (T. Chan, "An improved algorithm for computing the singular value decomposition", ACM Transactions on
 * Mathematical Software 8 (1982), 72-83), reflections to a {@linkplain Bidiagonalization bidiagonal matrix}, and
 * {@linkplain BidiagonalQR QR steps} to a diagonal one. The values are the same whether or not there are vectors.
 */
public final class SingularValueDecomposition {
    /** Numbers of a lesser exponent have squares that neither overflow nor vanish. */
    private static final int USUAL = 460;

    /**
     * Computes singular values and vectors.
     *
     * @param a m by n, in any layout
     * @param values takes the lesser of m and n values, in descending order
     * @param at where the first value is stored
     * @param left takes the left vectors, a column each: m of them, or as many as there are values; null if no vectors
     *     are wanted. The values are the same
     * @param right takes the right vectors, a row each: n of them, or as many as there are values; null without left
     * @return whether the values converged; they do not if an element is NaN. If one is infinite, all results are NaN
     */
    public static boolean decompose(
            Matrix<double[]> a, double[] values, int at, Matrix<double[]> left, Matrix<double[]> right) {
        if (left == null && Math.min(a.rows(), a.columns()) == 0) {
            return true;
        }
        if (a.rows() >= a.columns()) {
            return decomposeTall(a, values, at, left, right);
        }
        return left == null
                ? decomposeTall(a.transpose(), values, at, null, null)
                : decomposeTall(a.transpose(), values, at, right.transpose(), left.transpose());
    }

    /** Decomposes a matrix that is not wide. */
    private static boolean decomposeTall(
            Matrix<double[]> given, double[] values, int at, Matrix<double[]> left, Matrix<double[]> right) {
        int m = given.rows();
        int n = given.columns();
        Matrix<double[]> a = BlockProduct.zeros(m, n);
        copy(given, a);
        double largest = RowLoops.largest(a.values(), 0, m * n);
        if (largest == Double.POSITIVE_INFINITY) { // as LAPACK without vectors; with them, it may never end
            Arrays.fill(values, at, at + n, Double.NaN);
            if (left != null) {
                fillWithNaN(left);
                fillWithNaN(right);
            }
        }
        if (!Double.isFinite(largest)) {
            return !Double.isNaN(largest);
        }
        // As in LAPACK, usual numbers stay as they are, and tiny ones beside them.
        int exponent = Math.abs(Math.getExponent(largest)) < USUAL ? 0 : ScaledRows.exponent(largest);
        RowLoops.scale(Math.scalb(1.0, -exponent), a.values(), 0, m * n);
        BlockReflector[] reflections = {};
        if (m > n) {
            reflections = QRDecomposition.reduce(a);
            a = upperTriangle(a);
        }
        Bidiagonalization bidiagonal = new Bidiagonalization(a, left != null);
        double[] d = bidiagonal.diagonal();
        Matrix<double[]> rowsOfU = left == null ? null : transposed(bidiagonal.left());
        Matrix<double[]> rowsOfV = left == null ? null : transposed(bidiagonal.right());
        if (!BidiagonalQR.diagonalize(d, bidiagonal.superdiagonal(), sweeps(rowsOfU), sweeps(rowsOfV))) {
            return false;
        }
        int[] order = descending(d);
        for (int i = 0; i < n; i++) {
            values[at + i] = Math.scalb(Math.abs(d[order[i]]), exponent);
        }
        if (left != null) {
            writeLeft(rowsOfU, order, reflections, left);
            writeRight(rowsOfV, order, d, right);
        }
        return true;
    }

    private static RotationSweeps sweeps(Matrix<double[]> rows) {
        return rows == null ? null : new RotationSweeps(rows);
    }

    /** Reflects the vectors of the upper triangle, and unit vectors if more are wanted. */
    private static void writeLeft(
            Matrix<double[]> rowsOfU, int[] order, BlockReflector[] reflections, Matrix<double[]> left) {
        int n = order.length;
        int count = left.columns();
        Matrix<double[]> columns = BlockProduct.zeros(left.rows(), count);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                columns.values()[j * count + i] = rowsOfU.values()[order[i] * n + j];
            }
        }
        for (int i = n; i < count; i++) {
            columns.values()[i * count + i] = 1;
        }
        QRDecomposition.apply(reflections, columns);
        copy(columns, left);
    }

    private static void writeRight(Matrix<double[]> rowsOfV, int[] order, double[] d, Matrix<double[]> right) {
        int n = order.length;
        for (int i = 0; i < n; i++) {
            double sign = Math.copySign(1, d[order[i]]);
            int row = right.offset() + i * right.rowStep();
            for (int j = 0; j < n; j++) {
                right.values()[row + j * right.columnStep()] = sign * rowsOfV.values()[order[i] * n + j];
            }
        }
    }

    private static void copy(Matrix<double[]> from, Matrix<double[]> to) {
        for (int i = 0; i < from.rows(); i++) {
            int row = from.offset() + i * from.rowStep();
            int target = to.offset() + i * to.rowStep();
            for (int j = 0; j < from.columns(); j++) {
                to.values()[target + j * to.columnStep()] = from.values()[row + j * from.columnStep()];
            }
        }
    }

    private static void fillWithNaN(Matrix<double[]> a) {
        copy(new Matrix<>(new double[] {Double.NaN}, 0, a.rows(), a.columns(), 0, 0), a);
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
        Matrix<double[]> transposed = BlockProduct.zeros(a.columns(), a.rows());
        copy(a.transpose(), transposed);
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
