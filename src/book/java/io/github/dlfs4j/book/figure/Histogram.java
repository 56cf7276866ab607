package io.github.dlfs4j.book.figure;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;

/**
 * The counts of numbers in bins, {@code np.histogram}.
 *
 * @param edges the edges of the bins, from the lowest to the highest, of shape (n + 1,)
 * @param counts the number of elements in each bin, of shape (n,); the last edge belongs to the last bin
 */
record Histogram(NDArray edges, NDArray counts) {
    /**
     * Counts the elements of an array in bins of equal width.
     *
     * @param values an array of any shape and dtype; elements outside the range are not counted
     * @param bins the number of bins
     * @param low the lower end of the first bin
     * @param high the upper end of the last bin
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
        // The quotient is rounded, so the edges themselves decide.
        if (value < edges.getDouble(bin)) {
            return bin - 1;
        }
        return bin < bins - 1 && value >= edges.getDouble(bin + 1) ? bin + 1 : bin;
    }
}
