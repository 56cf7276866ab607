package io.github.dlfs4j.ndarray.kernel;

import java.util.Arrays;

/** {@link PlainProduct} of {@code float}: its loops. */
class PlainFloatProduct extends PlainProduct<float[]> {
    PlainFloatProduct(RowBlocks rowBlocks) {
        super(rowBlocks, Float.BYTES);
    }

    @Override
    final void addFour(Matrix<float[]> a, int i, int p, float[][] rowsOfB, float[] rowOfC, int width) {
        float[] values = a.values();
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
            float[] c,
            float[] b0,
            float[] b1,
            float[] b2,
            float[] b3,
            float x0,
            float x1,
            float x2,
            float x3,
            int width) {
        for (int j = 0; j < width; j++) {
            c[j] = c[j] + x0 * b0[j] + x1 * b1[j] + x2 * b2[j] + x3 * b3[j];
        }
    }

    @Override
    final void addOne(Matrix<float[]> a, int i, int p, float[] rowOfB, float[] rowOfC, int width) {
        addRow(rowOfC, rowOfB, a.values()[a.offset() + i * a.rowStep() + p * a.columnStep()], width);
    }

    void addRow(float[] c, float[] b, float x, int width) {
        for (int j = 0; j < width; j++) {
            c[j] = c[j] + x * b[j];
        }
    }

    @Override
    void multiplyFused(Matrix<float[]> a, Matrix<float[]> b, Matrix<float[]> c) {
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < c.columns(); j++) {
                c.values()[c.offset() + i * c.rowStep() + j * c.columnStep()] = fusedSum(a, i, b, j);
            }
        }
    }

    private static float fusedSum(Matrix<float[]> a, int i, Matrix<float[]> b, int j) {
        int x = a.offset() + i * a.rowStep();
        int y = b.offset() + j * b.columnStep();
        float sum = 0;
        for (int p = 0; p < b.rows(); p++) {
            sum = ErrorFree.fma(a.values()[x + p * a.columnStep()], b.values()[y + p * b.rowStep()], sum);
        }
        return sum;
    }

    @Override
    final void multiplyFew(Matrix<float[]> a, Matrix<float[]> b, Matrix<float[]> c) {
        float[] out = c.values();
        float[] sums = new float[10];
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
    private void sumTen(Matrix<float[]> a, int x, Matrix<float[]> b, int j, float[] sums) {
        int y = b.offset() + j * b.columnStep();
        if (b.columnStep() == 1) {
            sumTen(a.values(), x, a.columnStep(), b.values(), y, b.rowStep(), 1, sums, b.rows());
        } else {
            sumTen(a.values(), x, a.columnStep(), b.values(), y, b.rowStep(), b.columnStep(), sums, b.rows());
        }
    }

    /** Ten elements of a row of c. */
    void sumTen(
            float[] a, int from, int step, float[] b, int fromB, int rowStep, int columnStep, float[] sums, int depth) {
        int x = from;
        int y = fromB;
        float c0 = 0;
        float c1 = 0;
        float c2 = 0;
        float c3 = 0;
        float c4 = 0;
        float c5 = 0;
        float c6 = 0;
        float c7 = 0;
        float c8 = 0;
        float c9 = 0;
        for (int p = 0; p < depth; p++) {
            float factor = a[x];
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

    float sum(float[] a, int from, int step, Matrix<float[]> b, int j) {
        int y = b.offset() + j * b.columnStep();
        float sum = 0;
        for (int p = 0; p < b.rows(); p++) {
            sum += a[from + p * step] * b.values()[y + p * b.rowStep()];
        }
        return sum;
    }

    @Override
    float[][] allocateRows(int rows, int columns) {
        return new float[rows][columns];
    }

    @Override
    void copyToRows(Matrix<float[]> b, int p, int length, int j, int width, float[][] rows) {
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
            Matrix<float[]> b, int from, float[] row0, float[] row1, float[] row2, float[] row3, int width) {
        float[] values = b.values();
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

    private static void copy(float[] values, int from, int step, float[] row, int width) {
        for (int j = 0; j < width; j++) {
            row[j] = values[from + j * step];
        }
    }

    @Override
    void clear(float[] row, int width) {
        Arrays.fill(row, 0, width, 0);
    }

    @Override
    void read(Matrix<float[]> c, int i, float[] row) {
        copy(c.values(), c.offset() + i * c.rowStep(), c.columnStep(), row, c.columns());
    }

    @Override
    void write(float[] row, Matrix<float[]> c, int i) {
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
