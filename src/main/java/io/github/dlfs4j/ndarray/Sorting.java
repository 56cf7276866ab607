package io.github.dlfs4j.ndarray;

/**
 * Functions that sort, search and count. {@code a.sort()}, {@code a.argsort()}, {@code a.nonzero()} and
 * {@code a.searchsorted(v)} are methods of {@link NDArray}.
 *
 * <p>NaN is greater than all numbers, and 0.0 and -0.0 are equal. Equal elements stay in order.
 *
 * <pre>{@code
 * NDArray a = NDArray.of(3, 1, 2);
 * System.out.println(Sorting.argwhere(a.gt(1)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[0]
 *  [2]]
 * }</pre>
 *
 * <p>This finds the three points that are nearest to (4, 4), and their most frequent label:
 *
 * <pre>{@code
 * NDArray points = NDArray.of(new double[][] {{0, 0}, {0, 1}, {5, 5}, {6, 5}, {5, 6}});
 * NDArray labels = NDArray.of(0, 0, 1, 1, 1);
 * NDArray distances = points.sub(NDArray.of(4.0, 4.0)).square().sum(1);
 * NDArray nearest = distances.argsort().get(Index.to(3));
 * System.out.println(nearest + " " + Statistics.bincount(labels.get(nearest)).argmax());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [2 3 4] 1
 * }</pre>
 */
public final class Sorting {
    private Sorting() {}

    /** The side of equal elements on which a value belongs. */
    public enum Side {
        /** Before all equal elements. */
        LEFT,
        /** After all equal elements. */
        RIGHT
    }

    /**
     * Returns the places in a sorted array where the values belong, {@code np.searchsorted(a, v, side)}.
     *
     * @param a a sorted array with one axis
     * @param values the values, of any shape
     * @param side the side of equal elements
     * @return a new array of int64, of the shape of the values
     * @throws IllegalArgumentException {@code object too deep for desired array} or {@code object of too small depth
     *     for desired array}
     */
    public static NDArray searchsorted(NDArray a, NDArray values, Side side) {
        return BinarySearch.search(a, values, side == Side.RIGHT);
    }

    /**
     * Works like {@link #searchsorted(NDArray, NDArray, Side)} in an array that is sorted by the positions
     * {@code sorter}, which {@code a.argsort()} returns, {@code np.searchsorted(a, v, side, sorter)}.
     *
     * @param a an array with one axis
     * @param values the values, of any shape
     * @param side the side of equal elements
     * @param sorter the positions that sort {@code a}, one for each element
     * @return a new array of int64, of the shape of the values
     * @throws IllegalArgumentException {@code sorter.size must equal a.size} or {@code Sorter index out of range.}
     * @throws UnsupportedOperationException {@code sorter must only contain integers} or {@code could not parse sorter
     *     argument}
     */
    public static NDArray searchsorted(NDArray a, NDArray values, Side side, NDArray sorter) {
        return BinarySearch.search(a, values, side == Side.RIGHT, sorter);
    }

    /**
     * Returns a partitioned copy along the last axis, {@code np.partition(a, kth)}: the element at position {@code kth}
     * is where it would be if the line were sorted; no element before it is greater and none after it is less.
     *
     * @param a the array
     * @param kth the position; a negative one counts from the end
     * @return a new array of the same shape and dtype
     * @throws IllegalArgumentException {@code kth(=7) out of bounds (5)}
     * @throws IndexOutOfBoundsException {@code axis -1 is out of bounds for array of dimension 0}
     */
    public static NDArray partition(NDArray a, int kth) {
        return partition(a, new int[] {kth}, -1);
    }

    /**
     * Works like {@link #partition(NDArray, int)}, along an axis, {@code np.partition(a, kth, axis)}.
     *
     * @param a the array
     * @param kth the position; a negative one counts from the end
     * @param axis the axis; a negative one counts from the end
     * @return a new array of the same shape and dtype
     * @throws IllegalArgumentException {@code kth(=7) out of bounds (5)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray partition(NDArray a, int kth, int axis) {
        return partition(a, new int[] {kth}, axis);
    }

    /**
     * Works like {@link #partition(NDArray, int, int)}, for several positions at once.
     *
     * @param a the array
     * @param kth the positions; negative ones count from the end
     * @param axis the axis; a negative one counts from the end
     * @return a new array of the same shape and dtype
     * @throws IllegalArgumentException {@code kth(=7) out of bounds (5)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray partition(NDArray a, int[] kth, int axis) {
        return Ordering.partition(a.copy(), axis, kth);
    }

    /**
     * Returns the positions that partition an array along its last axis, {@code np.argpartition(a, kth)}.
     *
     * @param a the array; a 0-d array counts as a vector of one element
     * @param kth the position; a negative one counts from the end
     * @return a new array of int64, of the same shape
     * @throws IllegalArgumentException {@code kth(=7) out of bounds (5)}
     */
    public static NDArray argpartition(NDArray a, int kth) {
        return Ordering.argpartition(a, -1, kth);
    }

    /**
     * Returns the positions that partition an array along an axis, {@code np.argpartition(a, kth, axis)}.
     *
     * @param a the array
     * @param kth the position; a negative one counts from the end
     * @param axis the axis; a negative one counts from the end
     * @return a new array of int64, of the same shape
     * @throws IllegalArgumentException {@code kth(=7) out of bounds (5)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray argpartition(NDArray a, int kth, int axis) {
        return Ordering.argpartition(a, axis, kth);
    }

    /**
     * Returns the positions, in C order, of the elements that are not 0, {@code np.flatnonzero(a)}.
     *
     * @param a the array
     * @return a new array of int64 with one axis
     */
    public static NDArray flatnonzero(NDArray a) {
        return NonZero.flat(a);
    }

    /**
     * Returns the positions of the elements that are not 0, {@code np.argwhere(a)}.
     *
     * @param a the array
     * @return a new array of int64, a row for each such element and a column for each axis
     */
    public static NDArray argwhere(NDArray a) {
        return NonZero.rows(a);
    }

    /**
     * Returns how many elements are not 0, {@code np.count_nonzero(a)}.
     *
     * @param a the array
     * @return a 0-d array of int64
     */
    public static NDArray countNonzero(NDArray a) {
        return NonZero.count(a);
    }

    /**
     * Returns how many elements are not 0 along an axis, {@code np.count_nonzero(a, axis)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array of int64 without that axis
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray countNonzero(NDArray a, int axis) {
        return NonZero.count(a, Axes.of(a, axis), false);
    }

    /**
     * Returns how many elements are not 0 along several axes, {@code np.count_nonzero(a, axes, keepdims=keepDims)}.
     *
     * @param a the array
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay in the result, with length 1
     * @return a new array of int64
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray countNonzero(NDArray a, int[] axes, boolean keepDims) {
        return NonZero.count(a, Axes.of(a, axes), keepDims);
    }
}
