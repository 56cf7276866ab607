package io.github.dlfs4j.ndarray.kernel.sorting;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** Sorts numbers into bins of equal width, as a histogram needs it. */
@AlsoFor(float.class)
public final class DoubleBins {
    /**
     * Finds the bins of n numbers that all lie between the first and the last edge. A number that equals an edge
     * belongs to the bin above it; the last bin includes its upper edge. A division can round into a neighbouring bin,
     * so the result is compared with the edges.
     *
     * @param a the numbers, at indices 0 to n - 1
     * @param n how many numbers
     * @param first the first edge
     * @param width the distance from the first edge to the last
     * @param edges the edges, one more than there are bins
     * @param bins receives the index of each number's bin
     */
    public static void find(double[] a, int n, double first, double width, double[] edges, long[] bins) {
        int count = edges.length - 1;
        for (int i = 0; i < n; i++) {
            int bin = (int) ((a[i] - first) / width * count);
            bin -= bin == count ? 1 : 0;
            bin -= a[i] < edges[bin] ? 1 : 0;
            bin += bin != count - 1 && a[i] >= edges[bin + 1] ? 1 : 0;
            bins[i] = bin;
        }
    }
}
