package io.github.dlfs4j.ndarray.kernel.reduction;

/**
 * A search of several runs for their first largest or smallest elements. If a run contains NaN, its first NaN is found.
 *
 * @param <A> {@code long[]}, {@code float[]} or {@code double[]}
 */
@FunctionalInterface
public interface PositionLoop<A> {
    /**
     * Searches runs that lie one after the other in memory.
     *
     * @param a the elements
     * @param from where the first run begins
     * @param length the length of each run, at least 1
     * @param positions receives the position in each run, from index {@code at} on
     * @param at where the first position goes
     * @param runs how many runs
     */
    void find(A a, int from, int length, long[] positions, int at, int runs);
}
