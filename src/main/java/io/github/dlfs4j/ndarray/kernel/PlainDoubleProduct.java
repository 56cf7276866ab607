package io.github.dlfs4j.ndarray.kernel;

import java.util.Arrays;

/** {@link PlainProduct} of {@code double}: its loops. */
class PlainDoubleProduct extends PlainProduct<double[]> {
    PlainDoubleProduct(RowBlocks rowBlocks) {
        super(rowBlocks, Double.BYTES);
    }

    @Override
    final void addFour(Matrix<double[]> a, int i, int p, double[][] rowsOfB, double[] rowOfC, int width) {
        double[] values = a.values();
        int step = a.columnStep();
        int x = a.offset() + i * a.rowStep() + p * step;
        addRows(
                rowOfC,
                rowsOfB[p],
                rowsOfB[p + 1],
                rowsOfB[p + 2],
                rowsOfB[p + 3],
                values[x],
                values[x + step],
                values[x + 2 * step],
                values[x + 3 * step],
                width);
    }

    /** A method of its own, with the factors as parameters: only then does JDK 17 vectorise the loop. */
    void addRows(
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
            c[j] = c[j] + x0 * b0[j] + x1 * b1[j] + x2 * b2[j] + x3 * b3[j];
        }
    }

    @Override
    final void addOne(Matrix<double[]> a, int i, int p, double[] rowOfB, double[] rowOfC, int width) {
        addRow(rowOfC, rowOfB, a.values()[a.offset() + i * a.rowStep() + p * a.columnStep()], width);
    }

    void addRow(double[] c, double[] b, double x, int width) {
        for (int j = 0; j < width; j++) {
            c[j] = c[j] + x * b[j];
        }
    }

    @Override
    void multiplyFused(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < c.columns(); j++) {
                c.values()[c.offset() + i * c.rowStep() + j * c.columnStep()] = fusedSum(a, i, b, j);
            }
        }
    }

    private static double fusedSum(Matrix<double[]> a, int i, Matrix<double[]> b, int j) {
        int x = a.offset() + i * a.rowStep();
        int y = b.offset() + j * b.columnStep();
        double sum = 0;
        for (int p = 0; p < b.rows(); p++) {
            sum = ErrorFree.fma(a.values()[x + p * a.columnStep()], b.values()[y + p * b.rowStep()], sum);
        }
        return sum;
    }

    @Override
    final void multiplyFew(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        double[] out = c.values();
        double[] sums = new double[10];
        int n = c.columns();
        for (int i = 0; i < c.rows(); i++) {
            int x = a.offset() + i * a.rowStep();
            int at = c.offset() + i * c.rowStep();
            for (int j = 0; j < n && n >= 10; j += 10) {
                int first = Math.min(j, n - 10);
                sumTen(a, x, b, first, sums);
                for (int q = 0; q < 10; q++) {
                    out[at + (first + q) * c.columnStep()] = sums[q];
                }
            }
            for (int j = 0; j < n && n < 10; j++) {
                out[at + j * c.columnStep()] = sum(a.values(), x, a.columnStep(), b, j);
            }
        }
    }

    /** Twice the same, since the compiler makes one check of bounds from ten where it knows that the step is 1. */
    private void sumTen(Matrix<double[]> a, int x, Matrix<double[]> b, int j, double[] sums) {
        int y = b.offset() + j * b.columnStep();
        if (b.columnStep() == 1) {
            sumTen(a.values(), x, a.columnStep(), b.values(), y, b.rowStep(), 1, sums, b.rows());
        } else {
            sumTen(a.values(), x, a.columnStep(), b.values(), y, b.rowStep(), b.columnStep(), sums, b.rows());
        }
    }

    /** Ten elements of a row of c. */
    void sumTen(
            double[] a,
            int from,
            int step,
            double[] b,
            int fromB,
            int rowStep,
            int columnStep,
            double[] sums,
            int depth) {
        int x = from;
        int y = fromB;
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
        for (int p = 0; p < depth; p++) {
            double factor = a[x];
            c0 += factor * b[y];
            c1 += factor * b[y + columnStep];
            c2 += factor * b[y + 2 * columnStep];
            c3 += factor * b[y + 3 * columnStep];
            c4 += factor * b[y + 4 * columnStep];
            c5 += factor * b[y + 5 * columnStep];
            c6 += factor * b[y + 6 * columnStep];
            c7 += factor * b[y + 7 * columnStep];
            c8 += factor * b[y + 8 * columnStep];
            c9 += factor * b[y + 9 * columnStep];
            x += step;
            y += rowStep;
        }
        sums[0] = c0;
        sums[1] = c1;
        sums[2] = c2;
        sums[3] = c3;
        sums[4] = c4;
        sums[5] = c5;
        sums[6] = c6;
        sums[7] = c7;
        sums[8] = c8;
        sums[9] = c9;
    }

    double sum(double[] a, int from, int step, Matrix<double[]> b, int j) {
        int y = b.offset() + j * b.columnStep();
        double sum = 0;
        for (int p = 0; p < b.rows(); p++) {
            sum += a[from + p * step] * b.values()[y + p * b.rowStep()];
        }
        return sum;
    }

    @Override
    double[][] allocateRows(int rows, int columns) {
        return new double[rows][columns];
    }

    @Override
    void copyToRows(Matrix<double[]> b, int p, int length, int j, int width, double[][] rows) {
        int step = b.rowStep();
        int from = b.offset() + p * step + j * b.columnStep();
        if (b.columnStep() == 1) {
            for (int q = 0; q < length; q++) {
                System.arraycopy(b.values(), from + q * step, rows[q], 0, width);
            }
            return;
        }
        int q = 0;
        for (; q + 4 <= length; q += 4) {
            copyFour(b, from + q * step, rows[q], rows[q + 1], rows[q + 2], rows[q + 3], width);
        }
        for (; q < length; q++) {
            copy(b.values(), from + q * step, b.columnStep(), rows[q], width);
        }
    }

    /** Four rows at once, because in a transposed matrix the four values lie beside each other. */
    private static void copyFour(
            Matrix<double[]> b, int from, double[] row0, double[] row1, double[] row2, double[] row3, int width) {
        double[] values = b.values();
        int step = b.rowStep();
        int at = from;
        for (int j = 0; j < width; j++) {
            row0[j] = values[at];
            row1[j] = values[at + step];
            row2[j] = values[at + 2 * step];
            row3[j] = values[at + 3 * step];
            at += b.columnStep();
        }
    }

    private static void copy(double[] values, int from, int step, double[] row, int width) {
        for (int j = 0; j < width; j++) {
            row[j] = values[from + j * step];
        }
    }

    @Override
    void clear(double[] row, int width) {
        Arrays.fill(row, 0, width, 0);
    }

    @Override
    void read(Matrix<double[]> c, int i, double[] row) {
        copy(c.values(), c.offset() + i * c.rowStep(), c.columnStep(), row, c.columns());
    }

    @Override
    void write(double[] row, Matrix<double[]> c, int i) {
        int at = c.offset() + i * c.rowStep();
        if (c.columnStep() == 1) {
            System.arraycopy(row, 0, c.values(), at, c.columns());
            return;
        }
        for (int j = 0; j < c.columns(); j++) {
            c.values()[at + j * c.columnStep()] = row[j];
        }
    }
}
