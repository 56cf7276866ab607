package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Layout;
import java.util.Arrays;
import java.util.Objects;

/**
 * The same elements in another order: axes moved or reversed, or elements rolled. Only rolling copies; the rest are
 * views.
 */
final class Rearranging {
    /** The axes that are rolled in one copy. Each doubles the number of parts, which may be as small as an element. */
    private static final int AXES_TOGETHER = 3;

    static NDArray moveAxis(NDArray a, int[] source, int[] destination) {
        int[] from = Axes.checkAll("source", a.ndim(), source);
        int[] to = Axes.checkAll("destination", a.ndim(), destination);
        if (from.length != to.length) {
            throw new IllegalArgumentException(
                    "`source` and `destination` arguments must have the same number of elements");
        }
        int[] axes = new int[a.ndim()];
        Arrays.fill(axes, -1);
        boolean[] moved = new boolean[a.ndim()];
        for (int i = 0; i < from.length; i++) {
            axes[to[i]] = from[i];
            moved[from[i]] = true;
        }
        int next = 0;
        for (int i = 0; i < axes.length; i++) {
            if (axes[i] < 0) {
                while (moved[next]) {
                    next++;
                }
                axes[i] = next++;
            }
        }
        return Inside.view(a, Inside.layout(a).transpose(axes));
    }

    static NDArray flip(NDArray a, int... axes) {
        Axes flipped = Axes.moved(a.ndim(), axes);
        Layout layout = Inside.layout(a);
        for (int axis : flipped.among(Layout.axes(a.ndim()))) {
            int length = a.shape(axis);
            layout = layout.along(axis, Math.max(length - 1, 0), length, -1);
        }
        return Inside.view(a, layout);
    }

    /** Rolls along axes. Shifts of an axis that is named several times add up; a single shift, or axis, is for all. */
    static NDArray roll(NDArray a, int[] shifts, int[] axes) {
        int[] checked = Arrays.stream(Objects.requireNonNull(axes, "axes"))
                .map(axis -> Axes.check(axis, a.ndim()))
                .toArray();
        if (shifts.length != axes.length && shifts.length != 1 && axes.length != 1) {
            throw Errors.shapesMismatch(0, Shape.of(shifts.length), 1, Shape.of(axes.length));
        }
        long[] byAxis = new long[a.ndim()];
        int count = axes.length == 1 ? shifts.length : axes.length;
        for (int i = 0; i < count; i++) {
            byAxis[checked[axes.length == 1 ? 0 : i]] += shifts[shifts.length == 1 ? 0 : i];
        }
        NDArray rolled = a;
        int axis = 0;
        while (axis < byAxis.length) {
            int[] starts = new int[a.ndim()];
            int shifted = 0;
            for (; axis < byAxis.length && shifted < AXES_TOGETHER; axis++) {
                int length = a.shape(axis);
                starts[axis] = length == 0 ? 0 : (int) Math.floorMod(byAxis[axis], (long) length);
                shifted += starts[axis] == 0 ? 0 : 1;
            }
            rolled = shifted == 0 ? rolled : rolled(rolled, starts);
        }
        return Inside.storage(rolled) == Inside.storage(a) ? a.copy() : rolled;
    }

    private static NDArray rolled(NDArray a, int... starts) {
        NDArray rolled = NDArray.empty(a.dtype(), a.shape().toArray());
        copyParts(rolled, a, Inside.layout(rolled), Inside.layout(a), 0, starts);
        return rolled;
    }

    /** Copies the part that moves forward and the part that begins again, along each axis from the given one on. */
    private static void copyParts(NDArray rolled, NDArray a, Layout to, Layout from, int axis, int... starts) {
        if (axis == starts.length) {
            Inside.assign(Inside.view(rolled, to), Inside.view(a, from));
            return;
        }
        int start = starts[axis];
        if (start == 0) {
            copyParts(rolled, a, to, from, axis + 1, starts);
            return;
        }
        int rest = from.length(axis) - start;
        copyParts(rolled, a, to.along(axis, start, rest, 1), from.along(axis, 0, rest, 1), axis + 1, starts);
        copyParts(rolled, a, to.along(axis, 0, start, 1), from.along(axis, rest, start, 1), axis + 1, starts);
    }
}
