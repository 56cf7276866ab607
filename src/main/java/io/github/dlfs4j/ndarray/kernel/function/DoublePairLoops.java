package io.github.dlfs4j.ndarray.kernel.function;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.BinaryLoop;

/**
 * The functions of two numbers for which NumPy calls the C library, except powers, as {@link BinaryLoop} describes
 * them.
 */
@AlsoFor(float.class)
public final class DoublePairLoops {
    private static final double LN2 = 0x1.62e42fefa39efp-1;

    private DoublePairLoops() {}

    public static void arctan2(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = InEachType.arctan2(a[i], b[i]);
        }
    }

    public static void hypot(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = InEachType.hypot(a[i], b[i]);
        }
    }

    public static void logaddexp(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = logaddexp(a[i], b[i]);
        }
    }

    /**
     * Returns the larger operand plus what the other adds to it. Equal operands come first, because the difference of
     * equal infinities is NaN.
     */
    private static double logaddexp(double a, double b) {
        if (a == b) {
            return a + LN2;
        }
        double difference = a - b;
        if (difference > 0) {
            return a + InEachType.log1p(InEachType.exp(-difference));
        }
        return difference <= 0 ? b + InEachType.log1p(InEachType.exp(difference)) : difference;
    }
}
