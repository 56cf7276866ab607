package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;

/** Adds, section 5.4.2. On the way back both operands get the gradient as it comes. */
public final class AddLayer {
    private NDArray sum;
    private Shape ofX;
    private Shape ofY;

    /** A layer that has seen no input. */
    public AddLayer() {}

    /**
     * The sum.
     *
     * @param x the first operand, of any shape; {@code NDArray.scalar(200)} is a number
     * @param y the second operand, broadcast
     * @return {@code x + y}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public NDArray forward(NDArray x, NDArray y) {
        sum = x.add(y);
        ofX = x.shape();
        ofY = y.shape();
        return sum;
    }

    /**
     * The gradients by the operands.
     *
     * @param dout the gradient by the sum, of its shape
     * @return new arrays, {@code dout * 1} twice; where an operand was broadcast, summed to its shape
     * @throws IllegalStateException {@code AddLayer.backward needs a forward before it}
     * @throws IllegalArgumentException {@code dout of AddLayer must have the shape (2, 3) of its output, not (3,)}
     */
    public OperandGradients backward(NDArray dout) {
        Upstream.check(this, sum, dout);
        return new OperandGradients(dout.mul(1).sumTo(ofX), dout.mul(1).sumTo(ofY));
    }

    @Override
    public String toString() {
        return "AddLayer";
    }
}
