package io.github.dlfs4j.ndarray.kernel.elementwise;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** Operations that only floating-point numbers have, as {@link BinaryLoop} describes them. */
@AlsoFor(float.class)
public final class DoubleNumberLoops {
    private DoubleNumberLoops() {}

    /** Computes the larger operand, or the other one if one is NaN. */
    public static void fmax(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] >= b[i] || Double.isNaN(b[i]) ? a[i] : b[i];
        }
    }

    /** Computes the smaller operand, or the other one if one is NaN. */
    public static void fmin(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] <= b[i] || Double.isNaN(b[i]) ? a[i] : b[i];
        }
    }

    public static void copysign(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.copySign(a[i], b[i]);
        }
    }

    /** Computes the neighbour of {@code a[i]} in the direction of {@code b[i]}. */
    public static void nextafter(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.nextAfter(a[i], b[i]);
        }
    }
}
