package io.github.dlfs4j.ndarray.kernel.reduction;

/**
 * Folds of runs, and searches in them. Sums are added in NumPy's order by every implementation, so they are equal to
 * the bit.
 *
 * <p>{@code sum}, {@code product}, {@code maximum} and {@code minimum} fold the run {@code a[from]} to {@code a[to -
 * 1]} into {@code result[at]}, which holds the result of what came before it; a NaN is larger and smaller than any
 * number.
 *
 * <p>{@code argmax} and {@code argmin} find the first largest or smallest element of each of several runs that are not
 * empty, of the same length, one after the other in memory; the first NaN counts as both. The positions in each run are
 * written to {@code positions[at]} and after.
 *
 * @param <A> {@code long[]}, {@code float[]} or {@code double[]}
 */
public interface Reductions<A> {
    void sum(A a, int from, int to, A result, int at);

    void product(A a, int from, int to, A result, int at);

    void maximum(A a, int from, int to, A result, int at);

    void minimum(A a, int from, int to, A result, int at);

    /** Adds rows of n elements, one after the other in memory, to the first n sums. */
    void addRows(A a, int from, int rows, A sums, int n);

    void argmax(A a, int from, int length, long[] positions, int at, int runs);

    void argmin(A a, int from, int length, long[] positions, int at, int runs);
}
