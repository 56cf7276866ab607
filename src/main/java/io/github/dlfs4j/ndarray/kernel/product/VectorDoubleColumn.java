package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.VectorLength;
import io.github.dlfs4j.ndarray.kernel.Workspace;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The product of a matrix and few long columns, with vectors. Its elements are sums of {@link DoubleChains}. */
@AlsoFor(float.class)
final class VectorDoubleColumn {
    private static final VectorSpecies<Double> SPECIES = VectorSpecies.of(double.class, VectorLength.SHAPE);
    private static final int LANES = SPECIES.length();
    private static final int CHAINS = DoubleChains.COUNT;
    private static final int ROWS = 4;

    /** The vectors of rows in a tile. */
    private static final int VECTORS = 3;

    /** The columns of a chain that are added at once. */
    private static final int COLUMNS = 4;

    /** How many rows are read from end to end at most. */
    private static final int LONGEST_BLOCK = 8192 / Double.BYTES;

    /** The length of the arrays for chains. */
    private static final int CHAINS_OF_BLOCK = CHAINS * LONGEST_BLOCK;

    /**
     * Computes {@code c = a b}.
     *
     * @param a with contiguous rows, or with contiguous columns that fill at least a vector
     * @param b with contiguous columns
     * @param c in any layout
     * @param tile how many chains fill the registers, 8 or 4
     */
    static void multiply(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c, int tile) {
        double[] chains = Workspace.DOUBLES.take(CHAINS_OF_BLOCK);
        if (a.columnStep() == 1) {
            multiplyRows(a, b, c, chains);
        } else {
            for (int j = 0; j < b.columns(); j++) {
                multiplyColumns(a, b.columns(j, j + 1), c.columns(j, j + 1), tile, chains);
            }
        }
        Workspace.DOUBLES.giveBack(chains);
    }

    /** Computes c with vectors along k, a chain in each lane, two columns of b at a time. */
    private static void multiplyRows(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c, double[] chains) {
        for (int i = 0; i < c.rows(); i += ROWS) {
            for (int j = 0; j < c.columns(); j += 2) {
                int columns = Math.min(2, c.columns() - j);
                for (int chain = 0; chain < CHAINS; chain += LANES) {
                    if (columns == 2) {
                        VectorDoubleChains.addTwo(a, i, b, j, chain, chains);
                    } else {
                        VectorDoubleChains.add(a, i, b, j, chain, chains);
                    }
                }
                for (int column = 0; column < columns; column++) {
                    sum(a, i, b, j + column, chains, column * ROWS * CHAINS, c);
                }
            }
        }
    }

    /** Adds the last terms to the chains of rows i to i + 3, and adds the chains up. */
    private static void sum(
            Matrix<double[]> a, int i, Matrix<double[]> b, int j, double[] chains, int at, Matrix<double[]> c) {
        int y = b.offset() + j * b.columnStep();
        for (int row = 0; row < Math.min(ROWS, c.rows() - i); row++) {
            int x = a.offset() + (i + row) * a.rowStep();
            int from = at + row * CHAINS;
            DoubleChains.addLast(a.values(), x, b.values(), y, b.rows(), chains, from);
            int to = c.offset() + (i + row) * c.rowStep() + j * c.columnStep();
            c.values()[to] = DoubleChains.sum(chains, from);
        }
    }

    /**
     * Computes c with vectors along the columns of a, three at a time, or one if it holds the last rows. A vector that
     * would exceed the last row begins earlier.
     */
    private static void multiplyColumns(
            Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c, int tile, double[] chains) {
        int block = VECTORS * LANES;
        int whole = b.rows() - b.rows() % CHAINS;
        for (int i = 0; i < a.rows(); i += block) {
            Matrix<double[]> rows = block(a, i, block);
            int width = rows.rows() > LANES ? block : LANES;
            for (int chain = 0; chain < CHAINS; chain += tile) {
                addTile(rows, b, chain, chains, tile);
            }
            for (int p = whole; p < b.rows(); p++) {
                addColumns(rows, p, 1, b, chains, (p - whole) * width);
            }
            sum(chains, width, block(c, i, block));
        }
    }

    private static void addTile(Matrix<double[]> rows, Matrix<double[]> b, int chain, double[] chains, int tile) {
        boolean isVector = rows.rows() == LANES;
        if (tile == 8 && isVector) {
            VectorDoubleTiles.eightChainsByOne(rows, b, chain, CHAINS, chains);
        } else if (tile == 8) {
            VectorDoubleTiles.eightChainsByThree(rows, b, chain, CHAINS, chains);
        } else if (isVector) {
            VectorDoubleTiles.fourChainsByOne(rows, b, chain, CHAINS, chains);
        } else {
            VectorDoubleTiles.fourChainsByThree(rows, b, chain, CHAINS, chains);
        }
    }

    /**
     * Computes {@code c = a b} for a large a. Its columns are read from end to end, because memory is fastest then. Up
     * to four columns of a chain are added to its sums at once.
     *
     * @param a with contiguous columns, which fill at least a vector
     * @param b with contiguous columns
     * @param c in any layout
     */
    static void multiplyLarge(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        double[] chains = Workspace.DOUBLES.take(CHAINS_OF_BLOCK);
        for (int j = 0; j < b.columns(); j++) {
            multiplyLargeColumn(a, b.columns(j, j + 1), c.columns(j, j + 1), chains);
        }
        Workspace.DOUBLES.giveBack(chains);
    }

    private static void multiplyLargeColumn(
            Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c, double[] chains) {
        int block = Math.min(LONGEST_BLOCK, (a.rows() + LANES - 1) / LANES * LANES);
        for (int i = 0; i < a.rows(); i += block) {
            Matrix<double[]> rows = block(a, i, block);
            Arrays.fill(chains, 0, CHAINS * block, 0);
            for (int p = 0; p < b.rows(); p += COLUMNS * CHAINS) {
                for (int chain = 0; chain < Math.min(CHAINS, b.rows() - p); chain++) {
                    int columns = Math.min(COLUMNS, (b.rows() - p - chain + CHAINS - 1) / CHAINS);
                    addColumns(rows, p + chain, columns, b, chains, chain * block);
                }
            }
            sum(chains, block, block(c, i, block));
        }
    }

    /** Returns a block of rows from row i on. The last block begins earlier if it would not fill a vector. */
    private static Matrix<double[]> block(Matrix<double[]> matrix, int i, int block) {
        return matrix.rows(Math.min(i, matrix.rows() - LANES), Math.min(i + block, matrix.rows()));
    }

    /** Adds column p of a, and some of the columns that follow it in its chain. */
    private static void addColumns(
            Matrix<double[]> a, int p, int columns, Matrix<double[]> b, double[] chains, int at) {
        double[] left = a.values();
        int step = CHAINS * a.columnStep();
        int x0 = a.offset() + p * a.columnStep();
        int x1 = x0 + step;
        int x2 = x1 + step;
        int x3 = x2 + step;
        DoubleVector f0 = factor(b, p);
        DoubleVector f1 = columns > 1 ? factor(b, p + CHAINS) : f0;
        DoubleVector f2 = columns > 2 ? factor(b, p + 2 * CHAINS) : f0;
        DoubleVector f3 = columns > 3 ? factor(b, p + 3 * CHAINS) : f0;
        int last = a.rows() - LANES;
        for (int i = 0; i < a.rows(); i += LANES) {
            int x = Math.min(i, last);
            DoubleVector sum = f0.fma(vector(left, x0 + x), vector(chains, at + i));
            if (columns > 1) {
                sum = f1.fma(vector(left, x1 + x), sum);
            }
            if (columns > 2) {
                sum = f2.fma(vector(left, x2 + x), sum);
            }
            if (columns > 3) {
                sum = f3.fma(vector(left, x3 + x), sum);
            }
            sum.intoArray(chains, at + i);
        }
    }

    private static DoubleVector factor(Matrix<double[]> b, int p) {
        return DoubleVector.broadcast(SPECIES, b.values()[b.offset() + p]);
    }

    /** Computes {@link DoubleChains#sum} of the chains of some elements. */
    private static void sum(double[] chains, int block, Matrix<double[]> c) {
        int last = c.rows() - LANES;
        for (int at = 0; at < c.rows(); at += LANES) {
            DoubleVector sum0 = vector(chains, at);
            DoubleVector sum1 = vector(chains, at + block);
            DoubleVector sum2 = vector(chains, at + 2 * block);
            DoubleVector sum3 = vector(chains, at + 3 * block);
            for (int from = at + 4 * block; from < CHAINS * block; from += 4 * block) {
                sum0 = sum0.add(vector(chains, from));
                sum1 = sum1.add(vector(chains, from + block));
                sum2 = sum2.add(vector(chains, from + 2 * block));
                sum3 = sum3.add(vector(chains, from + 3 * block));
            }
            DoubleVector sum = sum0.add(sum1).add(sum2.add(sum3)).add(0.0);
            int first = c.offset() + Math.min(at, last) * c.rowStep();
            if (c.rowStep() == 1) {
                sum.intoArray(c.values(), first);
                continue;
            }
            sum.intoArray(chains, at);
            for (int lane = 0; lane < LANES; lane++) {
                c.values()[first + lane * c.rowStep()] = chains[at + lane];
            }
        }
    }

    private static DoubleVector vector(double[] array, int at) {
        return DoubleVector.fromArray(SPECIES, array, at);
    }
}
