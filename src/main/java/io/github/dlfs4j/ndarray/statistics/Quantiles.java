package io.github.dlfs4j.ndarray.statistics;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Lengths;
import io.github.dlfs4j.ndarray.strided.ReductionArguments;
import java.util.Arrays;

/** Medians and quantiles, by sorting. A {@link QuantileMethod} defines a quantile between two elements. */
final class Quantiles {
    static NDArray median(NDArray a, ReductionOptions options) {
        ReductionArguments<NDArray> arguments = Inside.arguments(options);
        arguments.checkTaken("median");
        Axes axes = arguments.movedAxesOf(a.ndim());
        NDArray sorted = sortedLines(a, axes);
        int n = sorted.shape(-1);
        NDArray middle = sorted.get(Index.ellipsis(), Index.range((n - 1) / 2, n / 2 + 1));
        NDArray median = middle.mean(-1);
        return inShape(n == 0 ? median : withNaN(median, sorted), a.shape(), axes, arguments.keepDims());
    }

    /** Returns the elements of each result as a sorted line along the last axis. */
    static NDArray sortedLines(NDArray a, Axes axes) {
        NDArray sorted = lines(a, axes).copy();
        return sorted.sort();
    }

    /** Returns the array with the chosen axes merged into one, after all others. */
    private static NDArray lines(NDArray a, Axes axes) {
        int[] lengths = a.shape().toArray();
        int line = Lengths.checkLength(axes.elements(lengths));
        return a.transpose(axes.atTheEnd()).reshape(Lengths.joined(axes.reduced(lengths, false), new int[] {line}));
    }

    static NDArray inShape(NDArray result, Shape shape, Axes axes, boolean keepDims) {
        return keepDims ? result.reshape(axes.reduced(shape.toArray(), true)) : result;
    }

    /** Returns the result with NaN where a line has NaN, which is sorted to its end. */
    private static NDArray withNaN(NDArray result, NDArray sorted) {
        if (!sorted.dtype().isFloating()) {
            return result;
        }
        NDArray last = sorted.get(Index.ellipsis(), -1);
        return NDArray.where(last.ne(last), last.astype(result.dtype()), result);
    }

    static NDArray fractionOfPercent(NDArray q) {
        NDArray fraction = q.div(100);
        if (!isFraction(fraction)) {
            throw new IllegalArgumentException("Percentiles must be in the range [0, 100]");
        }
        return fraction;
    }

    static NDArray checkedFraction(NDArray q) {
        if (!isFraction(q)) {
            throw new IllegalArgumentException("Quantiles must be in the range [0, 1]");
        }
        return q;
    }

    private static boolean isFraction(NDArray q) {
        // Of an array without elements and more axes, NumPy finds no extreme.
        return q.ndim() == 1
                ? q.ge(0).and(q.le(1)).all().asBoolean()
                : q.min().asDouble() >= 0 && q.max().asDouble() <= 1;
    }

    /** Computes quantiles; a weak one has been a number, and the result has the dtype of a floating-point array. */
    static NDArray quantileOf(NDArray a, NDArray q, boolean weak, ReductionOptions options, QuantileMethod method) {
        ReductionArguments<NDArray> arguments = Inside.arguments(options);
        return quantileOf(a, q, weak, arguments.movedAxesOf(a.ndim()), arguments.keepDims(), method);
    }

    static NDArray quantileOf(NDArray a, NDArray q, boolean weak, Axes axes, boolean keepDims, QuantileMethod method) {
        if (q.ndim() > 2) {
            throw new IllegalArgumentException("q must be a scalar or 1d");
        }
        NDArray sorted = sortedLines(a, axes);
        int n = sorted.shape(-1);
        if (n == 0 && (q.size() > 0 || a.dtype().isFloating())) {
            int index = a.dtype().isFloating() ? -1 : 0;
            throw new IndexOutOfBoundsException("index %s is out of bounds for axis 0 with size 0".formatted(index));
        }
        NDArray byPlace =
                sorted.transpose(Lengths.joined(new int[] {sorted.ndim() - 1}, Layout.axes(sorted.ndim() - 1)));
        NDArray places = method.places(q, n);
        boolean isWhole = method.isDiscrete()
                || (method == QuantileMethod.LINEAR && !q.dtype().isFloating());
        NDArray result =
                isWhole ? byPlace.take(places.astype(DType.INT64), 0) : interpolated(byPlace, places, method, weak);
        // For a 0-d result that is NaN, NumPy returns the element itself, in the dtype of a.
        boolean isNaN = result.ndim() == 0 && a.dtype().isFloating() && Double.isNaN(sorted.getDouble(-1));
        NDArray checked = isNaN ? sorted.get(-1) : withNaN(result, sorted);
        int[] shape = Lengths.joined(q.shape().toArray(), axes.reduced(a.shape().toArray(), keepDims));
        return checked.reshape(shape);
    }

    /** Interpolates at fractional places; places outside give the first or the last element, as in NumPy. */
    private static NDArray interpolated(NDArray byPlace, NDArray places, QuantileMethod method, boolean weak) {
        int n = byPlace.shape(0);
        NDArray whole = places.maximum(0).astype(DType.INT64);
        NDArray isLast = places.ge(n - 1);
        NDArray before = NDArray.where(isLast, -1, whole);
        NDArray behind = NDArray.where(isLast, -1, NDArray.where(places.lt(0), 0, whole.add(1)));
        NDArray low = byPlace.take(before, 0);
        NDArray high = byPlace.take(behind, 0);
        NDArray weight = method.weight(places.sub(before.astype(places.dtype())), places);
        NDArray distance = high.sub(low);
        if (weak) {
            double t = weight.asDouble();
            return t >= 0.5 ? high.sub(distance.mul(1 - t)) : low.add(distance.mul(t));
        }
        int[] ones = new int[byPlace.ndim() - 1];
        Arrays.fill(ones, 1);
        NDArray t = weight.reshape(Lengths.joined(weight.shape().toArray(), ones));
        return NDArray.where(t.ge(0.5), high.sub(distance.mul(t.rsub(1))), low.add(distance.mul(t)));
    }
}
