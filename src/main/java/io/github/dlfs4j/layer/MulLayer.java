package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Objects;

/**
 * The multiplication layer of section 5.4.1. Backward, each operand gets the gradient times the <i>other</i> operand.
 *
 * <pre>{@code
 * MulLayer apples = new MulLayer();
 * System.out.println(apples.forward(NDArray.scalar(100), NDArray.scalar(2)));
 * OperandGradients gradients = apples.backward(NDArray.scalar(1.1));
 * System.out.println(gradients.dx() + " " + gradients.dy());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 200
 * 2.2 110.00000000000001
 * }</pre>
 */
public final class MulLayer {
    private NDArray product;
    private NDArray x;
    private NDArray y;

    /** Creates a layer. */
    public MulLayer() {}

    /**
     * Multiplies two arrays.
     *
     * @param x the first operand, of any shape; pass {@code NDArray.scalar(100)} for a number
     * @param y the second operand, broadcast
     * @return {@code x * y}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public NDArray forward(NDArray x, NDArray y) {
        product = x.mul(Objects.requireNonNull(y, "y"));
        this.x = x;
        this.y = y;
        return product;
    }

    /**
     * Computes the gradients with respect to the two operands.
     *
     * @param dout the gradient with respect to the product, of its shape
     * @return {@code dout * y} and {@code dout * x}; the gradient with respect to an operand that was broadcast is
     *     summed to its shape
     * @throws IllegalStateException {@code MulLayer.backward needs a forward before it}
     * @throws IllegalArgumentException {@code dout of MulLayer must have the shape (2, 3) of its output, not (3,)}
     */
    public OperandGradients backward(NDArray dout) {
        Upstream.check(this, product, dout);
        return new OperandGradients(dout.mul(y).sumTo(x.shape()), dout.mul(x).sumTo(y.shape()));
    }

    @Override
    public String toString() {
        return "MulLayer";
    }
}
