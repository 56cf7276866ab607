package io.github.dlfs4j.ndarray.kernel;

import java.util.Arrays;

/**
 * {@link PlainProduct} of {@code float}, three rows of c by two of b at a time: of the shapes tried the fastest that
 * both JDK 17 and 25 vectorise. With more in one loop 17 gives up.
 */
final class PlainFloatProduct extends PlainProduct<float[]> {
    PlainFloatProduct() {
        super(3, 2);
    }

    @Override
    void addProducts(Matrix<float[]> a, int i, int p, float[][] rowsOfB, int q, float[][] rowsOfC, int width) {
        float[] values = a.values();
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
            float[] c0,
            float[] c1,
            float[] c2,
            float[] b0,
            float[] b1,
            float x0,
            float x1,
            float y0,
            float y1,
            float z0,
            float z1,
            int width) {
        for (int j = 0; j < width; j++) {
            c0[j] = c0[j] + x0 * b0[j] + x1 * b1[j];
            c1[j] = c1[j] + y0 * b0[j] + y1 * b1[j];
            c2[j] = c2[j] + z0 * b0[j] + z1 * b1[j];
        }
    }

    @Override
    void addProduct(Matrix<float[]> a, int i, int p, float[] rowOfB, float[] rowOfC, int width) {
        addProduct(rowOfC, rowOfB, a.values()[a.offset() + i * a.rowStep() + p * a.columnStep()], width);
    }

    private static void addProduct(float[] c, float[] b, float x, int width) {
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
    void multiplyFew(Matrix<float[]> a, Matrix<float[]> b, Matrix<float[]> c) {
        float[] out = c.values();
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
            float[] a, int from, int step, Matrix<float[]> b, int j, float[] c, int at, int stepOfC) {
        float[] right = b.values();
        int columnStep = b.columnStep();
        int x = from;
        int y = b.offset() + j * columnStep;
        float c0 = 0;
        float c1 = 0;
        float c2 = 0;
        float c3 = 0;
        float c4 = 0;
        float c5 = 0;
        float c6 = 0;
        float c7 = 0;
        for (int p = 0; p < b.rows(); p++) {
            float factor = a[x];
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

    private static float sum(float[] a, int from, int step, Matrix<float[]> b, int j) {
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
    void read(Matrix<float[]> c, int i, int j, int width, float[] row) {
        copy(c.values(), c.offset() + i * c.rowStep() + j * c.columnStep(), c.columnStep(), row, width);
    }

    @Override
    void write(float[] row, int width, Matrix<float[]> c, int i, int j) {
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
