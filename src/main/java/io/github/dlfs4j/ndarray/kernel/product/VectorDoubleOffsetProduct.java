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

    /** Up to this many columns, {@link DoubleProduct} may add up several chains, and has other bits. */
    public static final int FEW_COLUMNS = SummationOrder.FEW_COLUMNS;

    private final int rows;
    private final int depth;

    /** The vectors of a tile, two or three. */
    private final int vectors;

    /** The rows of a tile. */
    private final int height;

    private final double[] strips;

    /**
     * Copies the left matrix.
     *
     * @param a m by k, in any layout
     * @param count the number of vectors in a row of the products, by which tiles are chosen
     */
    public VectorDoubleOffsetProduct(Matrix<double[]> a, int count) {
        rows = a.rows();
        depth = a.columns();
        // The last vector of tiles of two may be computed alone, in as many rows, if those are enough chains.
        boolean three = HAS_MANY_SUMS && work(8, 3, count) <= work(12, 1, count);
        vectors = three ? 3 : 2;
        height = three ? 8 : HAS_MANY_SUMS ? 12 : 4;
        strips = Workspace.DOUBLES.take(roundedUp(rows, height) * depth);
        for (int i = 0; i < roundedUp(rows, height); i++) {
            // The last row takes the place of missing ones.
            int from = a.offset() + Math.min(i, rows - 1) * a.rowStep();
            int to = i / height * height * depth + i % height;
            for (int p = 0; p < depth; p++) {
                strips[to + p * height] = a.values()[from + p * a.columnStep()];
            }
        }
    }

    /** Returns how many vectors tiles compute, some in vain. */
    private long work(int tileRows, int tileVectors, int count) {
        return (long) roundedUp(rows, tileRows) * roundedUp(count, tileVectors);
    }

    private static int roundedUp(int length, int unit) {
        return (length + unit - 1) / unit * unit;
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
        for (int place = 0; place < places.length; place += vectors) {
            for (int i = 0; i < rows; i += height) {
                int x = i * depth;
                if (!HAS_MANY_SUMS) {
                    VectorDoubleTiles.stripFourByTwo(strips, x, b, places, place, bias, i, c);
                } else if (vectors == 3) {
                    VectorDoubleTiles.stripEightByThree(strips, x, b, places, place, bias, i, c);
                } else if (place == places.length - 1) {
                    VectorDoubleTiles.stripTwelveByOne(strips, x, b, places, place, bias, i, c);
                } else {
                    VectorDoubleTiles.stripTwelveByTwo(strips, x, b, places, place, bias, i, c);
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
        for (int place = 0; place < places.length; place += vectors) {
            for (int i = 0; i < rows; i += height) {
                int x = i * depth;
                if (!HAS_MANY_SUMS) {
                    VectorDoubleTiles.addStripFourByTwo(strips, x, b, places, place, i, c);
                } else if (vectors == 3) {
                    VectorDoubleTiles.addStripEightByThree(strips, x, b, places, place, i, c);
                } else if (place == places.length - 1) {
                    VectorDoubleTiles.addStripTwelveByOne(strips, x, b, places, place, i, c);
                } else {
                    VectorDoubleTiles.addStripTwelveByTwo(strips, x, b, places, place, i, c);
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
        int vectors = columns / LANES;
        return (HAS_MANY_SUMS && vectors >= 4 ? 4 : Math.min(vectors, 2)) * LANES;
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
        int vectors = c.columns() / LANES;
        for (int i = 0; i < c.rows(); ) {
            if (vectors == 4) {
                VectorDoubleTiles.addSixByFour(a, i, run, b, y, c);
                i += 6;
            } else if (vectors == 1) {
                VectorDoubleTiles.addTwelveByOne(a, i, run, b, y, c);
                i += 12;
            } else if (HAS_MANY_SUMS) {
                VectorDoubleTiles.addTwelveByTwo(a, i, run, b, y, c);
                i += 12;
            } else {
                VectorDoubleTiles.addFourByTwo(a, i, run, b, y, c);
                i += 4;
            }
        }
    }
}
