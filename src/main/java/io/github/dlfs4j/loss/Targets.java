package io.github.dlfs4j.loss;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Arrays;
import java.util.Objects;

/**
 * The targets of a batch: what the outputs should be. A class is given by its label, or one-hot, as 1 at the label and
 * 0 elsewhere.
 */
public final class Targets {
    /** The largest error of a sum of probabilities, enough for float32. */
    private static final double ROUNDING = 1e-3;

    private static final String NO_PROBABILITIES =
            "targets must be labels or probabilities that add up to 1 in each row";

    private Targets() {}

    /**
     * {@return the number of rows in a batch}
     *
     * @param outputs a batch; an array of one axis or none counts as one row
     */
    public static int rows(NDArray outputs) {
        return outputs.ndim() < 2 ? 1 : outputs.shape(0);
    }

    /**
     * Returns targets in the shape of the outputs.
     *
     * @param t the targets: one-hot, of the shape of the outputs; or labels, 0-d or of shape (n,)
     * @param outputs the outputs, of shape (classes,), or a batch of shape (n, classes)
     * @return t itself if it has the shape of the outputs; else a new array of their dtype, 1 at each label and 0
     *     elsewhere
     */
    public static NDArray oneHot(NDArray t, NDArray outputs) {
        if (t.shape().equals(outputs.shape())) {
            return t;
        }
        int n = rows(outputs);
        NDArray oneHot = NDArray.zeros(outputs.dtype(), n, outputs.shape(-1));
        oneHot.at(NDArray.arange(n), t.reshape(n)).set(1);
        return oneHot.reshape(outputs.shape().toArray());
    }

    /**
     * Refuses targets that are not of the shape of the outputs.
     *
     * @param outputs the outputs, of any shape
     * @param t the targets
     * @throws IllegalArgumentException {@code targets must have the shape (2, 3) of the outputs, not (3,)}
     */
    public static void checkNumbers(NDArray outputs, NDArray t) {
        if (!t.shape().equals(outputs.shape())) {
            throw new IllegalArgumentException(
                    "targets must have the shape %s of the outputs, not %s".formatted(outputs.shape(), t.shape()));
        }
    }

    /**
     * Refuses targets that are neither one-hot nor labels.
     *
     * @param name the name of the outputs, for the message
     * @param outputs the outputs, of shape (classes,), or a batch of shape (n, classes)
     * @param t the targets: one-hot, of the shape of the outputs; or labels, 0-d or of shape (n,), of int64 or uint8
     * @throws IllegalArgumentException {@code y must have one axis or two, not the shape ()}, {@code targets must be
     *     one-hot, of shape (2, 3), or labels, of shape (2,), but have shape (3,)}, or {@code labels must be int64 or
     *     uint8, not float64}
     * @throws IndexOutOfBoundsException {@code label 10 is out of bounds for 10 classes}
     */
    public static void checkClasses(String name, NDArray outputs, NDArray t) {
        Objects.requireNonNull(name, "name");
        if (outputs.ndim() != 1 && outputs.ndim() != 2) {
            throw new IllegalArgumentException(
                    Excerpt.of(name) + " must have one axis or two, not the shape " + outputs.shape());
        }
        if (!t.shape().equals(outputs.shape())) {
            checkLabels(outputs, t);
        }
    }

    /** Refuses targets as {@link Losses#checkTargets} describes it. */
    static void checkProbabilities(NDArray scores, NDArray t) {
        if (scores.ndim() == 0 || scores.shape(-1) < 2) {
            throw new IllegalArgumentException(
                    "softmax needs scores of at least 2 classes, not the shape " + scores.shape());
        }
        if (!t.shape().equals(scores.shape())) {
            checkLabels(scores, t);
        } else if (t.size() > 0) {
            checkSums(t.reshape(-1, t.shape(-1)));
        }
    }

    private static void checkSums(NDArray rows) {
        double[] sums = rows.sum(1).astype(DType.FLOAT64).toDoubleArray();
        for (int row = 0; row < sums.length; row++) {
            if (!(Math.abs(sums[row] - 1) <= ROUNDING)) {
                throw new IllegalArgumentException(
                        NO_PROBABILITIES + ", but row %s adds up to %s".formatted(row, NDArray.scalar(sums[row])));
            }
        }
        if (rows.lt(0).any().asBoolean()) {
            throw new IllegalArgumentException(NO_PROBABILITIES + ", but one is " + rows.min());
        }
    }

    private static void checkLabels(NDArray outputs, NDArray t) {
        int[] batch = Arrays.copyOf(outputs.shape().toArray(), outputs.ndim() - 1);
        if (!t.shape().equals(Shape.of(batch))) {
            throw new IllegalArgumentException(
                    "targets must be one-hot, of shape %s, or labels, of shape %s, but have shape %s"
                            .formatted(outputs.shape(), Shape.of(batch), t.shape()));
        }
        if (t.dtype() != DType.INT64 && t.dtype() != DType.UINT8) {
            throw new IllegalArgumentException("labels must be int64 or uint8, not " + t.dtype());
        }
        if (t.size() > 0) {
            checkLabel(t.min().asLong(), outputs.shape(-1));
            checkLabel(t.max().asLong(), outputs.shape(-1));
        }
    }

    private static void checkLabel(long label, int classes) {
        if (label < 0 || label >= classes) {
            throw new IndexOutOfBoundsException("label %s is out of bounds for %s classes".formatted(label, classes));
        }
    }
}
