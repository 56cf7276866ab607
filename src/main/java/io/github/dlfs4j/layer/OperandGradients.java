package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;

/**
 * The gradients of the loss by the two operands of a {@link MulLayer} or an {@link AddLayer}.
 *
 * @param dx the gradient by the first, of its shape
 * @param dy the gradient by the second, of its shape
 */
public record OperandGradients(NDArray dx, NDArray dy) {
    /** Undoes broadcasting: an operand that was repeated gets the sum of the gradients of its copies. */
    static NDArray sumTo(Shape operand, NDArray gradient) {
        NDArray sum = gradient;
        while (sum.ndim() > operand.ndim()) {
            sum = sum.sum(0);
        }
        for (int axis = 0; axis < operand.ndim(); axis++) {
            if (sum.shape(axis) != operand.get(axis)) {
                sum = sum.sum(axis, true);
            }
        }
        return sum;
    }
}
