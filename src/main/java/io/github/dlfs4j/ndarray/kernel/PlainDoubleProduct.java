package io.github.dlfs4j.ndarray.kernel;

import java.util.Arrays;

/**
 * {@link PlainProduct} of {@code double}, three rows of c by two of b at a time: of the shapes tried the fastest that
 * both JDK 17 and 25 vectorise. With more in one loop 17 gives up.
 */
final class PlainDoubleProduct extends PlainProduct<double[]> {
    PlainDoubleProduct() {
        super(3, 2);
    }

    @Override
    void addProducts(Matrix<double[]> a, int i, int p, double[][] rowsOfB, int q, double[][] rowsOfC, int width) {
        double[] values = a.values();
        int step = a.columnStep();
        int x = a.offset() + i * a.rowStep() + p * step;
        int y = a.offset() + Math.min(i + 1, a.rows() - 1) * a.rowStep() + p * step;
        int z = a.offset() + Math.min(i + 2, a.rows() - 1) * a.rowStep() + p * step;
        addProducts(
                rowsOfC[0],
                rowsOfC[1],
                rowsOfC[2],
                rowsOfB[q],
                rowsOfB[q + 1],
                values[x],
                values[x + step],
                values[y],
                values[y + step],
                values[z],
                values[z + step],
                width);
    }

    /** A method of its own, with the factors as parameters: only then does JDK 17 vectorise the loop. */
    private static void addProducts(
            double[] c0,
            double[] c1,
            double[] c2,
            double[] b0,
            double[] b1,
            double x0,
            double x1,
            double y0,
            double y1,
            double z0,
            double z1,
            int width) {
        for (int j = 0; j < width; j++) {
            c0[j] = c0[j] + x0 * b0[j] + x1 * b1[j];
            c1[j] = c1[j] + y0 * b0[j] + y1 * b1[j];
            c2[j] = c2[j] + z0 * b0[j] + z1 * b1[j];
        }
    }

    @Override
    void addProduct(Matrix<double[]> a, int i, int p, double[] rowOfB, double[] rowOfC, int width) {
        addProduct(rowOfC, rowOfB, a.values()[a.offset() + i * a.rowStep() + p * a.columnStep()], width);
    }

    private static void addProduct(double[] c, double[] b, double x, int width) {
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
    void multiplyFew(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        double[] out = c.values();
        for (int i = 0; i < c.rows(); i++) {
            int x = a.offset() + i * a.rowStep();
            int at = c.offset() + i * c.rowStep();
            int j = 0;
            for (; j + 8 <= c.columns(); j += 8) {
                sumEight(a.values(), x, a.columnStep(), b, j, out, at + j * c.columnStep(), c.columnStep());
            }
            for (; j < c.columns(); j++) {
                out[at + j * c.columnStep()] = sum(a.values(), x, a.columnStep(), b, j);
            }
        }
    }

    private static void sumEight(
            double[] a, int from, int step, Matrix<double[]> b, int j, double[] c, int at, int stepOfC) {
        double[] right = b.values();
        int columnStep = b.columnStep();
        int x = from;
        int y = b.offset() + j * columnStep;
        double c0 = 0;
        double c1 = 0;
        double c2 = 0;
        double c3 = 0;
        double c4 = 0;
        double c5 = 0;
        double c6 = 0;
        double c7 = 0;
        for (int p = 0; p < b.rows(); p++) {
            double factor = a[x];
            c0 += factor * right[y];
            c1 += factor * right[y + columnStep];
            c2 += factor * right[y + 2 * columnStep];
            c3 += factor * right[y + 3 * columnStep];
            c4 += factor * right[y + 4 * columnStep];
            c5 += factor * right[y + 5 * columnStep];
            c6 += factor * right[y + 6 * columnStep];
            c7 += factor * right[y + 7 * columnStep];
            x += step;
            y += b.rowStep();
        }
        c[at] = c0;
        c[at + stepOfC] = c1;
        c[at + 2 * stepOfC] = c2;
        c[at + 3 * stepOfC] = c3;
        c[at + 4 * stepOfC] = c4;
        c[at + 5 * stepOfC] = c5;
        c[at + 6 * stepOfC] = c6;
        c[at + 7 * stepOfC] = c7;
    }

    private static double sum(double[] a, int from, int step, Matrix<double[]> b, int j) {
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
    void read(Matrix<double[]> c, int i, int j, int width, double[] row) {
        copy(c.values(), c.offset() + i * c.rowStep() + j * c.columnStep(), c.columnStep(), row, width);
    }

    @Override
    void write(double[] row, int width, Matrix<double[]> c, int i, int j) {
        int at = c.offset() + i * c.rowStep() + j * c.columnStep();
        if (c.columnStep() == 1) {
            System.arraycopy(row, 0, c.values(), at, width);
            return;
        }
        for (int q = 0; q < width; q++) {
            c.values()[at + q * c.columnStep()] = row[q];
        }
    }
}
