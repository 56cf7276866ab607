package io.github.dlfs4j.ndarray.strided;

import io.github.dlfs4j.ndarray.kernel.elementwise.BinaryLoops;

/**
 * The loops of an operation of two operands, with the lane in which they compute.
 *
 * @param <A> the array type
 */
public interface BinaryLaneLoop<A> extends BinaryLoops<A, A> {
    /** Returns the lane of the operands and of the result. */
    Lane<A> lane();
}
