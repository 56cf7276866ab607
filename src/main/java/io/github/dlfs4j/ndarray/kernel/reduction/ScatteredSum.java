package io.github.dlfs4j.ndarray.kernel.reduction;

/**
 * A sum into places that are listed, {@link DoubleAccumulations#addAt} or that of a twin.
 *
 * @param <A> the array type
 */
@FunctionalInterface
public interface ScatteredSum<A> {
    /**
     * Adds n values, one after the other.
     *
     * @param a the elements
     * @param places where to add
     * @param from the first of the places
     * @param values from the start on
     * @param n how many
     */
    void run(A a, int[] places, int from, A values, int n);
}
