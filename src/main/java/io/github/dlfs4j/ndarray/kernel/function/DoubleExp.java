package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;

/**
 * The exponential function of {@code double}, with the same bits on every platform. They are those of the GNU C library
 * (2.28 and later) on x86-64 processors with fused multiply-add, and so of NumPy there.
 *
 * <p>The algorithm and its constants are those of Sz. Nagy in Arm's <i>optimized routines</i> (math/exp.c and
 * exp_data.c, 2018), which the GNU C library has adopted: e<sup>x</sup> = 2<sup>k/128</sup> e<sup>r</sup>, where k is
 * an integer such that r = x - k ln 2 / 128 is at most ln 2 / 256 in size. The power of two comes from a table,
 * {@link PowersOfTwo}. A polynomial gives e<sup>r</sup> - 1, the relative growth of that power. The error is at most
 * 0.51 ulp.
 */
public final class DoubleExp {
    /** From this size on, the power of two or the result may not be a normal number. */
    private static final double LARGE = 512;

    /** From this size on, results are infinite or zero. */
    private static final double TOO_LARGE = 1024;

    private static final double STEPS_PER_UNIT = 0x1.71547652b82fep7;

    /** ln 2 / 128. The high part has few enough bits that its product with k is exact. */
    private static final double STEP_HIGH = 0x1.62e42fefap-8;

    private static final double STEP_LOW = 0x1.cf79abc9e3b3ap-47;

    /** Adding this to a number rounds it to an integer, which is then in the low bits of the sum. */
    private static final double INTEGERS = 0x1.8p52;

    private static final double C2 = 0x1.ffffffffffdbdp-2;
    private static final double C3 = 0x1.555555555543cp-3;
    private static final double C4 = 0x1.55555cf172b91p-5;
    private static final double C5 = 0x1.1111167a4d017p-7;

    /**
     * Returns the exponential function of a number.
     *
     * @param x any number
     * @return e<sup>x</sup>
     */
    public static double exp(double x) {
        return expOfSum(x, 0, 0);
    }

    /**
     * Computes the exponential function of each element.
     *
     * @param a the arguments
     * @param out receives the results; may be {@code a}
     * @param from the first index
     * @param to the index after the last
     */
    public static void exp(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = exp(a[i]);
        }
    }

    /**
     * Returns the exponential function of a sum, with a given sign.
     *
     * @param x any number
     * @param low a number to add to x, smaller than 2<sup>-15</sup> in size and far smaller than x
     * @param sign the sign bit of the result, all other bits 0
     * @return e<sup>x + low</sup> or -e<sup>x + low</sup>
     */
    static double expOfSum(double x, double low, long sign) {
        double shifted = fma(x, STEPS_PER_UNIT, INTEGERS);
        double k = shifted - INTEGERS;
        double r = fma(k, -STEP_LOW, fma(k, -STEP_HIGH, x)) + low;

        long step = Double.doubleToRawLongBits(shifted);
        long powerBits = PowersOfTwo.bits(step) + sign;
        double r2 = r * r;
        double growth = fma(r2 * r2, fma(r, C5, C4), fma(r2, fma(r, C3, C2), PowersOfTwo.correction(step) + r));
        if (!(Math.abs(x) < LARGE)) {
            return expOfLarge(x, powerBits, growth, sign);
        }
        double power = Double.longBitsToDouble(powerBits);
        return fma(power, growth, power);
    }

    private static double expOfLarge(double x, long powerBits, double growth, long sign) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (Math.abs(x) >= TOO_LARGE) {
            double size = x > 0 ? Double.POSITIVE_INFINITY : 0;
            return sign == 0 ? size : -size;
        }
        return x > 0 ? scaledUp(powerBits, growth) : scaledDown(powerBits, growth);
    }

    /** Computes a large result with a smaller exponent, then multiplies it by a power of two. */
    private static double scaledUp(long powerBits, double growth) {
        double power = Double.longBitsToDouble(powerBits - (1009L << 52));
        return 0x1p1009 * fma(power, growth, power);
    }

    /**
     * Computes a small result, which may be subnormal, with a larger exponent, then multiplies it by a power of two.
     */
    private static double scaledDown(long powerBits, double growth) {
        double power = Double.longBitsToDouble(powerBits + (1022L << 52));
        double increase = power * growth;
        double y = power + increase;
        if (Math.abs(y) < 1) {
            y = roundedLikeSubnormal(power, increase, y);
        }
        return 0x1p-1022 * y;
    }

    /** Rounds a sum to the bits that a subnormal result keeps. Adding 1 rounds the other bits away, and only once. */
    private static double roundedLikeSubnormal(double power, double increase, double sum) {
        double one = Math.copySign(1, sum);
        double high = one + sum;
        double low = ((one - high) + sum) + ((power - sum) + increase);
        return Math.copySign((high + low) - one, power);
    }
}
