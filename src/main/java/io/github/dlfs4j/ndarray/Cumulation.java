package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.reduction.DoubleRunningLoops;
import io.github.dlfs4j.ndarray.kernel.reduction.FloatRunningLoops;
import io.github.dlfs4j.ndarray.kernel.reduction.LongRunningLoops;
import io.github.dlfs4j.ndarray.kernel.reduction.RunningLoop;
import io.github.dlfs4j.ndarray.strided.Lane;
import io.github.dlfs4j.ndarray.strided.Lengths;

/** Cumulative sums and products, added or multiplied from the first element to the last. */
final class Cumulation {
    private Cumulation() {}

    static NDArray sum(NDArray a, int axis) {
        DType dtype = Fold.SUM.resultType(a.dtype());
        return switch (dtype) {
            case FLOAT64 -> accumulate(Lane.DOUBLES, DoubleRunningLoops::sum, dtype, a, axis);
            case FLOAT32 -> accumulate(Lane.FLOATS, FloatRunningLoops::sum, dtype, a, axis);
            case INT64, UINT8, BOOL -> accumulate(Lane.LONGS, LongRunningLoops::sum, dtype, a, axis);
        };
    }

    static NDArray product(NDArray a, int axis) {
        DType dtype = Fold.PRODUCT.resultType(a.dtype());
        return switch (dtype) {
            case FLOAT64 -> accumulate(Lane.DOUBLES, DoubleRunningLoops::product, dtype, a, axis);
            case FLOAT32 -> accumulate(Lane.FLOATS, FloatRunningLoops::product, dtype, a, axis);
            case INT64, UINT8, BOOL -> accumulate(Lane.LONGS, LongRunningLoops::product, dtype, a, axis);
        };
    }

    /** Accumulates along an axis. As in NumPy, a 0-d array counts as a vector of one element. */
    private static <A> NDArray accumulate(Lane<A> lane, RunningLoop<A> loop, DType dtype, NDArray a, int axis) {
        NDArray result = Casting.astype(a.ndim() == 0 ? a.reshape(1) : a, dtype);
        int checked = Lengths.checkAxis(axis, result.ndim());
        if (result.size() == 0) {
            return result;
        }
        int step = result.shape().from(checked + 1).size();
        int part = step * result.shape(checked);
        A elements = lane.arrayOf(result.storage());
        for (int from = 0; from < result.size(); from += part) {
            loop.run(elements, from, from + part, step);
        }
        return result;
    }
}
