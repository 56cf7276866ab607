package io.github.dlfs4j.ndarray.kernel;

/**
 * {@link PlainProduct} of {@code double} in calls of {@code Math.fma}, each multiply-add rounded once. It serves where
 * that is an instruction.
 */
final class FmaDoubleProduct extends PlainDoubleProduct {
    /** JDK 17 does not vectorise a deeper loop of three rows. */
    private static final int TILE_DEPTH = 3;

    FmaDoubleProduct(RowBlocks rowBlocks) {
        super(rowBlocks, new RowByRowDoubleProduct(true), TILE_DEPTH);
    }

    @Override
    void addTile(Matrix<double[]> a, int i, int q, double[][] rowsOfB, int p, double[][] rowsOfC, int width) {
        double[] x = a.values();
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
                rowsOfB[p + 2],
                x[row0],
                x[row0 + step],
                x[row0 + 2 * step],
                x[row1],
                x[row1 + step],
                x[row1 + 2 * step],
                x[row2],
                x[row2 + step],
                x[row2 + 2 * step],
                width);
    }

    /** A method of its own, with the factors as parameters: only then does JDK 17 vectorise the loop. */
    private static void addRows(
            double[] c0,
            double[] c1,
            double[] c2,
            double[] b0,
            double[] b1,
            double[] b2,
            double x00,
            double x01,
            double x02,
            double x10,
            double x11,
            double x12,
            double x20,
            double x21,
            double x22,
            int width) {
        for (int j = 0; j < width; j++) {
            double y0 = b0[j];
            double y1 = b1[j];
            double y2 = b2[j];
            double sum0 = Math.fma(x02, y2, Math.fma(x01, y1, Math.fma(x00, y0, c0[j])));
            double sum1 = Math.fma(x12, y2, Math.fma(x11, y1, Math.fma(x10, y0, c1[j])));
            double sum2 = Math.fma(x22, y2, Math.fma(x21, y1, Math.fma(x20, y0, c2[j])));
            c0[j] = sum0;
            c1[j] = sum1;
            c2[j] = sum2;
        }
    }

    @Override
    void addFour(
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
        addFourFused(c, b0, b1, b2, b3, x0, x1, x2, x3, width);
    }

    /** A method of its own: in the overridden one the loop of float was a tenth slower. */
    private static void addFourFused(
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
            c[j] = Math.fma(x3, b3[j], Math.fma(x2, b2[j], Math.fma(x1, b1[j], Math.fma(x0, b0[j], c[j]))));
        }
    }

    @Override
    void multiplyFused(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        multiplyFew(a, b, c);
    }

    @Override
    void multiplyTen(double[] a, int from, int step, Matrix<double[]> b, int j, double[] out, int at, int outStep) {
        double[] values = b.values();
        int rowStep = b.rowStep();
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
        double c8 = 0;
        double c9 = 0;
        for (int k = 0; k < b.rows(); k++) {
            double factor = a[x];
            c0 = Math.fma(factor, values[y], c0);
            c1 = Math.fma(factor, values[y + columnStep], c1);
            c2 = Math.fma(factor, values[y + 2 * columnStep], c2);
            c3 = Math.fma(factor, values[y + 3 * columnStep], c3);
            c4 = Math.fma(factor, values[y + 4 * columnStep], c4);
            c5 = Math.fma(factor, values[y + 5 * columnStep], c5);
            c6 = Math.fma(factor, values[y + 6 * columnStep], c6);
            c7 = Math.fma(factor, values[y + 7 * columnStep], c7);
            c8 = Math.fma(factor, values[y + 8 * columnStep], c8);
            c9 = Math.fma(factor, values[y + 9 * columnStep], c9);
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

    @Override
    double sum(double[] a, int from, int step, Matrix<double[]> b, int j) {
        int y = b.offset() + j * b.columnStep();
        double sum = 0;
        for (int p = 0; p < b.rows(); p++) {
            sum = Math.fma(a[from + p * step], b.values()[y + p * b.rowStep()], sum);
        }
        return sum;
    }
}
