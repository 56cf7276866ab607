package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * The gradients of the loss with respect to the two operands of a {@link MulLayer} or an {@link AddLayer}.
 *
 * <p>It keeps what it is given, null too.
 *
 * @param dx the gradient with respect to the first operand, of its shape
 * @param dy the gradient with respect to the second operand, of its shape
 */
public record OperandGradients(NDArray dx, NDArray dy) {}
