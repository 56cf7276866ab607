package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.Workspace;
import io.github.dlfs4j.ndarray.kernel.product.DoubleRows;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import java.util.Arrays;

/**
 * Gaussian elimination with partial pivoting: the decomposition of a square matrix into <i>p l u</i>, where l is a
 * lower triangle with ones on its diagonal, u an upper one, and p reorders the rows. It halves the columns: the left
 * half is decomposed, then the right half updated with a product, and decomposed (S. Toledo, <i>Locality of reference
 * in LU decomposition with partial pivoting</i>, 1997; F. G. Gustavson, <i>Recursion leads to automatic variable
 * blocking for dense linear-algebra algorithms</i>, 1997).
 *
 * <p>Few columns are copied, each to an array of its own, along which all loops run. They are computed from left to
 * right, each by one sum of products.
 */
public final class LUDecomposition {
    /** The columns that are not halved. */
    private static final int FEW_COLUMNS = 32;

    /**
     * Decomposes a matrix. Of each column, the element of largest magnitude, the first of equals, becomes the pivot.
     *
     * @param a n by n, with contiguous rows; becomes u and, below the diagonal, l
     * @param pivots becomes the row with which each row was swapped, in this order
     * @return whether no pivot is 0; otherwise only the columns before it are decomposed
     */
    public static boolean decompose(Matrix<double[]> a, int... pivots) {
        return a.columns() == 0 || decompose(a, pivots, 0, a.columns());
    }

    /** Decomposes some columns, from the row on that has the number of the first column. */
    private static boolean decompose(Matrix<double[]> a, int[] pivots, int first, int end) {
        if (end - first <= FEW_COLUMNS) {
            return decomposeFew(a.block(first, first, a.rows() - first, end - first), pivots, first);
        }
        int middle = first + TriangularSystem.half(end - first);
        if (!decompose(a, pivots, first, middle)) {
            return false;
        }
        swap(a.columns(middle, end), pivots, first, middle);
        int half = middle - first;
        Matrix<double[]> right = a.block(first, middle, half, end - middle);
        TriangularSystem.solveLower(a.block(first, first, half, half), true, right);
        Matrix<double[]> below = a.block(middle, first, a.rows() - middle, half);
        BlockProduct.subtract(below, right, a.block(middle, middle, a.rows() - middle, end - middle));
        if (!decompose(a, pivots, middle, end)) {
            return false;
        }
        swap(a.columns(first, middle), pivots, middle, end);
        return true;
    }

    /** Swaps the rows of the pivots from one to another. */
    private static void swap(Matrix<double[]> a, int[] pivots, int first, int end) {
        double[] values = a.values();
        for (int i = first; i < end; i++) {
            if (pivots[i] != i) {
                int from = a.offset() + i * a.rowStep();
                int to = a.offset() + pivots[i] * a.rowStep();
                for (int j = 0; j < a.columns(); j++) {
                    double value = values[from + j];
                    values[from + j] = values[to + j];
                    values[to + j] = value;
                }
            }
        }
    }

    /** Decomposes few columns, whose first row has the given number. */
    private static boolean decomposeFew(Matrix<double[]> a, int[] pivots, int offset) {
        int n = a.columns();
        int length = RowLoops.rowLength(a.rows());
        double[][] columns = RowLoops.POOL.take(FEW_COLUMNS + 1, length);
        DoubleRows.read(a.transpose(), columns);
        boolean isRegular = true;
        for (int j = 0; j < n && isRegular; j++) {
            eliminate(columns, j, a.rows());
            int pivot = largest(columns[j], j, a.rows());
            pivots[offset + j] = offset + pivot;
            isRegular = columns[j][pivot] != 0;
            for (int k = 0; k < n && pivot != j; k++) {
                double value = columns[k][j];
                columns[k][j] = columns[k][pivot];
                columns[k][pivot] = value;
            }
            if (Double.isInfinite(columns[j][j])) {
                // As in NumPy, even an infinity divided by another one is 0.
                Arrays.fill(columns[j], j + 1, a.rows(), 0);
            } else {
                RowLoops.divide(columns[j], columns[j][j], j + 1, a.rows());
            }
        }
        DoubleRows.write(columns, a.transpose());
        RowLoops.POOL.giveBack(columns, length);
        return isRegular;
    }

    /** Subtracts the columns before a column from it, each times its element of u. */
    private static void eliminate(double[][] columns, int j, int rows) {
        double[] column = columns[j];
        double[] sums = columns[FEW_COLUMNS];
        Arrays.fill(sums, 0, rows, 0);
        for (int first = 0; first < j; first += RowLoops.GROUP) {
            int end = Math.min(first + RowLoops.GROUP, j);
            for (int k = first; k < end; k++) {
                column[k] -= sums[k];
                for (int i = k + 1; i < end; i++) {
                    sums[i] += columns[k][i] * column[k];
                }
            }
            RowLoops.addMultiples(columns, column, first, end, sums, end, rows);
        }
        RowLoops.subtract(sums, column, j, rows);
    }

    /** Returns where the element of largest magnitude is, the first of equals. NaN counts as the largest. */
    private static int largest(double[] column, int first, int end) {
        int index = first;
        double largest = Math.abs(column[first]);
        for (int i = first + 1; i < end && !Double.isNaN(largest); i++) {
            double size = Math.abs(column[i]);
            if (!(size <= largest)) {
                index = i;
                largest = size;
            }
        }
        return index;
    }

    /**
     * Solves a system.
     *
     * @param lu the decomposed matrix
     * @param pivots the swapped rows
     * @param b the right-hand sides, with contiguous rows; they become the solutions
     */
    public static void solve(Matrix<double[]> lu, int[] pivots, Matrix<double[]> b) {
        swap(b, pivots, 0, b.rows());
        TriangularSystem.solveLower(lu, true, b);
        TriangularSystem.solveUpper(lu, b);
    }

    /**
     * Inverts a matrix.
     *
     * @param lu the decomposed matrix
     * @param pivots the swapped rows
     * @param inverse zeros, with contiguous rows; becomes the inverse
     */
    public static void invert(Matrix<double[]> lu, int[] pivots, Matrix<double[]> inverse) {
        int n = lu.rows();
        for (int i = 0; i < n; i++) {
            inverse.values()[inverse.offset() + i * (inverse.rowStep() + 1)] = 1;
        }
        TriangularSystem.invertLower(lu, inverse);
        TriangularSystem.solveUpper(lu, inverse);
        swapColumns(inverse, pivots);
    }

    /** Multiplies by p<sup>T</sup> from the right: swaps columns as the rows were swapped, in reverse order. */
    private static void swapColumns(Matrix<double[]> a, int... pivots) {
        int n = a.columns();
        int[] order = new int[n];
        for (int j = 0; j < n; j++) {
            order[j] = j;
        }
        for (int j = n - 1; j >= 0; j--) {
            int other = order[j];
            order[j] = order[pivots[j]];
            order[pivots[j]] = other;
        }
        double[] row = Workspace.DOUBLES.take(n);
        for (int i = 0; i < n; i++) {
            int at = a.offset() + i * a.rowStep();
            for (int j = 0; j < n; j++) {
                row[j] = a.values()[at + order[j]];
            }
            System.arraycopy(row, 0, a.values(), at, n);
        }
        Workspace.DOUBLES.giveBack(row);
    }
}
