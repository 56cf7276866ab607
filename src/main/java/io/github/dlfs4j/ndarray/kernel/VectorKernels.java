package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * {@link Kernels} with the Vector API. Only {@link KernelSelector} names this class, as a string, and only where module
 * {@code jdk.incubator.vector} is present.
 */
final class VectorKernels implements Kernels {
    private final PlainKernels plain = new PlainKernels();
    private final MatrixProduct<float[]> floatProduct;
    private final MatrixProduct<double[]> doubleProduct;

    /** Kernels that use vectors from the first product on. */
    VectorKernels() {
        this(new VectorFloatProduct(RowBlocks.configured()), new VectorDoubleProduct(RowBlocks.configured()));
    }

    private VectorKernels(MatrixProduct<float[]> floatProduct, MatrixProduct<double[]> doubleProduct) {
        this.floatProduct = floatProduct;
        this.doubleProduct = doubleProduct;
    }

    /** Kernels of the same results, which use vectors for products once that is faster. */
    VectorKernels warming() {
        RowBlocks rowBlocks = RowBlocks.configured();
        VectorFloatProduct floats = new VectorFloatProduct(rowBlocks);
        VectorDoubleProduct doubles = new VectorDoubleProduct(rowBlocks);
        return new VectorKernels(
                new WarmingProduct<>(floats, new FusedFloatProduct(rowBlocks, floats.order())),
                new WarmingProduct<>(doubles, new FusedDoubleProduct(rowBlocks, doubles.order())));
    }

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
        plain.log(a, out, from, to);
    }

    @Override
    public void log(double[] a, double[] out, int from, int to) {
        plain.log(a, out, from, to);
    }

    @Override
    public void tanh(float[] a, float[] out, int from, int to) {
        plain.tanh(a, out, from, to);
    }

    @Override
    public void tanh(double[] a, double[] out, int from, int to) {
        plain.tanh(a, out, from, to);
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
