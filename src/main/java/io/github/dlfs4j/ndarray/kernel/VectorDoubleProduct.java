package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.DoubleVector;

/** {@link VectorProduct} of {@code double}: how its tiles are chosen. */
final class VectorDoubleProduct extends VectorProduct<double[]> {
    private static final int LANES = DoubleVector.SPECIES_PREFERRED.length();

    VectorDoubleProduct(RowBlocks rowBlocks) {
        super(rowBlocks, new ProductPlan(new SummationOrder(LANES), Double.BYTES));
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
        VectorDoubleCopy.copyStrip(rows, strip, offset);
    }

    @Override
    void multiplyRow(Matrix<double[]> a, int i, Matrix<double[]> b, Matrix<double[]> c) {
        for (int j = 0; j < c.columns(); j += 4 * LANES) {
            VectorDoubleNarrowTiles.oneByFour(a, i, b, Math.min(j, c.columns() - LANES), c);
        }
    }

    @Override
    void multiplyOneVector(Matrix<double[]> a, Matrix<double[]> b, int j, Matrix<double[]> c) {
        for (int i = 0; i < c.rows(); i += 12) {
            VectorDoubleNarrowTiles.twelveByOne(a, i, b, j, c);
        }
    }

    @Override
    void multiplyTwoVectors(Matrix<double[]> a, Matrix<double[]> b, int j, Matrix<double[]> c) {
        for (int i = 0; i < c.rows(); i += 12) {
            VectorDoubleNarrowTiles.twelveByTwo(a, i, b, j, c);
        }
    }

    @Override
    void multiplyThreeVectors(Matrix<double[]> a, Matrix<double[]> b, int j, Matrix<double[]> c) {
        int i = 0;
        for (; plan().hasManyRegisters() && c.rows() - i > 4; i += 8) {
            VectorDoubleTiles.eightByThree(a, i, b, j, c);
        }
        for (; i < c.rows(); i += 4) {
            VectorDoubleTiles.fourByThree(a, i, b, j, c);
        }
    }

    @Override
    void multiplyOneAndAHalf(Matrix<double[]> a, Matrix<double[]> b, int j, Matrix<double[]> c) {
        for (int i = 0; i < c.rows(); i += 12) {
            VectorDoubleHalfTiles.twelveByOneAndHalf(a, i, b, j, c);
        }
    }

    @Override
    void multiplyThreeAndAHalf(Matrix<double[]> a, Matrix<double[]> b, int j, Matrix<double[]> c) {
        for (int i = 0; i < c.rows(); i += 6) {
            VectorDoubleTiles.sixByThreeAndHalf(a, i, b, j, c);
        }
    }

    @Override
    void multiplyTwoHalves(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        for (int i = 0; i < c.rows(); i += 12) {
            VectorDoubleHalfTiles.twelveByTwoHalves(a, i, b, 0, c);
        }
    }

    @Override
    boolean areFinite(Matrix<double[]> b) {
        return VectorDoubleZeros.areFinite(b);
    }

    @Override
    void multiplyNonZeros(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        int n = c.columns();
        int[] columns = new int[a.columns() + LANES];
        boolean inRows = a.columnStep() == 1;
        for (int i = 0; i < c.rows(); i += ProductPlan.SPARSE_ROWS) {
            int row = inRows ? i : Math.min(i, c.rows() - ProductPlan.SPARSE_ROWS);
            int last = c.rows() - 1 - row;
            int x = a.offset() + row * a.rowStep();
            int count = inRows
                    ? VectorDoubleZeros.nonZeroInRows(a.values(), x, a.rowStep(), last, a.columns(), columns)
                    : VectorDoubleZeros.nonZeroInColumns(a.values(), x, a.columnStep(), a.columns(), columns);
            int j = 0;
            for (; j + 3 * LANES <= n; j += 3 * LANES) {
                VectorDoubleSparseTiles.eightByThree(a, row, b, j, c, columns, count);
            }
            for (; j < n; j += LANES) {
                VectorDoubleSparseTiles.eightByOne(a, row, b, Math.min(j, n - LANES), c, columns, count);
            }
        }
    }

    @Override
    void multiplyPacked(
            double[] strips, int strip, double[] panels, int panel, int depth, Matrix<double[]> c, boolean goOn) {
        if (plan().hasManyRegisters()) {
            VectorDoublePackedTiles.twelveByTwo(
                    strips, strip, panels, panel, c.values(), c.offset(), c.rowStep(), depth, goOn);
        } else {
            VectorDoublePackedTiles.twelveByOne(
                    strips, strip, panels, panel, c.values(), c.offset(), c.rowStep(), depth, goOn);
        }
    }

    @Override
    void dots(Matrix<double[]> a, Matrix<double[]> transposedB, Matrix<double[]> c) {
        VectorDoubleDots.multiply(a, transposedB, c);
    }
}
