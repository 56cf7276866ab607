package io.github.dlfs4j.ndarray.statistics;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.ReductionArguments;

/** Reductions that ignore NaN. Integers and bool are reduced as usual. */
final class NaNReduction {
    /** Returns a copy with another number in place of NaN, or the array itself if its dtype has no NaN. */
    static NDArray replaced(NDArray a, double number) {
        if (!a.dtype().isFloating()) {
            return a;
        }
        // The order of the axes in memory decides the order of a sum, so it is that of NumPy's copies.
        NDArray copy =
                Inside.view(NDArray.empty(a.dtype(), a.size()), Inside.layout(a).packed());
        return NDArray.where(a.ne(a), Inside.weak(number, a.dtype()), a, copy);
    }

    /** Returns how many elements that are not NaN go into each result. */
    private static NDArray counts(NDArray a, ReductionOptions options) {
        return a.eq(a).sum(ofMeans(options, Inside.arguments(options).keepDims()));
    }

    private static ReductionOptions ofMeans(ReductionOptions options, boolean keepDims) {
        return Inside.options(Inside.arguments(options).ofMeans(keepDims));
    }

    static void checkNotEmpty(String name, NDArray a, ReductionOptions options) {
        if (Inside.arguments(options).axesOf(a.ndim()).elements(a.shape().toArray()) == 0) {
            throw Errors.emptyReduction(name);
        }
    }

    /** Returns the result with NaN where there is no number. */
    static NDArray withNaN(NDArray result, NDArray a, ReductionOptions options) {
        return a.dtype().isFloating() ? NDArray.where(counts(a, options).eq(0), Double.NaN, result) : result;
    }

    static NDArray mean(NDArray a, ReductionOptions options) {
        ReductionArguments<NDArray> arguments = Inside.arguments(options);
        arguments.checkTaken("nanmean", "where", "out");
        if (!a.dtype().isFloating()) {
            return a.mean(options);
        }
        NDArray out = arguments.out();
        if (out != null && !out.dtype().isFloating()) {
            throw new UnsupportedOperationException("If a is inexact, then out must be inexact");
        }
        NDArray counts = counts(a, options);
        NDArray sum = replaced(a, 0).sum(options);
        divide(sum, counts);
        return sum;
    }

    /** Divides as NumPy does: by a count of int64, which makes the quotient float64, and then rounds it. */
    private static void divide(NDArray sum, NDArray counts) {
        Inside.assign(sum, sum.div(counts));
    }

    static NDArray variance(String function, NDArray a, ReductionOptions options) {
        ReductionArguments<NDArray> arguments = Inside.arguments(options);
        arguments.checkTaken(function, "ddof");
        if (!a.dtype().isFloating()) {
            return a.var(options);
        }
        NDArray deviations = replaced(a, 0).subi(mean(a, ofMeans(options, true)));
        // Only NaN elements become 0: the deviation of an infinite element from the mean is NaN and stays.
        NDArray kept = NDArray.where(a.ne(a), Inside.weak(0, a.dtype()), deviations, deviations);
        NDArray variance = kept.muli(kept).sum(ofMeans(options, arguments.keepDims()));
        double ddof = arguments.ddof() == null ? 0 : arguments.ddof();
        NDArray freedom = counts(a, options).astype(DType.FLOAT64).sub(ddof);
        divide(variance, freedom);
        return NDArray.where(freedom.le(0), Double.NaN, variance);
    }

    static void checkNumbers(String function, NDArray a, ReductionOptions options) {
        Inside.arguments(options).checkTaken(function, "out");
        boolean mayBeNaN = a.dtype().isFloating() && a.size() > 0;
        if (mayBeNaN && !a.eq(a).any(ofMeans(options, false)).all().asBoolean()) {
            throw new IllegalArgumentException("All-NaN slice encountered");
        }
    }

    /** Returns half the counts, rounded down. */
    static NDArray halved(NDArray counts) {
        return counts.div(2).astype(DType.INT64);
    }
}
