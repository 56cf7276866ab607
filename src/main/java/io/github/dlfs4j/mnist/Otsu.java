package io.github.dlfs4j.mnist;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
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
        NDArray counts = histogram.counts().astype(DType.FLOAT64);
        NDArray below = counts.cumsum();
        NDArray above = below.rsub(numbers.size());
        NDArray sumBelow = counts.mul(NDArray.arange(BINS)).cumsum();
        NDArray sumAbove = sumBelow.rsub(sumBelow.getDouble(BINS - 1));
        NDArray difference = sumBelow.div(below.maximum(1.0)).sub(sumAbove.div(above.maximum(1.0)));
        NDArray between = below.mul(above).mul(difference).mul(difference);
        int best = between.get(Index.to(-1)).argmax().asInt();
        return histogram.edges().getDouble(best + 1);
    }
}
