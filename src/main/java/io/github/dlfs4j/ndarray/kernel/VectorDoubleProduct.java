package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link VectorProduct} of {@code double}: how its tiles are chosen, and how a matrix is packed. */
final class VectorDoubleProduct extends VectorProduct<double[]> {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /**
     * Eight rows by three vectors are 24 sums; with three vectors of b and one of a they fit the 32 registers of
     * AVX-512 and of NEON. AVX2, the one with 256 bits, has 16: four rows, 12 sums, and no tile of eight by two.
     */
    private static final boolean MANY_REGISTERS = SPECIES.vectorBitSize() != 256;

    VectorDoubleProduct(RowBlocks rowBlocks) {
        super(rowBlocks, new SummationOrder(LANES), MANY_REGISTERS ? 2 : 1, Double.BYTES);
    }

    @Override
    double[] allocate(int length) {
        return new double[length];
    }

    @Override
    void tiles(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c, boolean goOn) {
        if (b.columns() == LANES) {
            VectorDoubleNarrowTiles.eightByOne(a, b, c, goOn);
        } else if (b.columns() == 2 * LANES) {
            VectorDoubleNarrowTiles.eightByTwo(a, b, c, goOn);
        } else if (a.rows() == 1) {
            VectorDoubleNarrowTiles.oneByThree(a, b, c, goOn);
        } else {
            wideTiles(a, b, c, goOn);
        }
    }

    /** Eight rows at a time, and what is left, if it is little, four. */
    private static void wideTiles(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c, boolean goOn) {
        int left = c.rows() % 8;
        int byEight = !MANY_REGISTERS ? 0 : left > 4 ? c.rows() : c.rows() - left;
        if (byEight > 0) {
            VectorDoubleTiles.eightByThree(a.rows(0, byEight), b, c.rows(0, byEight), goOn);
        }
        if (byEight < c.rows()) {
            VectorDoubleTiles.fourByThree(a.rows(byEight, c.rows()), b, c.rows(byEight, c.rows()), goOn);
        }
    }

    @Override
    void dots(Matrix<double[]> a, Matrix<double[]> transposedB, Matrix<double[]> c) {
        VectorDoubleDots.multiply(a, transposedB, c);
    }

    @Override
    void copy(Matrix<double[]> from, Matrix<double[]> to) {
        if (from.columnStep() == 1 && from.columns() >= 2 * LANES) {
            for (int i = 0; i < from.rows(); i++) {
                System.arraycopy(
                        from.values(),
                        from.offset() + i * from.rowStep(),
                        to.values(),
                        to.offset() + i * to.rowStep(),
                        from.columns());
            }
            return;
        }
        int j = 0;
        for (; j + 8 <= from.columns(); j += 8) {
            if (from.rowStep() == 1) {
                copyEightInOrder(from, j, to);
            } else {
                copyEight(from, j, to);
            }
        }
        for (; j < from.columns(); j++) {
            int x = from.offset() + j * from.columnStep();
            int y = to.offset() + j;
            for (int i = 0; i < from.rows(); i++) {
                to.values()[y + i * to.rowStep()] = from.values()[x + i * from.rowStep()];
            }
        }
    }

    /** Eight columns at once: the loop runs along the columns, for where the rows are short or not in order. */
    private static void copyEight(Matrix<double[]> from, int j, Matrix<double[]> to) {
        double[] values = from.values();
        double[] out = to.values();
        int step = from.columnStep();
        int x = from.offset() + j * step;
        int y = to.offset() + j;
        for (int i = 0; i < from.rows(); i++) {
            out[y] = values[x];
            out[y + 1] = values[x + step];
            out[y + 2] = values[x + 2 * step];
            out[y + 3] = values[x + 3 * step];
            out[y + 4] = values[x + 4 * step];
            out[y + 5] = values[x + 5 * step];
            out[y + 6] = values[x + 6 * step];
            out[y + 7] = values[x + 7 * step];
            x += from.rowStep();
            y += to.rowStep();
        }
    }

    /** Columns that lie in order, as in a transposed matrix: eight streams are read, one written. */
    private static void copyEightInOrder(Matrix<double[]> from, int j, Matrix<double[]> to) {
        double[] values = from.values();
        double[] out = to.values();
        int step = from.columnStep();
        int x0 = from.offset() + j * step;
        int x1 = x0 + step;
        int x2 = x1 + step;
        int x3 = x2 + step;
        int x4 = x3 + step;
        int x5 = x4 + step;
        int x6 = x5 + step;
        int x7 = x6 + step;
        int y = to.offset() + j;
        for (int i = 0; i < from.rows(); i++) {
            out[y] = values[x0 + i];
            out[y + 1] = values[x1 + i];
            out[y + 2] = values[x2 + i];
            out[y + 3] = values[x3 + i];
            out[y + 4] = values[x4 + i];
            out[y + 5] = values[x5 + i];
            out[y + 6] = values[x6 + i];
            out[y + 7] = values[x7 + i];
            y += to.rowStep();
        }
    }
}
