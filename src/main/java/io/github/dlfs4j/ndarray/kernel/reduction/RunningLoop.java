package io.github.dlfs4j.ndarray.kernel.reduction;

/**
 * A loop of {@link DoubleRunningLoops} or a twin of it.
 *
 * @param <A> the array type
 */
@FunctionalInterface
public interface RunningLoop<A> {
    /**
     * Accumulates in place.
     *
     * @param a the elements
     * @param from the index of the first element
     * @param to the index after the last element
     * @param step the distance from an element's predecessor to the element
     */
    void run(A a, int from, int to, int step);
}
