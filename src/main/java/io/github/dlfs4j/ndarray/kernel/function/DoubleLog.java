package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;

/**
 * The natural logarithm of {@code double} with the same bits on every platform: those that the GNU C library (2.28 and
 * later) gives on x86-64 processors with fused multiply-add, and with it NumPy there. {@link Math#log} differs in about
 * one of 1,200 arguments, by the last bit.
 *
 * <p>The algorithm and its constants are those of Sz. Nagy in Arm's <i>optimized routines</i> (math/log.c and
 * log_data.c, 2018), which the GNU C library has taken over: x = 2<sup>k</sup> z, and z is in one of 128 intervals, see
 * {@link LogIntervals}, with a known log c for a c near its middle; log x = k log 2 + log c + log(1 + r) with r = z / c
 * - 1, and a polynomial gives log(1 + r) - r. Around 1, where terms would cancel, there is one polynomial of a higher
 * degree. The result is the sum of a high part, whose rounding error is known, and a tail of at most a 500th of it. The
 * error is at most 0.52 ulp.
 */
public final class DoubleLog {
    /** Short enough for an exact product with k, and an exact sum of that and log c. */
    static final double LN2_HIGH = 0x1.62e42fefa38p-1;

    static final double LN2_LOW = 0x1.ef35793c7673p-45;

    /** Numbers around 1 are no further from it. */
    static final double NEAR_ONE = 0x1.09p-4;

    private static final int NEAR_ONE_FROM = highBits(1 - 0x1p-4);
    private static final int NEAR_ONE_TO = highBits(1 + NEAR_ONE);
    private static final int NORMAL_FROM = highBits(Double.MIN_NORMAL);
    private static final int NORMAL_TO = highBits(Double.POSITIVE_INFINITY);

    /** The bits of sign and exponent. */
    static final long EXPONENT = -1L << 52;

    /** So many numbers, with all that is known of them, stay in the nearest cache. */
    private static final int BLOCK = 128;

    private static final double A2 = -0x1.0000000000001p-1;
    private static final double A3 = 0x1.555555551305bp-2;
    private static final double A4 = -0x1.fffffffeb459p-3;
    private static final double A5 = 0x1.999b324f10111p-3;
    private static final double A6 = -0x1.55575e506c89fp-3;

    private static final double B3 = 0x1.5555555555577p-2;
    private static final double B4 = -0x1.ffffffffffdcbp-3;
    private static final double B5 = 0x1.999999995dd0cp-3;
    private static final double B6 = -0x1.55555556745a7p-3;
    private static final double B7 = 0x1.24924a344de3p-3;
    private static final double B8 = -0x1.fffffa4423d65p-4;
    private static final double B9 = 0x1.c7184282ad6cap-4;
    private static final double B10 = -0x1.999eb43b068ffp-4;
    private static final double B11 = 0x1.78182f7afd085p-4;
    private static final double B12 = -0x1.5521375d145cdp-4;

    private DoubleLog() {}

    /**
     * The natural logarithm.
     *
     * @param x any number
     * @return the logarithm, of 0 negative infinity, of numbers below 0 NaN
     */
    public static double log(double x) {
        int high = highBits(x);
        if (isNearOne(high)) {
            return logNearOne(x - 1);
        }
        return isNormal(high) ? logOfNormal(Double.doubleToRawLongBits(x)) : logOfOther(x);
    }

    /**
     * The natural logarithm of each element, in three steps: compilers turn the second, with its many operations, into
     * vectors. They do not where there are bits of numbers, tables, positions that differ, or branches.
     *
     * @param a the arguments
     * @param out for the results, may be {@code a}
     * @param from the first index
     * @param to the index after the last
     */
    static void log(double[] a, double[] out, int from, int to) {
        int length = Math.min(BLOCK, to - from);
        double[] values = new double[length];
        double[] exponents = new double[length];
        double[] logs = new double[length];
        int[] others = new int[length];
        int count;
        for (int start = from; start < to; start += count) {
            count = Math.min(length, to - start);
            System.arraycopy(a, start, values, 0, count);
            int othersCount = split(values, exponents, logs, others, count);
            combine(values, exponents, logs, count);
            for (int i = 0; i < othersCount; i++) {
                values[others[i]] = log(a[start + others[i]]);
            }
            System.arraycopy(values, 0, out, start, count);
        }
    }

    /**
     * Replaces each x by its r, and finds its k and log c.
     *
     * @param others for the positions of numbers around 1, and of those that are not normal and positive
     * @return how many of them there are
     */
    private static int split(double[] values, double[] exponents, double[] logs, int[] others, int count) {
        int othersCount = 0;
        for (int i = 0; i < count; i++) {
            long bits = Double.doubleToRawLongBits(values[i]);
            long distance = bits - LogIntervals.FIRST;
            int interval = LogIntervals.at(distance);
            exponents[i] = exponent(distance);
            logs[i] = LogIntervals.log(interval);
            values[i] = remainder(bits, distance, interval);
            int high = (int) (bits >>> 32);
            if (isNearOne(high) || !isNormal(high)) {
                others[othersCount++] = i;
            }
        }
        return othersCount;
    }

    /** Replaces each r by the logarithm of its x. */
    static void combine(double[] values, double[] exponents, double[] logs, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = logOfProduct(exponents[i], logs[i], values[i]);
        }
    }

    /** The upper half of the bits is all that sorts numbers here, and short integers are constants in instructions. */
    private static int highBits(double x) {
        return (int) (Double.doubleToRawLongBits(x) >>> 32);
    }

    private static boolean isNearOne(int high) {
        return isBetween(high, NEAR_ONE_FROM, NEAR_ONE_TO);
    }

    private static boolean isNormal(int high) {
        return isBetween(high, NORMAL_FROM, NORMAL_TO);
    }

    /** One comparison, and so one branch that is easy to predict: a number is seldom in, but often on one side. */
    private static boolean isBetween(int high, int from, int to) {
        return Integer.compareUnsigned(high - from, to - from) < 0;
    }

    /** From the bits of a normal number, or of a subnormal one written with an exponent below 0. */
    private static double logOfNormal(long bits) {
        long distance = bits - LogIntervals.FIRST;
        int interval = LogIntervals.at(distance);
        double r = remainder(bits, distance, interval);
        return logOfProduct(exponent(distance), LogIntervals.log(interval), r);
    }

    /** k, from the distance of the bits to {@link LogIntervals#FIRST}. */
    private static double exponent(long distance) {
        return SmallInteger.toDouble(distance >> 52);
    }

    /** r = z / c - 1. */
    private static double remainder(long bits, long distance, int interval) {
        double z = Double.longBitsToDouble(bits - (distance & EXPONENT));
        return fma(z, LogIntervals.inverse(interval), -1);
    }

    /** k log 2 + log c + log(1 + r). */
    private static double logOfProduct(double k, double logOfC, double r) {
        double start = fma(k, LN2_HIGH, logOfC);
        double high = start + r;
        double low = fma(k, LN2_LOW, (start - high) + r);
        double r2 = r * r;
        double p = fma(r2, fma(r, A6, A5), fma(r, A4, A3));
        return high + fma(r * r2, p, fma(r2, A2, low));
    }

    /** log(1 + r), where half of r's bits make an exact square. */
    private static double logNearOne(double r) {
        double shifted = r * 0x1p27;
        double half = (r + shifted) - shifted;
        double minusHalfSquare = -0.5 * half * half;
        double high = r + minusHalfSquare;
        double low = fma(-0.5 * (r - half), half + r, (r - high) + minusHalfSquare);

        double r2 = r * r;
        double r3 = r * r2;
        double p3 = fma(r2, B5, fma(r, B4, B3));
        double p6 = fma(r2, B8, fma(r, B7, B6));
        double p9 = fma(r3, B12, fma(r2, B11, fma(r, B10, B9)));
        return high + fma(r3, fma(r3, fma(r3, p9, p6), p3), low);
    }

    private static double logOfOther(double x) {
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (!(x > 0)) {
            return Double.NaN;
        }
        return x < Double.MIN_NORMAL ? logOfNormal(normalBits(x)) : x;
    }

    /**
     * The bits of a subnormal number as if exponents went on below 0.
     *
     * @param x a subnormal number above 0
     */
    static long normalBits(double x) {
        return Double.doubleToRawLongBits(x * 0x1p52) - (52L << 52);
    }
}
