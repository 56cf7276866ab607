package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.BinaryLoop;
import io.github.dlfs4j.ndarray.kernel.ScalarLoop;

/**
 * The loops of an operation of two operands on one lane: for two arrays, and for an array beside a number, which are
 * null where that is no faster than an array full of the number.
 *
 * @param arrays {@code f(a[i], b[i])}
 * @param scalarRight {@code f(a[i], scalar)}, or null
 * @param scalarLeft {@code f(scalar, a[i])}, or null
 * @param <A> the array type of the operands
 * @param <R> the array type of the result
 */
record BinaryLoops<A, R>(BinaryLoop<A, R> arrays, ScalarLoop<A, R> scalarRight, ScalarLoop<A, R> scalarLeft) {
    static <A, R> BinaryLoops<A, R> of(BinaryLoop<A, R> arrays) {
        return new BinaryLoops<>(arrays, null, null);
    }

    static <A, R> BinaryLoops<A, R> commutative(BinaryLoop<A, R> arrays, ScalarLoop<A, R> scalar) {
        return new BinaryLoops<>(arrays, scalar, scalar);
    }
}
