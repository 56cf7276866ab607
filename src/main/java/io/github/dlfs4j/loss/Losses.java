package io.github.dlfs4j.loss;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Arrays;

/** The book's loss functions: how far outputs are from their targets. They do not change their arguments. */
public final class Losses {
    /** Keeps the logarithm of a probability 0 finite. */
    private static final double DELTA = 1e-7;

    /** The largest error of a sum of probabilities, enough for float32. */
    private static final double ROUNDING = 1e-3;

    private static final String NO_PROBABILITIES =
            "targets must be labels or probabilities that add up to 1 in each row";

    private Losses() {}

    /**
     * Computes half the sum of the squared errors, {@code 0.5 * np.sum((y - t) ** 2)}, section 4.2.1. The book calls it
     * mean squared error, but it is no mean: it adds up the errors of all outputs and of all rows of a batch.
     *
     * <pre>{@code
     * NDArray y = NDArray.of(0.1, 0.05, 0.6, 0.0, 0.05, 0.1, 0.0, 0.1, 0.0, 0.0);
     * NDArray t = NDArray.of(0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
     * System.out.println(Losses.meanSquaredError(y, t));
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
    public static NDArray meanSquaredError(NDArray y, NDArray t) {
        if (!t.shape().equals(y.shape())) {
            throw new IllegalArgumentException(
                    "targets must have the shape %s of the outputs, not %s".formatted(y.shape(), t.shape()));
        }
        return y.sub(t).pow(2).sum().mul(0.5);
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
        if (y.ndim() != 1 && y.ndim() != 2) {
            throw new IllegalArgumentException("y must have one axis or two, not the shape " + y.shape());
        }
        int batch = y.ndim() == 1 ? 1 : y.shape(0);
        if (t.shape().equals(y.shape())) {
            return t.mul(y.add(DELTA).log()).sum().neg().div(batch);
        }
        checkLabels(y, t);
        NDArray ofRightClass = y.reshape(batch, y.shape(-1)).get(NDArray.arange(batch), t.reshape(batch));
        return ofRightClass.add(DELTA).log().sum().neg().div(batch);
    }

    /**
     * Refuses targets that do not fit softmax with cross entropy. Its gradient, <i>y - t</i>, is right for
     * probabilities alone; to predict numbers, use a network that ends in the identity, with {@link #meanSquaredError
     * meanSquaredError}.
     *
     * @param scores the scores of the classes, of shape (classes,), or a batch of shape (n, classes)
     * @param t the targets: one-hot or other probabilities, of the shape of the scores; or labels, 0-d or of shape (n,)
     * @throws IllegalArgumentException {@code softmax needs scores of at least 2 classes, not the shape (4, 1)},
     *     {@code targets must be labels or probabilities that add up to 1 in each row, but row 0 adds up to 2.5}, or as
     *     {@link #crossEntropy crossEntropy}
     * @throws IndexOutOfBoundsException {@code label 10 is out of bounds for 10 classes}
     */
    public static void checkTargets(NDArray scores, NDArray t) {
        if (scores.ndim() == 0 || scores.shape(-1) < 2) {
            throw new IllegalArgumentException(
                    "softmax needs scores of at least 2 classes, not the shape " + scores.shape());
        }
        if (!t.shape().equals(scores.shape())) {
            checkLabels(scores, t);
        } else if (t.size() > 0) {
            checkProbabilities(t.reshape(-1, t.shape(-1)));
        }
    }

    private static void checkProbabilities(NDArray rows) {
        double[] sums = rows.sum(1).astype(DType.FLOAT64).toDoubleArray();
        for (int row = 0; row < sums.length; row++) {
            if (!(Math.abs(sums[row] - 1) <= ROUNDING)) {
                throw new IllegalArgumentException(
                        NO_PROBABILITIES + ", but row %d adds up to %s".formatted(row, NDArray.scalar(sums[row])));
            }
        }
        if (rows.lt(0).any().asBoolean()) {
            throw new IllegalArgumentException(NO_PROBABILITIES + ", but one is " + rows.min());
        }
    }

    private static void checkLabels(NDArray y, NDArray t) {
        int[] batch = Arrays.copyOf(y.shape().toArray(), y.ndim() - 1);
        if (!t.shape().equals(Shape.of(batch))) {
            throw new IllegalArgumentException(
                    "targets must be one-hot, of shape %s, or labels, of shape %s, but have shape %s"
                            .formatted(y.shape(), Shape.of(batch), t.shape()));
        }
        if (t.dtype() != DType.INT64 && t.dtype() != DType.UINT8) {
            throw new IllegalArgumentException("labels must be int64 or uint8, not " + t.dtype());
        }
        if (t.size() > 0) {
            checkLabel(t.min().asLong(), y.shape(-1));
            checkLabel(t.max().asLong(), y.shape(-1));
        }
    }

    private static void checkLabel(long label, int classes) {
        if (label < 0 || label >= classes) {
            throw new IndexOutOfBoundsException("label %d is out of bounds for %d classes".formatted(label, classes));
        }
    }
}
