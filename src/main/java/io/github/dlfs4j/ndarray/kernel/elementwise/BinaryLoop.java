package io.github.dlfs4j.ndarray.kernel.elementwise;

/**
 * A loop over two operands: {@code out[i] = f(a[i], b[i])} for {@code from <= i < to}.
 *
 * <p>All arrays share one index, because only then does the JIT compiler turn the loop into SIMD code. If each array
 * had its own offset, the compiler would have to assume that they overlap. {@code out} may be {@code a} or {@code b}.
 *
 * @param <A> the array type of the operands
 * @param <R> the array type of the result
 */
@FunctionalInterface
public interface BinaryLoop<A, R> {
    /**
     * Runs the loop.
     *
     * @param a the left operand
     * @param b the right operand
     * @param out the result
     * @param from the first index
     * @param to the index after the last
     */
    void run(A a, A b, R out, int from, int to);
}
