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
        float[] e = scratch[1];
        float[] small = scratch[2];
        for (int i = from; i < to; i += Scratch.BLOCK) {
            int count = Math.min(Scratch.BLOCK, to - i);
            System.arraycopy(a, i, x, 0, count);
            twiceTheSize(x, e, count);
            // It is wrong for NaN alone, which S will bring into the sum.
            FloatExp.exp(e, scratch[3], scratch[4], small, e, 0, count);
            clamp(x, small, count);
            approximate(small, count);
            combine(x, e, small, count);
            System.arraycopy(x, 0, out, i, count);
        }
    }

    private static void twiceTheSize(float[] x, float[] twice, int count) {
        for (int i = 0; i < count; i++) {
            twice[i] = 2 * Math.max(BORDER, Math.min(Math.abs(x[i]), LIMIT));
        }
    }

    private static void clamp(float[] x, float[] small, int count) {
        for (int i = 0; i < count; i++) {
            small[i] = Math.max(-BORDER, Math.min(x[i], BORDER));
        }
    }

    private static void approximate(float[] small, int count) {
        for (int i = 0; i < count; i++) {
            small[i] = ofSmall(small[i]);
        }
    }

    /** Replaces x by its hyperbolic tangent. The sign is right wherever the difference is not 0. */
    private static void combine(float[] x, float[] e, float[] small, int count) {
        for (int i = 0; i < count; i++) {
            float sign = Math.max(-1, Math.min(2 * x[i], 1));
            x[i] = small[i] + sign * (ofExp(e[i]) - AT_BORDER);
        }
    }
}
