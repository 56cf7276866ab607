package io.github.dlfs4j.ndarray.strided;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/**
 * The loops of {@code clip} to two numbers. An element that equals a bound stays as it is, even a zero of the other
 * sign. If the element or a bound is NaN, so is the result.
 */
@AlsoFor(float.class)
public record DoubleClip(double lower, double upper) implements UnaryCarrierLoop<double[]> {
    @Override
    public Carrier<double[]> carrier() {
        return Carrier.DOUBLES;
    }

    @Override
    public void run(double[] a, double[] out, int from, int to) {
        double zero = 0;
        if (Double.compare(upper, -zero) == 0) {
            clipEachZero(a, out, from, to);
        } else if (Double.compare(lower, zero) == 0) {
            clipFromZero(a, out, from, to);
        } else {
            clip(a, out, from, to);
        }
    }

    private void clip(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.min(Math.max(a[i], lower), upper);
        }
    }

    /**
     * Clips from a lower bound of 0.0. To the larger of -0.0 and the element, the loop adds 0.0 if the element is
     * negative and otherwise -0.0, which changes nothing. It makes no comparison, so that the JIT compiler turns it
     * into SIMD code.
     */
    private void clipFromZero(double[] a, double[] out, int from, int to) {
        double zero = 0;
        for (int i = from; i < to; i++) {
            double zeroOfNegative = Math.min(Math.max(-Double.MIN_VALUE - a[i], -zero), zero);
            out[i] = Math.min(Math.max(a[i], -zero) + zeroOfNegative, upper);
        }
    }

    /** Clips in the rare case in which 0.0 may meet an upper bound of -0.0. */
    private void clipEachZero(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            double raised = a[i] == lower ? a[i] : Math.max(a[i], lower);
            out[i] = raised == upper ? raised : Math.min(raised, upper);
        }
    }
}
