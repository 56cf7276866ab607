package io.github.dlfs4j.ndarray.statistics;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Side;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Objects;

/** Histograms of pairs: a bin is a rectangle. Pairs outside are counted in a margin that is cut off in the end. */
final class PairHistograms {
    /** Counts in bins of equal width, from the smallest element of each array to the largest. */
    static Histogram2D ofRange(NDArray x, NDArray y, int xBins, int yBins, NDArray weights) {
        check(x, y);
        NDArray xEdges = edges(0, converted(x, y), xBins);
        return count(x, y, xEdges, edges(1, converted(y, x), yBins), weights);
    }

    private static NDArray edges(int axis, NDArray a, int bins) {
        checkBins(axis, bins);
        return a.size() == 0
                ? Histograms.edgesOfRange(NDArray.scalar(0.0), NDArray.scalar(1.0), "autodetected", bins)
                : Histograms.edgesOfRange(a.min(), a.max(), "autodetected", bins);
    }

    /** Counts in bins of equal width between two numbers for each array. */
    static Histogram2D ofRange(
            NDArray x, NDArray y, int xBins, int yBins, double[] xRange, double[] yRange, NDArray weights) {
        check(x, y);
        NDArray xEdges = edges(0, xBins, Objects.requireNonNull(xRange, "xRange"));
        return count(x, y, xEdges, edges(1, yBins, Objects.requireNonNull(yRange, "yRange")), weights);
    }

    private static NDArray edges(int axis, int bins, double... range) {
        checkBins(axis, bins);
        if (range.length != 2) {
            throw new IllegalArgumentException(
                    range.length > 2
                            ? "too many values to unpack (expected 2)"
                            : "not enough values to unpack (expected 2, got %s)".formatted(range.length));
        }
        double first = range[0];
        double last = range[1];
        if (first > last) {
            throw new IllegalArgumentException("max must be larger than min in range parameter.");
        }
        return Histograms.edgesOfRange(NDArray.scalar(first), NDArray.scalar(last), "supplied", bins);
    }

    private static void checkBins(int axis, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("`bins[%s]` must be positive, when an integer".formatted(axis));
        }
    }

    /** Counts in bins between given edges. */
    static Histogram2D ofEdges(NDArray x, NDArray y, NDArray xEdges, NDArray yEdges, NDArray weights) {
        check(x, y);
        checkEdges(0, Objects.requireNonNull(xEdges, "xEdges"));
        checkEdges(1, Objects.requireNonNull(yEdges, "yEdges"));
        return count(x, y, xEdges, yEdges, weights);
    }

    private static void checkEdges(int axis, NDArray edges) {
        if (edges.ndim() != 1) {
            throw new IllegalArgumentException("`bins[%s]` must be a scalar or 1d array".formatted(axis));
        }
        NDArray lower = edges.get(Index.range(null, -1));
        if (lower.gt(edges.get(Index.range(1, null))).any().asBoolean()) {
            throw new IllegalArgumentException(
                    "`bins[%s]` must be monotonically increasing, when an array".formatted(axis));
        }
    }

    private static void check(NDArray x, NDArray y) {
        if (x.ndim() == 0 || y.ndim() == 0) {
            throw new UnsupportedOperationException("len() of unsized object");
        }
        if (x.shape(0) != y.shape(0)) {
            throw new IllegalArgumentException("x and y must have the same length.");
        }
        if (x.ndim() != y.ndim()) {
            throw new IllegalArgumentException(("setting an array element with a sequence. The requested array has an "
                            + "inhomogeneous shape after 2 dimensions. The detected shape was (2, %s) + inhomogeneous "
                            + "part.")
                    .formatted(x.shape(0)));
        }
        if (x.ndim() > 1) {
            throw new IllegalArgumentException("too many values to unpack (expected 2)");
        }
    }

    private static NDArray converted(NDArray a, NDArray beside) {
        return Inside.converted(a, DType.promote(a.dtype(), beside.dtype()));
    }

    private static Histogram2D count(NDArray x, NDArray y, NDArray xEdges, NDArray yEdges, NDArray weights) {
        int rows = xEdges.size() + 1;
        int columns = yEdges.size() + 1;
        NDArray row = bins(converted(x, y), xEdges);
        NDArray column = bins(converted(y, x), yEdges);
        int size = Lengths.checkedSize(rows, columns);
        NDArray places = row.mul(columns).add(column);
        NDArray counts = weights == null ? Counting.bincount(places, size) : Counting.bincount(places, weights, size);
        Index inside = Index.range(1, -1);
        NDArray core = counts.astype(DType.FLOAT64).reshape(rows, columns).get(inside, inside);
        return new Histogram2D(core.copy(), xEdges, yEdges);
    }

    /** Returns the bins, counted from 1; 0 is before the first edge, and the last bin includes its upper edge. */
    private static NDArray bins(NDArray a, NDArray edges) {
        NDArray bins = edges.searchsorted(a, Side.RIGHT);
        return bins.sub(a.eq(edges.get(-1)).astype(DType.INT64));
    }
}
