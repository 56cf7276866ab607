package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.ErrorFree;
import io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd;
import java.util.Arrays;

/**
 * The loops of {@link PlainDoubleProduct}. Each row is an array of its own, because only then does the JIT compiler
 * turn the loops into SIMD code.
 */
@AlsoFor(float.class)
final class DoubleRows {
    /**
     * A copy of the constant that {@link FusedMultiplyAdd#fma} uses. Until a loop is fully compiled, the JVM counts the
     * loop's calls of that method, which takes longer than the calls.
     */
    private static final boolean IS_FUSED = FusedMultiplyAdd.isInstruction();

    private DoubleRows() {}

    /** Adds four rows of b, each times its factor, to a row of c. */
    static void addFour(
            double[] c,
            double[] b0,
            double[] b1,
            double[] b2,
            double[] b3,
            double x0,
            double x1,
            double x2,
            double x3,
            int width) {
        for (int j = 0; j < width; j++) {
            c[j] = IS_FUSED
                    ? Math.fma(x3, b3[j], Math.fma(x2, b2[j], Math.fma(x1, b1[j], Math.fma(x0, b0[j], c[j]))))
                    : ErrorFree.fma(
                            x3,
                            b3[j],
                            ErrorFree.fma(x2, b2[j], ErrorFree.fma(x1, b1[j], ErrorFree.fma(x0, b0[j], c[j]))));
        }
    }

    /** Adds a row to another. */
    static void add(double[] row, double[] other, int width) {
        for (int j = 0; j < width; j++) {
            row[j] += other[j];
        }
    }

    /** Fills the rows from {@code first} to {@code end}, exclusive, with zeros. */
    static void clear(double[][] rows, int first, int end, int width) {
        for (int i = first; i < end; i++) {
            Arrays.fill(rows[i], 0, width, 0);
        }
    }

    /** Copies the rows of a matrix. */
    static void read(Matrix<double[]> matrix, double[][] rows) {
        int i = 0;
        if (matrix.columnStep() != 1) {
            for (; i + 4 <= matrix.rows(); i += 4) {
                readFour(matrix, i, rows[i], rows[i + 1], rows[i + 2], rows[i + 3]);
            }
        }
        for (; i < matrix.rows(); i++) {
            read(matrix, i, rows[i]);
        }
    }

    /** Copies row i of a matrix. */
    static void read(Matrix<double[]> matrix, int i, double[] row) {
        double[] values = matrix.values();
        int from = matrix.offset() + i * matrix.rowStep();
        int step = matrix.columnStep();
        if (step == 1) {
            System.arraycopy(values, from, row, 0, matrix.columns());
            return;
        }
        for (int j = 0; j < matrix.columns(); j++) {
            row[j] = values[from + j * step];
        }
    }

    /** Copies four rows at once, because in a transposed matrix their values are adjacent. */
    private static void readFour(
            Matrix<double[]> matrix, int i, double[] row0, double[] row1, double[] row2, double[] row3) {
        double[] values = matrix.values();
        int step = matrix.rowStep();
        int at = matrix.offset() + i * step;
        for (int j = 0; j < matrix.columns(); j++) {
            row0[j] = values[at];
            row1[j] = values[at + step];
            row2[j] = values[at + 2 * step];
            row3[j] = values[at + 3 * step];
            at += matrix.columnStep();
        }
    }

    /** Ends the sums in some rows by adding 0, as {@link SummationOrder} says. */
    static void end(double[][] rows, int count, int width) {
        for (int i = 0; i < count; i++) {
            end(rows[i], width);
        }
    }

    private static void end(double[] sums, int width) {
        for (int j = 0; j < width; j++) {
            sums[j] += 0.0;
        }
    }

    /** Copies rows to the rows of a matrix. */
    static void write(double[][] rows, Matrix<double[]> matrix) {
        int i = 0;
        if (matrix.columnStep() != 1) {
            for (; i + 4 <= matrix.rows(); i += 4) {
                writeFour(rows[i], rows[i + 1], rows[i + 2], rows[i + 3], matrix, i);
            }
        }
        for (; i < matrix.rows(); i++) {
            write(rows[i], matrix, i);
        }
    }

    private static void write(double[] row, Matrix<double[]> matrix, int i) {
        double[] values = matrix.values();
        int from = matrix.offset() + i * matrix.rowStep();
        int step = matrix.columnStep();
        if (step == 1) {
            System.arraycopy(row, 0, values, from, matrix.columns());
            return;
        }
        for (int j = 0; j < matrix.columns(); j++) {
            values[from + j * step] = row[j];
        }
    }

    private static void writeFour(
            double[] row0, double[] row1, double[] row2, double[] row3, Matrix<double[]> matrix, int i) {
        double[] values = matrix.values();
        int step = matrix.rowStep();
        int at = matrix.offset() + i * step;
        for (int j = 0; j < matrix.columns(); j++) {
            values[at] = row0[j];
            values[at + step] = row1[j];
            values[at + 2 * step] = row2[j];
            values[at + 3 * step] = row3[j];
            at += matrix.columnStep();
        }
    }
}
