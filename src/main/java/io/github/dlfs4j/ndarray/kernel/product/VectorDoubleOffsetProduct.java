package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.Workspace;

/**
 * The product of one matrix with many others at any offsets with the Vector API, in tiles like those of
 * {@link VectorDoubleProduct}. The left matrix is copied once, such that a tile reads its rows from end to end. Each
 * element is one chain, see the page of this package.
 */
@AlsoFor(float.class)
public final class VectorDoubleOffsetProduct {
    /** The columns of a vector. */
    public static final int LANES = VectorDoubleProduct.UNIT.lanes();

    private static final boolean HAS_MANY_SUMS = VectorDoubleProduct.UNIT.hasManySums();

    /** The rows of a tile, of two vectors. */
    private static final int HEIGHT = HAS_MANY_SUMS ? 8 : 4;

    /** Up to this many columns, {@link DoubleProduct} may add up several chains, and has other bits. */
    public static final int FEW_COLUMNS = SummationOrder.FEW_COLUMNS;

    private final int rows;
    private final int depth;

    private final double[] strips;

    /**
     * Copies the left matrix.
     *
     * @param a m by k, in any layout
     */
    public VectorDoubleOffsetProduct(Matrix<double[]> a) {
        rows = a.rows();
        depth = a.columns();
        strips = Workspace.DOUBLES.take(roundedUp(rows) * depth);
        for (int i = 0; i < roundedUp(rows); i++) {
            // The last row takes the place of missing ones.
            int from = a.offset() + Math.min(i, rows - 1) * a.rowStep();
            int to = i / HEIGHT * HEIGHT * depth + i % HEIGHT;
            for (int p = 0; p < depth; p++) {
                strips[to + p * HEIGHT] = a.values()[from + p * a.columnStep()];
            }
        }
    }

    private static int roundedUp(int rows) {
        return (rows + HEIGHT - 1) / HEIGHT * HEIGHT;
    }

    /**
     * Computes {@code c = a b + bias}.
     *
     * @param b k by n
     * @param places the columns at which vectors begin, see {@link OffsetMatrix#places}; the columns of a vector must
     *     be neighbours in both b and c
     * @param bias a number for each row, which is added once the chain of an element has ended; at least m numbers
     * @param c m by n; overwritten
     */
    public void multiply(OffsetMatrix<double[]> b, int[] places, double[] bias, OffsetMatrix<double[]> c) {
        for (int place = 0; place < places.length; place += 2) {
            for (int i = 0; i < rows; i += HEIGHT) {
                int x = i * depth;
                if (!HAS_MANY_SUMS) {
                    VectorDoubleTiles.stripFourByTwo(strips, x, b, places, place, bias, i, c);
                } else if (place == places.length - 1) {
                    VectorDoubleTiles.stripEightByOne(strips, x, b, places, place, bias, i, c);
                } else {
                    VectorDoubleTiles.stripEightByTwo(strips, x, b, places, place, bias, i, c);
                }
            }
        }
    }

    /**
     * Adds a product: {@code c += a b}.
     *
     * @param b k by n
     * @param places the columns at which vectors begin, as above; none overlaps another
     * @param c m by n
     */
    public void add(OffsetMatrix<double[]> b, int[] places, OffsetMatrix<double[]> c) {
        for (int place = 0; place < places.length; place += 2) {
            for (int i = 0; i < rows; i += HEIGHT) {
                int x = i * depth;
                if (!HAS_MANY_SUMS) {
                    VectorDoubleTiles.addStripFourByTwo(strips, x, b, places, place, i, c);
                } else if (place == places.length - 1) {
                    VectorDoubleTiles.addStripEightByOne(strips, x, b, places, place, i, c);
                } else {
                    VectorDoubleTiles.addStripEightByTwo(strips, x, b, places, place, i, c);
                }
            }
        }
    }

    /** Gives the memory of the copy back. */
    public void end() {
        Workspace.DOUBLES.giveBack(strips);
    }

    /** Returns the columns of a panel of {@link #add}, the first of so many columns, which fill vectors. */
    public static int panel(int columns) {
        return Math.min(columns / LANES, 2) * LANES;
    }

    /**
     * Adds the product of two matrices: {@code c += a b}.
     *
     * @param a m by k
     * @param run so many columns of a are neighbours in memory, from every multiple of it on; it divides k
     * @param b k rows of a panel from end to end
     * @param y where b begins
     * @param c m rows of a panel
     */
    public static void add(OffsetMatrix<double[]> a, int run, double[] b, int y, Matrix<double[]> c) {
        boolean isSingle = c.columns() == LANES;
        for (int i = 0; i < c.rows(); i += isSingle ? 12 : HEIGHT) {
            if (isSingle) {
                VectorDoubleTiles.addTwelveByOne(a, i, run, b, y, c);
            } else if (HAS_MANY_SUMS) {
                VectorDoubleTiles.addEightByTwo(a, i, run, b, y, c);
            } else {
                VectorDoubleTiles.addFourByTwo(a, i, run, b, y, c);
            }
        }
    }
}
