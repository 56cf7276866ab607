package io.github.dlfs4j.ndarray.kernel;

/**
 * The natural logarithm of {@code double}, at most 1 ulp off.
 *
 * <p>The method of FDLIBM (K. C. Ng, Sun Microsystems, 1993; the series is in W. J. Cody and W. Waite, <i>Software
 * Manual for the Elementary Functions</i>, 1980): x = 2<sup>k</sup> m with m between the square roots of 1/2 and 2,
 * then ln x = k ln 2 + ln m. With f = m - 1 and s = f / (2 + f), ln m is 2s + s r(s<sup>2</sup>), and since 2s = f -
 * sf, it is computed as f - (f<sup>2</sup>/2 - s (f<sup>2</sup>/2 + r)), whose first term is exact. The coefficients of
 * r are minimax, found with Remez' algorithm.
 *
 * <p>{@link DoubleBits} splits the bits, and the JIT compiler vectorises the arithmetic here.
 */
final class DoubleLog {
    /** The bits of the square root of 1/2: where a binade of m begins. */
    static final long SQRT_HALF = 0x3fe6a09e667f3bcdL;

    static final double R1 = 0x1.5555555555592p-1;
    static final double R2 = 0x1.999999997fdb8p-2;
    static final double R3 = 0x1.24924941f121ep-2;
    static final double R4 = 0x1.c71c52095ef11p-3;
    static final double R5 = 0x1.74663ee826fefp-3;
    static final double R6 = 0x1.39a1babc7fb49p-3;
    static final double R7 = 0x1.2f05636082b1ap-3;

    static final long MAGIC_BITS = Double.doubleToRawLongBits(DoubleExp.MAGIC);

    /** A subnormal number times this power of two is normal. */
    private static final int SHIFT = 54;

    private DoubleLog() {}

    /** The definition: one value, of any size. */
    static double log(double x) {
        if (!(x > 0)) {
            return x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        int shift = x < Double.MIN_NORMAL ? SHIFT : 0;
        long bits = Double.doubleToRawLongBits(x * (1L << shift));
        long k = (bits - SQRT_HALF) >> DoubleExp.MANTISSA_BITS;
        double[] f = {Double.longBitsToDouble(bits - (k << DoubleExp.MANTISSA_BITS))};
        double[] s = {0};
        double[] r = {0};
        approximate(f, s, r, 1);
        return log(f[0], s[0], r[0], (double) (k - shift));
    }

    /** ln(2<sup>k</sup> (1 + f)). */
    private static double log(double f, double s, double r, double k) {
        double halfSquare = 0.5 * f * f;
        double tail = s * (halfSquare + r) + k * DoubleExp.LN2_LOW;
        return k * DoubleExp.LN2_HIGH - ((halfSquare - tail) - f);
    }

    /** {@code out[i] = log(a[i])}. */
    static void log(double[] a, double[] out, int from, int to) {
        DoubleBits bits = DoubleBits.own();
        double[][] scratch = Scratch.doubles();
        double[] x = scratch[0];
        double[] f = scratch[1];
        double[] k = scratch[2];
        for (int i = from; i < to; i += Scratch.DOUBLES) {
            int count = Math.min(Scratch.DOUBLES, to - i);
            System.arraycopy(a, i, x, 0, count);
            boolean normal = bits.split(x, f, k, count);
            approximate(f, scratch[3], scratch[4], count);
            combine(f, k, scratch[3], scratch[4], count);
            System.arraycopy(f, 0, out, i, count);
            if (!normal) {
                repair(x, out, i, count);
            }
        }
    }

    /**
     * Replaces m by f. The formula of r stands in the loop itself: as a method it kept JDK 17 and 25 from vectorising.
     */
    private static void approximate(double[] m, double[] s, double[] r, int count) {
        for (int i = 0; i < count; i++) {
            double f = m[i] - 1;
            m[i] = f;
            s[i] = f / (2 + f);
        }
        for (int i = 0; i < count; i++) {
            double z = s[i] * s[i];
            double w = z * z;
            r[i] = z * (R1 + w * (R3 + w * (R5 + w * R7))) + w * (R2 + w * (R4 + w * R6));
        }
    }

    /** Replaces f by the logarithm. */
    private static void combine(double[] f, double[] k, double[] s, double[] r, int count) {
        for (int i = 0; i < count; i++) {
            f[i] = log(f[i], s[i], r[i], k[i] - DoubleExp.MAGIC);
        }
    }

    private static void repair(double[] x, double[] out, int at, int count) {
        for (int i = 0; i < count; i++) {
            if (!isPositiveNormal(x[i])) {
                out[at + i] = log(x[i]);
            }
        }
    }

    static boolean isPositiveNormal(double x) {
        return x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE;
    }
}
