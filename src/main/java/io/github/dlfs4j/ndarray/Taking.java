package io.github.dlfs4j.ndarray;

import java.util.Arrays;

/** NumPy's {@code take}: the parts at some positions on one axis. */
final class Taking {
    private Taking() {}

    static NDArray take(NDArray a, NDArray positions, int axis) {
        return select(a, positions, axis).read();
    }

    static NDArray take(NDArray a, NDArray positions, int axis, NDArray out) {
        SelectedElements parts = select(a, positions, axis);
        if (out.dtype() != a.dtype() || !out.shape().equals(parts.shape())) {
            throw Errors.unacceptableTakeOutput();
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

    private static SelectedElements select(NDArray a, NDArray positions, int axis) {
        int checked = a.shape().checkAxis(axis);
        if (positions.dtype().isFloating()) {
            throw Errors.unsafePositions(positions.dtype());
        }
        if (a.shape(checked) == 0 && positions.size() > 0) {
            throw Errors.takeFromEmptyAxis();
        }
        Index[] index = new Index[a.ndim()];
        Arrays.fill(index, Index.all());
        index[checked] = Index.of(positions.dtype() == DType.INT64 ? positions : positions.astype(DType.INT64));
        return AdvancedIndexing.list(a, index, index);
    }
}
