package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;

import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;

/**
 * The sine and cosine of {@code float}, with NumPy's bits for every argument. The error is at most 1.5 ulp.
 *
 * <p>The nearest multiple k π/2 is subtracted from x, which leaves a remainder r of at most π/4 in size. One polynomial
 * gives the sine of r and another its cosine; k modulo 4 says which of the two is the sine of x, and with which sign.
 * The cosine of x is the sine of x plus a right angle, so both functions share one method. To keep the digits of r, π/2
 * is split into three parts, which are subtracted one after the other (W. J. Cody and W. Waite, <i>Software Manual for
 * the Elementary Functions</i>, 1980). Fused multiply-adds do not round their products with k. Above a limit this is
 * still not accurate enough, and {@link LargeFloatSines} takes over.
 *
 * <p>The constants, the limits and the places of fused multiply-adds are those of NumPy (R. Devulapalli, 2019), whose
 * source refers to an answer by N. Juffa (Stack Overflow, question 30463616) and to unpublished work of T. Myklebust.
 */
public final class FloatSines {
    /** The largest arguments that this method handles: 117435.992 for the sine, 71476.0625 for the cosine. */
    static final float LIMIT_OF_SIN = 0x1.cabbfep16f;

    static final float LIMIT_OF_COS = 0x1.17341p16f;

    /** How many right angles to add to the argument of the sine. */
    static final int FOR_SIN = 0;

    static final int FOR_COS = 1;

    static final float TWO_OVER_PI = 0x1.45f306p-1f;
    static final float HALF_PI_HIGH = 0x1.921fbp0f;
    static final float HALF_PI_MIDDLE = 0x1.5110b4p-22f;
    static final float HALF_PI_LOW = 0x1.846988p-48f;

    /**
     * Adding this to a number and subtracting it again rounds to an integer, because floats of this size are 1 apart.
     */
    static final float ROUNDS_TO_1 = 0x1.8p23f;

    /** The same for rounding to a multiple of 2. */
    private static final float ROUNDS_TO_2 = 0x1.8p24f;

    private static final float ROUNDS_TO_4 = 0x1.8p25f;

    static final float SINE_3 = -0x1.555556p-3f;
    static final float SINE_5 = 0x1.11119ap-7f;
    static final float SINE_7 = -0x1.a06bbap-13f;
    static final float SINE_9 = 0x1.7d3bbcp-19f;

    static final float COSINE_2 = -0.5f;
    static final float COSINE_4 = 0x1.55553cp-5f;
    static final float COSINE_6 = -0x1.6c06dcp-10f;
    static final float COSINE_8 = 0x1.98e616p-16f;

    /** The numbers that are checked together for large ones. */
    private static final int BLOCK = 1024;

    /** Computes the sine of each element, as {@link UnaryLoop} describes it. */
    public static void sin(float[] a, float[] out, int from, int to) {
        if (FunctionWarmUp.FLOAT.isOver(to - from)) {
            VectorFloatSines.sin(a, out, from, to);
        } else {
            sinInBlocks(a, out, from, to);
        }
    }

    /** Computes {@code out[i] = sin(a[i])} in plain loops. */
    static void sinInBlocks(float[] a, float[] out, int from, int to) {
        sines(a, out, from, to, FOR_SIN, LIMIT_OF_SIN);
    }

    /** Computes the cosine of each element, as {@link UnaryLoop} describes it. */
    public static void cos(float[] a, float[] out, int from, int to) {
        if (FunctionWarmUp.FLOAT.isOver(to - from)) {
            VectorFloatSines.cos(a, out, from, to);
        } else {
            cosInBlocks(a, out, from, to);
        }
    }

    /** Computes {@code out[i] = cos(a[i])} in plain loops. */
    static void cosInBlocks(float[] a, float[] out, int from, int to) {
        sines(a, out, from, to, FOR_COS, LIMIT_OF_COS);
    }

    private static void sines(float[] a, float[] out, int from, int to, int rightAngles, float limit) {
        int count;
        for (int i = from; i < to; i += count) {
            count = Math.min(BLOCK, to - i);
            if (isWithin(limit, a, i, i + count)) {
                sinesWithinLimit(a, out, i, i + count, rightAngles);
            } else {
                sinesOneByOne(a, out, i, i + count, rightAngles, limit);
            }
        }
    }

    /** Returns whether all numbers are within the limit. NaN is not. */
    private static boolean isWithin(float limit, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!(Math.abs(a[i]) <= limit)) {
                return false;
            }
        }
        return true;
    }

    /** Has no branches, so that JIT compilers vectorise it. */
    private static void sinesWithinLimit(float[] a, float[] out, int from, int to, int rightAngles) {
        for (int i = from; i < to; i++) {
            out[i] = sineWithinLimit(a[i], rightAngles);
        }
    }

    /** Computes the sines of numbers of any size plus some right angles. */
    static void sinesOneByOne(float[] a, float[] out, int from, int to, int rightAngles, float limit) {
        for (int i = from; i < to; i++) {
            out[i] = sine(a[i], rightAngles, limit);
        }
    }

    private static float sine(float x, int rightAngles, float limit) {
        return Math.abs(x) <= limit ? sineWithinLimit(x, rightAngles) : LargeFloatSines.sine(x, rightAngles);
    }

    private static float sineWithinLimit(float x, int rightAngles) {
        float k = fma(x, TWO_OVER_PI, ROUNDS_TO_1) - ROUNDS_TO_1;
        float r = fma(k, -HALF_PI_LOW, fma(k, -HALF_PI_MIDDLE, fma(k, -HALF_PI_HIGH, x)));
        float square = r * r;

        float quadrant = k + rightAngles;
        float odd = distance(quadrant, ROUNDS_TO_2);
        float minusSign = distance(quadrant - odd, ROUNDS_TO_4) - 1;
        // One of the two is multiplied by 0. Both signs are flipped to keep -0: its sum with 0 would be 0.
        return minusSign * (sineOfRemainder(r, square) * (odd - 1) - cosineOfRemainder(square) * odd);
    }

    /**
     * Returns the distance from an integer to the multiple that the constant rounds to: 0, or half of the step between
     * multiples.
     */
    private static float distance(float x, float rounds) {
        return Math.abs(x - ((x + rounds) - rounds));
    }

    /** Returns r + r³ p(r²). Adding 0 turns a product of -0 into 0, so that the sum keeps the sign of r. */
    private static float sineOfRemainder(float r, float square) {
        float p = fma(square, fma(square, fma(square, SINE_9, SINE_7), SINE_5), SINE_3);
        return fma(r, fma(square, p, 0), r);
    }

    /** Returns 1 + r² p(r²). */
    private static float cosineOfRemainder(float square) {
        float p = fma(square, fma(square, fma(square, COSINE_8, COSINE_6), COSINE_4), COSINE_2);
        return fma(square, p, 1);
    }
}
