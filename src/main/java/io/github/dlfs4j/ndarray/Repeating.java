package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;

/** NumPy's {@code repeat}, {@code tile} and {@code resize}. */
final class Repeating {
    private Repeating() {}

    static NDArray repeat(NDArray a, int times, int axis) {
        NDArray array = Stacking.atLeast1d(a);
        int checked = Lengths.checkAxis(axis, array.ndim());
        int[] lengths = array.shape().toArray();
        int[] apart = new int[lengths.length + 1];
        System.arraycopy(lengths, 0, apart, 0, checked + 1);
        System.arraycopy(lengths, checked + 1, apart, checked + 2, lengths.length - checked - 1);
        apart[checked + 1] = times;
        lengths[checked] = Lengths.checkLength((long) lengths[checked] * times);
        NDArray repeated = NDArray.zeros(a.dtype(), lengths);
        if (repeated.size() > 0) {
            Casting.assign(repeated.reshape(apart), array.expandDims(checked + 1));
        }
        return repeated;
    }

    /** Repeats each element as often as its count says; a single count is for all elements. */
    static NDArray repeat(NDArray a, NDArray counts, int axis) {
        NDArray array = Stacking.atLeast1d(a);
        int checked = Lengths.checkAxis(axis, array.ndim());
        if (counts.dtype().isFloating()) {
            throw new UnsupportedOperationException(
                    "Cannot cast %s from dtype('%s') to dtype('int64') according to the rule 'safe'"
                            .formatted((counts.ndim() == 0) ? "scalar" : "array data", counts.dtype()));
        }
        if (counts.ndim() > 1) {
            throw new IllegalArgumentException(
                    "setting an array element with a sequence. The requested array would exceed the"
                            + " maximum number of dimension of 1.");
        }
        long[] times = counts.astype(DType.INT64).toLongArray();
        if (times.length == 1) {
            return repeat(array, Lengths.checkLength(times[0]), checked);
        }
        int length = array.shape(checked);
        if (times.length != length) {
            throw new IllegalArgumentException(
                    "operands could not be broadcast together with shape (%d,) (%d,)".formatted(length, times.length));
        }
        long sum = 0;
        for (long count : times) {
            if (count < 0) {
                throw new IllegalArgumentException("repeats may not contain negative values.");
            }
            sum += count;
        }
        long[] positions = new long[Lengths.checkLength(sum)];
        int at = 0;
        for (int i = 0; i < length; i++) {
            Arrays.fill(positions, at, at + (int) times[i], i);
            at += (int) times[i];
        }
        return Taking.take(array, NDArray.of(positions), checked);
    }

    static NDArray tile(NDArray a, int... times) {
        NDArray tiled = Reshaping.withAxes(a, times.length);
        int[] lengths = tiled.shape().toArray();
        int missing = lengths.length - times.length;
        for (int axis = missing; axis < lengths.length; axis++) {
            lengths[axis] = Lengths.checkLength((long) lengths[axis] * times[axis - missing]);
        }
        Shape.of(lengths);
        for (int axis = lengths.length - 1; axis >= missing; axis--) {
            int count = times[axis - missing];
            tiled = count == 1 ? tiled : tileAxis(tiled, axis, count);
        }
        return tiled.storage() == a.storage() ? tiled.copy() : tiled;
    }

    /** Repeats the array along one axis, by broadcasting a new axis in front of it. */
    private static NDArray tileAxis(NDArray a, int axis, int times) {
        int[] lengths = a.shape().toArray();
        int before = 1;
        for (int i = 0; i < axis; i++) {
            before *= lengths[i];
        }
        int block = before == 0 || times == 0 ? 0 : a.size() / before;
        lengths[axis] *= times;
        NDArray tiled = NDArray.zeros(a.dtype(), lengths);
        if (tiled.size() > 0) {
            Casting.assign(tiled.reshape(before, times, block), a.reshape(before, 1, block));
        }
        return tiled;
    }

    /** Fills the shape with the array's elements, again and again; with zeros if it has none. */
    static NDArray resize(NDArray a, int... lengths) {
        for (int length : lengths) {
            if (length < 0) {
                throw new IllegalArgumentException("all elements of `new_shape` must be non-negative");
            }
        }
        NDArray resized = NDArray.zeros(a.dtype(), lengths);
        NDArray flat = a.ravel();
        NDArray target = resized.reshape(resized.size());
        for (int at = 0; at < target.size() && flat.size() > 0; at += flat.size()) {
            int n = Math.min(flat.size(), target.size() - at);
            Casting.assign(target.get(Index.range(at, at + n)), flat.get(Index.to(n)));
        }
        return resized;
    }
}
