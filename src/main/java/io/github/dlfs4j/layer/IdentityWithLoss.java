package io.github.dlfs4j.layer;

import io.github.dlfs4j.loss.Losses;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.Serializable;

/**
 * The last layer of a network that predicts numbers (regression, section 3.5.1): the identity with the mean squared
 * error. The loss is half the sum of the squared errors, as in section 4.2.1, averaged over the batch. Its gradient is
 * <i>(y - t) / batch size</i>, as that of {@link SoftmaxWithLoss}.
 *
 * <pre>{@code
 * IdentityWithLoss last = new IdentityWithLoss();
 * NDArray y = NDArray.of(new double[][] {{1}, {4}});
 * System.out.println(last.forward(y, NDArray.of(new double[][] {{1}, {2}})));
 * System.out.println(last.backward(1));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 1.0
 * [[0.]
 *  [1.]]
 * }</pre>
 */
public final class IdentityWithLoss implements LastLayer, Serializable {
    private static final long serialVersionUID = 1;

    private transient NDArray y;
    private transient NDArray t;

    /** Creates a layer. */
    public IdentityWithLoss() {}

    /**
     * Computes the loss: half the sum of the squared errors, averaged over the batch.
     *
     * @param x the outputs, of shape (outputs,), or a batch of shape (n, outputs)
     * @param t the targets, numbers, of the shape of x
     * @return a 0-d array; NaN for an empty batch
     * @throws IllegalArgumentException {@code targets must have the shape (4, 1) of the outputs, not (4,)}
     */
    @Override
    public NDArray forward(NDArray x, NDArray t) {
        y = null;
        NDArray loss = infer(x, t);
        y = x;
        this.t = t;
        return loss;
    }

    @Override
    public NDArray infer(NDArray x, NDArray t) {
        return Losses.meanSquaredError(x, t).div(batch(x));
    }

    private static int batch(NDArray y) {
        return y.ndim() < 2 ? 1 : y.shape(0);
    }

    @Override
    public NDArray backward(double dout) {
        return Upstream.remembered(this, y).sub(t).div(batch(y)).muli(dout);
    }

    /** Returns false: the outputs are numbers, not the scores of classes. */
    @Override
    public boolean classifies() {
        return false;
    }

    @Override
    public String toString() {
        return "IdentityWithLoss";
    }
}
