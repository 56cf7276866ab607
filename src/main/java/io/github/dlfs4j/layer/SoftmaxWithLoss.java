package io.github.dlfs4j.layer;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.loss.Losses;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.Serializable;

/**
 * The last layer of a network that classifies, section 5.6.3: softmax with cross entropy. The gradient of the two
 * together is as simple as can be: <i>(y - t) / batch size</i>, the prediction minus the target.
 *
 * <pre>{@code
 * SoftmaxWithLoss last = new SoftmaxWithLoss();
 * NDArray x = NDArray.of(new double[][] {{0, 0}, {0, 1}});
 * System.out.println(last.forward(x, NDArray.of(0, 1)));
 * System.out.println(last.backward(1));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 0.5032042656451268
 * [[-0.25        0.25      ]
 *  [ 0.13447071 -0.13447071]]
 * }</pre>
 */
public final class SoftmaxWithLoss implements LastLayer, Serializable {
    private static final long serialVersionUID = 1;

    private transient NDArray y;
    private transient NDArray t;

    /** Creates a layer. */
    public SoftmaxWithLoss() {}

    /**
     * Computes the loss: the cross entropy of the softmax of x.
     *
     * @param x the scores, of shape (classes,), or a batch of shape (n, classes)
     * @param t the targets: one-hot, of the shape of x, or labels, 0-d or of shape (n,), of int64 or uint8
     * @return a 0-d array
     * @throws IllegalArgumentException {@code targets must be one-hot, of shape (2, 3), or labels, of shape (2,), but
     *     have shape (3,)}, or as {@link Losses#checkTargets checkTargets}
     * @throws IndexOutOfBoundsException {@code label 10 is out of bounds for 10 classes}
     */
    @Override
    public NDArray forward(NDArray x, NDArray t) {
        this.t = null;
        Losses.checkTargets(x, t);
        y = Activations.softmax(x);
        NDArray loss = Losses.crossEntropy(y, t);
        this.t = t;
        return loss;
    }

    @Override
    public NDArray infer(NDArray x, NDArray t) {
        return new SoftmaxWithLoss().forward(x, t);
    }

    /**
     * Computes the gradient by x.
     *
     * @param dout the gradient by the loss; 1 if the backward pass begins with this loss
     * @return {@code (y - t) / batch_size * dout}, an array of the shape of x
     * @throws IllegalStateException {@code SoftmaxWithLoss.backward needs a forward before it}
     */
    @Override
    public NDArray backward(double dout) {
        boolean oneHot = Upstream.remembered(this, t).ndim() == y.ndim();
        int batch = y.ndim() == 1 ? 1 : y.shape(0);
        NDArray dx = oneHot ? y.sub(t) : y.copy();
        if (!oneHot) {
            NDArray rows = dx.reshape(batch, y.shape(-1));
            rows.at(NDArray.arange(batch), t.reshape(batch)).subi(1);
        }
        return dx.divi(batch).muli(dout);
    }

    @Override
    public String toString() {
        return "SoftmaxWithLoss";
    }
}
