package io.github.dlfs4j.ndarray.strided;

import io.github.dlfs4j.ndarray.kernel.elementwise.BinaryLoops;

/**
 * The loops of an operation of two operands, with the carrier in which they compute.
 *
 * @param <A> the array type
 */
public interface BinaryCarrierLoop<A> extends BinaryLoops<A, A> {
    /** Returns the carrier of the operands and of the result. */
    Carrier<A> carrier();
}
