package io.github.dlfs4j.layer;

import io.github.dlfs4j.loss.Targets;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.Serializable;
import java.util.Objects;

/**
 * A last layer of this library: a function of the scores, and the loss that goes with it, so that the gradient is <i>(y
 * - t) / n</i>, section 5.6.3.
 */
abstract class LossLayer implements LastLayer, Serializable {
    private static final long serialVersionUID = 1;

    private transient NDArray y;
    private transient NDArray t;

    @Override
    public NDArray forward(NDArray x, NDArray t) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(t, "t");
        this.t = null;
        y = output(x, t);
        NDArray loss = loss(y, t);
        this.t = t;
        return loss;
    }

    @Override
    public NDArray infer(NDArray x, NDArray t) {
        return loss(output(Objects.requireNonNull(x, "x"), t), t);
    }

    /** Computes the outputs from the scores, after checking the targets if need be. */
    abstract NDArray output(NDArray x, NDArray t);

    abstract NDArray loss(NDArray y, NDArray t);

    /**
     * Computes the gradient with respect to the scores.
     *
     * @param dout the gradient with respect to the loss; 1 if the backward pass begins with this loss
     * @return {@code (y - t) / batch_size * dout}, an array of the shape of the scores; float32 if they are, whatever
     *     the dtype of the targets is
     * @throws IllegalStateException {@code SoftmaxWithLoss.backward needs a forward before it}
     */
    @Override
    public NDArray backward(double dout) {
        NDArray targets = Targets.oneHot(Upstream.remembered(this, t), y);
        boolean wouldWiden = y.dtype() == DType.FLOAT32 && targets.dtype() != DType.FLOAT32;
        NDArray t32 = wouldWiden ? targets.astype(DType.FLOAT32) : targets;
        return y.sub(t32).div(Targets.rows(y)).muli(dout);
    }

    @Override
    public String toString() {
        return getClass().getSimpleName();
    }
}
