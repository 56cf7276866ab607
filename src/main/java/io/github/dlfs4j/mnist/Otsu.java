package io.github.dlfs4j.mnist;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.statistics.Statistics;

/**
 * Otsu's threshold, which divides numbers into two classes such that the variance between the classes is largest: N.
 * Otsu, <i>A threshold selection method from gray-level histograms</i>, 1979.
 */
final class Otsu {
    private static final int BINS = 256;

    private Otsu() {}

    /** Returns the threshold, the upper edge of the lower class. */
    static double threshold(NDArray numbers) {
        Statistics.Histogram histogram = Statistics.histogram(numbers, BINS);
        long[] counts = histogram.counts().toLongArray();
        double total = 0;
        for (int bin = 0; bin < BINS; bin++) {
            total += (double) bin * counts[bin];
        }
        long below = 0;
        double sumBelow = 0;
        int best = 0;
        double most = -1;
        for (int bin = 0; bin < BINS - 1; bin++) {
            below += counts[bin];
            sumBelow += (double) bin * counts[bin];
            long above = numbers.size() - below;
            double difference = sumBelow / Math.max(1, below) - (total - sumBelow) / Math.max(1, above);
            double between = (double) below * above * difference * difference;
            if (between > most) {
                most = between;
                best = bin;
            }
        }
        return histogram.edges().getDouble(best + 1);
    }
}
