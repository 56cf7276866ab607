package io.github.dlfs4j.ndarray.kernel;

/**
 * The softmax function of rows that follow one another from the start of an array. It gives the bits that maximum,
 * difference, exponential, sum and quotient give one after the other; for a short row those would spend their time on
 * everything but the row.
 */
public final class SoftmaxLoops {
    private SoftmaxLoops() {}

    /** Rows of {@code length} elements, at least 1; {@code out} may be {@code a}. */
    public static void softmax(Kernels kernels, float[] a, float[] out, int length, int rows) {
        float[] number = new float[1];
        for (int from = 0; from < rows * length; from += length) {
            number[0] = Float.NEGATIVE_INFINITY;
            kernels.maximum(a, from, from + length, number, 0);
            ScalarLoops.subtract(a, number, out, from, from + length);
        }
        kernels.exp(out, out, 0, rows * length);
        for (int from = 0; from < rows * length; from += length) {
            number[0] = 0;
            kernels.sum(out, from, from + length, number, 0);
            ScalarLoops.divide(out, number, out, from, from + length);
        }
    }

    /** Rows of {@code length} elements, at least 1; {@code out} may be {@code a}. */
    public static void softmax(Kernels kernels, double[] a, double[] out, int length, int rows) {
        double[] number = new double[1];
        for (int from = 0; from < rows * length; from += length) {
            number[0] = Double.NEGATIVE_INFINITY;
            kernels.maximum(a, from, from + length, number, 0);
            ScalarLoops.subtract(a, number, out, from, from + length);
        }
        kernels.exp(out, out, 0, rows * length);
        for (int from = 0; from < rows * length; from += length) {
            number[0] = 0;
            kernels.sum(out, from, from + length, number, 0);
            ScalarLoops.divide(out, number, out, from, from + length);
        }
    }
}
