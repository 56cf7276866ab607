package io.github.dlfs4j.ndarray.statistics;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.calculus.Calculus;
import java.util.Objects;

/**
 * The counts and the edges of a histogram.
 *
 * @param counts the number of elements in each bin, of int64, or the sum of their weights, of the dtype of the weights
 * @param edges the edges of the bins, one more than there are bins; a bin includes its lower edge, and the last bin its
 *     upper edge too
 */
public record Histogram(NDArray counts, NDArray edges) {
    /** Creates a histogram of arrays, which are not copied. */
    public Histogram {
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(edges, "edges");
    }

    /**
     * {@return the counts as a density, whose integral over all bins is 1, {@code np.histogram(…, density=True)[0]}, in
     * a new array of float64}
     */
    public NDArray density() {
        NDArray widths = Calculus.diff(edges).astype(DType.FLOAT64);
        return counts.div(widths).div(counts.sum());
    }
}
