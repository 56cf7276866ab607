package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.FloatVector;

/** {@link VectorProduct} of {@code float}: how its tiles are chosen. */
final class VectorFloatProduct extends VectorProduct<float[]> {
    private static final int LANES = FloatVector.SPECIES_PREFERRED.length();

    VectorFloatProduct(RowBlocks rowBlocks) {
        super(rowBlocks, new ProductPlan(new SummationOrder(LANES), Float.BYTES));
    }

    @Override
    float[] allocate(int length) {
        return new float[length];
    }

    @Override
    void copy(Matrix<float[]> from, Matrix<float[]> to) {
        VectorFloatCopy.copy(from, to);
    }

    @Override
    void copyStrip(Matrix<float[]> rows, float[] strip, int offset) {
        VectorFloatCopy.copyStrip(rows, strip, offset);
    }

    @Override
    void multiplyRow(Matrix<float[]> a, int i, Matrix<float[]> b, Matrix<float[]> c) {
        for (int j = 0; j < c.columns(); j += 4 * LANES) {
            VectorFloatNarrowTiles.oneByFour(a, i, b, Math.min(j, c.columns() - LANES), c);
        }
    }

    @Override
    void multiplyOneVector(Matrix<float[]> a, Matrix<float[]> b, int j, Matrix<float[]> c) {
        for (int i = 0; i < c.rows(); i += 12) {
            VectorFloatNarrowTiles.twelveByOne(a, i, b, j, c);
        }
    }

    @Override
    void multiplyTwoVectors(Matrix<float[]> a, Matrix<float[]> b, int j, Matrix<float[]> c) {
        for (int i = 0; i < c.rows(); i += 12) {
            VectorFloatNarrowTiles.twelveByTwo(a, i, b, j, c);
        }
    }

    @Override
    void multiplyThreeVectors(Matrix<float[]> a, Matrix<float[]> b, int j, Matrix<float[]> c) {
        int i = 0;
        for (; plan().hasManyRegisters() && c.rows() - i > 4; i += 8) {
            VectorFloatTiles.eightByThree(a, i, b, j, c);
        }
        for (; i < c.rows(); i += 4) {
            VectorFloatTiles.fourByThree(a, i, b, j, c);
        }
    }

    @Override
    void multiplyOneAndAHalf(Matrix<float[]> a, Matrix<float[]> b, int j, Matrix<float[]> c) {
        for (int i = 0; i < c.rows(); i += 12) {
            VectorFloatHalfTiles.twelveByOneAndHalf(a, i, b, j, c);
        }
    }

    @Override
    void multiplyThreeAndAHalf(Matrix<float[]> a, Matrix<float[]> b, int j, Matrix<float[]> c) {
        for (int i = 0; i < c.rows(); i += 6) {
            VectorFloatTiles.sixByThreeAndHalf(a, i, b, j, c);
        }
    }

    @Override
    void multiplyTwoHalves(Matrix<float[]> a, Matrix<float[]> b, Matrix<float[]> c) {
        for (int i = 0; i < c.rows(); i += 12) {
            VectorFloatHalfTiles.twelveByTwoHalves(a, i, b, 0, c);
        }
    }

    @Override
    boolean areFinite(Matrix<float[]> b) {
        return VectorFloatZeros.areFinite(b);
    }

    @Override
    void multiplyNonZeros(Matrix<float[]> a, Matrix<float[]> b, Matrix<float[]> c) {
        int n = c.columns();
        int[] columns = new int[a.columns() + LANES];
        boolean inRows = a.columnStep() == 1;
        for (int i = 0; i < c.rows(); i += ProductPlan.SPARSE_ROWS) {
            int row = inRows ? i : Math.min(i, c.rows() - ProductPlan.SPARSE_ROWS);
            int last = c.rows() - 1 - row;
            int x = a.offset() + row * a.rowStep();
            int count = inRows
                    ? VectorFloatZeros.nonZeroInRows(a.values(), x, a.rowStep(), last, a.columns(), columns)
                    : VectorFloatZeros.nonZeroInColumns(a.values(), x, a.columnStep(), a.columns(), columns);
            int j = 0;
            for (; j + 3 * LANES <= n; j += 3 * LANES) {
                VectorFloatSparseTiles.eightByThree(a, row, b, j, c, columns, count);
            }
            for (; j < n; j += LANES) {
                VectorFloatSparseTiles.eightByOne(a, row, b, Math.min(j, n - LANES), c, columns, count);
            }
        }
    }

    @Override
    void multiplyPacked(
            float[] strips, int strip, float[] panels, int panel, int depth, Matrix<float[]> c, boolean goOn) {
        if (plan().hasManyRegisters()) {
            VectorFloatPackedTiles.twelveByTwo(
                    strips, strip, panels, panel, c.values(), c.offset(), c.rowStep(), depth, goOn);
        } else {
            VectorFloatPackedTiles.twelveByOne(
                    strips, strip, panels, panel, c.values(), c.offset(), c.rowStep(), depth, goOn);
        }
    }

    @Override
    void dots(Matrix<float[]> a, Matrix<float[]> transposedB, Matrix<float[]> c) {
        VectorFloatDots.multiply(a, transposedB, c);
    }
}
