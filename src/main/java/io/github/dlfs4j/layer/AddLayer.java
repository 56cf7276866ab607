package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Objects;

/** The addition layer of section 5.4.2. Backward, it passes the gradient on to both operands unchanged. */
public final class AddLayer {
    private NDArray sum;
    private Shape ofX;
    private Shape ofY;

    /** Creates a layer. */
    public AddLayer() {}

    /**
     * Adds two arrays.
     *
     * @param x the first operand, of any shape; pass {@code NDArray.scalar(200)} for a number
     * @param y the second operand, broadcast
     * @return {@code x + y}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public NDArray forward(NDArray x, NDArray y) {
        sum = x.add(Objects.requireNonNull(y, "y"));
        ofX = x.shape();
        ofY = y.shape();
        return sum;
    }

    /**
     * Computes the gradients with respect to the two operands.
     *
     * @param dout the gradient with respect to the sum, of its shape
     * @return new arrays, {@code dout * 1} twice; the gradient with respect to an operand that was broadcast is summed
     *     to its shape
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
