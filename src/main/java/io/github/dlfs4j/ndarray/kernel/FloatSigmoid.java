package io.github.dlfs4j.ndarray.kernel;

/**
 * 1 / (1 + e<sup>-x</sup>) of {@code float}, with the bits of its four operations one after the other. They stand in
 * one loop, so that the processor divides while it computes the next exponentials.
 */
final class FloatSigmoid {
    /**
     * From here on down e<sup>x</sup> is nothing beside 1. It is a normal number: with those below it processors take a
     * hundred times as long. From {@link FloatExp#HIGHEST} on up it is infinite. Between them half of 2<sup>k</sup> is
     * a normal number.
     */
    static final float LOWEST = -86;

    private static final int HALF = Float.floatToRawIntBits(0.5f);

    private FloatSigmoid() {}

    /** {@code out[i] = 1 / (1 + exp(-a[i]))}. */
    static void sigmoid(float[] a, float[] out, int from, int to) {
        float[][] scratch = Scratch.floats();
        float[] x = scratch[0];
        float[] powers = scratch[1];
        for (int i = from; i < to; i += Scratch.FLOATS) {
            int count = Math.min(Scratch.FLOATS, to - i);
            System.arraycopy(a, i, x, 0, count);
            negate(x, powers, count);
            halvesOfPowers(powers, count);
            combine(x, powers, count);
            System.arraycopy(x, 0, out, i, count);
        }
    }

    private static void negate(float[] x, float[] sums, int count) {
        for (int i = 0; i < count; i++) {
            float negative = limited(-x[i]);
            x[i] = negative;
            sums[i] = negative * FloatExp.LOG2_E + FloatExp.MAGIC;
        }
    }

    static float limited(float x) {
        return Math.max(LOWEST, Math.min(x, FloatExp.HIGHEST));
    }

    /** Replaces sums with {@link FloatExp#MAGIC} by 2<sup>k</sup> / 2. The loop stays scalar because of the bits. */
    private static void halvesOfPowers(float[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] = Float.intBitsToFloat(HALF + (Float.floatToRawIntBits(sums[i]) << FloatExp.MANTISSA_BITS));
        }
    }

    /** Replaces -x by the sigmoid function of x. */
    private static void combine(float[] x, float[] halves, int count) {
        for (int i = 0; i < count; i++) {
            float k = (x[i] * FloatExp.LOG2_E + FloatExp.MAGIC) - FloatExp.MAGIC;
            x[i] = 1 / (1 + 2 * (FloatExp.expOfRemainder(x[i], k) * halves[i]));
        }
    }
}
