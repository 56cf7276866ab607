package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;

import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;

/**
 * The natural logarithm of {@code double}, with the same bits on every platform. They are those of the GNU C library
 * (2.28 and later) on x86-64 processors with fused multiply-add, and so of NumPy there. {@link Math#log} differs for
 * about one argument in 1,200, in the last bit.
 *
 * <p>The algorithm and its constants are those of Sz. Nagy in Arm's <i>optimized routines</i> (math/log.c and
 * log_data.c, 2018), which the GNU C library has adopted. x = 2<sup>k</sup> z, where z is in one of 128 intervals.
 * {@link LogIntervals} has a number c near the middle of each interval, and log c. Then log x = k log 2 + log c + log(1
 * + r) with r = z / c - 1, and a polynomial gives log(1 + r) - r. Near 1, where these terms would cancel, a single
 * polynomial of higher degree is used. The result is the sum of a high part, whose rounding error is known, and a tail
 * of at most a 500th of it. The error is at most 0.52 ulp.
 */
public final class DoubleLog {
    /**
     * The high part of log 2. It has few enough bits that its product with k is exact, and so is the sum of that
     * product and log c.
     */
    static final double LN2_HIGH = 0x1.62e42fefa38p-1;

    static final double LN2_LOW = 0x1.ef35793c7673p-45;

    /** The greatest distance from 1 at which a number counts as near 1. */
    static final double NEAR_ONE = 0x1.09p-4;

    private static final int NEAR_ONE_FROM = highBits(1 - 0x1p-4);
    private static final int NEAR_ONE_TO = highBits(1 + NEAR_ONE);
    private static final int NORMAL_FROM = highBits(Double.MIN_NORMAL);
    private static final int NORMAL_TO = highBits(Double.POSITIVE_INFINITY);

    /** The bits of sign and exponent. */
    static final long EXPONENT = -1L << 52;

    /** The numbers of a block. They and their intermediate results stay in the first-level cache. */
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

    /**
     * Returns the natural logarithm of a number.
     *
     * @param x any number
     * @return the logarithm; negative infinity for 0, NaN for negative numbers and NaN
     */
    public static double log(double x) {
        int high = highBits(x);
        if (isNearOne(high)) {
            return logNearOne(x - 1);
        }
        return isNormal(high) ? logOfNormal(Double.doubleToRawLongBits(x)) : logOfOther(x);
    }

    /** Computes the natural logarithm of each element, as {@link UnaryLoop} describes it. */
    public static void log(double[] a, double[] out, int from, int to) {
        if (FunctionWarmUp.DOUBLE.isOver(to - from)) {
            VectorDoubleLog.log(a, out, from, to);
        } else {
            logInBlocks(a, out, from, to);
        }
    }

    /**
     * Computes the natural logarithm of each element, block by block in three loops. The second loop has most of the
     * operations, and JIT compilers vectorise it. They do not vectorise loops that read the bits of numbers, look up
     * tables, use different positions or have branches.
     *
     * @param a the arguments
     * @param out receives the results; may be {@code a}
     * @param from the first index
     * @param to the index after the last
     */
    static void logInBlocks(double[] a, double[] out, int from, int to) {
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
     * @param others receives the positions of numbers that are near 1, or not normal and positive
     * @return the number of these positions
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

    /**
     * Returns the upper half of the bits. It is enough to classify a number, and 32-bit constants fit into
     * instructions.
     */
    private static int highBits(double x) {
        return (int) (Double.doubleToRawLongBits(x) >>> 32);
    }

    private static boolean isNearOne(int high) {
        return isBetween(high, NEAR_ONE_FROM, NEAR_ONE_TO);
    }

    private static boolean isNormal(int high) {
        return isBetween(high, NORMAL_FROM, NORMAL_TO);
    }

    /**
     * Makes a single comparison. A number is seldom within the range but often on either side of it, so one branch is
     * predictable and two are not.
     */
    private static boolean isBetween(int high, int from, int to) {
        return Integer.compareUnsigned(high - from, to - from) < 0;
    }

    /** Returns the logarithm of a normal number, or of a subnormal one given as {@link #normalBits}. */
    private static double logOfNormal(long bits) {
        long distance = bits - LogIntervals.FIRST;
        int interval = LogIntervals.at(distance);
        double r = remainder(bits, distance, interval);
        return logOfProduct(exponent(distance), LogIntervals.log(interval), r);
    }

    /** Returns k, given the distance of the bits from {@link LogIntervals#FIRST}. */
    private static double exponent(long distance) {
        return SmallInteger.toDouble(distance >> 52);
    }

    /** Returns r = z / c - 1. */
    private static double remainder(long bits, long distance, int interval) {
        double z = Double.longBitsToDouble(bits - (distance & EXPONENT));
        return fma(z, LogIntervals.inverse(interval), -1);
    }

    /** Returns k log 2 + log c + log(1 + r). */
    private static double logOfProduct(double k, double logOfC, double r) {
        double start = fma(k, LN2_HIGH, logOfC);
        double high = start + r;
        double low = fma(k, LN2_LOW, (start - high) + r);
        double r2 = r * r;
        double p = fma(r2, fma(r, A6, A5), fma(r, A4, A3));
        return high + fma(r * r2, p, fma(r2, A2, low));
    }

    /** Returns log(1 + r) for r near 0. The square of the upper half of r's bits is exact. */
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
     * Returns the bits that a subnormal number would have if exponents continued below 0.
     *
     * @param x a positive subnormal number
     */
    static long normalBits(double x) {
        return Double.doubleToRawLongBits(x * 0x1p52) - (52L << 52);
    }
}
