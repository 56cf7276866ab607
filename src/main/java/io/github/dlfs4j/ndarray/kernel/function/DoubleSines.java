package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;

/**
 * The sine and cosine of {@code double}.
 *
 * <p>An angle near n/128 is n/128 + r, and sin(n/128 + r) = sin(n/128) + sin(r) cos(n/128) - (1 - cos(r)) sin(n/128),
 * and likewise for the cosine. A table has the sines and cosines of n/128 with more digits than a {@code double}, and
 * short polynomials give sin(r) and 1 - cos(r). Near 0, the sine is a single longer polynomial.
 *
 * <p>A larger argument is first reduced to an angle of at most about π/4. Up to about 3π/4, the angle is π/2 - x, and
 * sine and cosine change places. Beyond, the nearest multiple k π/2 is subtracted; the last two bits of k say which of
 * the two functions is taken, and with which sign. π/2 has more digits than a {@code double}, so the reduced angle is
 * the sum of two numbers: the rounded angle and its rounding error. From a hundred million on, {@link LargeDoubleAngle}
 * reduces the argument.
 *
 * <p>The algorithm, its constants and its bounds are those of the IBM Accurate Mathematical Library (2001) as revised
 * by W. Dijkstra for the GNU C library (2.28, 2018), and so are the places of fused multiply-adds, as compiled there
 * for processors that have them. The results are the same for every argument. The error is at most 0.55 ulp.
 */
public final class DoubleSines {
    /** Below this size, the argument is the angle. It is 109.5/128, where the table ends. */
    private static final double UNREDUCED_TO = 0x1.b6p-1;

    /** Below this size, the angle is π/2 minus the argument. */
    private static final double COMPLEMENT_TO = 0x1.368fdp1;

    /** Below this size, the multiples of the first three parts of π/2 are exact. */
    private static final double MULTIPLE_TO = 0x1.921fbp26;

    private static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;

    private static final double RIGHT_ANGLE = 0x1.921fb54442d18p0;
    private static final double RIGHT_ANGLE_LOW = 0x1.1a62633145c07p-54;

    /** The sum of these four is π/2 as well, to 136 bits. */
    private static final double RIGHT_ANGLE_1 = 0x1.921fb58p0;

    private static final double RIGHT_ANGLE_2 = -0x1.dde973cp-27;
    private static final double RIGHT_ANGLE_3 = -0x1.cb3b398p-55;
    private static final double RIGHT_ANGLE_4 = -0x1.d747f23e32ed7p-83;

    /** Adding this to a number rounds it to an integer, which is then in the lowest bits. */
    private static final double TO_INTEGER = 0x1.8p52;

    /** The same for rounding to a multiple of the table's step. */
    private static final double TO_STEP = TO_INTEGER * DoubleSineTable.STEP;

    /** Below this size, the longer polynomial gives the sine. */
    private static final double NEAR_ZERO_TO = 0.126;

    private static final double NEAR_ZERO_3 = -0x1.5555555555555p-3;
    private static final double NEAR_ZERO_5 = 0x1.1111111110ecep-7;
    private static final double NEAR_ZERO_7 = -0x1.a01a019db08b8p-13;
    private static final double NEAR_ZERO_9 = 0x1.71de27b9a7ed9p-19;
    private static final double NEAR_ZERO_11 = -0x1.addffc2fcdf59p-26;

    private static final double SINE_3 = -0x1.5555555555515p-3;
    private static final double SINE_5 = 0x1.11110e829872fp-7;

    /** The coefficients of 1 - cos(r). */
    private static final double COSINE_2 = 0.5;

    private static final double COSINE_4 = -0x1.5555555555535p-5;
    private static final double COSINE_6 = 0x1.6c16bedd9e239p-10;

    /**
     * Returns the sine of a number.
     *
     * @param x any number
     * @return its sine; NaN for infinities and NaN
     */
    public static double sin(double x) {
        double size = Math.abs(x);
        if (size < UNREDUCED_TO) {
            // Restores the sign of a zero, which the sum of the polynomial makes positive.
            return Math.copySign(sine(size, 0), x);
        }
        if (size < COMPLEMENT_TO) {
            return Math.copySign(cosine(RIGHT_ANGLE - size, RIGHT_ANGLE_LOW), x);
        }
        return shiftedSine(x, 0);
    }

    /**
     * Returns the cosine of a number.
     *
     * @param x any number
     * @return its cosine; NaN for infinities and NaN
     */
    public static double cos(double x) {
        double size = Math.abs(x);
        if (size < UNREDUCED_TO) {
            return cosine(size, 0);
        }
        if (size < COMPLEMENT_TO) {
            double rest = RIGHT_ANGLE - size;
            double angle = rest + RIGHT_ANGLE_LOW;
            return sine(angle, (rest - angle) + RIGHT_ANGLE_LOW);
        }
        return shiftedSine(x, 1);
    }

    /**
     * Computes the sine of each element.
     *
     * @param a the arguments
     * @param out receives the results; may be {@code a}
     * @param from the first index
     * @param to the index after the last
     */
    public static void sin(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = sin(a[i]);
        }
    }

    /**
     * Computes the cosine of each element.
     *
     * @param a the arguments
     * @param out receives the results; may be {@code a}
     * @param from the first index
     * @param to the index after the last
     */
    public static void cos(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = cos(a[i]);
        }
    }

    /** Returns the sine of x plus some right angles. */
    private static double shiftedSine(double x, int rightAngles) {
        if (!(Math.abs(x) < MULTIPLE_TO)) {
            return largeSine(x, rightAngles);
        }
        double rounded = fma(x, TWO_OVER_PI, TO_INTEGER);
        double k = rounded - TO_INTEGER;
        double rest2 = fma(-k, RIGHT_ANGLE_2, fma(-k, RIGHT_ANGLE_1, x));
        double rest3 = fma(-k, RIGHT_ANGLE_3, rest2);
        double rest4 = fma(-k, RIGHT_ANGLE_4, rest3);
        // The rounding errors of rest3 and rest4.
        double low = fma(-k, RIGHT_ANGLE_3, rest2 - rest3) + fma(-k, RIGHT_ANGLE_4, rest3 - rest4);
        return sineInQuadrant(integer(rounded) + rightAngles, rest4, low);
    }

    private static double largeSine(double x, int rightAngles) {
        if (!(Math.abs(x) <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        LargeDoubleAngle reduced = LargeDoubleAngle.of(x);
        return sineInQuadrant(reduced.rightAngles + rightAngles, reduced.high, reduced.low);
    }

    /** Returns the sine of {@code rightAngles} · π/2 + {@code angle}. */
    private static double sineInQuadrant(int rightAngles, double angle, double low) {
        double value = (rightAngles & 1) == 0 ? sine(angle, low) : cosine(angle, low);
        // A branch would be unpredictable.
        return value * (1 - (rightAngles & 2));
    }

    /** Returns the sine of an angle within the table. */
    private static double sine(double angle, double low) {
        if (Math.abs(angle) < NEAR_ZERO_TO) {
            return sineNearZero(angle, low);
        }
        double rounded = angle + TO_STEP;
        double r = angle - (rounded - TO_STEP);
        double square = r * r;
        double s = r + fma(r * square, fma(square, SINE_5, SINE_3), low);
        double c = fma(r, low, square * fma(square, fma(square, COSINE_6, COSINE_4), COSINE_2));
        double[] table = DoubleSineTable.ROWS;
        int row = DoubleSineTable.row(integer(rounded));
        double sine = table[row];
        double sineLow = table[row + 1];
        double cosine = table[row + 2];
        double cosineLow = table[row + 3];
        return sine + fma(s, cosine, fma(-c, sine, fma(s, cosineLow, sineLow)));
    }

    /** Returns the cosine of an angle within the table. */
    private static double cosine(double angle, double low) {
        double rounded = angle + TO_STEP;
        double r = angle - (rounded - TO_STEP) + low;
        double square = r * r;
        double s = fma(r * square, fma(square, SINE_5, SINE_3), r);
        double c = square * fma(square, fma(square, COSINE_6, COSINE_4), COSINE_2);
        double[] table = DoubleSineTable.ROWS;
        int row = DoubleSineTable.row(integer(rounded));
        double sine = table[row];
        double sineLow = table[row + 1];
        double cosine = table[row + 2];
        double cosineLow = table[row + 3];
        return cosine + fma(-s, sine, fma(-c, cosine, fma(-s, sineLow, cosineLow)));
    }

    private static double sineNearZero(double angle, double low) {
        double square = angle * angle;
        double p = fma(square, NEAR_ZERO_11, NEAR_ZERO_9);
        p = fma(square, p, NEAR_ZERO_7);
        p = fma(square, p, NEAR_ZERO_5);
        p = fma(square, p, NEAR_ZERO_3);
        // The lower part adds low times the cosine of the angle, which is low - low * square / 2.
        return angle + fma(fma(p, angle, -0.5 * low), square, low);
    }

    /** Returns the integer that a rounding constant has left in the lowest bits. */
    private static int integer(double rounded) {
        return (int) Double.doubleToRawLongBits(rounded);
    }
}
