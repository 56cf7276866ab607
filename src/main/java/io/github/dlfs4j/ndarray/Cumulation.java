package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.reduction.DoubleRunningLoops;
import io.github.dlfs4j.ndarray.kernel.reduction.FloatRunningLoops;
import io.github.dlfs4j.ndarray.kernel.reduction.LongRunningLoops;
import io.github.dlfs4j.ndarray.kernel.reduction.RunningLoop;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Arrays;

/** Cumulative sums and products, added or multiplied from the first element to the last. */
final class Cumulation {
    static NDArray sum(NDArray a, int axis) {
        return accumulate(Fold.SUM, Fold.SUM.of(a.dtype()).dtype(), a, axis);
    }

    static NDArray product(NDArray a, int axis) {
        return accumulate(Fold.PRODUCT, Fold.PRODUCT.of(a.dtype()).dtype(), a, axis);
    }

    /**
     * Writes the cumulative sums or products, in the dtype to which those of both arrays are promoted, to an output.
     */
    static NDArray accumulate(Fold fold, NDArray a, int axis, NDArray out) {
        if (a.ndim() == 0) {
            return accumulate(fold, a.reshape(1), axis, out);
        }
        checkOutput(a, axis, out);
        DType dtype = DType.promote(out.dtype(), a.dtype());
        NDArray result = accumulate(fold, fold.of(dtype).dtype(), a, axis);
        Casting.assign(out, Casting.converted(result, dtype));
        return out;
    }

    private static NDArray accumulate(Fold fold, DType dtype, NDArray a, int axis) {
        boolean sums = fold == Fold.SUM;
        return switch (dtype) {
            case FLOAT64 ->
                accumulate(
                        Carrier.DOUBLES, sums ? DoubleRunningLoops::sum : DoubleRunningLoops::product, dtype, a, axis);
            case FLOAT32 ->
                accumulate(Carrier.FLOATS, sums ? FloatRunningLoops::sum : FloatRunningLoops::product, dtype, a, axis);
            case INT64, UINT8, BOOL ->
                accumulate(Carrier.LONGS, sums ? LongRunningLoops::sum : LongRunningLoops::product, dtype, a, axis);
        };
    }

    private static void checkOutput(NDArray a, int axis, NDArray out) {
        Axes.check(axis, a.ndim());
        if (!out.isWriteable()) {
            throw Errors.readOnlyOutput();
        }
        if (out.shape().equals(a.shape())) {
            return;
        }
        // NumPy finds the error in another place if it converts elements.
        if (a.ndim() == 1 && a.dtype() == out.dtype()) {
            throw new IllegalArgumentException("provided out is the wrong size for the accumulation.");
        }
        if (out.ndim() < a.ndim()) {
            throw new IllegalArgumentException(
                    "Iterator input op_axes[0][0] (==%s) is not a valid axis of op[0], which has %s dimensions"
                            .formatted(a.ndim() - 1, out.ndim()));
        }
        String seen = Lengths.tuple(Arrays.copyOf(out.layout().lengths(), a.ndim()), ",");
        throw new IllegalArgumentException(
                "operands could not be broadcast together with remapped shapes [original->remapped]: %s->%s %3$s->%3$s"
                        .formatted(out.shape().toMessage(), seen, a.shape().toMessage()));
    }

    /** Accumulates along an axis. As in NumPy, a 0-d array counts as a vector of one element. */
    private static <A> NDArray accumulate(Carrier<A> carrier, RunningLoop<A> loop, DType dtype, NDArray a, int axis) {
        NDArray result = Casting.astype(a.ndim() == 0 ? a.reshape(1) : a, dtype);
        int checked = Axes.check(axis, result.ndim());
        if (result.size() == 0) {
            return result;
        }
        int step = result.shape().from(checked + 1).size();
        int part = step * result.shape(checked);
        A elements = carrier.arrayOf(result.storage());
        assert Carrier.have(0, result.size(), elements) && result.size() % part == 0;
        for (int from = 0; from < result.size(); from += part) {
            loop.run(elements, from, from + part, step);
        }
        return result;
    }
}
