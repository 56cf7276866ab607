package io.github.dlfs4j.ndarray.kernel.elementwise;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/**
 * The loops of arithmetic between an array and one number: {@code out[i] = f(a[i], b[0])}, else as {@link BinaryLoop}
 * describes. There is one implementation: the JIT compiler makes SIMD code of these by itself.
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
