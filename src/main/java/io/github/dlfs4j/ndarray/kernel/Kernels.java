package io.github.dlfs4j.ndarray.kernel;

/**
 * The operations that are worth two implementations: one in plain loops, one with the Vector API. They see raw arrays
 * and know nothing of dtypes, shapes or views. {@link KernelSelector} picks the implementation.
 *
 * <p>Element-wise operations are as {@link UnaryLoop} describes: {@code out[i] = f(a[i])} for {@code from <= i < to}.
 */
public interface Kernels extends ComparisonKernels, ReductionKernels {
    /**
     * The name of this implementation.
     *
     * @return {@code plain} or {@code vector}
     */
    String name();

    /** e<sup>x</sup>, at most 1 ulp off. */
    void exp(float[] a, float[] out, int from, int to);

    /** e<sup>x</sup>, at most 1 ulp off. */
    void exp(double[] a, double[] out, int from, int to);

    /** The natural logarithm, at most 1 ulp off. */
    void log(float[] a, float[] out, int from, int to);

    /** The natural logarithm, at most 1 ulp off. */
    void log(double[] a, double[] out, int from, int to);

    /** The hyperbolic tangent, at most 1.5 ulp off. */
    void tanh(float[] a, float[] out, int from, int to);

    /** The hyperbolic tangent, at most 1.5 ulp off. */
    void tanh(double[] a, double[] out, int from, int to);

    /**
     * The sigmoid function 1 / (1 + e<sup>-x</sup>), with the bits that the four operations give one after the other.
     */
    void sigmoid(float[] a, float[] out, int from, int to);

    /**
     * The sigmoid function 1 / (1 + e<sup>-x</sup>), with the bits that the four operations give one after the other.
     */
    void sigmoid(double[] a, double[] out, int from, int to);

    /**
     * The matrix product {@code c = a b} of float.
     *
     * @param a m by k, in any layout
     * @param b k by n, in any layout
     * @param c m by n, in C order without gaps; it is overwritten, and shares no memory with a and b
     */
    void multiplyFloats(Matrix<float[]> a, Matrix<float[]> b, Matrix<float[]> c);

    /**
     * The matrix product {@code c = a b} of double.
     *
     * @param a m by k, in any layout
     * @param b k by n, in any layout
     * @param c m by n, in C order without gaps; it is overwritten, and shares no memory with a and b
     */
    void multiplyDoubles(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c);
}
