package io.github.dlfs4j.ndarray.kernel;

/** {@link FusedProduct} of {@code double}. */
final class FusedDoubleProduct extends FusedProduct<double[]> {
    FusedDoubleProduct(RowBlocks rowBlocks, SummationOrder order) {
        super(rowBlocks, order, new FmaDoubleProduct(rowBlocks));
    }

    @Override
    void dots(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c, int lanes) {
        for (int j = 0; j < b.columns(); j += 2) {
            int next = Math.min(j + 1, b.columns() - 1);
            double[] column0 = column(b, j);
            double[] column1 = column(b, next);
            for (int i = 0; i < c.rows(); i++) {
                int from = a.offset() + i * a.rowStep();
                int at0 = c.offset() + i * c.rowStep() + j * c.columnStep();
                int at1 = c.offset() + i * c.rowStep() + next * c.columnStep();
                if (lanes < 4) {
                    c.values()[at0] = dot(a.values(), from, column0, lanes);
                    c.values()[at1] = dot(a.values(), from, column1, lanes);
                } else {
                    dots(a.values(), from, column0, column1, lanes, c.values(), at0, at1);
                }
            }
        }
    }

    private static double[] column(Matrix<double[]> b, int j) {
        double[] column = new double[b.rows()];
        for (int p = 0; p < column.length; p++) {
            column[p] = b.values()[b.offset() + j * b.columnStep() + p * b.rowStep()];
        }
        return column;
    }

    /** The definition, lane by lane, which serves the shortest vectors. */
    private static double dot(double[] a, int from, double[] column, int lanes) {
        double sum = -0.0;
        for (int lane = 0; lane < lanes; lane++) {
            double chain = 0;
            for (int p = lane; p < column.length; p += lanes) {
                chain = Math.fma(a[from + p], column[p], chain);
            }
            sum += chain;
        }
        return sum;
    }

    /** Two columns and four lanes at a time: eight chains hide the latency of a multiply-add. */
    private static void dots(
            double[] a, int from, double[] column0, double[] column1, int lanes, double[] out, int at0, int at1) {
        int depth = column0.length;
        double sum0 = -0.0;
        double sum1 = -0.0;
        for (int lane = 0; lane < lanes; lane += 4) {
            double sum00 = 0;
            double sum01 = 0;
            double sum02 = 0;
            double sum03 = 0;
            double sum10 = 0;
            double sum11 = 0;
            double sum12 = 0;
            double sum13 = 0;
            int p = lane;
            int count = (depth - 4 - lane + lanes) / lanes;
            // A loop that counts by one has its bounds checked once.
            for (int k = 0; k < count; k++) {
                int x = from + p;
                sum00 = Math.fma(a[x], column0[p], sum00);
                sum01 = Math.fma(a[x + 1], column0[p + 1], sum01);
                sum02 = Math.fma(a[x + 2], column0[p + 2], sum02);
                sum03 = Math.fma(a[x + 3], column0[p + 3], sum03);
                sum10 = Math.fma(a[x], column1[p], sum10);
                sum11 = Math.fma(a[x + 1], column1[p + 1], sum11);
                sum12 = Math.fma(a[x + 2], column1[p + 2], sum12);
                sum13 = Math.fma(a[x + 3], column1[p + 3], sum13);
                p += lanes;
            }
            if (p < depth) {
                sum00 = Math.fma(a[from + p], column0[p], sum00);
                sum10 = Math.fma(a[from + p], column1[p], sum10);
            }
            if (p + 1 < depth) {
                sum01 = Math.fma(a[from + p + 1], column0[p + 1], sum01);
                sum11 = Math.fma(a[from + p + 1], column1[p + 1], sum11);
            }
            if (p + 2 < depth) {
                sum02 = Math.fma(a[from + p + 2], column0[p + 2], sum02);
                sum12 = Math.fma(a[from + p + 2], column1[p + 2], sum12);
            }
            sum0 = sum0 + sum00 + sum01 + sum02 + sum03;
            sum1 = sum1 + sum10 + sum11 + sum12 + sum13;
        }
        out[at0] = sum0;
        out[at1] = sum1;
    }
}
