package io.github.dlfs4j.network;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.PortableMath;

/**
 * The cross entropy of single rows of a batch after a small change of their scores: <i>L = -Σ t log(y + 1e-7)</i> with
 * <i>y</i> = softmax(<i>a + d</i>).
 *
 * <p>With <i>y</i> = softmax(<i>a</i>) known, softmax(<i>a + d</i>)<sub>k</sub> = <i>y<sub>k</sub>
 * e<sup>d<sub>k</sub></sup></i> / Σ<sub>i</sub> <i>y<sub>i</sub> e<sup>d<sub>i</sub></sup></i>, and the exponential of
 * a small number takes a few multiplications.
 */
final class ShiftedLoss {
    /** Keeps the logarithm of a probability 0 finite, as in {@link io.github.dlfs4j.loss.Losses#crossEntropy}. */
    private static final double DELTA = 1e-7;

    /** Up to here {@link #exp} leaves out less than its last bit holds: the next term, x⁵ / 120, is below 2⁻⁵⁶. */
    private static final double SMALL = 0x1p-10;

    private final int outputs;
    private final double[] a;
    private final double[] y;
    private final double[] t;

    /**
     * Keeps a copy of scores and targets.
     *
     * @param scores shape (n, outputs), float64
     * @param t the labels, of n elements, or one-hot, of shape (n, outputs); {@code crossEntropy} takes them
     */
    ShiftedLoss(NDArray scores, NDArray t) {
        outputs = scores.shape(1);
        a = scores.toDoubleArray();
        y = Activations.softmax(scores).toDoubleArray();
        NDArray oneHot = t.size() == scores.size() ? t : NDArray.eye(outputs).get(t);
        this.t = oneHot.astype(DType.FLOAT64).toDoubleArray();
    }

    /** The loss of a row after a change of its scores by {@code change * direction}. */
    double of(int row, double change, double[] direction) {
        int first = row * outputs;
        double sum = 0;
        for (int k = 0; k < outputs; k++) {
            double d = change * direction[k];
            if (Math.abs(d) > SMALL) {
                return ofLargeChange(first, change, direction);
            }
            sum += y[first + k] * exp(d);
        }
        double loss = 0;
        for (int k = 0; k < outputs; k++) {
            if (t[first + k] != 0) {
                double changed = y[first + k] * exp(change * direction[k]) / sum;
                loss -= t[first + k] * PortableMath.log(changed + DELTA);
            }
        }
        return loss;
    }

    /** The exponential series. */
    private static double exp(double x) {
        return 1 + x * (1 + x * (1.0 / 2 + x * (1.0 / 6 + x * (1.0 / 24))));
    }

    /** The formula as it stands, with the largest score subtracted so that no exponential overflows. */
    private double ofLargeChange(int first, double change, double[] direction) {
        double max = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < outputs; k++) {
            max = Math.max(max, a[first + k] + change * direction[k]);
        }
        double sum = 0;
        for (int k = 0; k < outputs; k++) {
            sum += PortableMath.exp(a[first + k] + change * direction[k] - max);
        }
        double loss = 0;
        for (int k = 0; k < outputs; k++) {
            if (t[first + k] != 0) {
                double changed = PortableMath.exp(a[first + k] + change * direction[k] - max) / sum;
                loss -= t[first + k] * PortableMath.log(changed + DELTA);
            }
        }
        return loss;
    }
}
