package io.github.dlfs4j.ndarray.statistics;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Lengths;
import io.github.dlfs4j.ndarray.strided.ReductionArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Quantiles of the elements that are not NaN. Lines that have equally many of them are computed together. */
final class NaNQuantiles {
    static NDArray quantileOf(NDArray a, NDArray q, boolean weak, ReductionOptions options, QuantileMethod method) {
        if (a.size() == 0) {
            return NaNReduction.mean(a, options); // with its errors, as in NumPy
        }
        if (!a.dtype().isFloating()) {
            return Quantiles.quantileOf(a, q, weak, options, method);
        }
        ReductionArguments<NDArray> arguments = Inside.arguments(options);
        Axes axes = arguments.movedAxesOf(a.ndim());
        NDArray sorted = Quantiles.sortedLines(a, axes);
        NDArray quantiles = ofLines(sorted.reshape(-1, sorted.shape(-1)), q, weak, method);
        int[] ofLine = axes.reduced(a.shape().toArray(), arguments.keepDims());
        return quantiles.reshape(Lengths.joined(q.shape().toArray(), ofLine));
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
