package io.github.dlfs4j.ndarray.statistics;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Errors;

/** Reductions that ignore NaN. Integers and bool are reduced as usual. */
final class NaNReduction {
    private NaNReduction() {}

    /** Returns a copy with another number in place of NaN, or the array itself if its dtype has no NaN. */
    private static NDArray replaced(NDArray a, double number) {
        if (!a.dtype().isFloating()) {
            return a;
        }
        // The order of the axes in memory decides the order of a sum, so it is that of NumPy's copies.
        NDArray copy =
                Inside.view(NDArray.empty(a.dtype(), a.size()), Inside.layout(a).packed());
        return NDArray.where(a.ne(a), Inside.weak(number, a.dtype()), a, copy);
    }

    private static NDArray counts(NDArray a, Axes axes, boolean keepDims) {
        return a.eq(a).sum(axes.numbers(), keepDims);
    }

    static NDArray sum(NDArray a, Axes axes, boolean keepDims) {
        return replaced(a, 0).sum(axes.numbers(), keepDims);
    }

    static NDArray product(NDArray a, Axes axes, boolean keepDims) {
        return replaced(a, 1).prod(axes.numbers(), keepDims);
    }

    static NDArray cumulativeSum(NDArray a) {
        return replaced(a, 0).cumsum();
    }

    static NDArray cumulativeSum(NDArray a, int axis) {
        return replaced(a, 0).cumsum(axis);
    }

    static NDArray cumulativeProduct(NDArray a) {
        return replaced(a, 1).cumprod();
    }

    static NDArray cumulativeProduct(NDArray a, int axis) {
        return replaced(a, 1).cumprod(axis);
    }

    static NDArray maximum(NDArray a, Axes axes, boolean keepDims) {
        checkNotEmpty("fmax", a, axes);
        return withNaN(replaced(a, Double.NEGATIVE_INFINITY).max(axes.numbers(), keepDims), a, axes, keepDims);
    }

    static NDArray minimum(NDArray a, Axes axes, boolean keepDims) {
        checkNotEmpty("fmin", a, axes);
        return withNaN(replaced(a, Double.POSITIVE_INFINITY).min(axes.numbers(), keepDims), a, axes, keepDims);
    }

    private static void checkNotEmpty(String name, NDArray a, Axes axes) {
        if (axes.elements(a.shape().toArray()) == 0) {
            throw Errors.emptyReduction(name);
        }
    }

    /** Returns the result with NaN where there is no number. */
    private static NDArray withNaN(NDArray result, NDArray a, Axes axes, boolean keepDims) {
        return a.dtype().isFloating() ? NDArray.where(counts(a, axes, keepDims).eq(0), Double.NaN, result) : result;
    }

    static NDArray mean(NDArray a, Axes axes, boolean keepDims) {
        return a.dtype().isFloating()
                ? divided(sum(a, axes, keepDims), counts(a, axes, keepDims))
                : a.mean(axes.numbers(), keepDims);
    }

    /** Divides as NumPy does: by a count of int64, which makes the quotient float64, and then rounds it. */
    private static NDArray divided(NDArray sum, NDArray counts) {
        return sum.div(counts).astype(sum.dtype());
    }

    static NDArray variance(NDArray a, Axes axes, boolean keepDims, double ddof) {
        if (!a.dtype().isFloating()) {
            return a.var(axes.numbers(), keepDims, ddof);
        }
        NDArray deviations = replaced(a, 0).subi(mean(a, axes, true));
        // Only NaN elements become 0: the deviation of an infinite element from the mean is NaN and stays.
        NDArray kept = NDArray.where(a.ne(a), Inside.weak(0, a.dtype()), deviations, deviations);
        NDArray sum = kept.muli(kept).sum(axes.numbers(), keepDims);
        NDArray freedom = counts(a, axes, keepDims).astype(DType.FLOAT64).sub(ddof);
        return NDArray.where(freedom.le(0), Double.NaN, divided(sum, freedom));
    }

    static NDArray standardDeviation(NDArray a, Axes axes, boolean keepDims, double ddof) {
        return variance(a, axes, keepDims, ddof).sqrt();
    }

    static NDArray argmax(NDArray a, int axis, boolean keepDims) {
        checkScalar(a, axis);
        NDArray result = replaced(a, Double.NEGATIVE_INFINITY).argmax(axis, keepDims);
        checkNumbers(a, axis);
        return result;
    }

    static NDArray argmin(NDArray a, int axis, boolean keepDims) {
        checkScalar(a, axis);
        NDArray result = replaced(a, Double.POSITIVE_INFINITY).argmin(axis, keepDims);
        checkNumbers(a, axis);
        return result;
    }

    /** NumPy looks for NaN along the axis first, and there a scalar has no axes; argmax counts one. */
    private static void checkScalar(NDArray a, int axis) {
        if (a.ndim() == 0 && a.dtype().isFloating()) {
            Axes.along(0, axis);
        }
    }

    private static void checkNumbers(NDArray a, int axis) {
        if (a.eq(a).any(axis).all().asBoolean()) {
            return;
        }
        throw new IllegalArgumentException("All-NaN slice encountered");
    }

    /** Returns half the counts, rounded down. */
    static NDArray halved(NDArray counts) {
        return counts.div(2).astype(DType.INT64);
    }
}
