package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.sorting.DoubleNumbers;
import io.github.dlfs4j.ndarray.kernel.sorting.DoubleSelection;
import io.github.dlfs4j.ndarray.kernel.sorting.FloatNumbers;
import io.github.dlfs4j.ndarray.kernel.sorting.FloatSelection;
import io.github.dlfs4j.ndarray.kernel.sorting.LongSelection;
import io.github.dlfs4j.ndarray.kernel.sorting.RadixSelect;
import io.github.dlfs4j.ndarray.kernel.sorting.RadixSort;
import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.ndarray.strided.Cursor;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.SortKeys;
import java.util.Arrays;

/** Sorting and partitioning along an axis, and the positions that do it. Equal elements stay in order; NaN is last. */
final class Ordering {
    /** Sorts in place. */
    static NDArray sort(NDArray a, int axis) {
        int checked = Axes.check(axis, a.ndim());
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
        long[] keys = Allocation.longs(n);
        long[] spare = Allocation.longs(n);
        for (int i = 0; i < a.size() / n; i++) {
            lines.next(keys);
            lines.write(RadixSort.sort(keys, spare, n), n, out);
        }
    }

    /** Returns the positions that sort. As in NumPy, a 0-d array counts as a vector of one element. */
    static NDArray argsort(NDArray a, int axis) {
        NDArray line = a.ndim() == 0 ? a.reshape(1) : a;
        return positions(line, Axes.check(axis, line.ndim()), null);
    }

    /** Returns the positions that sort lines or, if there are places, bring their elements to them. */
    private static NDArray positions(NDArray line, int checked, int[] places) {
        NDArray positions =
                ArrayScope.allocate(DType.INT64, Layout.contiguous(line.shape().lengths()));
        if (line.size() == 0) {
            return positions;
        }
        int n = line.shape(checked);
        SortKeys lines = new SortKeys(line.elements(), checked);
        Cursor<long[]> out = Cursor.along(Carrier.LONGS, positions.elements(), checked);
        long[] keys = Allocation.longs(n);
        long[] spare = Allocation.longs(n);
        int[] order = Allocation.positions(n);
        int[] spareOrder = Allocation.positions(n);
        for (int i = 0; i < line.size() / n; i++) {
            lines.next(keys);
            Layout.setToRange(order);
            if (places == null) {
                RadixSort.sort(keys, order, spare, spareOrder, n);
            } else {
                RadixSelect.select(keys, order, spare, spareOrder, n, places);
            }
            store(order, out);
        }
        return positions;
    }

    private static void store(int[] order, Cursor<long[]> out) {
        long[] block = Carrier.LONGS.block(0);
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
        int checked = Axes.check(axis, a.ndim());
        if (!a.isWriteable()) {
            throw new IllegalArgumentException("partition array is read-only");
        }
        int[] places = places(a, checked, kth);
        if (a.size() > 0) {
            partitionLines(a, checked, places);
        }
        return a;
    }

    private static void partitionLines(NDArray a, int axis, int... places) {
        switch (a.dtype()) {
            case BOOL, UINT8, INT64 -> partitionLines(Carrier.LONGS, LongSelection::select, a, axis, places);
            case FLOAT32 ->
                partitionLines(
                        Carrier.FLOATS,
                        (line, from, to, at) ->
                                FloatSelection.select(line, from, FloatNumbers.toFront(line, from, to), at),
                        a,
                        axis,
                        places);
            case FLOAT64 ->
                partitionLines(
                        Carrier.DOUBLES,
                        (line, from, to, at) ->
                                DoubleSelection.select(line, from, DoubleNumbers.toFront(line, from, to), at),
                        a,
                        axis,
                        places);
        }
    }

    /** A loop that brings elements to their places. */
    @FunctionalInterface
    private interface SelectionLoop<A> {
        void select(A line, int from, int to, int... places);
    }

    private static <A> void partitionLines(
            Carrier<A> carrier, SelectionLoop<A> loop, NDArray a, int axis, int... places) {
        int n = a.shape(axis);
        A own = axis == a.ndim() - 1 && a.layout().isContiguous() ? carrier.arrayOf(a.storage()) : null;
        if (own != null) {
            int end = a.layout().offset() + a.size();
            for (int from = a.layout().offset(); from < end; from += n) {
                loop.select(own, from, from + n, places);
            }
            return;
        }
        A line = carrier.allocate(n);
        Cursor<A> from = Cursor.along(carrier, a.elements(), axis);
        Cursor<A> to = Cursor.along(carrier, a.elements(), axis);
        for (int i = 0; i < a.size() / n; i++) {
            from.load(line, n);
            loop.select(line, 0, n, places);
            to.store(line, n);
        }
    }

    static NDArray argpartition(NDArray a, int axis, int... kth) {
        NDArray line = a.ndim() == 0 ? a.reshape(1) : a;
        int checked = Axes.check(axis, line.ndim());
        return positions(line, checked, places(line, checked, kth));
    }

    /** Returns the places counted from the start, ascending. */
    private static int[] places(NDArray a, int axis, int... kth) {
        int[] places = kth.clone();
        int n = a.shape(axis);
        for (int i = 0; a.size() > 0 && i < places.length; i++) {
            places[i] += places[i] < 0 ? n : 0;
            if (places[i] < 0 || places[i] >= n) {
                throw new IllegalArgumentException("kth(=%s) out of bounds (%s)".formatted(places[i], n));
            }
        }
        Arrays.sort(places);
        return places;
    }
}
