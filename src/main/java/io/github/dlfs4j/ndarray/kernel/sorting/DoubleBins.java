package io.github.dlfs4j.ndarray.kernel.sorting;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** The bins of equal width in which numbers lie. */
@AlsoFor(float.class)
public final class DoubleBins {
    private DoubleBins() {}

    /**
     * Finds the bins of n numbers, which all lie between the first and the last edge. A bin has its lower edge; the
     * last one has its upper edge, too. What rounding puts into a neighbouring bin is compared with the edges.
     *
     * @param a the numbers, which begin at the start
     * @param n how many
     * @param first the first edge
     * @param width the distance of the last edge from the first
     * @param edges one more than there are bins
     * @param bins receives the bins
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
