package io.github.dlfs4j.ndarray.strided;

import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;

/**
 * The loop of an operation of one operand, with the carrier in which it computes.
 *
 * @param <A> the array type
 */
public interface UnaryCarrierLoop<A> extends UnaryLoop<A> {
    /** Returns the carrier of the operand and of the result. */
    Carrier<A> carrier();
}
