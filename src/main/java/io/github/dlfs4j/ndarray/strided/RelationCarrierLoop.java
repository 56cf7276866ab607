package io.github.dlfs4j.ndarray.strided;

import io.github.dlfs4j.ndarray.kernel.elementwise.BinaryLoops;

/**
 * The loop of a relation between two operands, with the carrier of the operands; the result is bool.
 *
 * @param <A> the array type of the operands
 */
public interface RelationCarrierLoop<A> extends BinaryLoops<A, boolean[]> {
    /** Returns the carrier of the operands. */
    Carrier<A> carrier();
}
