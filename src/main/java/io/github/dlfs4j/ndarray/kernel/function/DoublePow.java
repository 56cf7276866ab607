package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;

/**
 * Powers of {@code double}, with the same bits on every platform. They are those of the GNU C library (2.28 and later)
 * on x86-64 processors with fused multiply-add, and so of NumPy there.
 *
 * <p>The algorithm and its constants are those of Sz. Nagy in Arm's <i>optimized routines</i> (math/pow.c, 2018), which
 * the GNU C library has adopted: x<sup>y</sup> = e<sup>y log x</sup>. The result multiplies an error of y log x by up
 * to 700, so log x and its product with y are each the sum of two numbers. The logarithm is computed as in
 * {@link DoubleLog}, but in intervals whose r is exact, and the rounding error of every sum and product that matters
 * goes into the low part. {@link DoubleExp} does the rest. The error is at most 0.54 ulp.
 */
public final class DoublePow {
    /** The coefficients of log(1 + r), each times a power of -2, because the polynomial has -r / 2 in place of r. */
    private static final double A3 = -0x1.555555555556p-1;

    private static final double A4 = 0x1.0000000000006p-1;
    private static final double A5 = 0x1.999999959554ep-1;
    private static final double A6 = -0x1.555555529a47ap-1;
    private static final double A7 = -0x1.2495b9b4845e9p0;
    private static final double A8 = 0x1.0002b8b263fc3p0;

    /**
     * Returns a power.
     *
     * @param x the base, any number
     * @param y the exponent, any number
     * @return x<sup>y</sup>: 1 if x is 1 or y is 0; otherwise NaN if x or y is NaN, or if x is negative and y is not an
     *     integer
     */
    public static double pow(double x, double y) {
        boolean isUsual = x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE && Math.abs(y) <= Double.MAX_VALUE;
        return isUsual ? powOfNormal(Double.doubleToRawLongBits(x), y, 0) : powOfOther(x, y);
    }

    /**
     * Returns a multiple of the natural logarithm, rounded once.
     *
     * @param y a positive finite number
     * @param x any number
     * @return y log x: negative infinity for 0, NaN for negative numbers and NaN
     */
    static double multipleOfLog(double y, double x) {
        if (!(x > 0 && x <= Double.MAX_VALUE)) {
            return DoubleLog.log(x);
        }
        boolean isNormal = x >= Double.MIN_NORMAL;
        return powOfNormal(isNormal ? Double.doubleToRawLongBits(x) : DoubleLog.normalBits(x), y, 0, false);
    }

    private static double powOfNormal(long bits, double y, long sign) {
        return powOfNormal(bits, y, sign, true);
    }

    /**
     * Returns the power, or y log x if {@code isPower} is false. The bits are those of a normal number, or of a
     * subnormal one as {@link DoubleLog#normalBits} gives them. y is finite.
     */
    private static double powOfNormal(long bits, double y, long sign, boolean isPower) {
        long distance = bits - PowIntervals.FIRST;
        long exponent = distance >> 52;
        double k = SmallInteger.toDouble(exponent);
        double z = Double.longBitsToDouble(bits - (exponent << 52));

        int interval = PowIntervals.at(distance);
        double r = fma(z, PowIntervals.inverse(interval), -1);
        double start = fma(k, DoubleLog.LN2_HIGH, PowIntervals.log(interval));
        double lowOfStart = fma(k, DoubleLog.LN2_LOW, PowIntervals.lowOfLog(interval));
        double sum = start + r;
        double lowOfSum = (start - sum) + r;

        double minusHalf = -0.5 * r;
        double minusHalfSquare = r * minusHalf;
        double lowOfSquare = fma(minusHalf, r, -minusHalfSquare);
        double high = sum + minusHalfSquare;
        double lowOfHigh = (sum - high) + minusHalfSquare;

        double p7 = fma(r, A8, A7);
        double p5 = fma(minusHalfSquare, p7, fma(r, A6, A5));
        double p3 = fma(minusHalfSquare, p5, fma(r, A4, A3));
        double low = fma(r * minusHalfSquare, p3, ((lowOfStart + lowOfSum) + lowOfSquare) + lowOfHigh);

        double log = high + low;
        double lowOfLog = (high - log) + low;
        double product = y * log;
        double lowOfProduct = fma(y, lowOfLog, fma(y, log, -product));
        return isPower ? DoubleExp.expOfSum(product, lowOfProduct, sign) : product + lowOfProduct;
    }

    private static double powOfOther(double x, double y) {
        if (x == 1 || y == 0) {
            return isSignaling(x) || isSignaling(y) ? Double.NaN : 1;
        }
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        double size = Math.abs(x);
        boolean isLarge = (size > 1) == (y > 0);
        if (Double.isInfinite(y)) {
            return size == 1 ? 1 : isLarge ? Double.POSITIVE_INFINITY : 0;
        }
        boolean isInteger = y == Math.rint(y);
        boolean isOdd = isInteger && 0.5 * y != Math.rint(0.5 * y);
        long sign = isOdd ? Double.doubleToRawLongBits(x) & Long.MIN_VALUE : 0;
        if (size == 0 || size == Double.POSITIVE_INFINITY) {
            double power = isLarge ? Double.POSITIVE_INFINITY : 0;
            return sign == 0 ? power : -power;
        }
        if (x < 0 && !isInteger) {
            return Double.NaN;
        }
        boolean isNormal = size >= Double.MIN_NORMAL;
        return powOfNormal(isNormal ? Double.doubleToRawLongBits(size) : DoubleLog.normalBits(size), y, sign);
    }

    /**
     * Returns whether x is a signalling NaN. C's {@code pow} returns NaN for it, even if it would return 1 for another
     * NaN.
     */
    private static boolean isSignaling(double x) {
        return Double.isNaN(x) && (Double.doubleToRawLongBits(x) & 1L << 51) == 0;
    }
}
