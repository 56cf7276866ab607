package io.github.dlfs4j.ndarray.statistics;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.strided.Allocation;
import io.github.dlfs4j.ndarray.strided.Lengths;

/** NumPy's {@code bincount} and {@code digitize}: how often small integers occur, and in which bins numbers lie. */
final class Counting {
    static NDArray bincount(NDArray a, int minlength) {
        long[] numbers = numbers(a, minlength);
        long[] counts = Allocation.longs(length(a, minlength));
        for (long number : numbers) {
            counts[(int) number]++;
        }
        return NDArray.wrap(counts, counts.length);
    }

    /** Adds up weights as float64, from the first to the last. */
    static NDArray bincount(NDArray a, NDArray weights, int minlength) {
        long[] numbers = numbers(a, minlength);
        if (numbers.length == 0) {
            return bincount(a, minlength);
        }
        Lengths.checkLine(weights.ndim());
        if (weights.size() != a.size()) {
            throw new IllegalArgumentException("The weights and list don't have the same length.");
        }
        double[] own = weights.astype(DType.FLOAT64).toDoubleArray();
        double[] sums = Allocation.doubles(length(a, minlength));
        for (int i = 0; i < numbers.length; i++) {
            sums[(int) numbers[i]] += own[i];
        }
        return NDArray.wrap(sums, sums.length);
    }

    private static long[] numbers(NDArray a, int minlength) {
        Lengths.checkLine(a.ndim());
        if (a.dtype().isFloating()) {
            throw new UnsupportedOperationException(
                    "Cannot cast array data from dtype('%s') to dtype('%s') according to the rule 'safe'"
                            .formatted(a.dtype(), DType.INT64));
        }
        if (minlength < 0) {
            throw new IllegalArgumentException("'minlength' must not be negative");
        }
        NDArray numbers = a.dtype() == DType.INT64
                        && Inside.layout(a).isPlain()
                        && Inside.storage(a).length() == a.size()
                ? a
                : a.astype(DType.INT64);
        if (a.size() > 0 && numbers.min().asLong() < 0) {
            throw new IllegalArgumentException("'list' argument must have no negative elements");
        }
        return (long[]) Inside.storage(numbers).values();
    }

    private static int length(NDArray a, int minlength) {
        long largest = a.size() == 0 ? -1 : a.max().asLong();
        // There is no long after the largest, and no array of so many elements either.
        long counts = largest == Long.MAX_VALUE ? largest : largest + 1;
        return Shape.of(Lengths.checkLength(Math.max(counts, minlength))).size();
    }

    /**
     * Returns whether the edges descend; throws an error if they are not monotonic. As in NumPy, the first two edges
     * that differ decide, and a number beside NaN does not rise.
     */
    static boolean falls(NDArray bins) {
        double[] edges = bins.astype(DType.FLOAT64).toDoubleArray();
        int i = 1;
        while (i < edges.length && edges[i] == edges[0]) {
            i++;
        }
        if (i >= edges.length) {
            return false;
        }
        boolean falls = !(edges[0] < edges[i]);
        for (i++; i < edges.length; i++) {
            if (falls ? edges[i - 1] < edges[i] : edges[i - 1] > edges[i]) {
                throw new IllegalArgumentException("bins must be monotonically increasing or decreasing");
            }
        }
        return falls;
    }
}
