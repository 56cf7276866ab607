package io.github.dlfs4j.ndarray.statistics;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Quantiles of the elements that are not NaN. Lines that have equally many of them are computed together. */
final class NaNQuantiles {
    private NaNQuantiles() {}

    static NDArray percentile(NDArray a, NDArray q, int[] axes, boolean keepDims, QuantileMethod method) {
        return quantileOf(a, Quantiles.fractionOfPercent(q), false, axes, keepDims, method);
    }

    static NDArray percentile(NDArray a, double q, int[] axes, boolean keepDims, QuantileMethod method) {
        return quantileOf(a, Quantiles.fractionOfPercent(NDArray.scalar(q)), true, axes, keepDims, method);
    }

    static NDArray quantile(NDArray a, NDArray q, int[] axes, boolean keepDims, QuantileMethod method) {
        return quantileOf(a, Quantiles.checkedFraction(q), false, axes, keepDims, method);
    }

    static NDArray quantile(NDArray a, double q, int[] axes, boolean keepDims, QuantileMethod method) {
        return quantileOf(a, Quantiles.checkedFraction(NDArray.scalar(q)), true, axes, keepDims, method);
    }

    private static NDArray quantileOf(
            NDArray a, NDArray q, boolean weak, int[] axes, boolean keepDims, QuantileMethod method) {
        if (a.size() == 0) {
            return Quantiles.meanOfNothing(a, axes, keepDims);
        }
        Axes checked = Quantiles.moved(a, axes);
        if (!a.dtype().isFloating()) {
            return Quantiles.quantileOf(a, q, weak, checked, keepDims, method);
        }
        NDArray sorted = Quantiles.sortedLines(a, checked);
        NDArray quantiles = ofLines(sorted.reshape(-1, sorted.shape(-1)), q, weak, method);
        return quantiles.reshape(
                Lengths.joined(q.shape().toArray(), checked.reduced(a.shape().toArray(), keepDims)));
    }

    /** Returns a row of results for each quantile. Their dtype is that of the first line's results, as in NumPy. */
    private static NDArray ofLines(NDArray sorted, NDArray q, boolean weak, QuantileMethod method) {
        long[] counts = sorted.eq(sorted).sum(1).toLongArray();
        TreeMap<Integer, List<Integer>> linesOfCount = new TreeMap<>();
        for (int line = 0; line < counts.length; line++) {
            linesOfCount
                    .computeIfAbsent((int) counts[line], count -> new ArrayList<>())
                    .add(line);
        }
        List<NDArray> parts = new ArrayList<>();
        List<int[]> places = new ArrayList<>();
        DType dtype = sorted.dtype();
        for (int count : linesOfCount.keySet()) {
            int[] lines =
                    linesOfCount.get(count).stream().mapToInt(Integer::intValue).toArray();
            // Lines that all have equally many numbers need no copy.
            NDArray chosen = lines.length == counts.length ? sorted : sorted.take(NDArray.of(lines), 0);
            NDArray numbers = chosen.get(Index.all(), Index.to(count));
            NDArray part = count == 0
                    ? NDArray.full(sorted.dtype(), Double.NaN, q.size(), lines.length)
                    : Quantiles.quantileOf(numbers, q, weak, Axes.of(2, 1), false, method);
            parts.add(part);
            places.add(lines);
            dtype = lines[0] == 0 ? part.dtype() : dtype;
        }
        NDArray quantiles = NDArray.empty(dtype, q.size(), counts.length);
        for (int i = 0; i < parts.size(); i++) {
            NDArray part = parts.get(i).reshape(q.size(), places.get(i).length);
            quantiles.at(Index.all(), Index.of(places.get(i))).set(part);
        }
        return quantiles;
    }
}
