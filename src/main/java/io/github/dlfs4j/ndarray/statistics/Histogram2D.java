package io.github.dlfs4j.ndarray.statistics;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.calculus.Calculus;

/**
 * The counts and the edges of a histogram of pairs.
 *
 * <p>It keeps what it is given, null too.
 *
 * @param counts for each bin of x and each bin of y the number of pairs in both, or the sum of their weights, of
 *     float64
 * @param xEdges the edges of the bins of x, one more than there are bins
 * @param yEdges the edges of the bins of y
 */
public record Histogram2D(NDArray counts, NDArray xEdges, NDArray yEdges) {
    /**
     * {@return the counts as a density, whose integral over all bins is 1, {@code np.histogram2d(…, density=True)[0]},
     * in a new array of float64}
     */
    public NDArray density() {
        NDArray byWidth = counts.div(Calculus.diff(xEdges).expandDims(1));
        return byWidth.div(Calculus.diff(yEdges)).div(counts.sum());
    }
}
