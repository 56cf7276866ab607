package io.github.dlfs4j.ndarray.kernel;

/** {@link RowByRowProduct} of {@code float}. */
final class RowByRowFloatProduct extends RowByRowProduct<float[]> {
    private final boolean fused;

    /**
     * A product.
     *
     * @param fused whether each multiply-add is rounded once, which is fast only where that is an instruction
     */
    RowByRowFloatProduct(boolean fused) {
        super(Float.BYTES);
        this.fused = fused;
    }

    @Override
    float[] allocate(int length) {
        return new float[length];
    }

    @Override
    int find(Matrix<float[]> row, int stepOfB, boolean all, Terms<float[]> terms) {
        float[] values = row.values();
        float[] factors = terms.factors();
        int[] rows = terms.rows();
        int count = 0;
        int at = row.offset();
        for (int k = 0; k < row.columns(); k++) {
            float factor = values[at];
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
    void addTen(Terms<float[]> terms, int p, int end, float[] b, int y, float[] out, int at) {
        if (fused) {
            addTenFused(terms.factors(), terms.rows(), p, end, b, y, out, at);
        } else {
            addTen(terms.factors(), terms.rows(), p, end, b, y, out, at);
        }
    }

    /** So long a method the compiler does not copy into its callers: it is compiled once, and early in a program. */
    private static void addTenFused(
            float[] factors, int[] rows, int p, int end, float[] b, int y, float[] out, int at) {
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
            float factor = factors[i];
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

    private static void addTen(float[] factors, int[] rows, int p, int end, float[] b, int y, float[] out, int at) {
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
            float factor = factors[i];
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
