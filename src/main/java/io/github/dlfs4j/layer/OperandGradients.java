package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Objects;

/**
 * The gradients of the loss with respect to the two operands of a {@link MulLayer} or an {@link AddLayer}.
 *
 * @param dx the gradient with respect to the first operand, of its shape
 * @param dy the gradient with respect to the second operand, of its shape
 */
public record OperandGradients(NDArray dx, NDArray dy) {
    /** Refuses null. */
    public OperandGradients {
        Objects.requireNonNull(dx, "dx");
        Objects.requireNonNull(dy, "dy");
    }
}
