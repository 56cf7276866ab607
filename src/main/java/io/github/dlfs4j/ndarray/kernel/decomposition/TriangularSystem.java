package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.Workspace;
import io.github.dlfs4j.ndarray.kernel.product.DoubleRows;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;

/**
 * Systems with a triangular matrix, which substitution solves: each unknown follows from those before it. A large
 * triangle is halved; then all but two smaller triangles is a product (B. Kågström, P. Ling and C. Van Loan,
 * <i>GEMM-based level 3 BLAS</i>, 1998; recursively: E. Elmroth, F. Gustavson, I. Jonsson and B. Kågström, <i>Recursive
 * blocked algorithms and hybrid data structures for dense matrix library software</i>, 2004).
 *
 * <p>An upper triangle read from its last row and column on is a lower one.
 */
final class TriangularSystem {
    /** The rows of a triangle that is not halved. */
    private static final int SMALL = 32;

    /** The columns of the right-hand sides that are solved at once, so that the rows stay in the L1 cache. */
    private static final int COLUMNS = 128;

    /**
     * Solves <i>l x = b</i> from the first row to the last.
     *
     * @param l a square matrix in any layout, of which only the lower triangle is read
     * @param isUnit whether the diagonal counts as ones and is not read
     * @param b the right-hand sides, with contiguous rows or columns; they become the solutions
     */
    static void solveLower(Matrix<double[]> l, boolean isUnit, Matrix<double[]> b) {
        int n = l.rows();
        if (b.columns() == 1) {
            solveColumn(l, isUnit, b);
        } else if (n <= SMALL) {
            solveSmall(l, isUnit, b);
        } else {
            int half = half(n);
            solveLower(l.block(0, 0, half, half), isUnit, b.rows(0, half));
            BlockProduct.subtract(l.block(half, 0, n - half, half), b.rows(0, half), b.rows(half, n));
            solveLower(l.block(half, half, n - half, n - half), isUnit, b.rows(half, n));
        }
    }

    /**
     * Solves <i>u x = b</i> from the last row to the first.
     *
     * @param u a square matrix in any layout, of which only the upper triangle is read
     * @param b the right-hand sides, with contiguous rows or columns; they become the solutions
     */
    static void solveUpper(Matrix<double[]> u, Matrix<double[]> b) {
        int n = u.rows();
        if (b.columns() == 1) {
            solveColumn(reversed(u), false, reversedRows(b));
        } else if (n <= SMALL) {
            solveSmall(reversed(u), false, reversedRows(b));
        } else {
            int half = half(n);
            solveUpper(u.block(half, half, n - half, n - half), b.rows(half, n));
            BlockProduct.subtract(u.block(0, half, half, n - half), b.rows(half, n), b.rows(0, half));
            solveUpper(u.block(0, 0, half, half), b.rows(0, half));
        }
    }

    /**
     * Inverts a triangle with ones on its diagonal.
     *
     * @param l a square matrix in any layout, of which only the part below the diagonal is read
     * @param inverse the identity, with contiguous rows; it becomes the inverse
     */
    static void invertLower(Matrix<double[]> l, Matrix<double[]> inverse) {
        int n = l.rows();
        if (n <= SMALL) {
            solveLower(l, true, inverse);
            return;
        }
        int half = half(n);
        int rest = n - half;
        Matrix<double[]> below = inverse.block(half, 0, rest, half);
        invertLower(l.block(0, 0, half, half), inverse.block(0, 0, half, half));
        BlockProduct.subtract(l.block(half, 0, rest, half), inverse.block(0, 0, half, half), below);
        solveLower(l.block(half, half, rest, rest), true, below);
        invertLower(l.block(half, half, rest, rest), inverse.block(half, half, rest, rest));
    }

    /** Returns about half of a number above 16, a multiple of 8, so that the rows of blocks fill vectors. */
    static int half(int n) {
        return (n + 15) / 16 * 8;
    }

    private static Matrix<double[]> reversed(Matrix<double[]> u) {
        int last = (u.rows() - 1) * (u.rowStep() + u.columnStep());
        return new Matrix<>(u.values(), u.offset() + last, u.rows(), u.rows(), -u.rowStep(), -u.columnStep());
    }

    private static Matrix<double[]> reversedRows(Matrix<double[]> b) {
        int last = (b.rows() - 1) * b.rowStep();
        return new Matrix<>(b.values(), b.offset() + last, b.rows(), b.columns(), -b.rowStep(), b.columnStep());
    }

    /** Solves for some columns at a time. */
    private static void solveSmall(Matrix<double[]> l, boolean isUnit, Matrix<double[]> b) {
        int n = l.rows();
        int length = RowLoops.rowLength(Math.min(COLUMNS, b.columns()));
        double[][] rows = RowLoops.POOL.take(n, length);
        double[] factors = Workspace.DOUBLES.take(n);
        for (int j = 0; j < b.columns(); j += COLUMNS) {
            int width = Math.min(COLUMNS, b.columns() - j);
            Matrix<double[]> part = b.columns(j, j + width);
            DoubleRows.read(part, rows);
            for (int i = 0; i < n; i++) {
                int at = l.offset() + i * l.rowStep();
                for (int k = 0; k < i; k++) {
                    factors[k] = -l.values()[at + k * l.columnStep()];
                }
                RowLoops.addMultiples(rows, factors, 0, i, rows[i], 0, width);
                if (!isUnit) {
                    RowLoops.divide(rows[i], l.values()[at + i * l.columnStep()], 0, width);
                }
            }
            DoubleRows.write(rows, part);
        }
        Workspace.DOUBLES.giveBack(factors);
        RowLoops.POOL.giveBack(rows, length);
    }

    /** Solves for one column. Four unknowns, whose sums the processor computes at the same time, are one step. */
    private static void solveColumn(Matrix<double[]> l, boolean isUnit, Matrix<double[]> b) {
        int n = l.rows();
        double[] x = Workspace.DOUBLES.take(n);
        for (int i = 0; i < n; i++) {
            x[i] = b.values()[b.offset() + i * b.rowStep()];
        }
        for (int i = 0; i < n; i += 4) {
            int end = Math.min(i + 4, n);
            if (end == i + 4) {
                subtractFour(l, i, x);
            } else {
                for (int row = i; row < end; row++) {
                    subtract(l, row, 0, i, x);
                }
            }
            for (int row = i; row < end; row++) {
                subtract(l, row, i, row, x);
                if (!isUnit) {
                    x[row] /= l.values()[l.offset() + row * (l.rowStep() + l.columnStep())];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            b.values()[b.offset() + i * b.rowStep()] = x[i];
        }
        Workspace.DOUBLES.giveBack(x);
    }

    private static void subtract(Matrix<double[]> l, int row, int first, int end, double[] x) {
        double[] values = l.values();
        int at = l.offset() + row * l.rowStep();
        double sum = x[row];
        for (int k = first; k < end; k++) {
            sum -= values[at + k * l.columnStep()] * x[k];
        }
        x[row] = sum;
    }

    /** Subtracts all terms before row i from row i and the three after it. */
    private static void subtractFour(Matrix<double[]> l, int i, double[] x) {
        double[] values = l.values();
        int step = l.columnStep();
        int at0 = l.offset() + i * l.rowStep();
        int at1 = at0 + l.rowStep();
        int at2 = at1 + l.rowStep();
        int at3 = at2 + l.rowStep();
        double sum0 = x[i];
        double sum1 = x[i + 1];
        double sum2 = x[i + 2];
        double sum3 = x[i + 3];
        for (int k = 0; k < i; k++) {
            double known = x[k];
            sum0 -= values[at0 + k * step] * known;
            sum1 -= values[at1 + k * step] * known;
            sum2 -= values[at2 + k * step] * known;
            sum3 -= values[at3 + k * step] * known;
        }
        x[i] = sum0;
        x[i + 1] = sum1;
        x[i + 2] = sum2;
        x[i + 3] = sum3;
    }
}
