package io.github.dlfs4j.ndarray.kernel;

/**
 * Reductions that are worth two implementations. Unless one is overridden it is a plain loop. Sums are added in NumPy's
 * order by every implementation, so they are equal to the bit.
 *
 * <p>{@code sum}, {@code maximum} and {@code minimum} are as {@link RunFold} describes.
 */
public interface ReductionKernels {
    default void sum(float[] a, int from, int to, float[] result, int at) {
        ReductionLoops.sum(a, from, to, result, at);
    }

    default void sum(double[] a, int from, int to, double[] result, int at) {
        ReductionLoops.sum(a, from, to, result, at);
    }

    /** Adds rows of n elements, one after the other, to the sums. */
    default void addRows(float[] a, int from, int rows, float[] sums, int n) {
        RowSums.addRows(a, from, rows, sums, n);
    }

    /** Adds rows of n elements, one after the other, to the sums. */
    default void addRows(double[] a, int from, int rows, double[] sums, int n) {
        RowSums.addRows(a, from, rows, sums, n);
    }

    default void maximum(float[] a, int from, int to, float[] result, int at) {
        ReductionLoops.maximum(a, from, to, result, at);
    }

    default void maximum(double[] a, int from, int to, double[] result, int at) {
        ReductionLoops.maximum(a, from, to, result, at);
    }

    default void minimum(float[] a, int from, int to, float[] result, int at) {
        ReductionLoops.minimum(a, from, to, result, at);
    }

    default void minimum(double[] a, int from, int to, double[] result, int at) {
        ReductionLoops.minimum(a, from, to, result, at);
    }

    /** As {@link RunSearch}: the first largest element, or the first NaN. */
    default void argmax(float[] a, int from, int length, long[] positions, int at, int runs) {
        SearchLoops.argmax(a, from, length, positions, at, runs);
    }

    /** As {@link RunSearch}: the first largest element, or the first NaN. */
    default void argmax(double[] a, int from, int length, long[] positions, int at, int runs) {
        SearchLoops.argmax(a, from, length, positions, at, runs);
    }
}
