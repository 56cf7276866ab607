package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;

/**
 * The exponential function of {@code float}: NumPy's, to the bit, at most 2.52 ulp off.
 *
 * <p>With k the integer next to x / ln 2, and r = x - k ln 2, the result is 2<sup>k</sup> e<sup>r</sup>. Here r is at
 * most 0.35 in size, and e<sup>r</sup> a quotient of two polynomials, P(r) / Q(r), whose largest error is the smallest
 * possible (by E. Ya. Remez's method). So that r keeps its digits, ln 2 has two parts, the first so short that its
 * product with k is exact (W. J. Cody and W. Waite, <i>Software Manual for the Elementary Functions</i>, 1980).
 *
 * <p>Method and coefficients are those of Raghuveer Devulapalli's vectors for AVX in the NumPy project (2019), and so
 * is each rounding. What differs is how 2<sup>k</sup> comes in, which is exact, or rounded once where the result is
 * subnormal.
 */
final class FloatExp {
    /** From here on the result is infinite, as it is from 88.73 on. */
    static final float HIGHEST = 89;

    /** Up to here the result is 0, as it is up to -103.98. */
    static final float LOWEST = -105;

    static final float LOG2_E = 0x1.715476p0f;
    static final float LN2_HIGH = 0x1.62e4p-1f;
    static final float LN2_LOW = 0x1.7f7d1cp-20f;

    /** A sum with it is rounded to an integer, which stands in the lowest bits of the sum. */
    static final float MAGIC = 0x1.8p23f;

    static final float P1 = 0x1.7397aap-1f;
    static final float P2 = 0x1.fa98bp-3f;
    static final float P3 = 0x1.a2fb18p-5f;
    static final float P4 = 0x1.bae2b2p-8f;
    static final float P5 = 0x1.0a7bbp-11f;

    static final float Q1 = -0x1.18d0aep-2f;
    static final float Q2 = 0x1.61d064p-6f;

    /** Of {@code double}, in which 2<sup>k</sup> is a normal number for any k. */
    private static final int MANTISSA_BITS = 52;

    /** So many numbers stay in the nearest cache. */
    private static final int BLOCK = 512;

    private FloatExp() {}

    /**
     * e<sup>x</sup>.
     *
     * @param x any number
     * @return infinite, subnormal or 0 where the result is too large or small, NaN for NaN
     */
    static float exp(float x) {
        float near = near(x);
        float sum = near * LOG2_E + MAGIC;
        return timesPowerOfTwo(expOfRemainder(near, sum - MAGIC), sum);
    }

    /**
     * {@code out[i] = exp(a[i])}, in two steps: compilers turn the first, with its many operations, into vectors. They
     * do not where there are bits of numbers, or positions that differ.
     *
     * @param a the arguments
     * @param out takes the results; may be {@code a}
     * @param from the first position
     * @param to the position after the last
     */
    static void exp(float[] a, float[] out, int from, int to) {
        int length = Math.min(BLOCK, to - from);
        float[] values = new float[length];
        float[] sums = new float[length];
        int count;
        for (int start = from; start < to; start += count) {
            count = Math.min(length, to - start);
            System.arraycopy(a, start, values, 0, count);
            reduce(values, sums, count);
            for (int i = 0; i < count; i++) {
                out[start + i] = timesPowerOfTwo(values[i], sums[i]);
            }
        }
    }

    /** Replaces each x by its e<sup>r</sup>. */
    private static void reduce(float[] values, float[] sums, int count) {
        for (int i = 0; i < count; i++) {
            float near = near(values[i]);
            float sum = near * LOG2_E + MAGIC;
            sums[i] = sum;
            values[i] = expOfRemainder(near, sum - MAGIC);
        }
    }

    /** The nearest number whose k is of a moderate size. NaN stays NaN. */
    private static float near(float x) {
        return Math.max(LOWEST, Math.min(x, HIGHEST));
    }

    private static float expOfRemainder(float x, float k) {
        float r = fma(k, -LN2_LOW, fma(k, -LN2_HIGH, x));
        float p = fma(fma(fma(fma(fma(P5, r, P4), r, P3), r, P2), r, P1), r, 1);
        float q = fma(fma(Q2, r, Q1), r, 1);
        return p / q;
    }

    /** 2<sup>k</sup> y, with k in the lowest bits of the sum. It is exact until it is rounded to {@code float}. */
    private static float timesPowerOfTwo(float y, float sum) {
        long exponent = Float.floatToRawIntBits(sum) + (long) Double.MAX_EXPONENT;
        return (float) (y * Double.longBitsToDouble(exponent << MANTISSA_BITS));
    }
}
