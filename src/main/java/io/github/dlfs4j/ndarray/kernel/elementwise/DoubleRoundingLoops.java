package io.github.dlfs4j.ndarray.kernel.elementwise;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** The loops that round to integers, as {@link UnaryLoop} describes them; the JIT compiler makes SIMD code of them. */
@AlsoFor(float.class)
public final class DoubleRoundingLoops {
    private DoubleRoundingLoops() {}

    public static void floor(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Rounding.floor(a[i]);
        }
    }

    public static void ceil(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Rounding.ceil(a[i]);
        }
    }

    /** Towards 0. */
    public static void trunc(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.copySign(Rounding.floor(Math.abs(a[i])), a[i]);
        }
    }

    /** To the nearest, of two equally near ones to the even one. */
    public static void rint(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Rounding.rint(a[i]);
        }
    }
}
