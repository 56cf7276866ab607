package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.parallel.RowBlocks;
import jdk.incubator.vector.DoubleVector;

/** {@link VectorProduct} of {@code double}, which selects the tiles. */
@AlsoFor(float.class)
final class VectorDoubleProduct extends VectorProduct<double[]> {
    private static final int LANES = DoubleVector.SPECIES_PREFERRED.length();

    /** Lists of the columns that are not zero. */
    private final Workspace<int[]> lists = new Workspace<>(int[]::new);

    VectorDoubleProduct(RowBlocks rowBlocks, MatrixProduct<double[]> plain) {
        super(rowBlocks, plain, new ProductPlan(LANES, Double.BYTES));
    }

    @Override
    double[] allocate(int length) {
        return new double[length];
    }

    @Override
    void copy(Matrix<double[]> from, Matrix<double[]> to) {
        VectorDoubleCopy.copy(from, to);
    }

    @Override
    void copyStrip(Matrix<double[]> rows, double[] strip, int offset) {
        DoubleTiles.copyStrip(rows, strip, offset);
    }

    @Override
    void multiply(ProductPart part, Matrix<double[]> a, Matrix<double[]> b, int j, Matrix<double[]> c) {
        int m = c.rows();
        switch (part) {
            case ROW -> multiplyRows(a, b, c);
            case ONE_VECTOR -> {
                for (int i = 0; i < m; i += 12) {
                    VectorDoubleTiles.twelveByOne(a, i, b, j, c);
                }
            }
            case TWO_VECTORS -> {
                for (int i = 0; i < m; i += 12) {
                    VectorDoubleTiles.twelveByTwo(a, i, b, j, c);
                }
            }
            case THREE_VECTORS -> multiplyThreeVectors(a, b, j, c);
            case ONE_AND_A_HALF -> {
                for (int i = 0; i < m; i += 12) {
                    VectorDoubleTiles.twelveByOneAndHalf(a, i, b, j, c);
                }
            }
            case THREE_AND_A_HALF -> {
                for (int i = 0; i < m; i += 6) {
                    VectorDoubleTiles.sixByThreeAndHalf(a, i, b, j, c);
                }
            }
            case TWO_HALVES -> {
                for (int i = 0; i < m; i += 12) {
                    VectorDoubleTiles.twelveByTwoHalves(a, i, b, j, c);
                }
            }
            case NON_ZEROS -> multiplyNonZeros(a, b, c);
            case COLUMN -> VectorDoubleColumn.multiply(a, b, c, plan().hasManySums() ? 8 : 4);
            case LARGE_COLUMN -> VectorDoubleColumn.multiplyLarge(a, b, c);
            case BLOCKS, COPY -> throw new IllegalArgumentException(part.toString());
        }
    }

    private void multiplyRows(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        for (int i = 0; i < c.rows(); i++) {
            if (c.columns() < LANES) {
                VectorDoubleTiles.oneByTwoHalves(a, i, b, 0, c);
            } else if (b.finite() && Sparsity.isMostlyZero(a.rows(i, i + 1))) {
                multiplyNonZerosOfRow(a, i, b, c);
            } else {
                for (int j = 0; j < c.columns(); j += 4 * LANES) {
                    VectorDoubleTiles.oneByFour(a, i, b, Math.min(j, c.columns() - LANES), c);
                }
            }
        }
    }

    private void multiplyNonZerosOfRow(Matrix<double[]> a, int i, Matrix<double[]> b, Matrix<double[]> c) {
        int[] columns = lists.take(a.columns() + LANES);
        int x = a.offset() + i * a.rowStep();
        int count = plan().hasMasks()
                ? VectorDoubleZeros.nonZeroInRow(a.values(), x, a.columns(), columns)
                : DoubleSparsity.nonZeroColumns(a.values(), x, a.columns(), columns);
        for (int j = 0; j < c.columns(); j += 4 * LANES) {
            VectorDoubleTiles.sparseOneByFour(a, i, b, Math.min(j, c.columns() - LANES), c, columns, count);
        }
        lists.giveBack(columns);
    }

    private void multiplyThreeVectors(Matrix<double[]> a, Matrix<double[]> b, int j, Matrix<double[]> c) {
        int i = 0;
        for (; plan().hasManySums() && c.rows() - i > 4; i += 8) {
            VectorDoubleTiles.eightByThree(a, i, b, j, c);
        }
        for (; i < c.rows(); i += 4) {
            VectorDoubleTiles.fourByThree(a, i, b, j, c);
        }
    }

    private void multiplyNonZeros(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        int[] columns = lists.take(a.columns() + LANES);
        boolean inRows = a.columnStep() == 1;
        for (int i = 0; i < c.rows(); i += ProductPlan.SPARSE_ROWS) {
            int row = inRows ? i : Math.min(i, c.rows() - ProductPlan.SPARSE_ROWS);
            int last = c.rows() - 1 - row;
            int x = a.offset() + row * a.rowStep();
            int count = inRows
                    ? VectorDoubleZeros.nonZeroInRows(a.values(), x, a.rowStep(), last, a.columns(), columns)
                    : VectorDoubleZeros.nonZeroInColumns(a.values(), x, a.columnStep(), a.columns(), columns);
            multiplyListed(a, row, b, c, columns, count);
        }
        lists.giveBack(columns);
    }

    /** Computes eight rows of c from row i on, with the listed columns of a. */
    private void multiplyListed(
            Matrix<double[]> a, int i, Matrix<double[]> b, Matrix<double[]> c, int[] columns, int count) {
        int n = c.columns();
        int j = 0;
        for (; j + 3 * LANES <= n; j += 3 * LANES) {
            VectorDoubleTiles.sparseEightByThree(a, i, b, j, c, columns, count);
        }
        for (; j < n; j += LANES) {
            VectorDoubleTiles.sparseEightByOne(a, i, b, Math.min(j, n - LANES), c, columns, count);
        }
    }

    @Override
    boolean areFinite(Matrix<double[]> b) {
        return VectorDoubleZeros.areFinite(b);
    }

    @Override
    void multiplyPacked(
            double[] strips, int strip, double[] panels, int panel, int depth, Matrix<double[]> c, boolean goOn) {
        if (plan().hasManySums()) {
            VectorDoubleTiles.packedTwelveByTwo(
                    strips, strip, panels, panel, c.values(), c.offset(), c.rowStep(), depth, goOn);
        } else {
            VectorDoubleTiles.packedTwelveByOne(
                    strips, strip, panels, panel, c.values(), c.offset(), c.rowStep(), depth, goOn);
        }
    }
}
