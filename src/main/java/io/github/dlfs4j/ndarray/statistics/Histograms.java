package io.github.dlfs4j.ndarray.statistics;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Side;
import io.github.dlfs4j.ndarray.calculus.Calculus;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.sorting.DoubleBins;
import io.github.dlfs4j.ndarray.kernel.sorting.FloatBins;
import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.Lengths;

/** Histograms: the edges of bins, and the count or the sum of weights of each bin. */
final class Histograms {
    /** How far bins reach beyond a range of one point. */
    private static final double HALF_OF_POINT = 0.5;

    /** The number of elements that NumPy counts at a time, which decides the order in which weights are added. */
    private static final int BLOCK = 65536;

    /** Counts in bins of equal width, from the smallest element to the largest. */
    static Histogram ofRange(NDArray a, int bins, NDArray weights) {
        checkBins(bins);
        NDArray line = line(a);
        NDArray weight = weightLine(weights, a);
        if (line.size() == 0) {
            return count(line, weight, bins, NDArray.scalar(0.0), NDArray.scalar(1.0), true);
        }
        NDArray first = line.min();
        NDArray last = line.max();
        if (!isFinite(first) || !isFinite(last)) {
            throw infiniteRange("autodetected", first, last);
        }
        return count(line, weight, bins, first, last, false);
    }

    /** Counts in bins of equal width between two numbers. */
    static Histogram ofRange(NDArray a, int bins, double first, double last, NDArray weights) {
        NDArray weight = weightLine(weights, a);
        checkBins(bins);
        if (first > last) {
            throw new IllegalArgumentException("max must be larger than min in range parameter.");
        }
        if (!Double.isFinite(first) || !Double.isFinite(last)) {
            throw infiniteRange("supplied", NDArray.scalar(first), NDArray.scalar(last));
        }
        return count(line(a), weight, bins, NDArray.scalar(first), NDArray.scalar(last), true);
    }

    /** Counts in as many bins as a rule chooses, from the smallest element to the largest. */
    static Histogram ofRule(NDArray a, BinRule rule) {
        NDArray line = line(a);
        if (line.size() == 0) {
            return ofRange(a, 1, null);
        }
        NDArray first = line.min();
        NDArray last = line.max();
        boolean isFinite = isFinite(first) && isFinite(last);
        return ofRange(a, isFinite ? bins(line, rule, first, last) : 1, null);
    }

    /** Counts in as many bins as a rule chooses for the elements between two numbers. */
    static Histogram ofRule(NDArray a, BinRule rule, double first, double last) {
        NDArray line = line(a);
        double margin = first == last ? HALF_OF_POINT : 0;
        double low = first - margin;
        double high = last + margin;
        NDArray inside = line.get(line.ge(low).and(line.le(high)));
        boolean isRange = low <= high && Double.isFinite(low) && Double.isFinite(high);
        int bins = isRange && inside.size() > 0 ? bins(inside, rule, NDArray.scalar(low), NDArray.scalar(high)) : 1;
        return ofRange(a, bins, first, last, null);
    }

    private static int bins(NDArray line, BinRule rule, NDArray lowest, NDArray highest) {
        boolean isPoint = lowest.eq(highest).asBoolean();
        NDArray first = isPoint ? lowest.sub(HALF_OF_POINT) : lowest;
        NDArray last = isPoint ? highest.add(HALF_OF_POINT) : highest;
        NDArray width = rule.width(line, first, last);
        if (width.eq(0).asBoolean()) {
            return 1;
        }
        NDArray least = line.dtype().isFloating() ? width : width.maximum(1);
        double bins = Math.ceil(distance(first, last).div(least).asDouble());
        return Lengths.checkLength((long) bins);
    }

    private static void checkBins(int bins) {
        if (bins < 1) {
            throw bins("be positive, when an integer");
        }
    }

    /** Returns the elements as a line; bool becomes uint8. */
    private static NDArray line(NDArray a) {
        return (a.dtype() == DType.BOOL ? a.astype(DType.UINT8) : a).ravel();
    }

    /** Returns the weights, after checking their shape, as a line; null stays null. */
    private static NDArray weightLine(NDArray weights, NDArray a) {
        if (weights == null) {
            return null;
        }
        if (!weights.shape().equals(a.shape())) {
            throw new IllegalArgumentException("weights should have the same shape as a.");
        }
        return weights.ravel();
    }

    private static boolean isFinite(NDArray number) {
        return Double.isFinite(number.asDouble());
    }

    /**
     * Counts in bins of equal width.
     *
     * @param weak whether the ends are Java numbers, which take the array's dtype
     */
    private static Histogram count(
            NDArray a, NDArray weights, int bins, NDArray lowest, NDArray highest, boolean weak) {
        NDArray first = lowest;
        NDArray last = highest;
        if (first.eq(last).asBoolean()) {
            first = first.sub(0.5);
            last = last.add(0.5);
        }
        DType dtype =
                a.dtype() == DType.FLOAT32 && (weak || first.dtype() == DType.FLOAT32) ? DType.FLOAT32 : DType.FLOAT64;
        NDArray width = distance(first, last);
        NDArray edges = edges(first, last, bins).astype(dtype);
        NDArray lower = edges.get(Index.range(0, bins));
        if (lower.ge(edges.get(Index.range(1, null))).any().asBoolean()) {
            throw new IllegalArgumentException(
                    "Too many bins for data range. Cannot create %s finite-sized bins.".formatted(bins));
        }
        NDArray from = weak ? Inside.weak(first.asDouble(), a.dtype()) : first;
        NDArray to = weak ? Inside.weak(last.asDouble(), a.dtype()) : last;
        NDArray counts = NDArray.zeros(weights == null ? DType.INT64 : weights.dtype(), bins);
        for (int begin = 0; begin < a.size(); begin += BLOCK) {
            Index block = Index.range(begin, Math.min(begin + BLOCK, a.size()));
            NDArray part = a.get(block);
            NDArray inside = part.ge(from).and(part.le(to));
            NDArray chosen = part.get(inside);
            NDArray numbers = Inside.converted(chosen, dtype);
            NDArray found = bins(numbers, first.astype(dtype), width.astype(dtype), edges);
            counts.addi(
                    weights == null
                            ? Counting.bincount(found, bins)
                            : Counting.bincount(found, weights.get(block).get(inside), bins)
                                    .astype(counts.dtype()));
        }
        return new Histogram(counts, edges);
    }

    /** Returns the difference; that of integers does not overflow, as in NumPy. */
    static NDArray distance(NDArray first, NDArray last) {
        if (first.dtype().isFloating()) {
            return last.sub(first);
        }
        long distance = last.asLong() - first.asLong();
        double unsigned = (distance >>> 1) * 2.0 + (distance & 1);
        return NDArray.scalar(distance >= 0 ? (double) distance : unsigned);
    }

    /** Returns the edges of bins of equal width between two numbers; those of a single number are 1 apart. */
    static NDArray edgesOfRange(NDArray lowest, NDArray highest, String origin, int bins) {
        if (!isFinite(lowest) || !isFinite(highest)) {
            throw infiniteRange(origin, lowest, highest);
        }
        boolean isPoint = lowest.eq(highest).asBoolean();
        return edges(
                isPoint ? lowest.sub(HALF_OF_POINT) : lowest, isPoint ? highest.add(HALF_OF_POINT) : highest, bins);
    }

    /** Returns the edges like {@code linspace}, in the dtype of the ends. */
    private static NDArray edges(NDArray first, NDArray last, int bins) {
        int count = Lengths.checkLength(bins + 1L);
        if (first.dtype() != DType.FLOAT32) {
            return NDArray.linspace(first.asDouble(), last.asDouble(), count);
        }
        NDArray step = last.sub(first).div(bins);
        NDArray edges = NDArray.arange(count).astype(DType.FLOAT32).mul(step).add(first);
        edges.at(-1).set(last);
        return edges;
    }

    private static NDArray bins(NDArray numbers, NDArray first, NDArray width, NDArray edges) {
        int n = numbers.size();
        long[] bins = Allocation.longs(n);
        if (edges.dtype() == DType.FLOAT32) {
            FloatBins.find(
                    (float[]) Inside.storage(numbers).values(),
                    n,
                    (float) first.asDouble(),
                    (float) width.asDouble(),
                    edges.toFloatArray(),
                    bins);
        } else {
            DoubleBins.find(
                    (double[]) Inside.storage(numbers).values(),
                    n,
                    first.asDouble(),
                    width.asDouble(),
                    edges.toDoubleArray(),
                    bins);
        }
        return NDArray.wrap(bins, n);
    }

    /** Counts in bins between given edges, by sorting. */
    static Histogram ofEdges(NDArray a, NDArray edges, NDArray weights) {
        NDArray weight = weightLine(weights, a);
        if (edges.ndim() != 1) {
            throw bins("be 1d, when an array");
        }
        int bins = Math.max(edges.size() - 1, 0);
        NDArray lower = edges.get(Index.range(0, bins));
        if (lower.gt(edges.get(Index.range(1, null))).any().asBoolean()) {
            throw bins("increase monotonically, when an array");
        }
        NDArray line = line(a);
        DType dtype = weight == null ? DType.INT64 : weight.dtype();
        NDArray cumulative = NDArray.zeros(dtype, edges.size());
        for (int begin = 0; begin < line.size(); begin += BLOCK) {
            Index block = Index.range(begin, Math.min(begin + BLOCK, line.size()));
            NDArray part = line.get(block);
            if (weight == null) {
                cumulative.addi(places(NDArray.sort(part, 0), edges, lower));
            } else {
                NDArray order = part.argsort();
                NDArray sums = weight.get(block).take(order, 0).cumsum();
                NDArray fromZero = NDArray.concatenate(0, NDArray.zeros(dtype, 1), sums);
                cumulative.addi(fromZero.take(places(part.take(order, 0), edges, lower), 0)
                        .astype(dtype));
            }
        }
        return new Histogram(Calculus.diff(cumulative), edges);
    }

    /** Returns how many elements lie below each edge; elements at the last edge count as below it. */
    private static NDArray places(NDArray sorted, NDArray edges, NDArray lower) {
        NDArray last = edges.get(Index.range(lower.size(), null));
        return NDArray.concatenate(0, sorted.searchsorted(lower), sorted.searchsorted(last, Side.RIGHT));
    }

    private static IllegalArgumentException bins(String problem) {
        return new IllegalArgumentException("`bins` must " + problem);
    }

    /** Returns an error that shows numbers of float32, too, with the digits of float64, as Python formats them. */
    private static IllegalArgumentException infiniteRange(String origin, NDArray first, NDArray last) {
        return new IllegalArgumentException("%s range of [%s, %s] is not finite"
                .formatted(origin, first.astype(DType.FLOAT64), last.astype(DType.FLOAT64)));
    }
}
