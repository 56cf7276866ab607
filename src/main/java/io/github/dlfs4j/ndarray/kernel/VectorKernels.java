package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * {@link Kernels} with the Vector API. Only {@link KernelSelector} names this class, as a string, and only where module
 * {@code jdk.incubator.vector} is present.
 */
final class VectorKernels implements Kernels {
    private final VectorFloatProduct floatProduct = new VectorFloatProduct();
    private final VectorDoubleProduct doubleProduct = new VectorDoubleProduct();

    /** The length of a vector on this processor. */
    int vectorBits() {
        return FloatVector.SPECIES_PREFERRED.vectorBitSize();
    }

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public void exp(float[] a, float[] out, int from, int to) {
        VectorFloatExp.exp(a, out, from, to);
    }

    @Override
    public void exp(double[] a, double[] out, int from, int to) {
        VectorDoubleExp.exp(a, out, from, to);
    }

    @Override
    public void log(float[] a, float[] out, int from, int to) {
        VectorFloatLog.log(a, out, from, to);
    }

    @Override
    public void log(double[] a, double[] out, int from, int to) {
        VectorDoubleLog.log(a, out, from, to);
    }

    @Override
    public void tanh(float[] a, float[] out, int from, int to) {
        VectorFloatTanh.tanh(a, out, from, to);
    }

    @Override
    public void tanh(double[] a, double[] out, int from, int to) {
        VectorDoubleTanh.tanh(a, out, from, to);
    }

    @Override
    public void multiplyFloats(Matrix<float[]> a, Matrix<float[]> b, Matrix<float[]> c) {
        floatProduct.multiply(a, b, c);
    }

    @Override
    public void multiplyDoubles(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        doubleProduct.multiply(a, b, c);
    }
}
