package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Lane;

/**
 * The loops of a fold on one lane: they start the results, fold a run into one result, and fold one row or many rows of
 * as many elements as there are results.
 *
 * @param <A> the array type
 */
interface FoldLoops<A> {
    /** Returns the loops that compute a result of the dtype. */
    static FoldLoops<?> of(Fold fold, DType dtype) {
        return switch (dtype) {
            case BOOL, UINT8, INT64 -> new LongFold(fold);
            case FLOAT32 -> new FloatFold(fold);
            case FLOAT64 -> new DoubleFold(fold);
        };
    }

    /** Returns the lane of the arrays. */
    Lane<A> lane();

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
