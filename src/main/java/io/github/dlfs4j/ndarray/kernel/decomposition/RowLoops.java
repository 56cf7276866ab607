package io.github.dlfs4j.ndarray.kernel.decomposition;

/**
 * The loops over vectors, each of which is an array of its own and is used from one index to another. The JIT compiler
 * turns a loop into SIMD code only if all its arrays share one index. Sums have eight chains: element i is added to
 * chain i - from modulo 8.
 */
final class RowLoops {
    private static final int CHAINS = 8;

    private RowLoops() {}

    /** Returns the dot product of two vectors. */
    static double dot(double[] x, double[] y, int from, int end) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = from;
        for (; i + CHAINS <= end; i += CHAINS) {
            s0 += x[i] * y[i];
            s1 += x[i + 1] * y[i + 1];
            s2 += x[i + 2] * y[i + 2];
            s3 += x[i + 3] * y[i + 3];
            s4 += x[i + 4] * y[i + 4];
            s5 += x[i + 5] * y[i + 5];
            s6 += x[i + 6] * y[i + 6];
            s7 += x[i + 7] * y[i + 7];
        }
        double rest = 0;
        for (; i < end; i++) {
            rest += x[i] * y[i];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)) + rest;
    }

    /** Returns the largest magnitude; NaN if there is one. */
    static double largest(double[] x, int from, int end) {
        double largest = 0;
        for (int i = from; i < end; i++) {
            largest = Math.max(largest, Math.abs(x[i]));
        }
        return largest;
    }

    /** Adds multiples of the first rows to a vector: {@code y += factors[0] * rows[0] + …}, four rows at a time. */
    static void addMultiples(double[] factors, double[][] rows, int count, double[] y, int from, int end) {
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            addFour(rows[k], rows[k + 1], rows[k + 2], rows[k + 3], factors, k, y, from, end);
        }
        for (; k < count; k++) {
            addMultiple(factors[k], rows[k], y, from, end);
        }
    }

    private static void addFour(
            double[] x0,
            double[] x1,
            double[] x2,
            double[] x3,
            double[] factors,
            int k,
            double[] y,
            int from,
            int end) {
        double f0 = factors[k];
        double f1 = factors[k + 1];
        double f2 = factors[k + 2];
        double f3 = factors[k + 3];
        for (int i = from; i < end; i++) {
            y[i] += (f0 * x0[i] + f1 * x1[i]) + (f2 * x2[i] + f3 * x3[i]);
        }
    }

    /** Adds a multiple of a vector to another: {@code y += factor * x}. */
    static void addMultiple(double factor, double[] x, double[] y, int from, int end) {
        for (int i = from; i < end; i++) {
            y[i] += factor * x[i];
        }
    }

    /** Multiplies a vector by a number. */
    static void scale(double factor, double[] x, int from, int end) {
        for (int i = from; i < end; i++) {
            x[i] *= factor;
        }
    }

    /** Multiplies a vector by a power of two. */
    static void scaleByPower(double[] x, int exponent, int from, int end) {
        for (int i = from; i < end; i++) {
            x[i] = Math.scalb(x[i], exponent);
        }
    }

    /** Divides a vector by a number. */
    static void divide(double[] x, double divisor, int from, int end) {
        for (int i = from; i < end; i++) {
            x[i] /= divisor;
        }
    }

    /** Rotates two vectors in their plane: {@code x, y = cosine x + sine y, cosine y - sine x}. */
    static void rotate(double[] x, double[] y, double cosine, double sine, int from, int end) {
        for (int i = from; i < end; i++) {
            double first = x[i];
            double second = y[i];
            x[i] = cosine * first + sine * second;
            y[i] = cosine * second - sine * first;
        }
    }
}
