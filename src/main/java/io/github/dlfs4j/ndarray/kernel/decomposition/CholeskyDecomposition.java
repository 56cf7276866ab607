package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.Workspace;
import io.github.dlfs4j.ndarray.kernel.product.DoubleRows;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import java.util.Arrays;

/**
 * The recursive Cholesky decomposition of a symmetric positive definite matrix into <i>u<sup>T</sup> u</i>, where u is
 * an upper triangle: the upper left quarter is decomposed, then the rest of its rows solved for, and the product of
 * these subtracted from the lower right quarter, which is decomposed in turn (F. G. Gustavson, <i>Recursion leads to
 * automatic variable blocking for dense linear-algebra algorithms</i>, 1997).
 */
public final class CholeskyDecomposition {
    /** The rows of a matrix that is not quartered. */
    private static final int SMALL = 32;

    /** The rows of a square of which the product is computed as a whole, though only its upper triangle is needed. */
    private static final int SQUARE = 64;

    /**
     * Decomposes a matrix.
     *
     * @param a n by n, with contiguous rows or columns; its upper triangle is read and becomes u, and the rest becomes
     *     0
     * @return whether the matrix is positive definite; otherwise a becomes undefined
     */
    public static boolean decompose(Matrix<double[]> a) {
        boolean isPositive = decomposeUpper(a);
        clearLower(a);
        return isPositive;
    }

    /** Fills the triangle below the diagonal with zeros. */
    private static void clearLower(Matrix<double[]> a) {
        boolean areRows = a.columnStep() == 1;
        for (int i = 0; i < a.rows(); i++) {
            int diagonal = a.offset() + i * (a.rowStep() + a.columnStep());
            int from = areRows ? diagonal - i : diagonal + 1;
            Arrays.fill(a.values(), from, from + (areRows ? i : a.rows() - 1 - i), 0);
        }
    }

    /** Decomposes a matrix; reads nothing below its diagonal and leaves anything there. */
    private static boolean decomposeUpper(Matrix<double[]> a) {
        int n = a.rows();
        if (n <= SMALL) {
            return decomposeSmall(a);
        }
        int half = TriangularSystem.half(n);
        Matrix<double[]> first = a.block(0, 0, half, half);
        if (!decomposeUpper(first)) {
            return false;
        }
        Matrix<double[]> right = a.block(0, half, half, n - half);
        TriangularSystem.solveLower(first.transpose(), false, right);
        Matrix<double[]> rest = a.block(half, half, n - half, n - half);
        subtractSquare(right, rest);
        return decomposeUpper(rest);
    }

    /** Subtracts <i>r<sup>T</sup> r</i> from the upper triangle of c. */
    private static void subtractSquare(Matrix<double[]> r, Matrix<double[]> c) {
        int n = c.rows();
        if (n <= SQUARE) {
            BlockProduct.subtract(r.transpose(), r, c);
            return;
        }
        int half = TriangularSystem.half(n);
        Matrix<double[]> left = r.columns(0, half);
        Matrix<double[]> right = r.columns(half, n);
        subtractSquare(left, c.block(0, 0, half, half));
        BlockProduct.subtract(left.transpose(), right, c.block(0, half, half, n - half));
        subtractSquare(right, c.block(half, half, n - half, n - half));
    }

    /** Decomposes row by row. */
    private static boolean decomposeSmall(Matrix<double[]> a) {
        int n = a.rows();
        int length = RowLoops.rowLength(n);
        double[][] rows = RowLoops.POOL.take(SMALL + 1, length);
        double[] factors = Workspace.DOUBLES.take(n);
        double[] sums = rows[SMALL];
        DoubleRows.read(a, rows);
        boolean isPositive = true;
        for (int i = 0; i < n && isPositive; i++) {
            for (int k = 0; k < i; k++) {
                factors[k] = rows[k][i];
            }
            Arrays.fill(sums, i, n, 0);
            RowLoops.addMultiples(rows, factors, 0, i, sums, i, n);
            RowLoops.subtract(sums, rows[i], i, n);
            isPositive = !(rows[i][i] <= 0);
            rows[i][i] = Math.sqrt(rows[i][i]);
            RowLoops.divide(rows[i], rows[i][i], i + 1, n);
        }
        DoubleRows.write(rows, a);
        Workspace.DOUBLES.giveBack(factors);
        RowLoops.POOL.giveBack(rows, length);
        return isPositive;
    }
}
