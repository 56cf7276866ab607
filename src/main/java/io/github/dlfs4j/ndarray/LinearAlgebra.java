package io.github.dlfs4j.ndarray;

/**
 * Products of arrays, from NumPy's chapters <i>Linear algebra</i>, <i>Mathematical functions</i> and <i>Statistics</i>.
 * Sums of products are added as in {@link NDArray#dot(NDArray)}, so they differ from NumPy's by rounding alone.
 */
public final class LinearAlgebra {
    private LinearAlgebra() {}

    /**
     * The convolution of two sequences at all places, {@code np.convolve(a, v)}: {@link ConvolveMode#FULL}.
     *
     * @param a a 1-d or 0-d array
     * @param v another; which one is longer does not matter
     * @return a new 1-d array of the promoted dtype
     * @throws IllegalArgumentException {@code a cannot be empty}, {@code v cannot be empty}, or {@code object too deep
     *     for desired array}
     */
    public static NDArray convolve(NDArray a, NDArray v) {
        return convolve(a, v, ConvolveMode.FULL);
    }

    /**
     * The convolution of two sequences, {@code np.convolve(a, v, mode)}: at place k the sum of {@code a[i] * v[k - i]}.
     *
     * @param a a 1-d or 0-d array
     * @param v another; which one is longer does not matter
     * @param mode which places
     * @return a new 1-d array of the promoted dtype
     * @throws IllegalArgumentException {@code a cannot be empty}, {@code v cannot be empty}, or {@code object too deep
     *     for desired array}
     */
    public static NDArray convolve(NDArray a, NDArray v, ConvolveMode mode) {
        return Correlation.convolve(a, v, mode);
    }

    /**
     * The correlation of two sequences where the shorter lies wholly inside the longer, {@code np.correlate(a, v)}:
     * {@link ConvolveMode#VALID}.
     *
     * @param a a 1-d array
     * @param v another
     * @return a new 1-d array of the promoted dtype
     * @throws IllegalArgumentException {@code first array argument cannot be empty}, or of the second; {@code object
     *     too deep for desired array}, or {@code object of too small depth for desired array}
     */
    public static NDArray correlate(NDArray a, NDArray v) {
        return correlate(a, v, ConvolveMode.VALID);
    }

    /**
     * The correlation of two sequences, {@code np.correlate(a, v, mode)}: at place k the sum of {@code a[i + k] *
     * v[i]}.
     *
     * @param a a 1-d array
     * @param v another
     * @param mode which places
     * @return a new 1-d array of the promoted dtype
     * @throws IllegalArgumentException {@code first array argument cannot be empty}, or of the second; {@code object
     *     too deep for desired array}, or {@code object of too small depth for desired array}
     */
    public static NDArray correlate(NDArray a, NDArray v, ConvolveMode mode) {
        return Correlation.correlate(a, v, mode);
    }
}
