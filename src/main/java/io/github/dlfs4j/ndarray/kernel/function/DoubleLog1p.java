package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;

/**
 * The natural logarithm of 1 + x, which loses no digits near 0. It has the bits of the GNU C library on processors with
 * fused multiply-add.
 *
 * <p>The algorithm is that of FDLIBM (K. C. Ng, Sun Microsystems, 1993). 1 + x is 2<sup>k</sup> (1 + f), where 1 + f is
 * between √2 / 2 and √2. ln(1 + f) is a series in s = f / (2 + f). A correction at the end makes up for the rounding of
 * 1 + x. The polynomial is summed in three parts, as the GNU C library sums it.
 */
public final class DoubleLog1p {
    private static final double LN2_HIGH = 0.6931471803691238;
    private static final double LN2_LOW = 1.9082149292705877e-10;
    private static final double L1 = 0.6666666666666735;
    private static final double L2 = 0.3999999999940942;
    private static final double L3 = 0.2857142874366239;
    private static final double L4 = 0.22222198432149784;
    private static final double L5 = 0.1818357216161805;
    private static final double L6 = 0.15313837699209373;
    private static final double L7 = 0.14798198605116586;

    /** The upper halves of the numbers between which k is 0. */
    private static final int LEAST_UNREDUCED = 0xbfd2bec3;

    private static final int GREATEST_UNREDUCED = 0x3fda827a;
    /** The upper bits of √2's mantissa. */
    private static final int SQRT_2 = 0x6a09e;

    private static final int ONE = 0x3ff00000;
    private static final int HALF = 0x3fe00000;
    private static final int MANTISSA = 0xfffff;

    /**
     * Returns ln(1 + x).
     *
     * @param x any number
     * @return the logarithm; negative infinity for -1, NaN for smaller numbers and NaN
     */
    public static double log1p(double x) {
        if (!(x > -1 && x < Double.POSITIVE_INFINITY)) {
            return x == -1 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
        }
        if (Math.abs(x) < 0x1p-29) {
            return Math.abs(x) < 0x1p-54 ? x : x - x * x * 0.5;
        }
        int upper = upper(x);
        boolean unreduced = upper < GREATEST_UNREDUCED && (upper > 0 || upper <= LEAST_UNREDUCED);
        return unreduced ? unreduced(x) : reduced(x);
    }

    private static int upper(double x) {
        return (int) (Double.doubleToRawLongBits(x) >> 32);
    }

    private static double unreduced(double f) {
        double half = 0.5 * f * f;
        double s = f / (2 + f);
        return f - (half - s * (half + series(s)));
    }

    private static double reduced(double x) {
        double u = x < 0x1p53 ? 1 + x : x;
        int k = (upper(u) >> 20) - 1023;
        double lost = x < 0x1p53 ? (k > 0 ? 1 - (u - x) : x - (u - 1)) / u : 0;
        int mantissa = upper(u) & MANTISSA;
        boolean isLess = mantissa < SQRT_2;
        k = isLess ? k : k + 1;
        long bits = ((long) (mantissa | (isLess ? ONE : HALF)) << 32) | (Double.doubleToRawLongBits(u) & 0xffffffffL);
        double f = Double.longBitsToDouble(bits) - 1;
        boolean isNearOne = isLess ? mantissa == 0 : (MANTISSA + 1 - mantissa) >> 2 == 0;
        double low = k * LN2_LOW + lost;
        if (f == 0) {
            return k * LN2_HIGH + low;
        }
        double half = 0.5 * f * f;
        if (isNearOne) {
            double cubic = half * (1 - 2.0 / 3 * f);
            return k == 0 ? f - cubic : k * LN2_HIGH - ((cubic - low) - f);
        }
        double s = f / (2 + f);
        double product = s * (half + series(s));
        return k == 0 ? f - (half - product) : k * LN2_HIGH - ((half - (product + low)) - f);
    }

    private static double series(double s) {
        double z = s * s;
        double z2 = z * z;
        double z4 = z2 * z2;
        double z6 = z4 * z2;
        double start = fma(z, L1, z2 * fma(z, L3, L2));
        return fma(z6, fma(z, L7, L6), fma(z4, fma(z, L5, L4), start));
    }
}
