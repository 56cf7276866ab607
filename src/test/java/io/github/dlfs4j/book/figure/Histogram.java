package io.github.dlfs4j.book.figure;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;

/**
 * How many numbers lie between two edges, {@code np.histogram}.
 *
 * @param edges from the lowest to the highest, of shape (n + 1,)
 * @param counts how many numbers lie from an edge to the next, of shape (n,); the last edge belongs to those before it
 */
record Histogram(NDArray edges, NDArray counts) {
    /**
     * Counts the elements of an array in bins of one width.
     *
     * @param values of any shape and dtype; those below the range and above it are not counted
     * @param bins how many there are
     * @param low the lower end of the first
     * @param high the upper end of the last
     */
    static Histogram of(NDArray values, int bins, double low, double high) {
        NDArray edges = NDArray.linspace(low, high, bins + 1);
        long[] counts = new long[bins];
        for (double value : values.astype(DType.FLOAT64).ravel().toDoubleArray()) {
            if (value >= low && value <= high) {
                counts[bin(value, edges)]++;
            }
        }
        return new Histogram(edges, NDArray.of(counts));
    }

    private static int bin(double value, NDArray edges) {
        int bins = edges.size() - 1;
        double low = edges.getDouble(0);
        int bin = Math.min((int) ((value - low) / (edges.getDouble(bins) - low) * bins), bins - 1);
        // The quotient is rounded: the edges themselves decide.
        if (value < edges.getDouble(bin)) {
            return bin - 1;
        }
        return bin < bins - 1 && value >= edges.getDouble(bin + 1) ? bin + 1 : bin;
    }
}
