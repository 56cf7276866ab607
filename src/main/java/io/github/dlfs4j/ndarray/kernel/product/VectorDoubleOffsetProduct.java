package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/**
 * The product of matrices at any offsets with the Vector API, in tiles like those of {@link VectorDoubleProduct}. Each
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

    /** Up to this many vectors in a row are computed two at a time, so that few of them are computed in vain. */
    private static final int FEW_PLACES = 16;

    private VectorDoubleOffsetProduct() {}

    /**
     * Computes {@code c = a b + bias}.
     *
     * @param a m by k
     * @param b k by n
     * @param places the columns at which vectors begin, see {@link OffsetMatrix#places}; the columns of a vector must
     *     be neighbours in both b and c
     * @param bias a number for each row, which is added once the chain of an element has ended; at least m numbers
     * @param c m by n; overwritten
     */
    public static void multiply(
            OffsetMatrix<double[]> a, OffsetMatrix<double[]> b, int[] places, double[] bias, OffsetMatrix<double[]> c) {
        if (places.length <= FEW_PLACES) {
            multiplyByTwo(a, b, places, bias, c);
        } else {
            multiplyByThree(a, b, places, bias, c);
        }
    }

    private static void multiplyByTwo(
            OffsetMatrix<double[]> a, OffsetMatrix<double[]> b, int[] places, double[] bias, OffsetMatrix<double[]> c) {
        int rows = a.rows().length;
        for (int place = 0; place < places.length; place += 2) {
            for (int i = 0; i < rows; i += ROWS_BY_TWO) {
                if (HAS_MANY_SUMS) {
                    VectorDoubleTiles.offsetTwelveByTwo(a, i, b, places, place, bias, c);
                } else {
                    VectorDoubleTiles.offsetSixByTwo(a, i, b, places, place, bias, c);
                }
            }
        }
    }

    private static void multiplyByThree(
            OffsetMatrix<double[]> a, OffsetMatrix<double[]> b, int[] places, double[] bias, OffsetMatrix<double[]> c) {
        int rows = a.rows().length;
        for (int place = 0; place < places.length; place += 3) {
            for (int i = 0; i < rows; i += ROWS) {
                if (HAS_MANY_SUMS) {
                    VectorDoubleTiles.offsetEightByThree(a, i, b, places, place, bias, c);
                } else {
                    VectorDoubleTiles.offsetFourByThree(a, i, b, places, place, bias, c);
                }
            }
        }
    }
}
