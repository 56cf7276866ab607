package io.github.dlfs4j.layer;

import io.github.dlfs4j.loss.Losses;
import io.github.dlfs4j.loss.Targets;
import io.github.dlfs4j.ndarray.NDArray;

/**
 * The last layer of a network that predicts numbers (regression, section 3.5.1): the identity with what the book calls
 * the mean squared error. The loss of a sample is half the sum of its squared errors, as in section 4.2.1, and the loss
 * of a batch is the average over its samples. For one output, that is half of what Keras and PyTorch call the mean
 * squared error; for <i>k</i> outputs, <i>k/2</i> times as much. The gradient is <i>(y - t) / batch size</i>, as that
 * of {@link SoftmaxWithLoss}.
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
 *
 * <p>{@code forward} takes numbers of the shape of the outputs as targets, else {@code targets must have the shape (4,
 * 1) of the outputs, not (4,)}. The loss of an empty batch is NaN.
 */
public final class IdentityWithLoss extends LossLayer {
    private static final long serialVersionUID = 1;

    /** Creates a layer. */
    public IdentityWithLoss() {}

    @Override
    NDArray output(NDArray x, NDArray t) {
        return x;
    }

    /** Computes half the sum of the squared errors, averaged over the batch. */
    @Override
    NDArray loss(NDArray y, NDArray t) {
        return Losses.sumSquaredError(y, t).div(Targets.rows(y));
    }

    /** Returns false: the outputs are numbers, not the scores of classes. */
    @Override
    public boolean classifies() {
        return false;
    }
}
