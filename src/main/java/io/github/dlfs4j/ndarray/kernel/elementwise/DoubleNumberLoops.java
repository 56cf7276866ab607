package io.github.dlfs4j.ndarray.kernel.elementwise;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/**
 * Operations on floating-point numbers as such, for which integers have no use, as {@link BinaryLoop} describes them.
 */
@AlsoFor(float.class)
public final class DoubleNumberLoops {
    private DoubleNumberLoops() {}

    /** The larger; beside NaN the number. */
    public static void fmax(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] >= b[i] || Double.isNaN(b[i]) ? a[i] : b[i];
        }
    }

    /** The smaller; beside NaN the number. */
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

    /** The neighbour of the one in the direction of the other. */
    public static void nextafter(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.nextAfter(a[i], b[i]);
        }
    }
}
