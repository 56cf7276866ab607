package io.github.dlfs4j.layer;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.loss.Losses;
import io.github.dlfs4j.ndarray.NDArray;

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
 *
 * <p>{@code forward} takes one-hot targets of the shape of x, or labels, 0-d or of shape (n,), of int64 or uint8. It
 * refuses others as {@link Losses#checkTargets checkTargets} and {@link Losses#crossEntropy crossEntropy} do.
 */
public final class SoftmaxWithLoss extends LossLayer {
    private static final long serialVersionUID = 1;

    /** Creates a layer. */
    public SoftmaxWithLoss() {}

    @Override
    NDArray output(NDArray x, NDArray t) {
        Losses.checkTargets(x, t);
        return Activations.softmax(x);
    }

    @Override
    NDArray loss(NDArray y, NDArray t) {
        return Losses.crossEntropy(y, t);
    }
}
