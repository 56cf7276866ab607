package io.github.dlfs4j.ndarray.sorting;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.sorting.RadixSort;
import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.ndarray.strided.Cursor;
import io.github.dlfs4j.ndarray.strided.Lengths;
import io.github.dlfs4j.ndarray.strided.SortKeys;

/** NumPy's {@code lexsort}: sorts by one key after the other, and each sort keeps the order of equal elements. */
final class LexicographicOrder {
    private LexicographicOrder() {}

    static NDArray of(NDArray[] keys, int axis) {
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
        int checked = Lengths.checkAxis(axis, first.ndim());
        if (first.size() > 1) {
            sortLines(keys, checked, positions);
        }
        return positions;
    }

    private static void sortLines(NDArray[] keys, int axis, NDArray positions) {
        int n = positions.shape(axis);
        SortKeys[] lines = new SortKeys[keys.length];
        for (int i = 0; i < keys.length; i++) {
            lines[i] = new SortKeys(Inside.elements(keys[i]), axis);
        }
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
