package io.github.dlfs4j.ndarray.kernel;

/**
 * A loop over an array and one number: {@code out[i] = f(a[i], b[0])} for {@code from <= i < to}. {@code out} may be
 * {@code a}.
 *
 * @param <A> the array type of the operands
 * @param <R> the array type of the result
 */
@FunctionalInterface
public interface ScalarLoop<A, R> {
    /**
     * Runs the loop.
     *
     * @param a the operand
     * @param b holds the number as its first element
     * @param out the result
     * @param from the first index
     * @param to the index after the last
     */
    void run(A a, A b, R out, int from, int to);
}
