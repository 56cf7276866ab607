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
        return a.copy().partition(kth, axis);
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
