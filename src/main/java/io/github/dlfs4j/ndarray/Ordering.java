package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.sorting.RadixSort;
import io.github.dlfs4j.ndarray.strided.Cursor;
import io.github.dlfs4j.ndarray.strided.Lane;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import io.github.dlfs4j.ndarray.strided.SortKeys;

/**
 * Sorting along an axis, and the positions that sort. Equal elements stay in order, and NaN comes last.
 *
 * <p>A partition sorts the whole line: a radix sort takes linear time, which is all that a partition promises.
 */
final class Ordering {
    private Ordering() {}

    /** Sorts in place. */
    static NDArray sort(NDArray a, int axis) {
        int checked = Lengths.checkAxis(axis, a.ndim());
        if (!a.isWriteable()) {
            throw new IllegalArgumentException("sort array is read-only");
        }
        if (a.size() > 0) {
            sortLines(a, checked);
        }
        return a;
    }

    private static void sortLines(NDArray a, int checked) {
        int n = a.shape(checked);
        SortKeys lines = new SortKeys(a.elements(), checked);
        SortKeys.Output out = new SortKeys.Output(a.elements(), checked);
        long[] keys = new long[n];
        long[] spare = new long[n];
        for (int i = 0; i < a.size() / n; i++) {
            lines.next(keys);
            lines.write(RadixSort.sort(keys, spare, n), n, out);
        }
    }

    /** Returns the positions that sort. As in NumPy, a 0-d array counts as a vector of one element. */
    static NDArray argsort(NDArray a, int axis) {
        NDArray line = a.ndim() == 0 ? a.reshape(1) : a;
        int checked = Lengths.checkAxis(axis, line.ndim());
        NDArray positions =
                ArrayScope.allocate(DType.INT64, Layout.contiguous(line.shape().lengths()));
        if (line.size() == 0) {
            return positions;
        }
        int n = line.shape(checked);
        SortKeys lines = new SortKeys(line.elements(), checked);
        Cursor<long[]> out = Cursor.along(Lane.LONGS, positions.elements(), checked);
        long[] keys = new long[n];
        long[] spare = new long[n];
        int[] order = new int[n];
        int[] spareOrder = new int[n];
        for (int i = 0; i < line.size() / n; i++) {
            lines.next(keys);
            setToRange(order);
            RadixSort.sort(keys, order, spare, spareOrder, n);
            store(order, out);
        }
        return positions;
    }

    static void setToRange(int[] order) {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
    }

    private static void store(int[] order, Cursor<long[]> out) {
        long[] block = Lane.LONGS.block(0);
        for (int from = 0; from < order.length; from += Cursor.BLOCK) {
            int n = Math.min(order.length - from, Cursor.BLOCK);
            for (int i = 0; i < n; i++) {
                block[i] = order[from + i];
            }
            out.store(block, n);
        }
    }

    /** Partitions in place. */
    static NDArray partition(NDArray a, int axis, int... kth) {
        int checked = Lengths.checkAxis(axis, a.ndim());
        if (!a.isWriteable()) {
            throw new IllegalArgumentException("partition array is read-only");
        }
        checkPlaces(a, checked, kth);
        return sort(a, checked);
    }

    static NDArray argpartition(NDArray a, int axis, int... kth) {
        NDArray line = a.ndim() == 0 ? a.reshape(1) : a;
        checkPlaces(line, Lengths.checkAxis(axis, line.ndim()), kth);
        return argsort(line, axis);
    }

    private static void checkPlaces(NDArray a, int axis, int... kth) {
        if (a.size() == 0) {
            return;
        }
        int n = a.shape(axis);
        for (int place : kth) {
            int fromStart = place < 0 ? place + n : place;
            if (fromStart < 0 || fromStart >= n) {
                throw new IllegalArgumentException("kth(=%d) out of bounds (%d)".formatted(fromStart, n));
            }
        }
    }
}
