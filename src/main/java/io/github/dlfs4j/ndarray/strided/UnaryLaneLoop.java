package io.github.dlfs4j.ndarray.strided;

import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;

/**
 * The loop of an operation of one operand, with the lane in which it computes.
 *
 * @param <A> the array type
 */
public interface UnaryLaneLoop<A> extends UnaryLoop<A> {
    /** Returns the lane of the operand and of the result. */
    Lane<A> lane();
}
