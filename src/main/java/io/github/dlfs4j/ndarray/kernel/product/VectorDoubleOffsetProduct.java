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

    /** The rows of a tile of three vectors. Other numbers of rows take as long as the next multiple. */
    public static final int ROWS = HAS_MANY_SUMS ? 8 : 4;

    /** Up to this many columns, {@link DoubleProduct} may add up several chains, and has other bits. */
    public static final int FEW_COLUMNS = SummationOrder.FEW_COLUMNS;

    /** The rows of a tile of two vectors. */
    private static final int ROWS_BY_TWO = HAS_MANY_SUMS ? 12 : 6;

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
        // The last vector may be computed alone, in as many rows, if those are enough chains.
        int two = HAS_MANY_SUMS ? 1 : 2;
        vectors = work(ROWS, 3, count) <= work(ROWS_BY_TWO, two, count) ? 3 : 2;
        height = vectors == 3 ? ROWS : ROWS_BY_TWO;
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
                if (vectors == 3 && HAS_MANY_SUMS) {
                    VectorDoubleTiles.stripEightByThree(strips, x, b, places, place, bias, i, c);
                } else if (vectors == 3) {
                    VectorDoubleTiles.stripFourByThree(strips, x, b, places, place, bias, i, c);
                } else if (HAS_MANY_SUMS && place == places.length - 1) {
                    VectorDoubleTiles.stripTwelveByOne(strips, x, b, places, place, bias, i, c);
                } else if (HAS_MANY_SUMS) {
                    VectorDoubleTiles.stripTwelveByTwo(strips, x, b, places, place, bias, i, c);
                } else {
                    VectorDoubleTiles.stripSixByTwo(strips, x, b, places, place, bias, i, c);
                }
            }
        }
    }

    /** Gives the memory of the copy back. */
    public void end() {
        Workspace.DOUBLES.giveBack(strips);
    }

    /**
     * Adds the product of two matrices, of which none is copied: {@code c += a b}.
     *
     * @param a m by k
     * @param b k by n
     * @param places the columns at which vectors begin; none overlaps another
     * @param c m by n
     */
    public static void add(OffsetMatrix<double[]> a, OffsetMatrix<double[]> b, int[] places, OffsetMatrix<double[]> c) {
        int rows = a.rows().length;
        for (int place = 0; place < places.length; ) {
            int left = places.length - place;
            boolean isWide = HAS_MANY_SUMS && left >= 4;
            int height = isWide ? 6 : left == 1 ? 12 : ROWS_BY_TWO;
            for (int i = 0; i < rows; i += height) {
                if (isWide) {
                    VectorDoubleTiles.addSixByFour(a, i, b, places, place, c);
                } else if (left == 1) {
                    VectorDoubleTiles.addTwelveByOne(a, i, b, places, place, c);
                } else if (HAS_MANY_SUMS) {
                    VectorDoubleTiles.addTwelveByTwo(a, i, b, places, place, c);
                } else {
                    VectorDoubleTiles.addSixByTwo(a, i, b, places, place, c);
                }
            }
            place += isWide ? 4 : left == 1 ? 1 : 2;
        }
    }
}
