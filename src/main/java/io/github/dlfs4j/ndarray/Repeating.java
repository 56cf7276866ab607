package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;

/** NumPy's {@code repeat}. */
final class Repeating {
    static NDArray repeat(NDArray a, int times, int axis) {
        NDArray array = a.ndim() == 0 ? a.expandDims(0) : a;
        int checked = Axes.check(axis, array.ndim());
        int[] lengths = array.shape().toArray();
        int[] apart = new int[lengths.length + 1];
        System.arraycopy(lengths, 0, apart, 0, checked + 1);
        System.arraycopy(lengths, checked + 1, apart, checked + 2, lengths.length - checked - 1);
        apart[checked + 1] = times;
        lengths[checked] = Lengths.checkLength((long) lengths[checked] * times);
        NDArray repeated = NDArray.empty(a.dtype(), lengths);
        if (repeated.size() > 0) {
            Casting.assign(repeated.reshape(apart), array.expandDims(checked + 1));
        }
        return repeated;
    }

    /** Repeats each element as often as its count says; a single count is for all elements. */
    static NDArray repeat(NDArray a, NDArray counts, int axis) {
        NDArray array = a.ndim() == 0 ? a.expandDims(0) : a;
        int checked = Axes.check(axis, array.ndim());
        if (counts.dtype().isFloating()) {
            throw Errors.unsafeCast(counts.ndim(), counts.dtype(), DType.INT64, "safe");
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
                    "operands could not be broadcast together with shape (%s,) (%s,)".formatted(length, times.length));
        }
        long sum = 0;
        for (long count : times) {
            if (count < 0) {
                throw new IllegalArgumentException("repeats may not contain negative values.");
            }
            // A count that is too large on its own makes the sum too large, but must not make it overflow.
            sum += Math.min(count, 1L << Integer.SIZE);
        }
        long[] positions = Allocation.longs(Lengths.checkLength(sum));
        int at = 0;
        for (int i = 0; i < length; i++) {
            Arrays.fill(positions, at, at + (int) times[i], i);
            at += (int) times[i];
        }
        return array.take(NDArray.of(positions), checked);
    }
}
