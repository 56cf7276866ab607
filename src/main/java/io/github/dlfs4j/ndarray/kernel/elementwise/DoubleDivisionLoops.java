package io.github.dlfs4j.ndarray.kernel.elementwise;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/**
 * Divisions with a remainder, as {@link BinaryLoop} describes them.
 *
 * <p>{@code fmod} is C's remainder, which has the sign of the dividend. {@code remainder} is Python's, which has the
 * sign of the divisor. If the signs differ, Python's remainder is C's plus the divisor, and the quotient is one less.
 */
@AlsoFor(float.class)
public final class DoubleDivisionLoops {
    private DoubleDivisionLoops() {}

    public static void fmod(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] % b[i];
        }
    }

    public static void remainder(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = remainder(a[i], b[i]);
        }
    }

    public static void floorDivide(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = floorDivide(a[i], b[i]);
        }
    }

    private static double remainder(double a, double b) {
        double rest = a % b;
        if (b == 0) {
            return rest;
        }
        if (rest == 0) {
            return Math.copySign(0, b);
        }
        return differInSign(rest, b) ? rest + b : rest;
    }

    private static double floorDivide(double a, double b) {
        if (b == 0) {
            return a / b;
        }
        double rest = a % b;
        double quotient = (a - rest) / b;
        if (rest != 0 && differInSign(rest, b)) {
            quotient -= 1;
        }
        if (quotient == 0) {
            return Math.copySign(0, a / b);
        }
        // Rounding may leave the quotient just below the right integer, so the nearest integer is taken.
        double floor = Rounding.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    private static boolean differInSign(double rest, double b) {
        return rest < 0 != b < 0;
    }
}
