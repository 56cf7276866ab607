package io.github.dlfs4j.ndarray.kernel;

/**
 * A search for one element in each of several runs, of the same length and one after the other in memory. Runs are not
 * empty.
 *
 * @param <A> the array type
 */
@FunctionalInterface
public interface RunSearch<A> {
    /**
     * Finds an element in each run.
     *
     * @param a the elements
     * @param from where the first run begins
     * @param length of each run
     * @param positions receives the position in each run
     * @param at where in {@code positions} the first belongs
     * @param runs how many
     */
    void find(A a, int from, int length, long[] positions, int at, int runs);
}
