package io.github.dlfs4j.ndarray.kernel.function;

/**
 * The arcsine and the arccosine, with the bits of {@link StrictMath#asin} and {@link StrictMath#acos}, which some Java
 * virtual machines compute slowly. The method is that of fdlibm (Sun Microsystems, 1993; e_asin.c, e_acos.c): near 0,
 * {@code arcsin(x) = x + x r(x²)} with a rational function r; beyond 0.5 the half angle formula {@code arcsin(x) = pi/2
 * - 2 arcsin(sqrt((1 - x) / 2))}, with the root in two parts where its error would show.
 */
public final class InverseSines {
    private static final double PI = Math.PI;
    private static final double HALF_PI = 0x1.921fb54442d18p0;

    /** What the exact half of pi has more than {@link #HALF_PI}. */
    private static final double HALF_PI_REST = 0x1.1a62633145c07p-54;

    private static final double QUARTER_PI = 0x1.921fb54442d18p-1;

    /** Below this, the arcsine is its argument. */
    private static final double SMALL = 0x1p-27;

    /** Up to this, the arccosine is half of pi. */
    private static final double TINY = 0x1.00000ffffffffp-57;

    /** From this on, the error of the root does not show in the arcsine. */
    private static final double NEAR_ONE = 0x1.f3333p-1;

    private static final double P0 = 0x1.5555555555555p-3;
    private static final double P1 = -0x1.4d61203eb6f7dp-2;
    private static final double P2 = 0x1.9c1550e884455p-3;
    private static final double P3 = -0x1.48228b5688f3bp-5;
    private static final double P4 = 0x1.9efe07501b288p-11;
    private static final double P5 = 0x1.23de10dfdf709p-15;

    private static final double Q1 = -0x1.33a271c8a2d4bp1;
    private static final double Q2 = 0x1.02ae59c598ac8p1;
    private static final double Q3 = -0x1.6066c1b8d0159p-1;
    private static final double Q4 = 0x1.3b8c5b12e9282p-4;

    /** Returns what {@code arcsin(x) / x} has more than 1, for the square of a number up to 0.5. */
    private static double excess(double square) {
        double numerator = square * (P0 + square * (P1 + square * (P2 + square * (P3 + square * (P4 + square * P5)))));
        double denominator = 1 + square * (Q1 + square * (Q2 + square * (Q3 + square * Q4)));
        return numerator / denominator;
    }

    /** Returns the NaN of this processor for a number beyond 1, or the NaN itself. */
    private static double notANumber(double x) {
        return Math.sqrt(1 - x * x);
    }

    /** Returns a number without the lower half of its bits. */
    private static double upperHalf(double x) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & -1L << 32);
    }

    /**
     * Returns the arcsine.
     *
     * @param x any number
     * @return an angle from -pi/2 to pi/2; NaN for NaN and numbers beyond 1
     */
    public static double arcsin(double x) {
        double size = Math.abs(x);
        if (size < 0.5) {
            return size < SMALL ? x : x + x * excess(x * x);
        }
        if (size < 1) {
            return Math.copySign(arcsinOfLarge(size), x);
        }
        return size == 1 ? x * HALF_PI + x * HALF_PI_REST : notANumber(x);
    }

    private static double arcsinOfLarge(double size) {
        double square = (1 - size) * 0.5;
        double root = Math.sqrt(square);
        double excess = excess(square);
        if (size >= NEAR_ONE) {
            return HALF_PI - (2 * (root + root * excess) - HALF_PI_REST);
        }
        double upper = upperHalf(root);
        double lower = (square - upper * upper) / (root + upper);
        double rest = 2 * root * excess - (HALF_PI_REST - 2 * lower);
        return QUARTER_PI - (rest - (QUARTER_PI - 2 * upper));
    }

    /**
     * Returns the arccosine.
     *
     * @param x any number
     * @return an angle from 0 to pi; NaN for NaN and numbers beyond 1
     */
    public static double arccos(double x) {
        double size = Math.abs(x);
        if (size < 0.5) {
            return size <= TINY ? HALF_PI + HALF_PI_REST : HALF_PI - (x - (HALF_PI_REST - x * excess(x * x)));
        }
        if (size < 1) {
            return x > 0 ? arccosOfLarge(x) : arccosOfNegative(size);
        }
        if (size == 1) {
            return x > 0 ? 0 : PI + 2 * HALF_PI_REST;
        }
        return notANumber(x);
    }

    private static double arccosOfLarge(double x) {
        double square = (1 - x) * 0.5;
        double root = Math.sqrt(square);
        double upper = upperHalf(root);
        double lower = (square - upper * upper) / (root + upper);
        return 2 * (upper + (excess(square) * root + lower));
    }

    private static double arccosOfNegative(double size) {
        double square = (1 - size) * 0.5;
        double root = Math.sqrt(square);
        return PI - 2 * (root + (excess(square) * root - HALF_PI_REST));
    }
}
