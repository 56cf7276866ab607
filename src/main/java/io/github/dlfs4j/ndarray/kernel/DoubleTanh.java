package io.github.dlfs4j.ndarray.kernel;

/**
 * The hyperbolic tangent of {@code double}, at most 1.5 ulp off.
 *
 * <p>As in Cody and Waite's <i>Software Manual for the Elementary Functions</i> (1980): below a border tanh x is x +
 * x<sup>3</sup> p(x<sup>2</sup>), with minimax coefficients found with Remez' algorithm; above it, 1 - 2 /
 * (e<sup>2x</sup> + 1).
 *
 * <p>No branch chooses between them, so that the JIT compiler vectorises the loop. Each gets its argument clamped to
 * its own side: S(min(x, border)) + (T(max(x, border)) - T(border)). Below the border the difference is exactly 0.
 * Above it the difference is exact, and since S and T give the same number at the border, the sum is T(x).
 */
final class DoubleTanh {
    static final double BORDER = 0.6275;

    /** From here on the result is 1. */
    static final double LIMIT = 22;

    static final double P0 = -0x1.5555555555551p-2;
    static final double P1 = 0x1.1111111110b97p-3;
    static final double P2 = -0x1.ba1ba1b9c8986p-5;
    static final double P3 = 0x1.664f486efaf3fp-6;
    static final double P4 = -0x1.226e329a2de1bp-7;
    static final double P5 = 0x1.d6d35246f35ddp-9;
    static final double P6 = -0x1.7d9bcf7579a24p-10;
    static final double P7 = 0x1.350846016c482p-11;
    static final double P8 = -0x1.f0ef5006b76d3p-13;
    static final double P9 = 0x1.7f9d71851f8fap-14;
    static final double P10 = -0x1.f8ca4dfd86d0cp-16;
    static final double P11 = 0x1.9289395a0ce96p-18;

    /** Its product with the border is exactly 1. */
    private static final double INVERSE_OF_BORDER = 1 / BORDER;

    /** T(border). */
    private static final double AT_BORDER = ofExp(DoubleExp.exp(2 * BORDER));

    private DoubleTanh() {}

    /** T, of e<sup>2x</sup>. */
    private static double ofExp(double e) {
        return 1 - 2 / (e + 1);
    }

    /** S. The 0 turns the -0 that comes of a zero z into 0, and so the sum keeps the sign of x. */
    private static double ofSmall(double x) {
        double z = x * x;
        double w = z * z;
        double even = P0 + w * (P2 + w * (P4 + w * (P6 + w * (P8 + w * P10))));
        double odd = P1 + w * (P3 + w * (P5 + w * (P7 + w * (P9 + w * P11))));
        return x + x * (0 + z * (even + z * odd));
    }

    /** {@code out[i] = tanh(a[i])}. */
    static void tanh(double[] a, double[] out, int from, int to) {
        double[][] scratch = Scratch.doubles();
        double[] x = scratch[0];
        double[] twice = scratch[1];
        double[] powers = scratch[2];
        double[] small = scratch[3];
        for (int i = from; i < to; i += Scratch.DOUBLES) {
            int count = Math.min(Scratch.DOUBLES, to - i);
            System.arraycopy(a, i, x, 0, count);
            clamp(x, twice, powers, small, count);
            DoubleExp.powersOfTwo(powers, count);
            approximateLarge(twice, powers, count);
            combine(powers, small, count);
            System.arraycopy(small, 0, out, i, count);
        }
    }

    private static void clamp(double[] x, double[] twice, double[] sums, double[] small, int count) {
        for (int i = 0; i < count; i++) {
            double clamped = 2 * Math.max(BORDER, Math.min(Math.abs(x[i]), LIMIT));
            twice[i] = clamped;
            sums[i] = clamped * DoubleExp.LOG2_E + DoubleExp.MAGIC;
            small[i] = Math.max(-BORDER, Math.min(x[i], BORDER));
        }
    }

    /** Replaces the powers of two by T - T(border). */
    private static void approximateLarge(double[] twice, double[] powers, int count) {
        for (int i = 0; i < count; i++) {
            double k = (twice[i] * DoubleExp.LOG2_E + DoubleExp.MAGIC) - DoubleExp.MAGIC;
            powers[i] = ofExp(DoubleExp.expOfRemainder(twice[i], k) * powers[i]) - AT_BORDER;
        }
    }

    /**
     * Replaces the small numbers by the hyperbolic tangent. Beyond the border their quotient is the sign of x, and
     * before it the difference is 0. For NaN the power of two is wrong, but S brings it into the sum.
     */
    private static void combine(double[] difference, double[] small, int count) {
        for (int i = 0; i < count; i++) {
            double sign = small[i] * INVERSE_OF_BORDER;
            small[i] = ofSmall(small[i]) + sign * difference[i];
        }
    }
}
