package io.github.dlfs4j.ndarray.kernel.elementwise;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** Rounding to integers, as {@link UnaryLoop} describes it. The JIT compiler turns these loops into SIMD code. */
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

    /** Rounds towards 0. */
    public static void trunc(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.copySign(Rounding.floor(Math.abs(a[i])), a[i]);
        }
    }

    /** Rounds to the nearest integer, a tie to the even one. */
    public static void rint(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Rounding.rint(a[i]);
        }
    }
}
