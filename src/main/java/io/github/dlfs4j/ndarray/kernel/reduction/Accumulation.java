package io.github.dlfs4j.ndarray.kernel.reduction;

/**
 * A loop of {@link DoubleAccumulations} or a twin of it.
 *
 * @param <A> the array type
 */
@FunctionalInterface
public interface Accumulation<A> {
    /**
     * Accumulates in place.
     *
     * @param a the elements
     * @param from the first of them
     * @param to the place behind the last
     * @param step how far in front of an element its predecessor lies
     */
    void run(A a, int from, int to, int step);
}
