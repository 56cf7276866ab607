package io.github.dlfs4j.ndarray.kernel;

/**
 * A loop that folds a run into a result, see {@link ReductionLoops}.
 *
 * @param <A> the array type
 */
@FunctionalInterface
public interface RunFold<A> {
    /**
     * Folds {@code a[from]} to {@code a[to - 1]} into {@code result[at]}.
     *
     * @param a the elements
     * @param from the first index
     * @param to the index after the last
     * @param result holds the result of what came before, and then of all
     * @param at where in the result
     */
    void run(A a, int from, int to, A result, int at);
}
