package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;

import io.github.dlfs4j.ndarray.kernel.Workspace;
import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;

/**
 * The exponential function of {@code float}, with NumPy's bits. The error is below 2.55 ulp.
 *
 * <p>The result is 2<sup>k</sup> e<sup>r</sup>, where k is the integer nearest to x / ln 2 and r = x - k ln 2. Here r
 * is at most 0.35 in size, and e<sup>r</sup> is a quotient of two polynomials, P(r) / Q(r), whose largest error is as
 * small as possible (by E. Ya. Remez's method). To keep the digits of r, ln 2 is split into two parts. The first has
 * few enough bits that its product with k is exact (W. J. Cody and W. Waite, <i>Software Manual for the Elementary
 * Functions</i>, 1980).
 *
 * <p>The method, the coefficients and every rounding are those of Raghuveer Devulapalli's AVX implementation in the
 * NumPy project (2019). Only the multiplication by 2<sup>k</sup> differs: it is exact, or rounded once if the result is
 * subnormal.
 */
public final class FloatExp {
    /** Larger arguments are clamped to this. The result is infinite from here on, and already from 88.73 on. */
    static final float HIGHEST = 89;

    /** Smaller arguments are clamped to this. The result is 0 up to here, and still up to -103.98. */
    static final float LOWEST = -105;

    static final float LOG2_E = 0x1.715476p0f;
    static final float LN2_HIGH = 0x1.62e4p-1f;
    static final float LN2_LOW = 0x1.7f7d1cp-20f;

    /** Adding this to a number rounds it to an integer, which is then in the lowest bits of the sum. */
    static final float MAGIC = 0x1.8p23f;

    static final float P1 = 0x1.7397aap-1f;
    static final float P2 = 0x1.fa98bp-3f;
    static final float P3 = 0x1.a2fb18p-5f;
    static final float P4 = 0x1.bae2b2p-8f;
    static final float P5 = 0x1.0a7bbp-11f;

    static final float Q1 = -0x1.18d0aep-2f;
    static final float Q2 = 0x1.61d064p-6f;

    private static final int MANTISSA_BITS = 23;
    private static final int DOUBLE_MANTISSA_BITS = 52;

    /** The bits of the sum for k = -64. If k is at least that, but below 64, no exponent overflows. */
    private static final int LOWEST_SUM = Float.floatToRawIntBits(MAGIC - 64);

    /** These bits are 0 in numbers from 0 to 127. */
    private static final int ABOVE_127 = ~127;

    /** The numbers of a block, which stays in the first-level cache. */
    private static final int BLOCK = 512;

    /**
     * Returns e<sup>x</sup>.
     *
     * @param x any number
     * @return e<sup>x</sup>; infinity if it is too large, subnormal or 0 if it is too small, NaN for NaN
     */
    static float exp(float x) {
        float clamped = clamp(x);
        float sum = clamped * LOG2_E + MAGIC;
        return timesPowerOfTwo(expOfRemainder(clamped, sum - MAGIC), sum);
    }

    /** Computes the exponential function of each element, as {@link UnaryLoop} describes it. */
    public static void exp(float[] a, float[] out, int from, int to) {
        if (FunctionWarmUp.FLOAT.isOver(to - from)) {
            VectorFloatExp.exp(a, out, from, to);
        } else {
            expInBlocks(a, out, from, to);
        }
    }

    /**
     * Computes {@code out[i] = exp(a[i])}, block by block in two loops. The first has most of the operations, and JIT
     * compilers vectorise it. They do not vectorise loops that use different positions. The second adds k to the
     * exponent of e<sup>r</sup>. If that is wrong for any number of the block, all are multiplied by 2<sup>k</sup>
     * instead.
     *
     * @param a the arguments
     * @param out receives the results; may be {@code a}
     * @param from the first index
     * @param to the index after the last
     */
    static void expInBlocks(float[] a, float[] out, int from, int to) {
        float[] values = Workspace.FLOATS.take(BLOCK);
        float[] sums = Workspace.FLOATS.take(BLOCK);
        int count;
        for (int start = from; start < to; start += count) {
            count = Math.min(BLOCK, to - start);
            System.arraycopy(a, start, values, 0, count);
            reduce(values, sums, count);
            int places = 0;
            for (int i = 0; i < count; i++) {
                int bits = Float.floatToRawIntBits(sums[i]);
                places |= bits - LOWEST_SUM;
                out[start + i] = Float.intBitsToFloat(Float.floatToRawIntBits(values[i]) + (bits << MANTISSA_BITS));
            }
            if ((places & ABOVE_127) != 0) {
                multiply(values, sums, out, start, count);
            }
        }
        Workspace.FLOATS.giveBack(sums);
        Workspace.FLOATS.giveBack(values);
    }

    /** Replaces each x by its e<sup>r</sup>. */
    private static void reduce(float[] values, float[] sums, int count) {
        for (int i = 0; i < count; i++) {
            float clamped = clamp(values[i]);
            float sum = clamped * LOG2_E + MAGIC;
            sums[i] = sum;
            values[i] = expOfRemainder(clamped, sum - MAGIC);
        }
    }

    private static void multiply(float[] values, float[] sums, float[] out, int start, int count) {
        for (int i = 0; i < count; i++) {
            out[start + i] = timesPowerOfTwo(values[i], sums[i]);
        }
    }

    /** Returns the nearest number whose k fits an exponent. NaN stays NaN. */
    private static float clamp(float x) {
        return Math.max(LOWEST, Math.min(x, HIGHEST));
    }

    private static float expOfRemainder(float x, float k) {
        float r = fma(k, -LN2_LOW, fma(k, -LN2_HIGH, x));
        float p = fma(fma(fma(fma(fma(P5, r, P4), r, P3), r, P2), r, P1), r, 1);
        float q = fma(fma(Q2, r, Q1), r, 1);
        return p / q;
    }

    /**
     * Returns 2<sup>k</sup> y, with k in the lowest bits of the sum. In {@code double}, 2<sup>k</sup> is a normal
     * number for every k, and the product is exact until it is rounded to {@code float}.
     */
    private static float timesPowerOfTwo(float y, float sum) {
        long exponent = Float.floatToRawIntBits(sum) + (long) Double.MAX_EXPONENT;
        return (float) (y * Double.longBitsToDouble(exponent << DOUBLE_MANTISSA_BITS));
    }
}
