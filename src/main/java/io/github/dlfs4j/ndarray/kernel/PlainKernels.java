package io.github.dlfs4j.ndarray.kernel;

/** {@link Kernels} in plain loops, for every virtual machine. */
final class PlainKernels implements Kernels {
    private final MatrixProduct<float[]> floatProduct;
    private final MatrixProduct<double[]> doubleProduct;

    /** The kernels for this processor. */
    PlainKernels() {
        this(FusedMultiplyAdd.isInstruction());
    }

    /**
     * Kernels for one of two kinds of processors.
     *
     * @param fused whether {@code Math.fma} is an instruction
     */
    PlainKernels(boolean fused) {
        RowBlocks rowBlocks = RowBlocks.configured();
        floatProduct = fused ? new FmaFloatProduct(rowBlocks) : new PlainFloatProduct(rowBlocks);
        doubleProduct = fused ? new FmaDoubleProduct(rowBlocks) : new PlainDoubleProduct(rowBlocks);
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public void exp(float[] a, float[] out, int from, int to) {
        FloatExp.exp(a, out, from, to);
    }

    @Override
    public void exp(double[] a, double[] out, int from, int to) {
        DoubleExp.exp(a, out, from, to);
    }

    @Override
    public void log(float[] a, float[] out, int from, int to) {
        FloatLog.log(a, out, from, to);
    }

    @Override
    public void log(double[] a, double[] out, int from, int to) {
        DoubleLog.log(a, out, from, to);
    }

    @Override
    public void tanh(float[] a, float[] out, int from, int to) {
        FloatTanh.tanh(a, out, from, to);
    }

    @Override
    public void tanh(double[] a, double[] out, int from, int to) {
        DoubleTanh.tanh(a, out, from, to);
    }

    @Override
    public void sigmoid(float[] a, float[] out, int from, int to) {
        FloatSigmoid.sigmoid(a, out, from, to);
    }

    @Override
    public void sigmoid(double[] a, double[] out, int from, int to) {
        DoubleSigmoid.sigmoid(a, out, from, to);
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
