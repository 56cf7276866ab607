package io.github.dlfs4j.ndarray.kernel;

/**
 * e<sup>x</sup> of {@code float}, at most 0.95 ulp off: as {@link DoubleExp}, which explains it, with a shorter
 * polynomial.
 */
final class FloatExp {
    /** Above it the result is infinite. */
    static final float HIGHEST = 89;

    /** Below it the result is 0. */
    static final float LOWEST = -104.5f;

    /**
     * The share of k that the first of two powers of two has where their product may be infinite or subnormal. Of
     * {@link #LOWEST} it is 2<sup>-127</sup>, for which the bits are those of 0: so the result is 0 without an
     * underflow, which takes processors a hundred times as long. From the next k on it is a normal number.
     */
    static final float SHARE = 0.84f;

    static final float LOG2_E = 0x1.715476p0f;
    static final float LN2_HIGH = 0x1.62e4p-1f;
    static final float LN2_LOW = 0x1.7f7d1cp-20f;

    /** Where a fused multiply-add takes the product with k in full: it is off by no more than 2<sup>-28</sup> of it. */
    static final float LN2 = 0x1.62e43p-1f;

    /** A sum with it is rounded to an integer, which stands in the lowest bits of the sum. */
    static final float MAGIC = 0x1.8p23f;

    /** The same, with the bias of an exponent: shifted to the left, the sum is a power of two. */
    static final float MAGIC_EXPONENT = MAGIC + 127;

    static final int MANTISSA_BITS = 23;

    static final float Q0 = 0x1.fffffcp-2f;
    static final float Q1 = 0x1.555494p-3f;
    static final float Q2 = 0x1.5558e4p-5f;
    static final float Q3 = 0x1.1238f2p-7f;
    static final float Q4 = 0x1.6a28b2p-10f;

    /** For k from -64 to 63 one multiplication scales, and this is the sum with {@link #MAGIC} at the lower end. */
    private static final int LOWEST_PLAIN = Float.floatToRawIntBits(MAGIC - 64);

    private static final int ONE = Float.floatToRawIntBits(1f);

    private FloatExp() {}

    /** The definition: one value, of any size. */
    static float exp(float value) {
        float x = Math.max(LOWEST, Math.min(value, HIGHEST));
        float k = (x * LOG2_E + MAGIC) - MAGIC;
        float first = k * SHARE + MAGIC_EXPONENT;
        float second = (k - (first - MAGIC_EXPONENT)) + MAGIC_EXPONENT;
        return expOfRemainder(x, k) * powerOfTwo(first) * powerOfTwo(second);
    }

    /** e<sup>r</sup> with r = x - k ln 2. */
    static float expOfRemainder(float x, float k) {
        float high = x - k * LN2_HIGH;
        float low = k * LN2_LOW;
        float r = high - low;
        float z = r * r;
        float even = Q0 + z * (Q2 + z * Q4);
        float odd = Q1 + z * Q3;
        return 1 + (high + (z * (even + r * odd) - low));
    }

    private static float powerOfTwo(float sumWithMagicExponent) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(sumWithMagicExponent) << MANTISSA_BITS);
    }

    /** {@code out[i] = exp(a[i])}. */
    static void exp(float[] a, float[] out, int from, int to) {
        float[][] scratch = Scratch.floats();
        float[] x = scratch[0];
        float[] sums = scratch[1];
        float[] p = scratch[2];
        for (int i = from; i < to; i += Scratch.FLOATS) {
            int count = Math.min(Scratch.FLOATS, to - i);
            System.arraycopy(a, i, x, 0, count);
            reduce(x, sums, p, count);
            if (!scale(p, sums, out, i, count)) {
                expOfAnySize(x, sums, p, out, i, count);
            }
        }
    }

    private static void reduce(float[] x, float[] sums, float[] p, int count) {
        for (int i = 0; i < count; i++) {
            float sum = x[i] * LOG2_E + MAGIC;
            sums[i] = sum;
            p[i] = expOfRemainder(x[i], sum - MAGIC);
        }
    }

    /**
     * Multiplies by 2<sup>k</sup>, in the exponent. The loop stays scalar because of the bits, and has no branch.
     *
     * @return whether all results are right: those that are infinite, subnormal or NaN may not be
     */
    private static boolean scale(float[] p, float[] sums, float[] out, int at, int count) {
        int far = 0;
        for (int i = 0; i < count; i++) {
            int bits = Float.floatToRawIntBits(sums[i]);
            far |= bits - LOWEST_PLAIN;
            out[at + i] = Float.intBitsToFloat(Float.floatToRawIntBits(p[i]) + (bits << MANTISSA_BITS));
        }
        return isPlain(far);
    }

    /**
     * Replaces sums with {@link #MAGIC} by 2<sup>k</sup>, a normal number. As in {@code scale}, the loop stays scalar.
     */
    static void powersOfTwo(float[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] = Float.intBitsToFloat(ONE + (Float.floatToRawIntBits(sums[i]) << MANTISSA_BITS));
        }
    }

    private static boolean isPlain(int aboveLowest) {
        return (aboveLowest & ~127) == 0;
    }

    /**
     * {@code out[at + i] = exp(x[i])}, where 2<sup>k</sup> is a product of two numbers. As in {@code scale}, the loop
     * over the bits stays scalar. x is overwritten.
     */
    private static void expOfAnySize(float[] x, float[] firsts, float[] seconds, float[] out, int at, int count) {
        for (int i = 0; i < count; i++) {
            float clamped = Math.max(LOWEST, Math.min(x[i], HIGHEST));
            float k = (clamped * LOG2_E + MAGIC) - MAGIC;
            float first = k * SHARE + MAGIC_EXPONENT;
            firsts[i] = first;
            seconds[i] = (k - (first - MAGIC_EXPONENT)) + MAGIC_EXPONENT;
            x[i] = expOfRemainder(clamped, k);
        }
        for (int i = 0; i < count; i++) {
            out[at + i] = x[i] * powerOfTwo(firsts[i]) * powerOfTwo(seconds[i]);
        }
    }
}
