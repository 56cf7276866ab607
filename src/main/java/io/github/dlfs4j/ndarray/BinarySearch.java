package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.sorting.FloatingKeys;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import io.github.dlfs4j.ndarray.strided.LongStorage;
import io.github.dlfs4j.ndarray.strided.SortKeys;
import io.github.dlfs4j.ndarray.strided.Storage;
import java.util.function.IntToLongFunction;

/** Binary search for the places in a sorted array where values belong. */
final class BinarySearch {
    /** With less than one value for this many elements, keys are made only for the elements that are looked at. */
    private static final int ELEMENTS_PER_VALUE = 32;

    /** Computes NumPy's {@code searchsorted}: the place before all equal elements, or after them. */
    static NDArray search(NDArray a, NDArray values, boolean right) {
        Lengths.checkLine(a.ndim());
        DType dtype = DType.promote(a.dtype(), values.dtype());
        int n = a.size();
        boolean few = values.size() < n / ELEMENTS_PER_VALUE;
        IntToLongFunction keys = few ? lookedUp(a, dtype) : listed(SortKeys.of(a.elements(), dtype.isFloating()));
        long[] wanted = SortKeys.of(values.elements(), dtype.isFloating());
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = place(keys, n, wanted[i], right);
        }
        return ArrayScope.own(
                new LongStorage(wanted), Layout.contiguous(values.shape().lengths()));
    }

    private static IntToLongFunction listed(long[] keys) {
        return i -> keys[i];
    }

    private static IntToLongFunction lookedUp(NDArray a, DType dtype) {
        Storage storage = a.storage();
        int offset = a.layout().offset();
        int stride = a.layout().strides()[0];
        return dtype.isFloating()
                ? i -> FloatingKeys.key(storage.getDouble(offset + i * stride))
                : i -> storage.getLong(offset + i * stride);
    }

    /** Counts the keys that are less than the wanted one or, on the right, not greater. */
    private static int place(IntToLongFunction keys, int n, long wanted, boolean right) {
        int low = 0;
        int high = n;
        while (low < high) {
            int middle = (low + high) >>> 1;
            long key = keys.applyAsLong(middle);
            if (key < wanted || (right && key == wanted)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Works like {@link #search(NDArray, NDArray, boolean)} in the array that {@code sorter} brings into order. */
    static NDArray search(NDArray a, NDArray values, boolean right, NDArray sorter) {
        Lengths.checkLine(a.ndim());
        if (sorter.dtype() != DType.INT64 && sorter.dtype() != DType.UINT8) {
            throw new UnsupportedOperationException("sorter must only contain integers");
        }
        if (sorter.ndim() != 1) {
            throw new UnsupportedOperationException("could not parse sorter argument");
        }
        if (sorter.size() != a.size()) {
            throw new IllegalArgumentException("sorter.size must equal a.size");
        }
        if (values.size() == 0) {
            return search(a, values, right);
        }
        if (sorter.size() > 0 && (sorter.min().asLong() < 0 || sorter.max().asLong() >= a.size())) {
            throw new IllegalArgumentException("Sorter index out of range.");
        }
        return search(a.take(sorter, 0), values, right);
    }
}
