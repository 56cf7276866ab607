package io.github.dlfs4j.ndarray.kernel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Notes which parts are called, in place of computing. */
final class PartRecorder extends VectorProduct<double[]> {
    private final Set<ProductPart> used = ConcurrentHashMap.newKeySet();

    PartRecorder(ProductPlan plan) {
        super(new RowBlocks(1, 1), plan);
    }

    /** The parts that were called so far. */
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
    void multiplyRow(Matrix<double[]> a, int i, Matrix<double[]> b, Matrix<double[]> c) {
        used.add(ProductPart.ROW);
    }

    @Override
    void multiplyOneVector(Matrix<double[]> a, Matrix<double[]> b, int j, Matrix<double[]> c) {
        used.add(ProductPart.ONE_VECTOR);
    }

    @Override
    void multiplyTwoVectors(Matrix<double[]> a, Matrix<double[]> b, int j, Matrix<double[]> c) {
        used.add(ProductPart.TWO_VECTORS);
    }

    @Override
    void multiplyThreeVectors(Matrix<double[]> a, Matrix<double[]> b, int j, Matrix<double[]> c) {
        used.add(ProductPart.THREE_VECTORS);
    }

    @Override
    void multiplyOneAndAHalf(Matrix<double[]> a, Matrix<double[]> b, int j, Matrix<double[]> c) {
        used.add(ProductPart.ONE_AND_A_HALF);
    }

    @Override
    void multiplyThreeAndAHalf(Matrix<double[]> a, Matrix<double[]> b, int j, Matrix<double[]> c) {
        used.add(ProductPart.THREE_AND_A_HALF);
    }

    @Override
    void multiplyTwoHalves(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        used.add(ProductPart.TWO_HALVES);
    }

    @Override
    boolean areFinite(Matrix<double[]> b) {
        used.add(ProductPart.NON_ZEROS);
        return true;
    }

    @Override
    void multiplyNonZeros(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        used.add(ProductPart.NON_ZEROS);
    }

    @Override
    void multiplyPacked(
            double[] strips, int strip, double[] panels, int panel, int depth, Matrix<double[]> c, boolean goOn) {
        used.add(ProductPart.BLOCKS);
    }

    @Override
    void dots(Matrix<double[]> a, Matrix<double[]> transposedB, Matrix<double[]> c) {
        used.add(ProductPart.DOTS);
    }
}
