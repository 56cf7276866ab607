package io.github.dlfs4j.ndarray.kernel;

/**
 * e<sup>x</sup>, ln x and tanh x of {@code double} as {@link VectorDoubleExp}, {@link VectorDoubleLog} and
 * {@link VectorDoubleTanh} compute them, bit for bit, in plain loops of {@code Math.fma}. They serve until the vector
 * code is compiled.
 *
 * <p>The JIT compiler vectorises the loops over arithmetic and those of {@link DoubleBits}. Where bits are taken apart
 * here, it stays scalar.
 */
final class FusedDoubleFunctions {
    /** As in {@link VectorDoubleExp}: up to here 2<sup>k</sup> is one normal number. */
    private static final double LIMIT = 708;

    private FusedDoubleFunctions() {}

    /** {@code out[i] = exp(a[i])}. */
    static void exp(double[] a, double[] out, int from, int to) {
        double[][] scratch = Scratch.doubles();
        double[] x = scratch[0];
        double[] t = scratch[1];
        double[] p = scratch[2];
        for (int i = from; i < to; i += Scratch.DOUBLES) {
            int count = Math.min(Scratch.DOUBLES, to - i);
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
    private static void expOfRemainder(double[] x, double[] t, double[] p, int count) {
        for (int i = 0; i < count; i++) {
            double sumWithMagic = Math.fma(x[i], DoubleExp.LOG2_E, DoubleExp.MAGIC_EXPONENT);
            double k = sumWithMagic - DoubleExp.MAGIC_EXPONENT;
            double high = Math.fma(k, -DoubleExp.LN2_HIGH, x[i]);
            double low = k * -DoubleExp.LN2_LOW;
            double r = high + low;
            double z = r * r;
            double even = Math.fma(z, DoubleExp.Q8, DoubleExp.Q6);
            even = Math.fma(even, z, DoubleExp.Q4);
            even = Math.fma(even, z, DoubleExp.Q2);
            even = Math.fma(even, z, DoubleExp.Q0);
            double odd = Math.fma(z, DoubleExp.Q9, DoubleExp.Q7);
            odd = Math.fma(odd, z, DoubleExp.Q5);
            odd = Math.fma(odd, z, DoubleExp.Q3);
            odd = Math.fma(odd, z, DoubleExp.Q1);
            double q = Math.fma(odd, r, even);
            double sum = high + 1;
            t[i] = sumWithMagic;
            p[i] = Math.fma(z, q, low) + (high - (sum - 1)) + sum;
        }
    }

    /**
     * Replaces p by what may be infinite or subnormal: 2<sup>k</sup> is a product of two numbers. Of a normal number it
     * changes no bit.
     */
    private static void expOfAnySize(double[] x, double[] t, double[] p, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = Math.max(DoubleExp.LOWEST, Math.min(x[i], DoubleExp.HIGHEST));
        }
        expOfRemainder(x, t, p, count);
        for (int i = 0; i < count; i++) {
            double k = t[i] - DoubleExp.MAGIC_EXPONENT;
            double first = Math.fma(k, DoubleExp.SHARE, DoubleExp.MAGIC_EXPONENT);
            double second = (k - (first - DoubleExp.MAGIC_EXPONENT)) + DoubleExp.MAGIC_EXPONENT;
            p[i] = p[i] * powerOfTwo(first) * powerOfTwo(second);
        }
    }

    /** {@code out[i] = 1 / (1 + exp(-a[i]))}, with half of 2<sup>k</sup> as in {@link DoubleSigmoid}. */
    static void sigmoid(double[] a, double[] out, int from, int to) {
        double[][] scratch = Scratch.doubles();
        double[] x = scratch[0];
        double[] t = scratch[1];
        double[] p = scratch[2];
        for (int i = from; i < to; i += Scratch.DOUBLES) {
            int count = Math.min(Scratch.DOUBLES, to - i);
            System.arraycopy(a, i, x, 0, count);
            negate(x, count);
            expOfRemainder(x, t, p, count);
            halvesOfPowers(t, count);
            divide(p, t, x, count);
            System.arraycopy(x, 0, out, i, count);
        }
    }

    private static void negate(double[] x, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = DoubleSigmoid.limited(-x[i]);
        }
    }

    /** Replaces sums with the magic number by 2<sup>k</sup> / 2. */
    private static void halvesOfPowers(double[] t, int count) {
        for (int i = 0; i < count; i++) {
            t[i] = Double.longBitsToDouble((Double.doubleToRawLongBits(t[i]) - 1) << DoubleExp.MANTISSA_BITS);
        }
    }

    private static void divide(double[] p, double[] halves, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = 1 / Math.fma(p[i] * halves[i], 2, 1);
        }
    }

    private static double powerOfTwo(double sumWithMagic) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(sumWithMagic) << DoubleExp.MANTISSA_BITS);
    }

    /** {@code out[i] = log(a[i])}. */
    static void log(double[] a, double[] out, int from, int to) {
        DoubleBits bits = DoubleBits.own();
        double[][] scratch = Scratch.doubles();
        double[] x = scratch[0];
        double[] m = scratch[1];
        double[] k = scratch[2];
        for (int i = from; i < to; i += Scratch.DOUBLES) {
            int count = Math.min(Scratch.DOUBLES, to - i);
            System.arraycopy(a, i, x, 0, count);
            boolean normal = bits.split(x, m, k, count);
            log(m, k, count);
            System.arraycopy(m, 0, out, i, count);
            for (int j = 0; !normal && j < count; j++) {
                out[i + j] = DoubleLog.isPositiveNormal(x[j]) ? m[j] : DoubleLog.log(x[j]);
            }
        }
    }

    /** Replaces m by the logarithm of 2<sup>k</sup> m. */
    private static void log(double[] m, double[] sumsWithMagic, int count) {
        for (int i = 0; i < count; i++) {
            double f = m[i] - 1;
            double k = sumsWithMagic[i] - DoubleExp.MAGIC;
            double s = f / (f + 2);
            double z = s * s;
            double r = Math.fma(z, DoubleLog.R7, DoubleLog.R6);
            r = Math.fma(r, z, DoubleLog.R5);
            r = Math.fma(r, z, DoubleLog.R4);
            r = Math.fma(r, z, DoubleLog.R3);
            r = Math.fma(r, z, DoubleLog.R2);
            r = Math.fma(r, z, DoubleLog.R1);
            double halfSquare = f * f * 0.5;
            double tail = Math.fma(k, DoubleExp.LN2_LOW, Math.fma(z, r, halfSquare) * s);
            m[i] = Math.fma(k, DoubleExp.LN2_HIGH, f - (halfSquare - tail));
        }
    }

    /** {@code out[i] = tanh(a[i])}. */
    static void tanh(double[] a, double[] out, int from, int to) {
        DoubleBits bits = DoubleBits.own();
        double[][] scratch = Scratch.doubles();
        double[] x = scratch[0];
        double[] t = scratch[1];
        double[] p = scratch[2];
        double[] small = scratch[3];
        for (int i = from; i < to; i += Scratch.DOUBLES) {
            int count = Math.min(Scratch.DOUBLES, to - i);
            System.arraycopy(a, i, x, 0, count);
            expOfTwice(x, t, p, count);
            tanhOfSmall(x, small, count);
            bits.powersOfTwo(t, count);
            tanhOfLarge(p, t, count);
            bits.choose(x, DoubleTanh.BORDER, small, p, out, i, count);
        }
    }

    /** As {@link #expOfRemainder}, but less precise, of 2|x| up to the limit of tanh. */
    private static void expOfTwice(double[] x, double[] t, double[] p, int count) {
        for (int i = 0; i < count; i++) {
            double twice = 2 * Math.min(Math.abs(x[i]), DoubleTanh.LIMIT);
            double sumWithMagic = Math.fma(twice, DoubleExp.LOG2_E, DoubleExp.MAGIC_EXPONENT);
            double k = sumWithMagic - DoubleExp.MAGIC_EXPONENT;
            double r = Math.fma(k, -DoubleExp.LN2_LOW, Math.fma(k, -DoubleExp.LN2_HIGH, twice));
            double q = Math.fma(r, DoubleExp.Q9, DoubleExp.Q8);
            q = Math.fma(q, r, DoubleExp.Q7);
            q = Math.fma(q, r, DoubleExp.Q6);
            q = Math.fma(q, r, DoubleExp.Q5);
            q = Math.fma(q, r, DoubleExp.Q4);
            q = Math.fma(q, r, DoubleExp.Q3);
            q = Math.fma(q, r, DoubleExp.Q2);
            q = Math.fma(q, r, DoubleExp.Q1);
            q = Math.fma(q, r, DoubleExp.Q0);
            q = Math.fma(q, r, 1.0);
            t[i] = sumWithMagic;
            p[i] = Math.fma(q, r, 1.0);
        }
    }

    /** Replaces p by the hyperbolic tangent, of e<sup>2|x|</sup> / 2<sup>k</sup>. */
    private static void tanhOfLarge(double[] p, double[] powers, int count) {
        for (int i = 0; i < count; i++) {
            p[i] = 1 - 2 / Math.fma(p[i], powers[i], 1);
        }
    }

    private static void tanhOfSmall(double[] xs, double[] small, int count) {
        for (int i = 0; i < count; i++) {
            double x = Math.abs(xs[i]);
            double z = x * x;
            double q = Math.fma(z, DoubleTanh.P11, DoubleTanh.P10);
            q = Math.fma(q, z, DoubleTanh.P9);
            q = Math.fma(q, z, DoubleTanh.P8);
            q = Math.fma(q, z, DoubleTanh.P7);
            q = Math.fma(q, z, DoubleTanh.P6);
            q = Math.fma(q, z, DoubleTanh.P5);
            q = Math.fma(q, z, DoubleTanh.P4);
            q = Math.fma(q, z, DoubleTanh.P3);
            q = Math.fma(q, z, DoubleTanh.P2);
            q = Math.fma(q, z, DoubleTanh.P1);
            q = Math.fma(q, z, DoubleTanh.P0);
            small[i] = Math.fma(z * x, q, x);
        }
    }
}
