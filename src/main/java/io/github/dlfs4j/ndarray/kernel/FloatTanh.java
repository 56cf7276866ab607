package io.github.dlfs4j.ndarray.kernel;

/**
 * The hyperbolic tangent of {@code float}, at most 1.5 ulp off: as {@link DoubleTanh}, which explains it, with a
 * shorter polynomial.
 */
final class FloatTanh {
    static final float BORDER = 0.6275f;

    /** From here on the result is 1. */
    static final float LIMIT = 10;

    static final float P0 = -0x1.555532p-2f;
    static final float P1 = 0x1.1106dep-3f;
    static final float P2 = -0x1.b8324p-5f;
    static final float P3 = 0x1.51e1dcp-6f;
    static final float P4 = -0x1.74a2eap-8f;

    /** Its product with the border is exactly 1. */
    private static final float INVERSE_OF_BORDER = 1 / BORDER;

    /** T(border). */
    private static final float AT_BORDER = ofExp(FloatExp.exp(2 * BORDER));

    private FloatTanh() {}

    /** T, of e<sup>2x</sup>. */
    private static float ofExp(float e) {
        return 1 - 2 / (e + 1);
    }

    /** S. The 0 turns the -0 that comes of a zero z into 0, and so the sum keeps the sign of x. */
    private static float ofSmall(float x) {
        float z = x * x;
        float even = P0 + z * z * (P2 + z * z * P4);
        float odd = P1 + z * z * P3;
        return x + x * (0 + z * (even + z * odd));
    }

    /** {@code out[i] = tanh(a[i])}. */
    static void tanh(float[] a, float[] out, int from, int to) {
        float[][] scratch = Scratch.floats();
        float[] x = scratch[0];
        float[] twice = scratch[1];
        float[] powers = scratch[2];
        float[] small = scratch[3];
        for (int i = from; i < to; i += Scratch.FLOATS) {
            int count = Math.min(Scratch.FLOATS, to - i);
            System.arraycopy(a, i, x, 0, count);
            clamp(x, twice, powers, small, count);
            FloatExp.powersOfTwo(powers, count);
            approximateLarge(twice, powers, count);
            combine(powers, small, count);
            System.arraycopy(small, 0, out, i, count);
        }
    }

    private static void clamp(float[] x, float[] twice, float[] sums, float[] small, int count) {
        for (int i = 0; i < count; i++) {
            float clamped = 2 * Math.max(BORDER, Math.min(Math.abs(x[i]), LIMIT));
            twice[i] = clamped;
            sums[i] = clamped * FloatExp.LOG2_E + FloatExp.MAGIC;
            small[i] = Math.max(-BORDER, Math.min(x[i], BORDER));
        }
    }

    /** Replaces the powers of two by T - T(border). */
    private static void approximateLarge(float[] twice, float[] powers, int count) {
        for (int i = 0; i < count; i++) {
            float k = (twice[i] * FloatExp.LOG2_E + FloatExp.MAGIC) - FloatExp.MAGIC;
            powers[i] = ofExp(FloatExp.expOfRemainder(twice[i], k) * powers[i]) - AT_BORDER;
        }
    }

    /**
     * Replaces the small numbers by the hyperbolic tangent. Beyond the border their quotient is the sign of x, and
     * before it the difference is 0. For NaN the power of two is wrong, but S brings it into the sum.
     */
    private static void combine(float[] difference, float[] small, int count) {
        for (int i = 0; i < count; i++) {
            float sign = small[i] * INVERSE_OF_BORDER;
            small[i] = ofSmall(small[i]) + sign * difference[i];
        }
    }
}
