package io.github.dlfs4j.ndarray.kernel;

/**
 * The loops of arithmetic on {@code float}, {@code double} and {@code long}, as {@link BinaryLoop} and
 * {@link UnaryLoop} describe them. Both kernels share them: the JIT compiler makes SIMD code of these by itself.
 */
public final class ArithmeticLoops {
    private ArithmeticLoops() {}

    public static void add(float[] a, float[] b, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] + b[i];
        }
    }

    public static void add(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] + b[i];
        }
    }

    public static void add(long[] a, long[] b, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] + b[i];
        }
    }

    public static void subtract(float[] a, float[] b, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] - b[i];
        }
    }

    public static void subtract(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] - b[i];
        }
    }

    public static void subtract(long[] a, long[] b, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] - b[i];
        }
    }

    public static void multiply(float[] a, float[] b, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] * b[i];
        }
    }

    public static void multiply(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] * b[i];
        }
    }

    public static void multiply(long[] a, long[] b, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] * b[i];
        }
    }

    public static void divide(float[] a, float[] b, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] / b[i];
        }
    }

    public static void divide(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] / b[i];
        }
    }

    public static void maximum(float[] a, float[] b, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.max(a[i], b[i]);
        }
    }

    public static void maximum(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.max(a[i], b[i]);
        }
    }

    public static void maximum(long[] a, long[] b, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.max(a[i], b[i]);
        }
    }

    public static void minimum(float[] a, float[] b, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.min(a[i], b[i]);
        }
    }

    public static void minimum(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.min(a[i], b[i]);
        }
    }

    public static void minimum(long[] a, long[] b, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.min(a[i], b[i]);
        }
    }

    public static void power(float[] a, float[] b, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = (float) power(a[i], b[i]);
        }
    }

    public static void power(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = power(a[i], b[i]);
        }
    }

    public static void power(long[] a, long[] b, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = power(a[i], b[i]);
        }
    }

    /**
     * As C's {@code pow}: 1 to any power, NaN too, and -1 to an infinite one are 1, where Java has NaN. What the JVM
     * puts in the place of {@code Math.pow} tells odd exponents from 2<sup>51</sup> up to 2<sup>52</sup> by a wrong
     * bit, which shows where the base is -0.0 or minus infinity.
     */
    private static double power(double base, double exponent) {
        if (base == 1 || (base == -1 && Double.isInfinite(exponent))) {
            return 1;
        }
        boolean isMisjudged = Math.abs(exponent) >= 0x1p51 && (base == 0 || base == Double.NEGATIVE_INFINITY);
        return isMisjudged ? StrictMath.pow(base, exponent) : Math.pow(base, exponent);
    }

    /** Square and multiply; wraps as every product of longs does. The exponent is not negative. */
    private static long power(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }

    public static void negative(float[] a, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = -a[i];
        }
    }

    public static void negative(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = -a[i];
        }
    }

    public static void negative(long[] a, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = -a[i];
        }
    }

    public static void absolute(float[] a, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.abs(a[i]);
        }
    }

    public static void absolute(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.abs(a[i]);
        }
    }

    public static void absolute(long[] a, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.abs(a[i]);
        }
    }

    public static void square(float[] a, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] * a[i];
        }
    }

    public static void square(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] * a[i];
        }
    }

    public static void square(long[] a, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] * a[i];
        }
    }

    public static void sign(float[] a, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = sign(a[i]);
        }
    }

    public static void sign(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = sign(a[i]);
        }
    }

    public static void sign(long[] a, long[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Long.signum(a[i]);
        }
    }

    /** 0 for both zeros, NaN for NaN. */
    private static float sign(float x) {
        return x == 0 ? 0 : Math.signum(x);
    }

    public static void sqrt(float[] a, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = (float) Math.sqrt(a[i]);
        }
    }

    /** 0 for both zeros, NaN for NaN. */
    private static double sign(double x) {
        return x == 0 ? 0 : Math.signum(x);
    }

    public static void sqrt(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.sqrt(a[i]);
        }
    }

    public static void sin(float[] a, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = (float) Math.sin(a[i]);
        }
    }

    public static void sin(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.sin(a[i]);
        }
    }

    public static void cos(float[] a, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = (float) Math.cos(a[i]);
        }
    }

    public static void cos(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.cos(a[i]);
        }
    }
}
