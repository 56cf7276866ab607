package io.github.dlfs4j.ndarray.kernel.elementwise;

/**
 * The loops of an operation of two operands on one lane: for two arrays and, where that is faster than an array full of
 * the number, for an array and a number.
 *
 * @param <A> the array type of the operands
 * @param <R> the array type of the result
 */
public interface BinaryLoops<A, R> extends BinaryLoop<A, R> {
    /** Returns whether there are loops for an array and a number. */
    default boolean takeNumbers() {
        return false;
    }

    /** Computes {@code out[i] = f(a[i], b[0])} from {@code from} to {@code to}; {@code out} may be {@code a}. */
    default void runWithNumber(A a, A b, R out, int from, int to) {
        throw new UnsupportedOperationException();
    }

    /** Computes {@code out[i] = f(b[0], a[i])} from {@code from} to {@code to}; {@code out} may be {@code a}. */
    default void runWithNumberOnTheLeft(A a, A b, R out, int from, int to) {
        throw new UnsupportedOperationException();
    }
}
