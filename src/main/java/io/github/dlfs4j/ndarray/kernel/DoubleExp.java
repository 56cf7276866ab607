package io.github.dlfs4j.ndarray.kernel;

/**
 * e<sup>x</sup> of {@code double}, at most 0.9 ulp off.
 *
 * <p>The method of all libraries (W. J. Cody and W. Waite, <i>Software Manual for the Elementary Functions</i>, 1980):
 * x = k ln 2 + r with an integer k and |r| at most half of ln 2, then e<sup>x</sup> = 2<sup>k</sup> e<sup>r</sup>, and
 * e<sup>r</sup> = 1 + r + r<sup>2</sup> q(r) with a polynomial q. Its coefficients are minimax, found with Remez'
 * algorithm. ln 2 comes in two parts, the first short enough for an exact product with k; so r is the difference of two
 * numbers, and the last sums take these instead of it.
 *
 * <p>There is no branch, no table and no fused multiply-add in the polynomial, so that the JIT compiler vectorises it.
 */
final class DoubleExp {
    /** Above it the result is infinite. */
    static final double HIGHEST = 710;

    /** Below it the result is 0. */
    static final double LOWEST = -746;

    /**
     * The share of k that the first of two powers of two has where their product may be infinite or subnormal. Of
     * {@link #LOWEST} it is 2<sup>-1023</sup>, for which the bits are those of 0: so the result is 0 without an
     * underflow, which takes processors a hundred times as long. From the next k on it is a normal number.
     */
    static final double SHARE = 0.9507;

    static final double LOG2_E = 0x1.71547652b82fep0;
    static final double LN2_HIGH = 0x1.62e42feep-1;
    static final double LN2_LOW = 0x1.a39ef35793c76p-33;

    /** A sum with it is rounded to an integer, which stands in the lowest bits of the sum. */
    static final double MAGIC = 0x1.8p52;

    /** The same, with the bias of an exponent: shifted to the left, the sum is a power of two. */
    static final double MAGIC_EXPONENT = MAGIC + 1023;

    static final int MANTISSA_BITS = 52;

    static final double Q0 = 0x1.0000000000008p-1;
    static final double Q1 = 0x1.55555555554fdp-3;
    static final double Q2 = 0x1.5555555550e2cp-5;
    static final double Q3 = 0x1.11111111276dbp-7;
    static final double Q4 = 0x1.6c16c183270cdp-10;
    static final double Q5 = 0x1.a01a012a28c97p-13;
    static final double Q6 = 0x1.a0199c609183bp-16;
    static final double Q7 = 0x1.71df28b1149f9p-19;
    static final double Q8 = 0x1.28ab929cd004bp-22;
    static final double Q9 = 0x1.ad76aeb476399p-26;

    /** For k from -512 to 511 one multiplication scales, and this is the sum with {@link #MAGIC} at the lower end. */
    private static final long LOWEST_PLAIN = Double.doubleToRawLongBits(MAGIC - 512);

    private static final long ONE = Double.doubleToRawLongBits(1);

    private DoubleExp() {}

    /** The definition: one value, of any size. */
    static double exp(double value) {
        double x = Math.max(LOWEST, Math.min(value, HIGHEST));
        double k = (x * LOG2_E + MAGIC) - MAGIC;
        double first = k * SHARE + MAGIC_EXPONENT;
        double second = (k - (first - MAGIC_EXPONENT)) + MAGIC_EXPONENT;
        return expOfRemainder(x, k) * powerOfTwo(first) * powerOfTwo(second);
    }

    /** e<sup>r</sup> with r = x - k ln 2. */
    static double expOfRemainder(double x, double k) {
        double high = x - k * LN2_HIGH;
        double low = k * LN2_LOW;
        double r = high - low;
        double z = r * r;
        double even = Q0 + z * (Q2 + z * (Q4 + z * (Q6 + z * Q8)));
        double odd = Q1 + z * (Q3 + z * (Q5 + z * (Q7 + z * Q9)));
        return 1 + (high + (z * (even + r * odd) - low));
    }

    private static double powerOfTwo(double sumWithMagicExponent) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(sumWithMagicExponent) << MANTISSA_BITS);
    }

    /** {@code out[i] = exp(a[i])}. */
    static void exp(double[] a, double[] out, int from, int to) {
        double[][] scratch = Scratch.doubles();
        double[] x = scratch[0];
        double[] sums = scratch[1];
        double[] p = scratch[2];
        for (int i = from; i < to; i += Scratch.DOUBLES) {
            int count = Math.min(Scratch.DOUBLES, to - i);
            System.arraycopy(a, i, x, 0, count);
            reduce(x, sums, p, count);
            if (!scale(p, sums, out, i, count)) {
                expOfAnySize(x, sums, p, out, i, count);
            }
        }
    }

    private static void reduce(double[] x, double[] sums, double[] p, int count) {
        for (int i = 0; i < count; i++) {
            double sum = x[i] * LOG2_E + MAGIC;
            sums[i] = sum;
            p[i] = expOfRemainder(x[i], sum - MAGIC);
        }
    }

    /**
     * Multiplies by 2<sup>k</sup>, in the exponent. The loop stays scalar because of the bits, and has no branch.
     *
     * @return whether all results are right: those that are infinite, subnormal or NaN may not be
     */
    private static boolean scale(double[] p, double[] sums, double[] out, int at, int count) {
        long far = 0;
        for (int i = 0; i < count; i++) {
            long bits = Double.doubleToRawLongBits(sums[i]);
            far |= bits - LOWEST_PLAIN;
            out[at + i] = Double.longBitsToDouble(Double.doubleToRawLongBits(p[i]) + (bits << MANTISSA_BITS));
        }
        return isPlain(far);
    }

    /**
     * Replaces sums with {@link #MAGIC} by 2<sup>k</sup>, a normal number. As in {@code scale}, the loop stays scalar.
     */
    static void powersOfTwo(double[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] = Double.longBitsToDouble(ONE + (Double.doubleToRawLongBits(sums[i]) << MANTISSA_BITS));
        }
    }

    private static boolean isPlain(long aboveLowest) {
        return (aboveLowest & ~1023L) == 0;
    }

    /**
     * {@code out[at + i] = exp(x[i])}, where 2<sup>k</sup> is a product of two numbers. As in {@code scale}, the loop
     * over the bits stays scalar. x is overwritten.
     */
    private static void expOfAnySize(double[] x, double[] firsts, double[] seconds, double[] out, int at, int count) {
        for (int i = 0; i < count; i++) {
            double clamped = Math.max(LOWEST, Math.min(x[i], HIGHEST));
            double k = (clamped * LOG2_E + MAGIC) - MAGIC;
            double first = k * SHARE + MAGIC_EXPONENT;
            firsts[i] = first;
            seconds[i] = (k - (first - MAGIC_EXPONENT)) + MAGIC_EXPONENT;
            x[i] = expOfRemainder(clamped, k);
        }
        for (int i = 0; i < count; i++) {
            out[at + i] = x[i] * powerOfTwo(firsts[i]) * powerOfTwo(seconds[i]);
        }
    }
}
