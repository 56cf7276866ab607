package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;

import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;

/**
 * The natural logarithm of {@code float}, with NumPy's bits. The error is below 3.84 ulp.
 *
 * <p>The result is k ln 2 + log m, where x = 2<sup>k</sup> m and m is between √½ and √2. With f = m - 1, the logarithm
 * of 1 + f is a quotient of two polynomials, f P(f) / Q(f), whose largest error is as small as possible (by E. Ya.
 * Remez's method). Both k and m come from the bits of x: if the bits of √½ are subtracted, the exponent is k.
 *
 * <p>The method, the coefficients and every rounding are those of Raghuveer Devulapalli's AVX implementation in the
 * NumPy project (2019).
 */
public final class FloatLog {
    static final float LN2 = 0x1.62e43p-1f;

    static final float P1 = 0x1.0e6c38p1f;
    static final float P2 = 0x1.7ae152p0f;
    static final float P3 = 0x1.860666p-2f;
    static final float P4 = 0x1.a8579ap-6f;

    static final float Q1 = 0x1.4e6c38p1f;
    static final float Q2 = 0x1.39fc1ap1f;
    static final float Q3 = 0x1.f915c8p-1f;
    static final float Q4 = 0x1.3cb7e6p-3f;
    static final float Q5 = 0x1.8107bep-8f;

    static final int MANTISSA_BITS = 23;

    /** The bits of the smallest m, the first number above √½. */
    static final int LOWEST_MANTISSA = Float.floatToRawIntBits(0x1.6a09e8p-1f);

    /** The bits of sign and exponent. */
    static final int EXPONENT = -1 << MANTISSA_BITS;

    /** Adding a small integer to this puts the integer into the lowest bits of the sum. */
    private static final float MAGIC = FloatExp.MAGIC;

    private static final int MAGIC_BITS = Float.floatToRawIntBits(MAGIC);

    private static final int NORMAL_FROM = Float.floatToRawIntBits(Float.MIN_NORMAL);
    private static final int NORMAL_TO = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    /** A subnormal number is multiplied by 2 to the power of this, so that it becomes normal. */
    private static final int LIFT = 23;

    /** The numbers of a block, which stays in the first-level cache. */
    private static final int BLOCK = 512;

    /**
     * Returns the natural logarithm of a number.
     *
     * @param x any number
     * @return the logarithm; infinity for infinity, negative infinity for 0, NaN for negative numbers and NaN
     */
    static float log(float x) {
        int bits = Float.floatToRawIntBits(x);
        return isNormal(bits) ? logOfProduct(exponent(bits), mantissa(bits)) : logOfOther(x);
    }

    /** Computes the natural logarithm of each element, as {@link UnaryLoop} describes it. */
    public static void log(float[] a, float[] out, int from, int to) {
        if (FunctionWarmUp.FLOAT.isOver(to - from)) {
            VectorFloatLog.log(a, out, from, to);
        } else {
            logInBlocks(a, out, from, to);
        }
    }

    /**
     * Computes {@code out[i] = log(a[i])}, block by block in three loops. The second loop has most of the operations,
     * and JIT compilers vectorise it. They do not vectorise loops that read the bits of numbers, use different
     * positions or have branches.
     *
     * @param a the arguments
     * @param out receives the results; may be {@code a}
     * @param from the first index
     * @param to the index after the last
     */
    static void logInBlocks(float[] a, float[] out, int from, int to) {
        int length = Math.min(BLOCK, to - from);
        float[] values = new float[length];
        float[] sums = new float[length];
        int[] others = new int[length];
        int count;
        for (int start = from; start < to; start += count) {
            count = Math.min(length, to - start);
            System.arraycopy(a, start, values, 0, count);
            int othersCount = split(values, sums, others, count);
            combine(values, sums, count);
            for (int i = 0; i < othersCount; i++) {
                values[others[i]] = logOfOther(a[start + others[i]]);
            }
            System.arraycopy(values, 0, out, start, count);
        }
    }

    /**
     * Replaces each x by its m, and finds its k.
     *
     * @param sums receives the sums of k and {@link #MAGIC}, which are cheaper than a conversion
     * @param others receives the positions of numbers that are not normal and positive
     * @return the number of these positions
     */
    private static int split(float[] values, float[] sums, int[] others, int count) {
        int othersCount = 0;
        for (int i = 0; i < count; i++) {
            int bits = Float.floatToRawIntBits(values[i]);
            sums[i] = Float.intBitsToFloat(MAGIC_BITS + exponent(bits));
            values[i] = mantissa(bits);
            if (!isNormal(bits)) {
                others[othersCount++] = i;
            }
        }
        return othersCount;
    }

    /** Replaces each m by the logarithm of its x. */
    private static void combine(float[] values, float[] sums, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = logOfProduct(sums[i] - MAGIC, values[i]);
        }
    }

    /** Returns whether these are the bits of a normal and positive number, with a single unsigned comparison. */
    private static boolean isNormal(int bits) {
        return Integer.compareUnsigned(bits - NORMAL_FROM, NORMAL_TO - NORMAL_FROM) < 0;
    }

    private static int exponent(int bits) {
        return (bits - LOWEST_MANTISSA) >> MANTISSA_BITS;
    }

    private static float mantissa(int bits) {
        return Float.intBitsToFloat(bits - ((bits - LOWEST_MANTISSA) & EXPONENT));
    }

    /** Returns k ln 2 + log m. */
    private static float logOfProduct(float k, float m) {
        float f = m - 1;
        float p = fma(fma(fma(fma(P4, f, P3), f, P2), f, P1), f, 1);
        float q = fma(fma(fma(fma(fma(Q5, f, Q4), f, Q3), f, Q2), f, Q1), f, 1);
        return fma(k, LN2, f * p / q);
    }

    private static float logOfOther(float x) {
        if (x == 0) {
            return Float.NEGATIVE_INFINITY;
        }
        if (!(x > 0)) {
            return Float.NaN;
        }
        if (x == Float.POSITIVE_INFINITY) {
            return x;
        }
        int bits = Float.floatToRawIntBits(x * (1 << LIFT));
        return logOfProduct(exponent(bits) - LIFT, mantissa(bits));
    }
}
