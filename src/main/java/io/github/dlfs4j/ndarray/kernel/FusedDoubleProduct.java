package io.github.dlfs4j.ndarray.kernel;

/** {@link FusedProduct} of {@code double}. */
final class FusedDoubleProduct extends FusedProduct<double[]> {
    FusedDoubleProduct(RowBlocks rowBlocks, SummationOrder order) {
        super(order, new FmaDoubleProduct(rowBlocks));
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
}
