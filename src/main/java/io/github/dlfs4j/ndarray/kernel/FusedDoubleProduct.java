package io.github.dlfs4j.ndarray.kernel;

/** {@link FusedProduct} of {@code double}. */
final class FusedDoubleProduct extends FusedProduct<double[]> {
    FusedDoubleProduct(RowBlocks rowBlocks, SummationOrder order) {
        super(order, new Chains(rowBlocks));
    }

    @Override
    double[] allocate(int length) {
        return new double[length];
    }

    @Override
    void add(Matrix<double[]> terms, Matrix<double[]> sums) {
        for (int i = 0; i < sums.rows(); i++) {
            int x = terms.offset() + i * terms.rowStep();
            int y = sums.offset() + i * sums.rowStep();
            for (int j = 0; j < sums.columns(); j++) {
                sums.values()[y + j * sums.columnStep()] += terms.values()[x + j * terms.columnStep()];
            }
        }
    }

    /** The loops of {@link PlainDoubleProduct}, each multiplication and addition rounded once. */
    private static final class Chains extends PlainDoubleProduct {
        Chains(RowBlocks rowBlocks) {
            super(rowBlocks);
        }

        @Override
        void multiplyFused(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
            multiplyFew(a, b, c);
        }

        @Override
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
                double sum = Math.fma(x1, b1[j], Math.fma(x0, b0[j], c[j]));
                c[j] = Math.fma(x3, b3[j], Math.fma(x2, b2[j], sum));
            }
        }

        @Override
        void addRow(double[] c, double[] b, double x, int width) {
            for (int j = 0; j < width; j++) {
                c[j] = Math.fma(x, b[j], c[j]);
            }
        }

        @Override
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
        double sum(double[] a, int from, int step, Matrix<double[]> b, int j) {
            int y = b.offset() + j * b.columnStep();
            double sum = 0;
            for (int p = 0; p < b.rows(); p++) {
                sum = Math.fma(a[from + p * step], b.values()[y + p * b.rowStep()], sum);
            }
            return sum;
        }
    }
}
