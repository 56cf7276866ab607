package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.DoubleVector;

/** {@link VectorProduct} of {@code double}: how its tiles are chosen. */
final class VectorDoubleProduct extends VectorProduct<double[]> {
    private static final int LANES = DoubleVector.SPECIES_PREFERRED.length();

    /**
     * Eight rows by three vectors are 24 sums; with three vectors of b and one of a they fit the 32 registers of
     * AVX-512 and of NEON. AVX2, the one with 256 bits, has 16: four rows, 12 sums, and no tile of eight by two.
     */
    private static final boolean MANY_REGISTERS = DoubleVector.SPECIES_PREFERRED.vectorBitSize() != 256;

    /** Up to so many rows each is computed by itself: a tile of eight would repeat the last one too often. */
    private static final int SINGLE_ROWS = 2;

    VectorDoubleProduct(RowBlocks rowBlocks) {
        super(rowBlocks, new SummationOrder(LANES), MANY_REGISTERS ? 2 : 1, Double.BYTES);
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
    void multiplyRows(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        int n = c.columns();
        int j = 0;
        if (a.rows() <= SINGLE_ROWS) {
            for (; j < n; j += 4 * LANES) {
                singleRows(a, b, c, Math.min(j, n - LANES));
            }
        }
        for (; j + 3 * LANES <= n; j += 3 * LANES) {
            wideTiles(a, b, c, j);
        }
        while (j < n) {
            boolean two = MANY_REGISTERS && j + LANES < n;
            narrowTiles(a, b, c, Math.min(j, n - LANES), two);
            j += two ? 2 * LANES : LANES;
        }
    }

    private static void singleRows(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c, int j) {
        for (int i = 0; i < c.rows(); i++) {
            VectorDoubleNarrowTiles.oneByFour(
                    a.values(),
                    a.offset() + i * a.rowStep(),
                    b.values(),
                    b.offset() + j,
                    b.rowStep(),
                    c.values(),
                    c.offset() + i * c.rowStep() + j,
                    b.rows(),
                    c.columns() - LANES - j);
        }
    }

    private static void wideTiles(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c, int j) {
        double[] left = a.values();
        double[] right = b.values();
        double[] out = c.values();
        int y = b.offset() + j;
        for (int i = 0; i < c.rows(); i += MANY_REGISTERS ? 8 : 4) {
            int x = a.offset() + i * a.rowStep();
            int z = c.offset() + i * c.rowStep() + j;
            int last = c.rows() - 1 - i;
            if (MANY_REGISTERS) {
                VectorDoubleTiles.eightByThree(
                        left, x, a.rowStep(), right, y, b.rowStep(), out, z, c.rowStep(), b.rows(), last);
            } else {
                VectorDoubleTiles.fourByThree(
                        left, x, a.rowStep(), right, y, b.rowStep(), out, z, c.rowStep(), b.rows(), last);
            }
        }
    }

    private static void narrowTiles(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c, int j, boolean two) {
        double[] left = a.values();
        double[] right = b.values();
        double[] out = c.values();
        int y = b.offset() + j;
        int second = Math.min(LANES, c.columns() - LANES - j);
        for (int i = 0; i < c.rows(); i += 8) {
            int x = a.offset() + i * a.rowStep();
            int z = c.offset() + i * c.rowStep() + j;
            int last = c.rows() - 1 - i;
            if (two) {
                VectorDoubleNarrowTiles.eightByTwo(
                        left, x, a.rowStep(), right, y, b.rowStep(), out, z, c.rowStep(), b.rows(), last, second);
            } else {
                VectorDoubleNarrowTiles.eightByOne(
                        left, x, a.rowStep(), right, y, b.rowStep(), out, z, c.rowStep(), b.rows(), last);
            }
        }
    }

    @Override
    void multiplyStrips(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        int n = c.columns();
        int j = 0;
        for (; MANY_REGISTERS && j + 3 * LANES <= n; j += 3 * LANES) {
            wideStripTiles(a, b, c, j);
        }
        while (j < n) {
            boolean two = MANY_REGISTERS && j + LANES < n;
            stripTiles(a, b, c, Math.min(j, n - LANES), two);
            j += two ? 2 * LANES : LANES;
        }
    }

    private static void wideStripTiles(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c, int j) {
        for (int i = 0; i < c.rows(); i += 8) {
            int row = Math.min(i, c.rows() - 8);
            VectorDoubleStripTiles.eightByThree(
                    a.values(),
                    a.offset() + row,
                    a.columnStep(),
                    b.values(),
                    b.offset() + j,
                    b.rowStep(),
                    c.values(),
                    c.offset() + row * c.rowStep() + j,
                    c.rowStep(),
                    b.rows());
        }
    }

    private static void stripTiles(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c, int j, boolean two) {
        double[] left = a.values();
        double[] right = b.values();
        double[] out = c.values();
        int y = b.offset() + j;
        int second = Math.min(LANES, c.columns() - LANES - j);
        for (int i = 0; i < c.rows(); i += STRIP) {
            int row = Math.min(i, c.rows() - STRIP);
            int x = a.offset() + row;
            int z = c.offset() + row * c.rowStep() + j;
            if (two) {
                VectorDoubleStripTiles.twelveByTwo(
                        left, x, a.columnStep(), right, y, b.rowStep(), out, z, c.rowStep(), b.rows(), second);
            } else {
                VectorDoubleStripTiles.twelveByOne(
                        left, x, a.columnStep(), right, y, b.rowStep(), out, z, c.rowStep(), b.rows());
            }
        }
    }

    @Override
    boolean areFinite(Matrix<double[]> b) {
        return VectorDoubleZeros.areFinite(b);
    }

    @Override
    void multiplyNonZeros(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        int[] columns = new int[a.columns() + LANES];
        boolean inRows = a.columnStep() == 1;
        for (int i = 0; i < c.rows(); i += SPARSE_ROWS) {
            int row = inRows ? i : Math.min(i, c.rows() - SPARSE_ROWS);
            int last = c.rows() - 1 - row;
            int x = a.offset() + row * a.rowStep();
            int count = inRows
                    ? VectorDoubleZeros.nonZeroInRows(a.values(), x, a.rowStep(), last, a.columns(), columns)
                    : VectorDoubleZeros.nonZeroInColumns(a.values(), x, a.columnStep(), a.columns(), columns);
            sparseTiles(a, row, b, c, columns, count);
        }
    }

    /** Eight rows of c. */
    private static void sparseTiles(
            Matrix<double[]> a, int i, Matrix<double[]> b, Matrix<double[]> c, int[] columns, int count) {
        double[] left = a.values();
        double[] right = b.values();
        double[] out = c.values();
        int x = a.offset() + i * a.rowStep();
        int last = c.rows() - 1 - i;
        int n = c.columns();
        int j = 0;
        for (; j + 3 * LANES <= n; j += 3 * LANES) {
            int y = b.offset() + j;
            int z = c.offset() + i * c.rowStep() + j;
            VectorDoubleSparseTiles.eightByThree(
                    left,
                    x,
                    a.rowStep(),
                    a.columnStep(),
                    right,
                    y,
                    b.rowStep(),
                    out,
                    z,
                    c.rowStep(),
                    columns,
                    count,
                    last);
        }
        for (; j < n; j += LANES) {
            int first = Math.min(j, n - LANES);
            int y = b.offset() + first;
            int z = c.offset() + i * c.rowStep() + first;
            VectorDoubleSparseTiles.eightByOne(
                    left,
                    x,
                    a.rowStep(),
                    a.columnStep(),
                    right,
                    y,
                    b.rowStep(),
                    out,
                    z,
                    c.rowStep(),
                    columns,
                    count,
                    last);
        }
    }

    @Override
    void multiplyPacked(
            double[] strips, int strip, double[] panels, int panel, int depth, Matrix<double[]> c, boolean goOn) {
        if (MANY_REGISTERS) {
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
