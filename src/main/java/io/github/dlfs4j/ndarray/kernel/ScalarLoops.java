package io.github.dlfs4j.ndarray.kernel;

/**
 * The loops of arithmetic between an array and one number, as {@link ScalarLoop} describes them. Both kernels share
 * them: the JIT compiler makes SIMD code of these by itself.
 */
public final class ScalarLoops {
    private ScalarLoops() {}

    public static void add(float[] a, float[] b, float[] out, int from, int to) {
        float scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = a[i] + scalar;
        }
    }

    public static void add(double[] a, double[] b, double[] out, int from, int to) {
        double scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = a[i] + scalar;
        }
    }

    public static void add(long[] a, long[] b, long[] out, int from, int to) {
        long scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = a[i] + scalar;
        }
    }

    public static void subtract(float[] a, float[] b, float[] out, int from, int to) {
        float scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = a[i] - scalar;
        }
    }

    public static void subtract(double[] a, double[] b, double[] out, int from, int to) {
        double scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = a[i] - scalar;
        }
    }

    public static void subtract(long[] a, long[] b, long[] out, int from, int to) {
        long scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = a[i] - scalar;
        }
    }

    public static void subtractFrom(float[] a, float[] b, float[] out, int from, int to) {
        float scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = scalar - a[i];
        }
    }

    public static void subtractFrom(double[] a, double[] b, double[] out, int from, int to) {
        double scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = scalar - a[i];
        }
    }

    public static void subtractFrom(long[] a, long[] b, long[] out, int from, int to) {
        long scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = scalar - a[i];
        }
    }

    public static void multiply(float[] a, float[] b, float[] out, int from, int to) {
        float scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = a[i] * scalar;
        }
    }

    public static void multiply(double[] a, double[] b, double[] out, int from, int to) {
        double scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = a[i] * scalar;
        }
    }

    public static void multiply(long[] a, long[] b, long[] out, int from, int to) {
        long scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = a[i] * scalar;
        }
    }

    public static void divide(float[] a, float[] b, float[] out, int from, int to) {
        float scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = a[i] / scalar;
        }
    }

    public static void divide(double[] a, double[] b, double[] out, int from, int to) {
        double scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = a[i] / scalar;
        }
    }

    public static void divideInto(float[] a, float[] b, float[] out, int from, int to) {
        float scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = scalar / a[i];
        }
    }

    public static void divideInto(double[] a, double[] b, double[] out, int from, int to) {
        double scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = scalar / a[i];
        }
    }

    public static void maximum(float[] a, float[] b, float[] out, int from, int to) {
        float scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = Math.max(a[i], scalar);
        }
    }

    public static void maximum(double[] a, double[] b, double[] out, int from, int to) {
        double scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = Math.max(a[i], scalar);
        }
    }

    public static void maximum(long[] a, long[] b, long[] out, int from, int to) {
        long scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = Math.max(a[i], scalar);
        }
    }

    public static void minimum(float[] a, float[] b, float[] out, int from, int to) {
        float scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = Math.min(a[i], scalar);
        }
    }

    public static void minimum(double[] a, double[] b, double[] out, int from, int to) {
        double scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = Math.min(a[i], scalar);
        }
    }

    public static void minimum(long[] a, long[] b, long[] out, int from, int to) {
        long scalar = b[0];
        for (int i = from; i < to; i++) {
            out[i] = Math.min(a[i], scalar);
        }
    }
}
