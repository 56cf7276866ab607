package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;

/** NumPy's {@code take}: the parts at given positions on an axis. */
final class Taking {
    private Taking() {}

    static NDArray take(NDArray a, NDArray positions, int axis) {
        return select(a, positions, axis).read();
    }

    static NDArray take(NDArray a, NDArray positions, int axis, NDArray out) {
        ElementsAtPositions parts = select(a, positions, axis);
        if (out.dtype() != a.dtype() || !out.shape().equals(parts.shape())) {
            throw new IllegalArgumentException("output array does not match result of ndarray.take");
        }
        if (!out.isWriteable()) {
            throw Errors.readOnlyOutput();
        }
        if (out.layout().isContiguous() && out.storage() != a.storage()) {
            parts.read(out.storage(), out.layout().offset());
        } else {
            Casting.assign(out, parts.read());
        }
        return out;
    }

    private static ElementsAtPositions select(NDArray a, NDArray positions, int axis) {
        int checked = Lengths.checkAxis(axis, a.ndim());
        if (positions.dtype().isFloating()) {
            throw Errors.unsafeCopy(positions.dtype(), DType.INT64);
        }
        Layout layout = a.layout();
        Layout rest = layout.removeAxis(checked);
        if (a.shape(checked) == 0 && positions.size() > 0 && rest.size() > 0) {
            throw new IndexOutOfBoundsException("cannot do a non-empty take from an empty axes.");
        }
        int[] offsets = isNothingBefore(checked, layout)
                ? new int[positions.size()]
                : AdvancedIndexing.offsets(layout, checked, positions);
        return new ElementsAtPositions(a, rest, checked, positions.shape(), offsets, false);
    }

    /** Returns whether an axis before this one has length 0; then NumPy does not check the positions. */
    private static boolean isNothingBefore(int axis, Layout layout) {
        for (int i = 0; i < axis; i++) {
            if (layout.length(i) == 0) {
                return true;
            }
        }
        return false;
    }
}
