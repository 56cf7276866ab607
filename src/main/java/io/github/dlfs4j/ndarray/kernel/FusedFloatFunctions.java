package io.github.dlfs4j.ndarray.kernel;

/**
 * e<sup>x</sup>, ln x and tanh x of {@code float} as {@link VectorFloatExp}, {@link VectorFloatLog} and
 * {@link VectorFloatTanh} compute them, bit for bit, in plain loops of {@code Math.fma}. They serve until the vector
 * code is compiled.
 *
 * <p>The JIT compiler vectorises the loops over arithmetic and those of {@link FloatBits}. Where bits are taken apart
 * here, it stays scalar.
 */
final class FusedFloatFunctions {
    /** As in {@link VectorFloatExp}: up to here 2<sup>k</sup> is one normal number. */
    private static final float LIMIT = 87;

    private FusedFloatFunctions() {}

    /** {@code out[i] = exp(a[i])}. */
    static void exp(float[] a, float[] out, int from, int to) {
        float[][] scratch = Scratch.floats();
        float[] x = scratch[0];
        float[] t = scratch[1];
        float[] p = scratch[2];
        for (int i = from; i < to; i += Scratch.FLOATS) {
            int count = Math.min(Scratch.FLOATS, to - i);
            System.arraycopy(a, i, x, 0, count);
            expOfRemainder(x, t, p, count);
            boolean far = false;
            for (int j = 0; j < count; j++) {
                out[i + j] = p[j] * powerOfTwo(t[j]);
                far |= Math.abs(x[j]) > LIMIT;
            }
            if (far) {
                expOfAnySize(x, t, p, count);
                System.arraycopy(p, 0, out, i, count);
            }
        }
    }

    /** With k the integer next to x / ln 2: t is k plus the magic number, p is e<sup>x</sup> / 2<sup>k</sup>. */
    private static void expOfRemainder(float[] x, float[] t, float[] p, int count) {
        for (int i = 0; i < count; i++) {
            float sumWithMagic = Math.fma(x[i], FloatExp.LOG2_E, FloatExp.MAGIC_EXPONENT);
            float k = sumWithMagic - FloatExp.MAGIC_EXPONENT;
            float high = Math.fma(k, -FloatExp.LN2_HIGH, x[i]);
            float low = k * -FloatExp.LN2_LOW;
            float r = high + low;
            float q = Math.fma(r, FloatExp.Q4, FloatExp.Q3);
            q = Math.fma(q, r, FloatExp.Q2);
            q = Math.fma(q, r, FloatExp.Q1);
            q = Math.fma(q, r, FloatExp.Q0);
            float sum = high + 1;
            t[i] = sumWithMagic;
            p[i] = Math.fma(r * r, q, low) + (high - (sum - 1)) + sum;
        }
    }

    /**
     * Replaces p by what may be infinite or subnormal: 2<sup>k</sup> is a product of two numbers. Of a normal number it
     * changes no bit.
     */
    private static void expOfAnySize(float[] x, float[] t, float[] p, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = Math.max(FloatExp.LOWEST, Math.min(x[i], FloatExp.HIGHEST));
        }
        expOfRemainder(x, t, p, count);
        for (int i = 0; i < count; i++) {
            float k = t[i] - FloatExp.MAGIC_EXPONENT;
            float first = Math.fma(k, FloatExp.SHARE, FloatExp.MAGIC_EXPONENT);
            float second = (k - (first - FloatExp.MAGIC_EXPONENT)) + FloatExp.MAGIC_EXPONENT;
            p[i] = p[i] * powerOfTwo(first) * powerOfTwo(second);
        }
    }

    /** {@code out[i] = 1 / (1 + exp(-a[i]))}, with half of 2<sup>k</sup> as in {@link FloatSigmoid}. */
    static void sigmoid(float[] a, float[] out, int from, int to) {
        float[][] scratch = Scratch.floats();
        float[] x = scratch[0];
        float[] t = scratch[1];
        float[] p = scratch[2];
        for (int i = from; i < to; i += Scratch.FLOATS) {
            int count = Math.min(Scratch.FLOATS, to - i);
            System.arraycopy(a, i, x, 0, count);
            negate(x, count);
            expOfRemainder(x, t, p, count);
            halvesOfPowers(t, count);
            divide(p, t, x, count);
            System.arraycopy(x, 0, out, i, count);
        }
    }

    private static void negate(float[] x, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = FloatSigmoid.limited(-x[i]);
        }
    }

    /** Replaces sums with the magic number by 2<sup>k</sup> / 2. */
    private static void halvesOfPowers(float[] t, int count) {
        for (int i = 0; i < count; i++) {
            t[i] = Float.intBitsToFloat((Float.floatToRawIntBits(t[i]) - 1) << FloatExp.MANTISSA_BITS);
        }
    }

    private static void divide(float[] p, float[] halves, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = 1 / Math.fma(p[i] * halves[i], 2, 1);
        }
    }

    private static float powerOfTwo(float sumWithMagic) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(sumWithMagic) << FloatExp.MANTISSA_BITS);
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
            log(m, k, count);
            System.arraycopy(m, 0, out, i, count);
            for (int j = 0; !normal && j < count; j++) {
                out[i + j] = FloatLog.isPositiveNormal(x[j]) ? m[j] : FloatLog.log(x[j]);
            }
        }
    }

    /** Replaces m by the logarithm of 2<sup>k</sup> m. */
    private static void log(float[] m, float[] sumsWithMagic, int count) {
        for (int i = 0; i < count; i++) {
            float f = m[i] - 1;
            float k = sumsWithMagic[i] - FloatExp.MAGIC;
            float v = Math.fma(f, FloatLog.V7, FloatLog.V6);
            v = Math.fma(v, f, FloatLog.V5);
            v = Math.fma(v, f, FloatLog.V4);
            v = Math.fma(v, f, FloatLog.V3);
            v = Math.fma(v, f, FloatLog.V2);
            v = Math.fma(v, f, FloatLog.V1);
            v = Math.fma(v, f, FloatLog.V0);
            v = Math.fma(v, f, -0.5f);
            m[i] = Math.fma(k, FloatExp.LN2, Math.fma(f * f, v, f));
        }
    }

    /** {@code out[i] = tanh(a[i])}. */
    static void tanh(float[] a, float[] out, int from, int to) {
        FloatBits bits = FloatBits.own();
        float[][] scratch = Scratch.floats();
        float[] x = scratch[0];
        float[] t = scratch[1];
        float[] p = scratch[2];
        float[] small = scratch[3];
        for (int i = from; i < to; i += Scratch.FLOATS) {
            int count = Math.min(Scratch.FLOATS, to - i);
            System.arraycopy(a, i, x, 0, count);
            expOfTwice(x, t, p, count);
            tanhOfSmall(x, small, count);
            bits.powersOfTwo(t, count);
            tanhOfLarge(p, t, count);
            bits.choose(x, FloatTanh.BORDER, small, p, out, i, count);
        }
    }

    /** As {@link #expOfRemainder}, but less precise, of 2|x| up to the limit of tanh. */
    private static void expOfTwice(float[] x, float[] t, float[] p, int count) {
        for (int i = 0; i < count; i++) {
            float twice = 2 * Math.min(Math.abs(x[i]), FloatTanh.LIMIT);
            float sumWithMagic = Math.fma(twice, FloatExp.LOG2_E, FloatExp.MAGIC_EXPONENT);
            float r = Math.fma(sumWithMagic - FloatExp.MAGIC_EXPONENT, -FloatExp.LN2, twice);
            float q = Math.fma(r, FloatExp.Q4, FloatExp.Q3);
            q = Math.fma(q, r, FloatExp.Q2);
            q = Math.fma(q, r, FloatExp.Q1);
            q = Math.fma(q, r, FloatExp.Q0);
            q = Math.fma(q, r, 1f);
            t[i] = sumWithMagic;
            p[i] = Math.fma(q, r, 1f);
        }
    }

    /** Replaces p by the hyperbolic tangent, of e<sup>2|x|</sup> / 2<sup>k</sup>. */
    private static void tanhOfLarge(float[] p, float[] powers, int count) {
        for (int i = 0; i < count; i++) {
            p[i] = 1 - 2 / Math.fma(p[i], powers[i], 1);
        }
    }

    private static void tanhOfSmall(float[] xs, float[] small, int count) {
        for (int i = 0; i < count; i++) {
            float x = Math.abs(xs[i]);
            float z = x * x;
            float q = Math.fma(z, FloatTanh.P4, FloatTanh.P3);
            q = Math.fma(q, z, FloatTanh.P2);
            q = Math.fma(q, z, FloatTanh.P1);
            q = Math.fma(q, z, FloatTanh.P0);
            small[i] = Math.fma(z * x, q, x);
        }
    }
}
