package io.github.dlfs4j.ndarray.sorting;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.sorting.FloatingKeys;
import io.github.dlfs4j.ndarray.kernel.sorting.RadixSort;
import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.SortKeys;

/**
 * Groups of equal elements, or of equal rows, in ascending order.
 *
 * @param order the positions of all elements or rows, group by group, ascending in each group
 * @param begins for each place in {@code order}, whether a group begins there
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
record Groups(int[] order, boolean[] begins) {

    /** Groups all elements, with their positions in C order; all NaNs are one group, or each is one of its own. */
    static Groups ofElements(NDArray a, boolean equalNan) {
        int n = a.size();
        long[] keys = SortKeys.of(Inside.elements(a), a.dtype().isFloating());
        int[] order = Layout.axes(n);
        RadixSort.sort(keys, order, Allocation.longs(n), Allocation.positions(n), n);
        boolean nanApart = !equalNan && a.dtype().isFloating();
        boolean[] begins = Allocation.booleans(n);
        for (int i = 0; i < n; i++) {
            begins[i] = i == 0 || keys[i] != keys[i - 1] || (nanApart && keys[i] == FloatingKeys.NAN);
        }
        return new Groups(order, begins);
    }

    /** Groups the rows of a matrix, compared from the first column on; a row with NaN equals no other row. */
    static Groups ofRows(NDArray rows) {
        int n = rows.shape(0);
        int[] order = Layout.axes(n);
        boolean[] begins = Allocation.booleans(n);
        if (n > 0) {
            begins[0] = true;
        }
        if (rows.size() == 0) {
            return new Groups(order, begins);
        }
        long[] column = Allocation.longs(n);
        long[] keys = Allocation.longs(n);
        long[] spare = Allocation.longs(n);
        int[] spareOrder = Allocation.positions(n);
        // A radix sort by columns, the last one first: each sort keeps the order of rows that are equal in its column.
        SortKeys backwards = new SortKeys(Inside.elements(rows.get(Index.all(), Index.range(null, null, -1))), 0);
        for (int j = 0; j < rows.shape(1); j++) {
            backwards.next(column);
            for (int i = 0; i < n; i++) {
                keys[i] = column[order[i]];
            }
            RadixSort.sort(keys, order, spare, spareOrder, n);
        }
        boolean floating = rows.dtype().isFloating();
        SortKeys columns = new SortKeys(Inside.elements(rows), 0);
        for (int j = 0; j < rows.shape(1); j++) {
            columns.next(column);
            for (int i = 1; i < n; i++) {
                long key = column[order[i]];
                begins[i] |= key != column[order[i - 1]] || (floating && key == FloatingKeys.NAN);
            }
        }
        return new Groups(order, begins);
    }

    private int count() {
        int count = 0;
        for (boolean begin : begins) {
            count += begin ? 1 : 0;
        }
        return count;
    }

    /** Returns the first position of each group. */
    NDArray firsts() {
        long[] firsts = Allocation.longs(count());
        int group = 0;
        for (int i = 0; i < order.length; i++) {
            if (begins[i]) {
                firsts[group++] = order[i];
            }
        }
        return NDArray.wrap(firsts, firsts.length);
    }

    /** Returns the number of the group for each position. */
    NDArray inverse() {
        long[] inverse = Allocation.longs(order.length);
        int group = -1;
        for (int i = 0; i < order.length; i++) {
            group += begins[i] ? 1 : 0;
            inverse[order[i]] = group;
        }
        return NDArray.wrap(inverse, inverse.length);
    }

    /** Returns the size of each group. */
    NDArray counts() {
        long[] counts = Allocation.longs(count());
        int group = -1;
        for (boolean begin : begins) {
            group += begin ? 1 : 0;
            counts[group]++;
        }
        return NDArray.wrap(counts, counts.length);
    }
}
