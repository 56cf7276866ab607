package io.github.dlfs4j.loss;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.Objects;

/** The book's loss functions: how far outputs are from their targets. They do not change their arguments. */
public final class Losses {
    /** Keeps the logarithm of a probability 0 finite. */
    public static final double DELTA = 1e-7;

    private Losses() {}

    /**
     * Computes half the sum of the squared errors, {@code 0.5 * np.sum((y - t) ** 2)}, section 4.2.1. It adds up the
     * errors of all outputs and of all rows of a batch.
     *
     * <pre>{@code
     * NDArray y = NDArray.of(0.1, 0.05, 0.6, 0.0, 0.05, 0.1, 0.0, 0.1, 0.0, 0.0);
     * NDArray t = NDArray.of(0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
     * System.out.println(Losses.sumSquaredError(y, t));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * 0.09750000000000003
     * }</pre>
     *
     * @param y the outputs, of any shape
     * @param t the targets, of the same shape
     * @return a 0-d array: float32 where both promote to it, else float64
     * @throws IllegalArgumentException {@code targets must have the shape (2, 3) of the outputs, not (3,)}
     */
    public static NDArray sumSquaredError(NDArray y, NDArray t) {
        Targets.checkNumbers(Objects.requireNonNull(y, "y"), t);
        return y.sub(t).pow(2).sum().mul(0.5);
    }

    /**
     * Computes {@link #sumSquaredError sumSquaredError} by the name that it has in section 4.2.1. It is no mean: that
     * is {@code Loss.meanSquaredError} of package {@code graph.model}.
     *
     * @param y the outputs, of any shape
     * @param t the targets, of the same shape
     * @return a 0-d array: float32 where both promote to it, else float64
     * @throws IllegalArgumentException {@code targets must have the shape (2, 3) of the outputs, not (3,)}
     */
    public static NDArray meanSquaredError(NDArray y, NDArray t) {
        return sumSquaredError(y, t);
    }

    /**
     * Computes the cross entropy, {@code -np.sum(t * np.log(y + 1e-7)) / batch_size}, sections 4.2.2 and 4.2.4: minus
     * the logarithm of the probability of the right class, averaged over the batch.
     *
     * <pre>{@code
     * NDArray y = NDArray.of(0.1, 0.05, 0.6, 0.0, 0.05, 0.1, 0.0, 0.1, 0.0, 0.0);
     * NDArray t = NDArray.of(0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
     * System.out.println(Losses.crossEntropy(y, t));
     * System.out.println(Losses.crossEntropy(y, NDArray.scalar(2)));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * 0.510825457099338
     * 0.510825457099338
     * }</pre>
     *
     * @param y the probabilities, of shape (classes,), or a batch of shape (n, classes)
     * @param t the targets: one-hot, of the shape of y and any dtype; or labels, 0-d or of shape (n,), of int64 or
     *     uint8
     * @return a 0-d array: float32 where y, and t if it is one-hot, promote to it, else float64; NaN for an empty batch
     * @throws IllegalArgumentException {@code y must have one axis or two, not the shape ()}, {@code targets must be
     *     one-hot, of shape (2, 3), or labels, of shape (2,), but have shape (3,)}, or {@code labels must be int64 or
     *     uint8, not float64}
     * @throws IndexOutOfBoundsException {@code label 10 is out of bounds for 10 classes}
     */
    public static NDArray crossEntropy(NDArray y, NDArray t) {
        Targets.checkClasses("y", Objects.requireNonNull(y, "y"), t);
        int n = Targets.rows(y);
        NDArray terms = t.shape().equals(y.shape())
                ? t.mul(y.add(DELTA).log())
                : y.reshape(n, y.shape(-1))
                        .get(NDArray.arange(n), t.reshape(n))
                        .add(DELTA)
                        .log();
        return terms.sum().neg().div(n);
    }

    /**
     * Refuses targets that do not fit softmax with cross entropy. Its gradient, <i>y - t</i>, is right for
     * probabilities alone; to predict numbers, use a network that ends in the identity, with {@link #sumSquaredError
     * sumSquaredError}.
     *
     * @param scores the scores of the classes, of shape (classes,), or a batch of shape (n, classes)
     * @param t the targets: one-hot or other probabilities, of the shape of the scores; or labels, 0-d or of shape (n,)
     * @throws IllegalArgumentException {@code softmax needs scores of at least 2 classes, not the shape (4, 1)},
     *     {@code targets must be labels or probabilities that add up to 1 in each row, but row 0 adds up to 2.5}, or as
     *     {@link #crossEntropy crossEntropy}
     * @throws IndexOutOfBoundsException {@code label 10 is out of bounds for 10 classes}
     */
    public static void checkTargets(NDArray scores, NDArray t) {
        Targets.checkProbabilities(scores, t);
    }
}
