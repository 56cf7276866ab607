package io.github.dlfs4j.ndarray;

/**
 * How to fold on one lane: what to begin with, how to take in a run, how to take in a row of as many elements as there
 * are results, and how to take in many such rows.
 *
 * @param <A> the array type
 */
interface FoldLoops<A> {
    /** The loops that compute a result of some dtype. */
    static FoldLoops<?> of(Fold fold, DType dtype) {
        return switch (dtype) {
            case BOOL, UINT8, INT64 -> new LongFold(fold);
            case FLOAT32 -> new FloatFold(fold);
            case FLOAT64 -> new DoubleFold(fold);
        };
    }

    /** The lane on which they fold. */
    Lane<A> lane();

    /** Fills the results with what to begin with. */
    void begin(A results);

    /**
     * Folds {@code a[from]} to {@code a[to - 1]} into {@code result[at]}, which holds the result of what came before.
     */
    void run(A a, int from, int to, A result, int at);

    /** {@code results[i] = f(results[i], row[i])} for {@code 0 <= i < n}. */
    void runRow(A row, A results, int n);

    /** Whether {@link #runRows} is faster than row by row. */
    default boolean takeRows() {
        return false;
    }

    /** Takes in rows of n elements that follow one another in memory. */
    default void runRows(A a, int from, int rows, A results, int n) {
        throw new UnsupportedOperationException();
    }
}
