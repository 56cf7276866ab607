package io.github.dlfs4j.ndarray.kernel.product;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.ErrorFree;
import io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd;

/**
 * The product in scalar sums, row by row of c and ten columns at a time. It is used if a side of c is short. Ten sums
 * side by side hide the latency of a multiply-add, and ten divides the 50, 100 and 10 columns of the book's networks.
 *
 * <p>If most of a row of a is zero, and b is known to be finite, the zeros are left out.
 */
@AlsoFor(float.class)
final class DoubleRowByRow implements MatrixProduct<double[]> {
    /** A constant for the reason that is given in {@link DoubleRows}. */
    private static final boolean IS_FUSED = FusedMultiplyAdd.isInstruction();

    /** The columns of c that are summed side by side. */
    private static final int TILE = 10;

    /**
     * The bytes of b that stay in the L1 cache while ten columns at a time are read. With larger blocks, the loop of
     * {@link #addTen} would be longer, and {@link #PART} says what that costs.
     */
    private static final int BLOCK_OF_B = 16 * 1024;

    /**
     * The elements of a row that are searched at once. The JIT compiler compiles a method with a longer loop twice,
     * first for the loop alone, and compiling is most of the work of a program's first half second.
     */
    private static final int PART = 48;

    /** The longest row whose terms a thread keeps. */
    private static final int LONGEST_KEPT = 64 * 1024;

    @SuppressWarnings("ThreadLocalUsage") // a product is made once
    private final ThreadLocal<Terms> kept = new ThreadLocal<>();

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

    private void multiplyRows(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        Terms terms = take(a.columns());
        for (int i = 0; i < a.rows(); i++) {
            Matrix<double[]> row = a.rows(i, i + 1);
            int count = terms.find(row, b.rowStep(), !b.finite() || !Sparsity.isMostlyZero(row));
            multiplyRow(terms, count, b, c.values(), c.offset() + i * c.rowStep());
        }
    }

    private Terms take(int length) {
        Terms terms = kept.get();
        if (terms == null || terms.rows().length < length) {
            terms = new Terms(new double[length], new int[length]);
            if (length <= LONGEST_KEPT) {
                kept.set(terms);
            }
        }
        return terms;
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
                addTen(terms.factors(), terms.rows(), p, end, b.values(), b.offset() + first, out, at + first);
            }
            p = end;
        } while (p < count);
    }

    /**
     * Adds the terms from p up to {@code end} to ten elements of a row of c, which the first terms overwrite. The
     * method is too long to be inlined, so it is compiled once and early in a program.
     *
     * @param y where the ten columns begin in the first row of b
     */
    private static void addTen(double[] factors, int[] rows, int p, int end, double[] b, int y, double[] out, int at) {
        double c0 = 0;
        double c1 = 0;
        double c2 = 0;
        double c3 = 0;
        double c4 = 0;
        double c5 = 0;
        double c6 = 0;
        double c7 = 0;
        double c8 = 0;
        double c9 = 0;
        if (p > 0) {
            c0 = out[at];
            c1 = out[at + 1];
            c2 = out[at + 2];
            c3 = out[at + 3];
            c4 = out[at + 4];
            c5 = out[at + 5];
            c6 = out[at + 6];
            c7 = out[at + 7];
            c8 = out[at + 8];
            c9 = out[at + 9];
        }
        for (int i = p; i < end; i++) {
            double factor = factors[i];
            int row = y + rows[i];
            c0 = IS_FUSED ? Math.fma(factor, b[row], c0) : ErrorFree.fma(factor, b[row], c0);
            c1 = IS_FUSED ? Math.fma(factor, b[row + 1], c1) : ErrorFree.fma(factor, b[row + 1], c1);
            c2 = IS_FUSED ? Math.fma(factor, b[row + 2], c2) : ErrorFree.fma(factor, b[row + 2], c2);
            c3 = IS_FUSED ? Math.fma(factor, b[row + 3], c3) : ErrorFree.fma(factor, b[row + 3], c3);
            c4 = IS_FUSED ? Math.fma(factor, b[row + 4], c4) : ErrorFree.fma(factor, b[row + 4], c4);
            c5 = IS_FUSED ? Math.fma(factor, b[row + 5], c5) : ErrorFree.fma(factor, b[row + 5], c5);
            c6 = IS_FUSED ? Math.fma(factor, b[row + 6], c6) : ErrorFree.fma(factor, b[row + 6], c6);
            c7 = IS_FUSED ? Math.fma(factor, b[row + 7], c7) : ErrorFree.fma(factor, b[row + 7], c7);
            c8 = IS_FUSED ? Math.fma(factor, b[row + 8], c8) : ErrorFree.fma(factor, b[row + 8], c8);
            c9 = IS_FUSED ? Math.fma(factor, b[row + 9], c9) : ErrorFree.fma(factor, b[row + 9], c9);
        }
        out[at] = c0 + 0.0;
        out[at + 1] = c1 + 0.0;
        out[at + 2] = c2 + 0.0;
        out[at + 3] = c3 + 0.0;
        out[at + 4] = c4 + 0.0;
        out[at + 5] = c5 + 0.0;
        out[at + 6] = c6 + 0.0;
        out[at + 7] = c7 + 0.0;
        out[at + 8] = c8 + 0.0;
        out[at + 9] = c9 + 0.0;
    }

    private static void multiplyColumns(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < c.columns(); j += TILE) {
                multiplyTen(a, i, b, Math.min(j, c.columns() - TILE), c);
            }
        }
    }

    /** Computes ten elements of row i of c, from column j on, if the columns of b or c are not adjacent. */
    private static void multiplyTen(Matrix<double[]> a, int i, Matrix<double[]> b, int j, Matrix<double[]> c) {
        double[] factors = a.values();
        double[] values = b.values();
        int rowStep = b.rowStep();
        int columnStep = b.columnStep();
        int x = a.offset() + i * a.rowStep();
        int y = b.offset() + j * columnStep;
        double c0 = 0;
        double c1 = 0;
        double c2 = 0;
        double c3 = 0;
        double c4 = 0;
        double c5 = 0;
        double c6 = 0;
        double c7 = 0;
        double c8 = 0;
        double c9 = 0;
        for (int k = 0; k < b.rows(); k++) {
            double factor = factors[x];
            c0 = fma(factor, values[y], c0);
            c1 = fma(factor, values[y + columnStep], c1);
            c2 = fma(factor, values[y + 2 * columnStep], c2);
            c3 = fma(factor, values[y + 3 * columnStep], c3);
            c4 = fma(factor, values[y + 4 * columnStep], c4);
            c5 = fma(factor, values[y + 5 * columnStep], c5);
            c6 = fma(factor, values[y + 6 * columnStep], c6);
            c7 = fma(factor, values[y + 7 * columnStep], c7);
            c8 = fma(factor, values[y + 8 * columnStep], c8);
            c9 = fma(factor, values[y + 9 * columnStep], c9);
            x += a.columnStep();
            y += rowStep;
        }
        double[] out = c.values();
        int at = c.offset() + i * c.rowStep() + j * c.columnStep();
        int step = c.columnStep();
        out[at] = c0 + 0.0;
        out[at + step] = c1 + 0.0;
        out[at + 2 * step] = c2 + 0.0;
        out[at + 3 * step] = c3 + 0.0;
        out[at + 4 * step] = c4 + 0.0;
        out[at + 5 * step] = c5 + 0.0;
        out[at + 6 * step] = c6 + 0.0;
        out[at + 7 * step] = c7 + 0.0;
        out[at + 8 * step] = c8 + 0.0;
        out[at + 9 * step] = c9 + 0.0;
    }
}
