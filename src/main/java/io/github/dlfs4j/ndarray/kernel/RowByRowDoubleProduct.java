package io.github.dlfs4j.ndarray.kernel;

/** {@link RowByRowProduct} of {@code double}. */
final class RowByRowDoubleProduct extends RowByRowProduct<double[]> {
    private final boolean fused;

    /**
     * A product.
     *
     * @param fused whether each multiply-add is rounded once, which is fast only where that is an instruction
     */
    RowByRowDoubleProduct(boolean fused) {
        super(Double.BYTES);
        this.fused = fused;
    }

    @Override
    double[] allocate(int length) {
        return new double[length];
    }

    @Override
    int find(Matrix<double[]> row, int stepOfB, boolean all, Terms<double[]> terms) {
        double[] values = row.values();
        double[] factors = terms.factors();
        int[] rows = terms.rows();
        int count = 0;
        int at = row.offset();
        for (int k = 0; k < row.columns(); k++) {
            double factor = values[at];
            if (all || factor != 0) {
                factors[count] = factor;
                rows[count] = k * stepOfB;
                count++;
            }
            at += row.columnStep();
        }
        return count;
    }

    @Override
    void addTen(Terms<double[]> terms, int p, int end, double[] b, int y, double[] out, int at) {
        if (fused) {
            addTenFused(terms.factors(), terms.rows(), p, end, b, y, out, at);
        } else {
            addTen(terms.factors(), terms.rows(), p, end, b, y, out, at);
        }
    }

    /** So long a method the compiler does not copy into its callers: it is compiled once, and early in a program. */
    private static void addTenFused(
            double[] factors, int[] rows, int p, int end, double[] b, int y, double[] out, int at) {
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
            c0 = Math.fma(factor, b[row], c0);
            c1 = Math.fma(factor, b[row + 1], c1);
            c2 = Math.fma(factor, b[row + 2], c2);
            c3 = Math.fma(factor, b[row + 3], c3);
            c4 = Math.fma(factor, b[row + 4], c4);
            c5 = Math.fma(factor, b[row + 5], c5);
            c6 = Math.fma(factor, b[row + 6], c6);
            c7 = Math.fma(factor, b[row + 7], c7);
            c8 = Math.fma(factor, b[row + 8], c8);
            c9 = Math.fma(factor, b[row + 9], c9);
        }
        out[at] = c0;
        out[at + 1] = c1;
        out[at + 2] = c2;
        out[at + 3] = c3;
        out[at + 4] = c4;
        out[at + 5] = c5;
        out[at + 6] = c6;
        out[at + 7] = c7;
        out[at + 8] = c8;
        out[at + 9] = c9;
    }

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
            c0 += factor * b[row];
            c1 += factor * b[row + 1];
            c2 += factor * b[row + 2];
            c3 += factor * b[row + 3];
            c4 += factor * b[row + 4];
            c5 += factor * b[row + 5];
            c6 += factor * b[row + 6];
            c7 += factor * b[row + 7];
            c8 += factor * b[row + 8];
            c9 += factor * b[row + 9];
        }
        out[at] = c0;
        out[at + 1] = c1;
        out[at + 2] = c2;
        out[at + 3] = c3;
        out[at + 4] = c4;
        out[at + 5] = c5;
        out[at + 6] = c6;
        out[at + 7] = c7;
        out[at + 8] = c8;
        out[at + 9] = c9;
    }
}
