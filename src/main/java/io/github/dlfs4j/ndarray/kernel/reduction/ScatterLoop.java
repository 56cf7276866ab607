package io.github.dlfs4j.ndarray.kernel.reduction;

/**
 * A sum into listed places: {@link DoubleScatterLoop#add} or the method of a twin.
 *
 * @param <A> the array type
 */
@FunctionalInterface
public interface ScatterLoop<A> {
    /**
     * Adds n values in order, each to the element at its place.
     *
     * @param a the elements
     * @param places the indices in {@code a}
     * @param from the index in {@code places} of the first value's place
     * @param values the values, at indices 0 to n - 1
     * @param n how many values
     */
    void run(A a, int[] places, int from, A values, int n);
}
