package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Broadcasting;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Layout;
import java.util.Objects;

/** NumPy's {@code take}, {@code put} and {@code compress}: the parts at given positions on an axis. */
final class Taking {
    static NDArray take(NDArray a, NDArray positions, int axis, Index.Mode mode) {
        return select(a, positions, axis, Objects.requireNonNull(mode, "mode")).read();
    }

    static NDArray take(NDArray a, NDArray positions, int axis, NDArray out) {
        ElementsAtPositions parts = select(a, positions, axis, Index.Mode.RAISE);
        if (!out.shape().equals(parts.shape())) {
            throw new IllegalArgumentException("output array does not match result of ndarray.take");
        }
        // NumPy reads the output, in the dtype of the array, before it writes to it.
        if (!DType.canCast(out.dtype(), a.dtype(), DType.CastingRule.SAFE)) {
            throw Errors.unsafeCast(out.ndim(), out.dtype(), a.dtype(), "safe");
        }
        if (!out.isWriteable()) {
            throw Errors.readOnlyOutput();
        }
        if (out.dtype() == a.dtype() && out.layout().isContiguous() && out.storage() != a.storage()) {
            parts.read(out.storage(), out.layout().offset());
        } else {
            Casting.assign(out, parts.read());
        }
        return out;
    }

    /** Takes the parts where a condition is true, which may be shorter or longer than the axis. */
    static NDArray compress(NDArray a, NDArray condition, int axis) {
        if (condition.ndim() != 1) {
            throw new IllegalArgumentException("condition must be a 1-d array");
        }
        return take(a, condition.nonzero()[0], axis, Index.Mode.RAISE);
    }

    /** Selects parts of an array; one without axes counts as a vector of one element. */
    private static ElementsAtPositions select(NDArray array, NDArray positions, int axis, Index.Mode mode) {
        NDArray a = array.ndim() == 0 ? array.expandDims(0) : array;
        int checked = Axes.check(axis, a.ndim());
        if (positions.dtype().isFloating()) {
            throw Errors.unsafeCast(positions.ndim(), positions.dtype(), DType.INT64, "same_kind");
        }
        Layout layout = a.layout();
        Layout rest = layout.removeAxis(checked);
        if (a.shape(checked) == 0 && positions.size() > 0 && rest.size() > 0) {
            throw new IndexOutOfBoundsException("cannot do a non-empty take from an empty axes.");
        }
        // No position is in an axis of length 0, but modes other than RAISE accept all; there is nothing to take.
        boolean acceptsAll = mode != Index.Mode.RAISE && a.shape(checked) == 0;
        int[] offsets = acceptsAll || isNothingBefore(checked, layout)
                ? Allocation.positions(positions.size())
                : AdvancedIndexing.offsets(layout, checked, within(positions, a.shape(checked), mode));
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

    /** Returns positions that a length has; those of {@link Index.Mode#RAISE} are checked by who uses them. */
    private static NDArray within(NDArray positions, int length, Index.Mode mode) {
        if (mode == Index.Mode.RAISE) {
            return positions;
        }
        long[] within = positions.astype(DType.INT64).toLongArray();
        for (int i = 0; i < within.length; i++) {
            within[i] = mode == Index.Mode.WRAP
                    ? Math.floorMod(within[i], length)
                    : Math.max(0, Math.min(within[i], length - 1));
        }
        return NDArray.of(within, positions.shape().toArray());
    }

    /** Writes values, again and again if they are fewer, to positions in C order. */
    static void put(NDArray a, NDArray positions, NDArray values, Index.Mode mode) {
        if (!a.isWriteable()) {
            throw new IllegalArgumentException("put: output array is read-only");
        }
        if (positions.dtype().isFloating()) {
            throw Errors.unsafeCast(positions.ndim(), positions.dtype(), DType.INT64, "safe");
        }
        if (positions.size() > 0 && a.size() == 0) {
            throw new IndexOutOfBoundsException("cannot replace elements of an empty array");
        }
        if (values.size() == 0 || positions.size() == 0) {
            return;
        }
        NDArray chosen = within(positions.ravel(), a.size(), mode);
        int[] offsets = offsets(a.layout(), chosen);
        Layout none = new Layout(new int[0], new int[0], a.layout().offset());
        new ElementsAtPositions(a, none, 0, chosen.shape(), offsets, false).write(cycled(values, offsets.length));
    }

    /** Returns what positions in C order add to the offset of the layout. */
    private static int[] offsets(Layout layout, NDArray positions) {
        Layout line = layout.reshape(layout.size());
        if (line != null) {
            return AdvancedIndexing.offsets(line, 0, positions);
        }
        int[] flat = AdvancedIndexing.offsets(Layout.contiguous(layout.size()), 0, positions);
        int[] all = ElementsAtPositions.positions(layout, 0, layout.ndim());
        for (int i = 0; i < flat.length; i++) {
            flat[i] = all[flat[i]];
        }
        return flat;
    }

    private static NDArray cycled(NDArray values, int count) {
        NDArray line = values.ravel();
        return line.size() == 1 || line.size() == count ? line : take(line, NDArray.arange(count), 0, Index.Mode.WRAP);
    }

    /** Takes each element from the array whose number the position is. */
    static NDArray choose(NDArray positions, NDArray[] choices, Index.Mode mode) {
        if (choices.length == 0) {
            throw new IllegalArgumentException("0-length sequence.");
        }
        if (positions.dtype().isFloating()) {
            throw Errors.unsafeCast(positions.ndim(), positions.dtype(), DType.INT64, "safe");
        }
        DType dtype = choices[0].dtype();
        int[][] lengths = new int[choices.length + 1][];
        for (int i = 0; i < choices.length; i++) {
            dtype = DType.promote(dtype, choices[i].dtype());
            lengths[i] = choices[i].shape().lengths();
        }
        lengths[choices.length] = positions.shape().lengths();
        Shape shape = Shape.owning(Broadcasting.lengthsOrError(lengths));
        if (Objects.requireNonNull(mode, "mode") == Index.Mode.RAISE
                && positions.size() > 0
                && shape.size() > 0
                && (positions.min().asLong() < 0 || positions.max().asLong() >= choices.length)) {
            throw new IllegalArgumentException("invalid entry in choice array");
        }
        NDArray chosen = within(positions, choices.length, mode).stretchedTo(shape);
        NDArray result = NDArray.empty(dtype, shape.toArray());
        Casting.assign(result, choices[0]);
        for (int i = 1; i < choices.length; i++) {
            NDArray choice = Casting.converted(choices[i], dtype).stretchedTo(shape);
            Where.choose(chosen.eq(i), choice, result, result);
        }
        return result;
    }
}
