package io.github.dlfs4j.ndarray.kernel;

import java.util.Arrays;

/**
 * {@link PlainProduct} of {@code float} in multiplications and additions, each rounded. It serves where the processor
 * has no fused multiply-add.
 *
 * <p>A small product is rounded only once for each multiply-add, as with the instruction that the Vector API and
 * NumPy's BLAS use: where a result is a tie in the digits that are printed, all then print the same. So a few rows by
 * themselves can differ in the last bit from the same rows of a larger matrix.
 */
class PlainFloatProduct extends PlainProduct<float[]> {
    /** JDK 17 does not vectorise a deeper loop of three rows. */
    private static final int TILE_DEPTH = 2;

    PlainFloatProduct(RowBlocks rowBlocks) {
        this(rowBlocks, new RowByRowFloatProduct(false), TILE_DEPTH);
    }

    PlainFloatProduct(RowBlocks rowBlocks, RowByRowFloatProduct rowByRow, int tileDepth) {
        super(rowBlocks, rowByRow, Float.BYTES, tileDepth);
    }

    @Override
    final void addTiles(Matrix<float[]> a, float[][] rowsOfB, int p, float[][] rowsOfC, int width) {
        for (int q = 0; q < a.columns(); q += tileDepth) {
            for (int i = 0; i < a.rows(); i += TILE_ROWS) {
                addTile(a, i, q, rowsOfB, p + q, rowsOfC, width);
            }
        }
    }

    /**
     * Adds to three rows of c, from row i on, the products of the same rows of a, from column q on, and of rows of b,
     * from row p on, as many as a tile is deep.
     */
    void addTile(Matrix<float[]> a, int i, int q, float[][] rowsOfB, int p, float[][] rowsOfC, int width) {
        float[] x = a.values();
        int step = a.columnStep();
        int last = a.rows() - 1;
        int first = a.offset() + q * step;
        int row0 = first + i * a.rowStep();
        int row1 = first + Math.min(i + 1, last) * a.rowStep();
        int row2 = first + Math.min(i + 2, last) * a.rowStep();
        addRows(
                rowsOfC[i],
                rowsOfC[i + 1],
                rowsOfC[i + 2],
                rowsOfB[p],
                rowsOfB[p + 1],
                x[row0],
                x[row0 + step],
                x[row1],
                x[row1 + step],
                x[row2],
                x[row2 + step],
                width);
    }

    /** A method of its own, with the factors as parameters: only then does JDK 17 vectorise the loop. */
    private static void addRows(
            float[] c0,
            float[] c1,
            float[] c2,
            float[] b0,
            float[] b1,
            float x00,
            float x01,
            float x10,
            float x11,
            float x20,
            float x21,
            int width) {
        for (int j = 0; j < width; j++) {
            float y0 = b0[j];
            float y1 = b1[j];
            float sum0 = c0[j] + x00 * y0 + x01 * y1;
            float sum1 = c1[j] + x10 * y0 + x11 * y1;
            float sum2 = c2[j] + x20 * y0 + x21 * y1;
            c0[j] = sum0;
            c1[j] = sum1;
            c2[j] = sum2;
        }
    }

    @Override
    final void addNonZeros(Matrix<float[]> row, int[] columns, float[][] rowsOfB, float[] rowOfC, int width) {
        float[] a = row.values();
        int x = row.offset();
        int count = Sparsity.nonZeroColumns(a, x, row.columns(), columns);
        int p = 0;
        for (; p + 4 <= count; p += 4) {
            int k0 = columns[p];
            int k1 = columns[p + 1];
            int k2 = columns[p + 2];
            int k3 = columns[p + 3];
            addFour(
                    rowOfC,
                    rowsOfB[k0],
                    rowsOfB[k1],
                    rowsOfB[k2],
                    rowsOfB[k3],
                    a[x + k0],
                    a[x + k1],
                    a[x + k2],
                    a[x + k3],
                    width);
        }
        if (p < count) {
            int k0 = columns[p];
            int k1 = columns[Math.min(p + 1, count - 1)];
            int k2 = columns[count - 1];
            float x1 = p + 1 < count ? a[x + k1] : 0;
            float x2 = p + 2 < count ? a[x + k2] : 0;
            addFour(rowOfC, rowsOfB[k0], rowsOfB[k1], rowsOfB[k2], rowsOfB[k2], a[x + k0], x1, x2, 0, width);
        }
    }

    /** Adds four rows, each times its factor, to a row of c. */
    void addFour(
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
        int n = c.columns();
        int step = c.columnStep();
        for (int i = 0; i < c.rows(); i++) {
            int x = a.offset() + i * a.rowStep();
            int at = c.offset() + i * c.rowStep();
            for (int j = 0; j < n && n < 10; j++) {
                out[at + j * step] = sum(a.values(), x, a.columnStep(), b, j);
            }
            for (int j = 0; j < n && n >= 10; j += 10) {
                // The last ten begin earlier where there are not ten of them left.
                int first = Math.min(j, n - 10);
                multiplyTen(a.values(), x, a.columnStep(), b, first, out, at + first * step, step);
            }
        }
    }

    /** Ten elements of a row of c, side by side. */
    void multiplyTen(float[] a, int from, int step, Matrix<float[]> b, int j, float[] out, int at, int outStep) {
        float[] values = b.values();
        int rowStep = b.rowStep();
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
        float c8 = 0;
        float c9 = 0;
        for (int k = 0; k < b.rows(); k++) {
            float factor = a[x];
            c0 += factor * values[y];
            c1 += factor * values[y + columnStep];
            c2 += factor * values[y + 2 * columnStep];
            c3 += factor * values[y + 3 * columnStep];
            c4 += factor * values[y + 4 * columnStep];
            c5 += factor * values[y + 5 * columnStep];
            c6 += factor * values[y + 6 * columnStep];
            c7 += factor * values[y + 7 * columnStep];
            c8 += factor * values[y + 8 * columnStep];
            c9 += factor * values[y + 9 * columnStep];
            x += step;
            y += rowStep;
        }
        out[at] = c0;
        out[at + outStep] = c1;
        out[at + 2 * outStep] = c2;
        out[at + 3 * outStep] = c3;
        out[at + 4 * outStep] = c4;
        out[at + 5 * outStep] = c5;
        out[at + 6 * outStep] = c6;
        out[at + 7 * outStep] = c7;
        out[at + 8 * outStep] = c8;
        out[at + 9 * outStep] = c9;
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
    public final float[][] allocateRows(int count, int length) {
        return new float[count][length];
    }

    @Override
    final void fillWithNegativeZeros(float[] row) {
        Arrays.fill(row, -0f);
    }

    @Override
    final void copy(Matrix<float[]> from, Matrix<float[]> to) {
        for (int i = 0; i < from.rows(); i++) {
            for (int j = 0; j < from.columns(); j++) {
                to.values()[to.offset() + i * to.rowStep() + j * to.columnStep()] =
                        from.values()[from.offset() + i * from.rowStep() + j * from.columnStep()];
            }
        }
    }

    @Override
    final void copyToRows(Matrix<float[]> matrix, float[][] rows) {
        int step = matrix.rowStep();
        int columns = matrix.columns();
        int i = 0;
        if (matrix.columnStep() != 1) {
            for (; i + 4 <= matrix.rows(); i += 4) {
                copyFour(matrix, i, rows[i], rows[i + 1], rows[i + 2], rows[i + 3]);
            }
        }
        for (; i < matrix.rows(); i++) {
            copyRow(matrix.values(), matrix.offset() + i * step, matrix.columnStep(), rows[i], columns);
        }
    }

    /** Four rows at once, because in a transposed matrix the four values lie beside each other. */
    private static void copyFour(
            Matrix<float[]> matrix, int i, float[] row0, float[] row1, float[] row2, float[] row3) {
        float[] values = matrix.values();
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

    private static void copyRow(float[] values, int from, int step, float[] row, int columns) {
        if (step == 1) {
            System.arraycopy(values, from, row, 0, columns);
            return;
        }
        for (int j = 0; j < columns; j++) {
            row[j] = values[from + j * step];
        }
    }

    @Override
    final void copyFromRows(float[][] rows, Matrix<float[]> matrix) {
        int i = 0;
        if (matrix.columnStep() != 1) {
            for (; i + 4 <= matrix.rows(); i += 4) {
                writeFour(rows[i], rows[i + 1], rows[i + 2], rows[i + 3], matrix, i);
            }
        }
        for (; i < matrix.rows(); i++) {
            writeRow(
                    rows[i],
                    matrix.values(),
                    matrix.offset() + i * matrix.rowStep(),
                    matrix.columnStep(),
                    matrix.columns());
        }
    }

    private static void writeFour(
            float[] row0, float[] row1, float[] row2, float[] row3, Matrix<float[]> matrix, int i) {
        float[] values = matrix.values();
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

    private static void writeRow(float[] row, float[] values, int from, int step, int columns) {
        if (step == 1) {
            System.arraycopy(row, 0, values, from, columns);
            return;
        }
        for (int j = 0; j < columns; j++) {
            values[from + j * step] = row[j];
        }
    }

    @Override
    final void clear(float[][] rows, int first, int end, int width) {
        for (int i = first; i < end; i++) {
            Arrays.fill(rows[i], 0, width, 0);
        }
    }
}
