package io.github.dlfs4j.ndarray.kernel.elementwise;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/**
 * Arithmetic between an array and one number: {@code out[i] = f(a[i], b[0])}; otherwise as {@link BinaryLoop} describes
 * it. There is one implementation, because the JIT compiler turns these loops into SIMD code by itself.
 */
@AlsoFor({float.class, long.class})
public final class DoubleScalarLoops {
    private DoubleScalarLoops() {}

    public static void add(double[] a, double[] b, double[] out, int from, int to) {
        double number = b[0];
        for (int i = from; i < to; i++) {
            out[i] = a[i] + number;
        }
    }

    public static void subtract(double[] a, double[] b, double[] out, int from, int to) {
        double number = b[0];
        for (int i = from; i < to; i++) {
            out[i] = a[i] - number;
        }
    }

    public static void subtractFrom(double[] a, double[] b, double[] out, int from, int to) {
        double number = b[0];
        for (int i = from; i < to; i++) {
            out[i] = number - a[i];
        }
    }

    public static void multiply(double[] a, double[] b, double[] out, int from, int to) {
        double number = b[0];
        for (int i = from; i < to; i++) {
            out[i] = a[i] * number;
        }
    }

    public static void maximum(double[] a, double[] b, double[] out, int from, int to) {
        double number = b[0];
        for (int i = from; i < to; i++) {
            out[i] = Math.max(a[i], number);
        }
    }

    public static void minimum(double[] a, double[] b, double[] out, int from, int to) {
        double number = b[0];
        for (int i = from; i < to; i++) {
            out[i] = Math.min(a[i], number);
        }
    }
}
