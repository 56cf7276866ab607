package io.github.dlfs4j.ndarray.kernel.product;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.Workspace;

/**
 * The product in scalar sums, row by row of c and ten columns at a time. It is used if a side of c is short. Ten sums
 * side by side hide the latency of a multiply-add, and ten divides the 50, 100 and 10 columns of the book's networks.
 *
 * <p>If most of a row of a is zero, and b is known to be finite, the zeros are left out.
 */
@AlsoFor(float.class)
final class DoubleRowByRow implements MatrixProduct<double[]> {
    /** The columns of c that are summed side by side. */
    private static final int TILE = 10;

    /**
     * The bytes of b that stay in the L1 cache while ten columns at a time are read. With larger blocks, the loop of
     * {@link DoubleTiles#addTen} would be longer, and {@link #PART} says what that costs.
     */
    private static final int BLOCK_OF_B = 16 * 1024;

    /**
     * The elements of a row that are searched at once. The JIT compiler compiles a method with a longer loop twice,
     * first for the loop alone, and compiling is most of the work of a program's first half second.
     */
    private static final int PART = 48;

    /**
     * The terms of the sums of one row of c.
     *
     * @param factors the elements of a
     * @param rows the distance from the first row of b to the row that each factor multiplies
     */
    @SuppressWarnings("ArrayRecordComponent") // arrays that are filled again for each row
    private record Terms(double[] factors, int[] rows) {
        /** Finds all terms, or only those whose factor is not zero, and returns their number. */
        int find(Matrix<double[]> row, int stepOfB, boolean all) {
            int count = 0;
            for (int k = 0; k < row.columns(); k += PART) {
                count = find(row, k, Math.min(k + PART, row.columns()), stepOfB, all, count);
            }
            return count;
        }

        private int find(Matrix<double[]> row, int from, int to, int stepOfB, boolean all, int found) {
            double[] values = row.values();
            int count = found;
            int at = row.offset() + from * row.columnStep();
            for (int k = from; k < to; k++) {
                double factor = values[at];
                factors[count] = factor;
                rows[count] = k * stepOfB;
                count += all ? 1 : DoubleSparsity.oneUnlessZero(factor);
                at += row.columnStep();
            }
            return count;
        }
    }

    @Override
    public void multiply(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        if (b.columns() < TILE) {
            multiplyShortRows(a, b, c);
        } else if (b.columnStep() == 1 && c.columnStep() == 1) {
            multiplyRows(a, b, c);
        } else {
            multiplyColumns(a, b, c);
        }
    }

    /** Computes c element by element. */
    private static void multiplyShortRows(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < c.columns(); j++) {
                int x = a.offset() + i * a.rowStep();
                int y = b.offset() + j * b.columnStep();
                double sum = 0;
                for (int p = 0; p < b.rows(); p++) {
                    sum = fma(a.values()[x + p * a.columnStep()], b.values()[y + p * b.rowStep()], sum);
                }
                c.values()[c.offset() + i * c.rowStep() + j * c.columnStep()] = sum + 0.0;
            }
        }
    }

    private static void multiplyRows(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        Terms terms = new Terms(Workspace.DOUBLES.take(a.columns()), Workspace.INTS.take(a.columns()));
        for (int i = 0; i < a.rows(); i++) {
            Matrix<double[]> row = a.rows(i, i + 1);
            int count = terms.find(row, b.rowStep(), !b.finite() || !Sparsity.isMostlyZero(row));
            multiplyRow(terms, count, b, c.values(), c.offset() + i * c.rowStep());
        }
        Workspace.DOUBLES.giveBack(terms.factors());
        Workspace.INTS.giveBack(terms.rows());
    }

    /** Computes a row of c, one block of rows of b after the other. */
    private static void multiplyRow(Terms terms, int count, Matrix<double[]> b, double[] out, int at) {
        int n = b.columns();
        // If fewer than ten columns are left, the last ten begin earlier and overlap others. So that no sum is added to
        // twice, all rows of b are then one block.
        int block = n % TILE == 0 ? Math.max(1, BLOCK_OF_B / (Double.BYTES * n)) : Math.max(1, count);
        int p = 0;
        do {
            int end = Math.min(p + block, count);
            for (int j = 0; j < n; j += TILE) {
                int first = Math.min(j, n - TILE);
                DoubleTiles.addTen(
                        terms.factors(), terms.rows(), p, end, b.values(), b.offset() + first, out, at + first);
            }
            p = end;
        } while (p < count);
    }

    private static void multiplyColumns(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < c.columns(); j += TILE) {
                DoubleTiles.multiplyTen(a, i, b, Math.min(j, c.columns() - TILE), c);
            }
        }
    }
}
