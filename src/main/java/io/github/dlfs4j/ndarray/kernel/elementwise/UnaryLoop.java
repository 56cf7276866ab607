package io.github.dlfs4j.ndarray.kernel.elementwise;

/**
 * A loop over one operand: {@code out[i] = f(a[i])} for {@code from <= i < to}. {@code out} may be {@code a}.
 *
 * @param <A> the array type of operand and result
 */
@FunctionalInterface
public interface UnaryLoop<A> {
    /**
     * Runs the loop.
     *
     * @param a the operand
     * @param out the result
     * @param from the first index
     * @param to the index after the last
     */
    void run(A a, A out, int from, int to);
}
