package io.github.dlfs4j.ndarray.kernel.elementwise;

/**
 * A loop that chooses: {@code out[i] = condition[i] ? x[i] : y[i]} for {@code from <= i < to}. {@code out} may be
 * {@code x} or {@code y}.
 *
 * @param <A> the array type of both choices and the result
 */
@FunctionalInterface
public interface ChoiceLoop<A> {
    /**
     * Runs the loop.
     *
     * @param condition selects {@code x} where it is true and {@code y} where it is false
     * @param x the values for {@code true}
     * @param y the values for {@code false}
     * @param out the result
     * @param from the first index
     * @param to the index after the last
     */
    void run(boolean[] condition, A x, A y, A out, int from, int to);
}
