package io.github.dlfs4j.ndarray.sorting;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.sorting.RadixSort;
import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.ndarray.strided.Cursor;
import io.github.dlfs4j.ndarray.strided.SortKeys;
import java.util.List;
import java.util.stream.Stream;

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
     * Returns the positions that sort by several keys, along their last axis, {@code np.lexsort(keys)}: by the last
     * key, where its elements are equal by the one before it, and so on.
     *
     * <pre>{@code
     * NDArray given = NDArray.of(2, 1, 1, 2);
     * NDArray surname = NDArray.of(7, 9, 7, 6);
     * System.out.println(Sorting.lexsort(given, surname));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [3 2 0 1]
     * }</pre>
     *
     * @param keys arrays of the same shape, the most important one last
     * @return a new array of int64 with the shape of a key
     * @throws IllegalArgumentException {@code all keys need to be the same shape}
     * @throws UnsupportedOperationException {@code need sequence of keys with len > 0 in lexsort}
     */
    public static NDArray lexsort(NDArray... keys) {
        return lexsort(keys, -1);
    }

    /**
     * Returns the positions that sort by several keys along an axis, {@code np.lexsort(keys, axis)}.
     *
     * @param keys arrays of the same shape, the most important one last
     * @param axis the axis; a negative one counts from the end
     * @return a new array of int64 with the shape of a key
     * @throws IllegalArgumentException {@code all keys need to be the same shape}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code need sequence of keys with len > 0 in lexsort}
     */
    public static NDArray lexsort(NDArray[] keys, int axis) {
        if (keys.length == 0) {
            throw new UnsupportedOperationException("need sequence of keys with len > 0 in lexsort");
        }
        for (NDArray key : keys) {
            if (!key.shape().equals(keys[0].shape())) {
                throw new IllegalArgumentException("all keys need to be the same shape");
            }
        }
        NDArray first = keys[0];
        NDArray positions = NDArray.zeros(DType.INT64, first.shape().toArray());
        if (first.ndim() == 0 && (axis == 0 || axis == -1)) {
            return positions;
        }
        int checked = Axes.check(axis, first.ndim());
        if (first.size() > 1) {
            sortLines(keys, checked, positions);
        }
        return positions;
    }

    /**
     * Returns the positions, in C order, of the elements that are not 0, {@code np.flatnonzero(a)}.
     *
     * @param a the array
     * @return a new array of int64 with one axis
     */
    public static NDArray flatnonzero(NDArray a) {
        return a.ravel().nonzero()[0];
    }

    /**
     * Returns the positions of the elements that are not 0, {@code np.argwhere(a)}.
     *
     * @param a the array
     * @return a new array of int64, a row for each such element and a column for each axis
     */
    public static NDArray argwhere(NDArray a) {
        if (a.ndim() == 0) {
            return NDArray.zeros(DType.INT64, a.asBoolean() ? 1 : 0, 0);
        }
        return NDArray.stack(1, a.nonzero());
    }

    /**
     * Returns the elements of an array where a condition is true, both in C order, {@code np.extract(condition, a)}.
     *
     * @param condition the condition, of any shape; 0 is false, and every other number is true
     * @param a the array
     * @return a new 1-d array of the same dtype
     * @throws IndexOutOfBoundsException {@code index 3 is out of bounds for axis 0 with size 3} if the condition has a
     *     true element behind the last one of the array, or {@code cannot do a non-empty take from an empty axes.}
     */
    public static NDArray extract(NDArray condition, NDArray a) {
        return a.compress(condition.ravel());
    }

    /**
     * Returns how many elements are not 0, {@code np.count_nonzero(a)}.
     *
     * @param a the array
     * @return a 0-d array of int64
     */
    public static NDArray countNonzero(NDArray a) {
        return a.ne(0).sum();
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
        return a.ne(0).sum(axis);
    }

    /**
     * Returns how many elements are not 0 with options, {@code np.count_nonzero(a, axis, keepdims=keepDims)}.
     *
     * @param a the array
     * @param options the axes, and whether they stay
     * @return a new array of int64
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code count_nonzero() got an unexpected keyword argument 'where'}
     */
    public static NDArray countNonzero(NDArray a, ReductionOptions options) {
        Inside.arguments(options).checkTaken("count_nonzero");
        return a.ne(0).sum(options);
    }

    private static void sortLines(NDArray[] keys, int axis, NDArray positions) {
        int n = positions.shape(axis);
        List<SortKeys> lines = Stream.of(keys)
                .map(key -> new SortKeys(Inside.elements(key), axis))
                .toList();
        Cursor<long[]> out = Cursor.along(Carrier.LONGS, Inside.elements(positions), axis);
        long[] line = Allocation.longs(n);
        long[] ordered = Allocation.longs(n);
        long[] spare = Allocation.longs(n);
        int[] order = Allocation.positions(n);
        int[] spareOrder = Allocation.positions(n);
        for (int i = 0; i < positions.size() / n; i++) {
            for (int j = 0; j < n; j++) {
                order[j] = j;
            }
            for (SortKeys key : lines) {
                key.next(line);
                for (int j = 0; j < n; j++) {
                    ordered[j] = line[order[j]];
                }
                RadixSort.sort(ordered, order, spare, spareOrder, n);
            }
            for (int j = 0; j < n; j++) {
                line[j] = order[j];
            }
            out.store(line, n);
        }
    }
}
