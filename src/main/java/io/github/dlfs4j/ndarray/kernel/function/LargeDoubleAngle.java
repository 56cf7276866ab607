package io.github.dlfs4j.ndarray.kernel.function;

import io.github.dlfs4j.ndarray.kernel.ErrorFree;

/**
 * The difference of a large number and the nearest multiple of a right angle, for the sine and cosine in
 * {@link DoubleSines}.
 *
 * <p>A number x is x 2/π right angles, of which only the remainder modulo 4 matters. The first digits of 2/π, whose
 * products with x are multiples of 4, are left out, and so are those too small to matter (M. H. Payne and R. N. Hanek,
 * "Radian Reduction for Trigonometric Functions", ACM SIGNUM Newsletter 18 (1983), 19–24). x is split into two halves
 * of 26 bits, and the digits are those to base 2<sup>24</sup>, so that all products are exact. Whole right angles are
 * subtracted from the products. The rest is added up, together with its rounding error, and multiplied by π/2.
 *
 * <p>The order of the sums determines the last bits. It is that of the IBM Accurate Mathematical Library (2001) as it
 * is in the GNU C library, without fused multiply-adds.
 */
final class LargeDoubleAngle {
    /** The digits of 2/π to base 2<sup>24</sup>, as many as the largest {@code double} needs. */
    private static final int[] TWO_OVER_PI = {
        0xa2f983, 0x6e4e44, 0x1529fc, 0x2757d1, 0xf534dd, 0xc0db62, 0x95993c, 0x439041, 0xfe5163, 0xabdebb,
        0xc561b7, 0x246e3a, 0x424dd2, 0xe00649, 0x2eea09, 0xd1921c, 0xfe1deb, 0x1cb129, 0xa73ee8, 0x8235f5,
        0x2ebb44, 0x84e99c, 0x7026b4, 0x5f7e41, 0x3991d6, 0x398353, 0x39f49c, 0x845f8b, 0xbdf928, 0x3b1ff8,
        0x97ffde, 0x05980f, 0xef2f11, 0x8b5a0a, 0x6d1f6d, 0x367ecf, 0x27cb09, 0xb74f46, 0x3f669e, 0x5fea2d,
        0x7527ba, 0xc7ebe5, 0xf17b3d, 0x0739f7, 0x8a5292, 0xea6bfb, 0x5fb11f
    };

    private static final int DIGIT_BITS = 24;

    /** How many digits of 2/π are used for one half of x. */
    private static final int DIGITS_USED = 6;

    /** How many of these digits have products with x of at least 1. */
    private static final int DIGITS_GIVING_INTEGERS = 3;

    /** A half with exponent e is a multiple of 2<sup>e-25</sup>, so it is a multiple of 4 if e is this. */
    private static final int EXPONENT_OF_FOURS = 25 + 2;

    /** x is divided by 2 to this power, so that splitting it does not overflow. */
    private static final int SCALE = 600;

    /** Multiplying by this splits a number into two halves of its bits. */
    private static final double SPLITTER = 0x1p27 + 1;

    private static final double RIGHT_ANGLE = 0x1.921fb54442d18p0;

    /** The rounding error of {@link #RIGHT_ANGLE}. */
    private static final double RIGHT_ANGLE_REST = 0x1.1a62633145c07p-54;

    /** The first half of the bits of {@link #RIGHT_ANGLE}, and the second. */
    private static final double RIGHT_ANGLE_HIGH = 0x1.921fb58p0;

    private static final double RIGHT_ANGLE_LOW = RIGHT_ANGLE - RIGHT_ANGLE_HIGH;

    /** How many right angles are subtracted, up to a multiple of 4. */
    final int rightAngles;

    /** The remaining angle, rounded. It is at most about π/4 in size. */
    final double high;

    /** The rounding error of the angle. */
    final double low;

    private LargeDoubleAngle(int rightAngles, double high, double low) {
        this.rightAngles = rightAngles;
        this.high = high;
        this.low = low;
    }

    /**
     * Reduces a number.
     *
     * @param x a finite number of at least 1 in size
     * @return the remaining angle
     */
    static LargeDoubleAngle of(double x) {
        double scaled = Math.scalb(x, -SCALE);
        double firstHalf = firstHalf(scaled);
        RightAngles a = new RightAngles(firstHalf);
        RightAngles b = new RightAngles(scaled - firstHalf);

        double sum = a.high + b.high;
        double error = ErrorFree.errorOfSum(a.high, b.high, sum);
        double carry = Math.abs(sum) > 0.5 ? Math.copySign(1, sum) : 0;
        double left = sum - carry;
        double fraction = left + (error + a.low + b.low);
        double fractionLow = ((left - fraction) + error) + (a.low + b.low);
        // Converts to long first. A direct conversion to int would saturate and lose the last two bits.
        return angle((int) (long) (a.whole + b.whole + carry), fraction, fractionLow);
    }

    /**
     * Returns some right angles and a fraction of one as an angle. The product with π/2 is Dekker's, see
     * {@link ErrorFree}.
     */
    private static LargeDoubleAngle angle(int rightAngles, double fraction, double fractionLow) {
        double firstHalf = firstHalf(fraction);
        double secondHalf = fraction - firstHalf;
        double product = fraction * RIGHT_ANGLE;
        double error = (firstHalf * RIGHT_ANGLE_HIGH - product)
                + firstHalf * RIGHT_ANGLE_LOW
                + secondHalf * RIGHT_ANGLE_HIGH
                + (secondHalf * RIGHT_ANGLE_LOW + fraction * RIGHT_ANGLE_REST + fractionLow * RIGHT_ANGLE);
        double angle = product + error;
        return new LargeDoubleAngle(rightAngles, angle, (product - angle) + error);
    }

    private static double firstHalf(double x) {
        double shifted = x * SPLITTER;
        return shifted - (shifted - x);
    }

    /** A half of x in right angles: an integer, and a fraction of at most about 0.5 with its lower part. */
    private static final class RightAngles {
        final double whole;
        final double high;
        final double low;

        RightAngles(double half) {
            int skipped = Math.max(0, (Math.getExponent(half) + SCALE - EXPONENT_OF_FOURS) / DIGIT_BITS);
            double integers = 0;
            double[] fractions = new double[DIGITS_USED];
            for (int i = 0; i < DIGITS_USED; i++) {
                int digit = skipped + i;
                double product = Math.scalb(half * TWO_OVER_PI[digit], SCALE - DIGIT_BITS * (digit + 1));
                double integer = i < DIGITS_GIVING_INTEGERS ? Math.rint(product) : 0;
                integers += integer;
                fractions[i] = product - integer;
            }
            double sum = 0;
            for (int i = DIGITS_USED - 1; i >= 0; i--) {
                sum += fractions[i];
            }
            double error = fractions[0] - sum;
            for (int i = 1; i < DIGITS_USED; i++) {
                error += fractions[i];
            }
            double integer = Math.rint(sum);
            double fraction = sum - integer;
            whole = integers + integer;
            high = fraction + error;
            low = (fraction - high) + error;
        }
    }
}
