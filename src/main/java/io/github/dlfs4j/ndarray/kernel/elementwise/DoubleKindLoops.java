package io.github.dlfs4j.ndarray.kernel.elementwise;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/** Tests for NaN, infinities, signs and a given number: {@code out[i] = f(a[i])} for {@code from <= i < to}. */
@AlsoFor(float.class)
public final class DoubleKindLoops {
    public static void isNaN(double[] a, boolean[] out, int from, int to) {
        DoubleComparisons.notEqual(a, a, out, from, to);
    }

    public static void isFinite(double[] a, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.abs(a[i]) <= Double.MAX_VALUE;
        }
    }

    public static void isInfinite(double[] a, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.abs(a[i]) > Double.MAX_VALUE;
        }
    }

    /** Tests the sign bit, which zeros and NaN have too. */
    public static void hasSign(double[] a, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Double.doubleToRawLongBits(a[i]) < 0;
        }
    }

    public static void isEqual(double[] a, double number, boolean[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] == number;
        }
    }
}
