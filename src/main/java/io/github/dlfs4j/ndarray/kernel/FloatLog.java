package io.github.dlfs4j.ndarray.kernel;

/**
 * The natural logarithm of {@code float}, at most 1 ulp off.
 *
 * <p>As {@link DoubleLog}, but with a polynomial in f = m - 1 itself, ln m = f - f<sup>2</sup>/2 + f<sup>3</sup> v(f),
 * which is short enough here and needs no division (S. L. Moshier, <i>Methods and Programs for Mathematical
 * Functions</i>, 1989). The coefficients of v are minimax, found with Remez' algorithm.
 */
final class FloatLog {
    /** The bits of the square root of 1/2: where a binade of m begins. */
    static final int SQRT_HALF = 0x3f3504f3;

    static final float V0 = 0x1.555554p-2f;
    static final float V1 = -0x1.000226p-2f;
    static final float V2 = 0x1.99a008p-3f;
    static final float V3 = -0x1.547244p-3f;
    static final float V4 = 0x1.22da1cp-3f;
    static final float V5 = -0x1.0d8542p-3f;
    static final float V6 = 0x1.055b6cp-3f;
    static final float V7 = -0x1.38b588p-4f;

    static final int MAGIC_BITS = Float.floatToRawIntBits(FloatExp.MAGIC);

    /** A subnormal number times this power of two is normal. */
    private static final int SHIFT = 25;

    private FloatLog() {}

    /** The definition: one value, of any size. */
    static float log(float x) {
        if (!(x > 0)) {
            return x == 0 ? Float.NEGATIVE_INFINITY : Float.NaN;
        }
        if (x == Float.POSITIVE_INFINITY) {
            return x;
        }
        int shift = x < Float.MIN_NORMAL ? SHIFT : 0;
        int bits = Float.floatToRawIntBits(x * (1 << shift));
        int k = (bits - SQRT_HALF) >> FloatExp.MANTISSA_BITS;
        return log(Float.intBitsToFloat(bits - (k << FloatExp.MANTISSA_BITS)), k - shift);
    }

    /** ln(2<sup>k</sup> m). */
    private static float log(float m, float k) {
        float f = m - 1;
        float z = f * f;
        float even = V0 + z * (V2 + z * (V4 + z * V6));
        float odd = V1 + z * (V3 + z * (V5 + z * V7));
        float tail = z * (f * (even + f * odd) - 0.5f);
        return k * FloatExp.LN2_HIGH + (f + (tail + k * FloatExp.LN2_LOW));
    }

    /** {@code out[i] = log(a[i])}. */
    static void log(float[] a, float[] out, int from, int to) {
        FloatBits bits = FloatBits.own();
        float[][] scratch = Scratch.floats();
        float[] x = scratch[0];
        float[] m = scratch[1];
        float[] k = scratch[2];
        for (int i = from; i < to; i += Scratch.FLOATS) {
            int count = Math.min(Scratch.FLOATS, to - i);
            System.arraycopy(a, i, x, 0, count);
            boolean normal = bits.split(x, m, k, count);
            approximate(m, k, count);
            System.arraycopy(m, 0, out, i, count);
            if (!normal) {
                repair(x, out, i, count);
            }
        }
    }

    /** Replaces m by the logarithm. */
    private static void approximate(float[] m, float[] k, int count) {
        for (int i = 0; i < count; i++) {
            m[i] = log(m[i], k[i] - FloatExp.MAGIC);
        }
    }

    private static void repair(float[] x, float[] out, int at, int count) {
        for (int i = 0; i < count; i++) {
            if (!isPositiveNormal(x[i])) {
                out[at + i] = log(x[i]);
            }
        }
    }

    static boolean isPositiveNormal(float x) {
        return x >= Float.MIN_NORMAL && x <= Float.MAX_VALUE;
    }
}
