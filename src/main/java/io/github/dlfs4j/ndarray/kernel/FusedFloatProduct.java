package io.github.dlfs4j.ndarray.kernel;

/** {@link FusedProduct} of {@code float}. */
final class FusedFloatProduct extends FusedProduct<float[]> {
    FusedFloatProduct(RowBlocks rowBlocks, SummationOrder order) {
        super(order, new FmaFloatProduct(rowBlocks));
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
}
