package io.github.dlfs4j.ndarray.kernel.elementwise;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/**
 * Divisions and square roots. Their results are always floating-point numbers, so there are no loops for integers.
 * {@link BinaryLoop} and {@link UnaryLoop} describe them; two of them take a single number, {@code b[0]}.
 */
@AlsoFor(float.class)
public final class DoubleQuotientLoops {
    private DoubleQuotientLoops() {}

    public static void divide(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] / b[i];
        }
    }

    /** {@code out[i] = a[i] / b[0]}. */
    public static void divideBy(double[] a, double[] b, double[] out, int from, int to) {
        double number = b[0];
        for (int i = from; i < to; i++) {
            out[i] = a[i] / number;
        }
    }

    /** {@code out[i] = b[0] / a[i]}. */
    public static void divideInto(double[] a, double[] b, double[] out, int from, int to) {
        double number = b[0];
        for (int i = from; i < to; i++) {
            out[i] = number / a[i];
        }
    }

    public static void sqrt(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = SquareRoot.sqrt(a[i]);
        }
    }
}
