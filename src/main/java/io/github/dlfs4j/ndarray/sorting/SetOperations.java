package io.github.dlfs4j.ndarray.sorting;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.sorting.FloatingKeys;
import io.github.dlfs4j.ndarray.kernel.sorting.RadixSort;
import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import io.github.dlfs4j.ndarray.strided.SortKeys;
import java.util.Arrays;

/** The operations of {@link Sets}, which find equal elements by sorted keys. */
final class SetOperations {
    private SetOperations() {}

    static NDArray unique(NDArray a) {
        return unique(a, true, null);
    }

    static NDArray uniqueValues(NDArray a) {
        return unique(a, false, null);
    }

    static Sets.UniqueCounts uniqueCounts(NDArray a) {
        long[] begins = Allocation.longs(a.size() + 1);
        NDArray values = unique(a, false, begins);
        begins[values.size()] = a.size();
        NDArray ends = NDArray.of(Arrays.copyOfRange(begins, 1, values.size() + 1));
        return new Sets.UniqueCounts(values, ends.sub(NDArray.of(Arrays.copyOf(begins, values.size()))));
    }

    /**
     * Returns the unique elements. Without equal NaNs, every NaN is one.
     *
     * @param begins for the place of each unique element's first occurrence among all sorted elements; may be null
     */
    private static NDArray unique(NDArray a, boolean equalNan, long[] begins) {
        int n = a.size();
        if (n == 0) {
            return NDArray.zeros(a.dtype(), 0);
        }
        SortKeys elements = new SortKeys(Inside.elements(a.reshape(-1)), 0);
        long[] unsorted = Allocation.longs(n);
        elements.next(unsorted);
        long[] keys = RadixSort.sort(unsorted, Allocation.longs(n), n);
        boolean nanApart = !equalNan && a.dtype().isFloating();
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || keys[i] != keys[count - 1] || (nanApart && keys[i] == FloatingKeys.NAN)) {
                if (begins != null) {
                    begins[count] = i;
                }
                keys[count++] = keys[i];
            }
        }
        NDArray unique = NDArray.empty(a.dtype(), count);
        elements.write(keys, count, new SortKeys.Output(Inside.elements(unique), 0));
        return unique;
    }

    static Sets.Unique uniqueAll(NDArray a) {
        return uniqueAll(a, true);
    }

    static Sets.Unique uniqueAll(NDArray a, boolean equalNan) {
        Groups groups = Groups.ofElements(a, equalNan);
        NDArray firsts = groups.firsts();
        NDArray inverse = groups.inverse().reshape(a.shape().toArray());
        return new Sets.Unique(a.reshape(-1).take(firsts, 0), firsts, inverse, groups.counts());
    }

    static Sets.Unique uniqueAll(NDArray a, int axis) {
        int checked = Lengths.checkAxis(axis, a.ndim());
        if (a.ndim() == 1) {
            return uniqueAll(a);
        }
        int n = a.shape(checked);
        int[] front =
                Lengths.joined(new int[] {checked}, Axes.of(a.ndim(), checked).without(Layout.axes(a.ndim())));
        int part = Lengths.checkedSize(Lengths.without(a.shape().toArray(), checked));
        Groups groups = Groups.ofRows(a.transpose(front).reshape(n, part));
        NDArray firsts = groups.firsts();
        return new Sets.Unique(a.take(firsts, checked), firsts, groups.inverse(), groups.counts());
    }

    static NDArray isin(NDArray a, NDArray others) {
        return Membership.of(a, others);
    }

    static NDArray difference(NDArray a, NDArray b) {
        NDArray unique = unique(a);
        return unique.get(isin(unique, b).not());
    }

    static Sets.Intersection intersection(NDArray a, NDArray b) {
        Sets.Unique inA = uniqueAll(a);
        Sets.Unique inB = uniqueAll(b);
        NDArray common = isin(inA.values(), inB.values());
        NDArray positionsInB = inB.indices().get(isin(inB.values(), inA.values()));
        DType dtype = DType.promote(a.dtype(), b.dtype());
        NDArray values = inA.values().get(common).astype(dtype);
        return new Sets.Intersection(values, inA.indices().get(common), positionsInB);
    }
}
