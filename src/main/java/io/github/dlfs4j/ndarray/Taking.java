package io.github.dlfs4j.ndarray;

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
        Layout layout = a.layout();
        NDArray offsets = AdvancedIndexing.offsets(layout, checked, positions);
        return new SelectedElements(a, layout.removeAxis(checked), checked, offsets, false);
    }
}
