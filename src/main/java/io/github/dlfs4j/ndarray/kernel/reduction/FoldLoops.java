package io.github.dlfs4j.ndarray.kernel.reduction;

/**
 * The loops of a fold, which combines many elements into one: they start the results, fold a run into one result, and
 * fold one row or many rows of as many elements as there are results. Every implementation adds in NumPy's order, so
 * the sums are equal to the bit.
 *
 * @param <A> {@code long[]}, {@code float[]} or {@code double[]}
 */
public interface FoldLoops<A> {
    /** Fills the results with the initial value. */
    void begin(A results);

    /** Folds {@code a[from]} to {@code a[to - 1]} into {@code result[at]}, which holds the result so far. */
    void run(A a, int from, int to, A result, int at);

    /** Computes {@code results[i] = f(results[i], row[i])} for {@code 0 <= i < n}. */
    void runRow(A row, A results, int n);

    /** Returns whether {@link #runRows} exists, because it is faster than {@link #runRow} for each row. */
    default boolean takeRows() {
        return false;
    }

    /** Folds rows of n elements that follow one another in memory into the results. */
    default void runRows(A a, int from, int rows, A results, int n) {
        throw new UnsupportedOperationException();
    }
}
