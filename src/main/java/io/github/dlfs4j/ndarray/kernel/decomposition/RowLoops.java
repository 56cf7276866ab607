package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.RowPool;

/**
 * The loops over rows or other vectors, each of which is an array of its own and is used from one index to another. The
 * JIT compiler turns a loop into SIMD code only if all its arrays share one index. Products and sums are rounded one by
 * one.
 */
final class RowLoops {
    /** Rows for a block of a matrix. */
    static final RowPool<double[]> POOL = new RowPool<>(double.class);

    /** The rows that are added in one loop. */
    static final int GROUP = 4;

    private static final int CHAINS = 8;

    /** Returns the length of a row in the pool that holds some columns. */
    static int rowLength(int columns) {
        return RowPool.rowLength(columns, Double.BYTES);
    }

    /** Returns the dot product of two vectors. Its sum has eight chains: element i is in chain i - from modulo 8. */
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

    /**
     * Adds rows, each times its factor, to a sum, one after the other.
     *
     * @param rows the rows
     * @param factors the factor of each
     * @param first the first row to add
     * @param end the row after the last
     * @param sum changes between two columns
     * @param from the first of these columns
     * @param to the column after the last
     */
    static void addMultiples(double[][] rows, double[] factors, int first, int end, double[] sum, int from, int to) {
        int k = first;
        for (; k + GROUP <= end; k += GROUP) {
            addFour(rows, factors, k, sum, from, to);
        }
        for (; k < end; k++) {
            addMultiple(factors[k], rows[k], sum, from, to);
        }
    }

    private static void addFour(double[][] rows, double[] factors, int k, double[] sum, int from, int to) {
        double[] row0 = rows[k];
        double[] row1 = rows[k + 1];
        double[] row2 = rows[k + 2];
        double[] row3 = rows[k + 3];
        double x0 = factors[k];
        double x1 = factors[k + 1];
        double x2 = factors[k + 2];
        double x3 = factors[k + 3];
        for (int j = from; j < to; j++) {
            sum[j] = sum[j] + x0 * row0[j] + x1 * row1[j] + x2 * row2[j] + x3 * row3[j];
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

    /** Subtracts a vector from another. */
    static void subtract(double[] other, double[] row, int from, int to) {
        for (int j = from; j < to; j++) {
            row[j] -= other[j];
        }
    }

    /** Divides a vector by a number: multiplies by the reciprocal, as LAPACK does, unless that loses digits. */
    static void divide(double[] row, double divisor, int from, int to) {
        double reciprocal = 1 / divisor;
        if (Math.abs(divisor) < Double.MIN_NORMAL || Math.abs(reciprocal) < Double.MIN_NORMAL) {
            for (int j = from; j < to; j++) {
                row[j] /= divisor;
            }
            return;
        }
        for (int j = from; j < to; j++) {
            row[j] *= reciprocal;
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
