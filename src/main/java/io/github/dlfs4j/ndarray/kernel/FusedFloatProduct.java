package io.github.dlfs4j.ndarray.kernel;

/** {@link FusedProduct} of {@code float}. */
final class FusedFloatProduct extends FusedProduct<float[]> {
    FusedFloatProduct(RowBlocks rowBlocks, SummationOrder order) {
        super(order, new Chains(rowBlocks));
    }

    @Override
    float[] allocate(int length) {
        return new float[length];
    }

    @Override
    void add(Matrix<float[]> terms, Matrix<float[]> sums) {
        for (int i = 0; i < sums.rows(); i++) {
            int x = terms.offset() + i * terms.rowStep();
            int y = sums.offset() + i * sums.rowStep();
            for (int j = 0; j < sums.columns(); j++) {
                sums.values()[y + j * sums.columnStep()] += terms.values()[x + j * terms.columnStep()];
            }
        }
    }

    /** The loops of {@link PlainFloatProduct}, each multiplication and addition rounded once. */
    private static final class Chains extends PlainFloatProduct {
        Chains(RowBlocks rowBlocks) {
            super(rowBlocks);
        }

        @Override
        void multiplyFused(Matrix<float[]> a, Matrix<float[]> b, Matrix<float[]> c) {
            multiplyFew(a, b, c);
        }

        @Override
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
                float sum = Math.fma(x1, b1[j], Math.fma(x0, b0[j], c[j]));
                c[j] = Math.fma(x3, b3[j], Math.fma(x2, b2[j], sum));
            }
        }

        @Override
        void addRow(float[] c, float[] b, float x, int width) {
            for (int j = 0; j < width; j++) {
                c[j] = Math.fma(x, b[j], c[j]);
            }
        }

        @Override
        void sumTen(
                float[] a,
                int from,
                int step,
                float[] b,
                int fromB,
                int rowStep,
                int columnStep,
                float[] sums,
                int depth) {
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
                c0 = Math.fma(factor, b[y], c0);
                c1 = Math.fma(factor, b[y + columnStep], c1);
                c2 = Math.fma(factor, b[y + 2 * columnStep], c2);
                c3 = Math.fma(factor, b[y + 3 * columnStep], c3);
                c4 = Math.fma(factor, b[y + 4 * columnStep], c4);
                c5 = Math.fma(factor, b[y + 5 * columnStep], c5);
                c6 = Math.fma(factor, b[y + 6 * columnStep], c6);
                c7 = Math.fma(factor, b[y + 7 * columnStep], c7);
                c8 = Math.fma(factor, b[y + 8 * columnStep], c8);
                c9 = Math.fma(factor, b[y + 9 * columnStep], c9);
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

        @Override
        float sum(float[] a, int from, int step, Matrix<float[]> b, int j) {
            int y = b.offset() + j * b.columnStep();
            float sum = 0;
            for (int p = 0; p < b.rows(); p++) {
                sum = Math.fma(a[from + p * step], b.values()[y + p * b.rowStep()], sum);
            }
            return sum;
        }
    }
}
