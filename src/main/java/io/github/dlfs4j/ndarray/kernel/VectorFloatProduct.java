package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.FloatVector;

/** {@link VectorProduct} of {@code float}: how its tiles are chosen. */
final class VectorFloatProduct extends VectorProduct<float[]> {
    private static final int LANES = FloatVector.SPECIES_PREFERRED.length();

    /**
     * Eight rows by three vectors are 24 sums; with three vectors of b and one of a they fit the 32 registers of
     * AVX-512 and of NEON, as twelve rows by two vectors do. AVX2, the one with 256 bits, has 16: four rows by three
     * vectors and twelve by one are twelve sums.
     */
    private static final boolean MANY_REGISTERS = FloatVector.SPECIES_PREFERRED.vectorBitSize() != 256;

    VectorFloatProduct(RowBlocks rowBlocks) {
        super(rowBlocks, new SummationOrder(LANES), MANY_REGISTERS ? 2 : 1, Float.BYTES);
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
    void multiplyVectors(Matrix<float[]> a, Matrix<float[]> b, Matrix<float[]> c, int end) {
        int j = 0;
        for (; j + 3 * LANES <= end; j += 3 * LANES) {
            wideTiles(a, b, j, c);
        }
        while (j < end) {
            boolean two = MANY_REGISTERS && j + LANES < end;
            narrowTiles(a, b, Math.min(j, c.columns() - LANES), c, two);
            j += two ? 2 * LANES : LANES;
        }
    }

    private static void wideTiles(Matrix<float[]> a, Matrix<float[]> b, int j, Matrix<float[]> c) {
        int i = 0;
        for (; MANY_REGISTERS && c.rows() - i > 4; i += 8) {
            VectorFloatTiles.eightByThree(a, i, b, j, c);
        }
        for (; i < c.rows(); i += 4) {
            VectorFloatTiles.fourByThree(a, i, b, j, c);
        }
    }

    private static void narrowTiles(Matrix<float[]> a, Matrix<float[]> b, int j, Matrix<float[]> c, boolean two) {
        for (int i = 0; i < c.rows(); i += 12) {
            if (two) {
                VectorFloatNarrowTiles.twelveByTwo(a, i, b, j, c);
            } else {
                VectorFloatNarrowTiles.twelveByOne(a, i, b, j, c);
            }
        }
    }

    @Override
    void multiplyHalves(Matrix<float[]> a, Matrix<float[]> b, int j, Matrix<float[]> c) {
        if (c.columns() - j > 2 * LANES) {
            for (int i = 0; i < c.rows(); i += 6) {
                VectorFloatTiles.sixByThreeAndHalf(a, i, b, j, c);
            }
        } else {
            for (int i = 0; i < c.rows(); i += 12) {
                VectorFloatHalfTiles.twelveByOneAndHalf(a, i, b, j, c);
            }
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
        for (int i = 0; i < c.rows(); i += SPARSE_ROWS) {
            int row = inRows ? i : Math.min(i, c.rows() - SPARSE_ROWS);
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
        if (MANY_REGISTERS) {
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
