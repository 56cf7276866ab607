package io.github.dlfs4j.ndarray.kernel.reduction;

/**
 * Folds and searches of runs. Every implementation adds in NumPy's order, so the sums are equal to the bit.
 *
 * <p>{@code sum}, {@code product}, {@code maximum} and {@code minimum} fold the run {@code a[from]} to {@code a[to -
 * 1]} into {@code result[at]}, which holds the result of the runs before it. A NaN is the result of both
 * {@code maximum} and {@code minimum}.
 *
 * <p>{@code argmax} and {@code argmin} find the first largest or smallest element of each of several runs. If a run
 * contains NaN, they find the first NaN. The runs have the same length, at least 1, and lie one after the other in
 * memory. The position in each run is written to {@code positions}, from index {@code at} on.
 *
 * @param <A> {@code long[]}, {@code float[]} or {@code double[]}
 */
public interface Reductions<A> {
    void sum(A a, int from, int to, A result, int at);

    void product(A a, int from, int to, A result, int at);

    void maximum(A a, int from, int to, A result, int at);

    void minimum(A a, int from, int to, A result, int at);

    /** Adds rows of n elements to the first n sums. The rows lie one after the other in memory. */
    void addRows(A a, int from, int rows, A sums, int n);

    void argmax(A a, int from, int length, long[] positions, int at, int runs);

    void argmin(A a, int from, int length, long[] positions, int at, int runs);
}
