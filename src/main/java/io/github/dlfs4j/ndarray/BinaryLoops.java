package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.elementwise.BinaryLoop;

/**
 * The loops of an operation of two operands on one lane: for two arrays, and for an array beside a number where that is
 * faster than an array full of the number.
 *
 * @param <A> the array type of the operands
 * @param <R> the array type of the result
 */
interface BinaryLoops<A, R> extends BinaryLoop<A, R> {
    /** Whether there are loops for an array beside a number. */
    default boolean takeNumbers() {
        return false;
    }

    /** {@code out[i] = f(a[i], b[0])}, as {@link #run}; {@code out} may be {@code a}. */
    default void runWithNumber(A a, A b, R out, int from, int to) {
        throw new UnsupportedOperationException();
    }

    /** {@code out[i] = f(b[0], a[i])}, as {@link #run}; {@code out} may be {@code a}. */
    default void runWithNumberOnTheLeft(A a, A b, R out, int from, int to) {
        throw new UnsupportedOperationException();
    }
}
