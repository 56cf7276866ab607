package io.github.dlfs4j.network;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.loss.Losses;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.PortableMath;
import java.util.function.IntToDoubleFunction;

/**
 * The cross entropy of a single row of a batch after a small change <i>d</i> of its scores <i>a</i>: <i>L = -Σ t log(y
 * + 1e-7)</i> with <i>y</i> = softmax(<i>a + d</i>).
 *
 * <p>If <i>y</i> = softmax(<i>a</i>) is known, softmax(<i>a + d</i>)<sub>k</sub> = <i>y<sub>k</sub>
 * e<sup>d<sub>k</sub></sup></i> / Σ<sub>i</sub> <i>y<sub>i</sub> e<sup>d<sub>i</sub></sup></i>, and the exponential of
 * a small number takes only a few multiplications.
 */
final class ShiftedLoss {
    /** Up to here the error of {@link #exp} is below its last bit: the next term, x⁵ / 120, is below 2⁻⁵⁶. */
    private static final double SMALL = 0x1p-10;

    private final int outputs;
    private final double[] a;
    private final double[] y;
    private final double[] t;

    /**
     * Copies scores and targets.
     *
     * @param scores shape (n, outputs), float64
     * @param t the labels, of n elements, or one-hot, of shape (n, outputs), checked already
     */
    ShiftedLoss(NDArray scores, NDArray t) {
        outputs = scores.shape(1);
        a = scores.toDoubleArray();
        y = Activations.softmax(scores).toDoubleArray();
        NDArray oneHot = t.size() == scores.size() ? t : NDArray.eye(outputs).get(t);
        this.t = oneHot.astype(DType.FLOAT64).toDoubleArray();
    }

    /** Computes the loss of a row after a change of its scores by {@code change * direction}. */
    double of(int row, double change, double[] direction) {
        int first = row * outputs;
        for (double part : direction) {
            if (Math.abs(change * part) > SMALL) {
                return ofLargeChange(first, change, direction);
            }
        }
        return loss(first, k -> y[first + k] * exp(change * direction[k]));
    }

    /** Computes the exponential of a small number by the first terms of its series. */
    private static double exp(double x) {
        return 1 + x * (1 + x * (1.0 / 2 + x * (1.0 / 6 + x * (1.0 / 24))));
    }

    /** Computes the loss by the definition of softmax, from the largest score so that no exponential overflows. */
    private double ofLargeChange(int first, double change, double[] direction) {
        double max = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < outputs; k++) {
            max = Math.max(max, a[first + k] + change * direction[k]);
        }
        double largest = max;
        return loss(first, k -> PortableMath.exp(a[first + k] + change * direction[k] - largest));
    }

    /** Computes the loss of a row from the exponentials of its scores. */
    private double loss(int first, IntToDoubleFunction exponential) {
        double sum = 0;
        for (int k = 0; k < outputs; k++) {
            sum += exponential.applyAsDouble(k);
        }
        double loss = 0;
        for (int k = 0; k < outputs; k++) {
            if (t[first + k] != 0) {
                loss -= t[first + k] * PortableMath.log(exponential.applyAsDouble(k) / sum + Losses.DELTA);
            }
        }
        return loss;
    }
}
