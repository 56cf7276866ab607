package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.parallel.RowBlocks;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Records the parts that are called instead of computing anything. */
final class PartRecorder extends VectorProduct<double[]> {
    private final Set<ProductPart> used = ConcurrentHashMap.newKeySet();

    PartRecorder(ProductPlan plan) {
        super(new RowBlocks(1, 1), new PlainDoubleProduct(new RowBlocks(1, 1)), plan);
    }

    /** Returns the parts that have been called. */
    Set<ProductPart> used() {
        return used;
    }

    @Override
    double[] allocate(int length) {
        return new double[length];
    }

    @Override
    void copy(Matrix<double[]> from, Matrix<double[]> to) {
        if (from.rows() > 0 && from.columns() > 0) {
            used.add(ProductPart.COPY);
        }
    }

    @Override
    void copyStrip(Matrix<double[]> rows, double[] strip, int offset) {
        used.add(ProductPart.BLOCKS);
    }

    @Override
    void multiply(ProductPart part, Matrix<double[]> a, Matrix<double[]> b, int j, Matrix<double[]> c) {
        used.add(part);
    }

    @Override
    boolean areFinite(Matrix<double[]> b) {
        used.add(ProductPart.NON_ZEROS);
        return true;
    }

    @Override
    void multiplyPacked(
            double[] strips, int strip, double[] panels, int panel, int depth, Matrix<double[]> c, boolean goOn) {
        used.add(ProductPart.BLOCKS);
    }
}
