package io.github.dlfs4j.ndarray.kernel;

/** The results of {@link VectorKernels}, bit for bit, in plain loops. They serve until the vector code is compiled. */
final class FusedKernels implements Kernels {
    private final FusedFloatProduct floatProduct;
    private final FusedDoubleProduct doubleProduct;

    /**
     * Kernels in the place of vectors.
     *
     * @param vectorBits the length of a vector
     */
    FusedKernels(int vectorBits) {
        RowBlocks rowBlocks = RowBlocks.configured();
        floatProduct = new FusedFloatProduct(rowBlocks, new SummationOrder(vectorBits / Float.SIZE));
        doubleProduct = new FusedDoubleProduct(rowBlocks, new SummationOrder(vectorBits / Double.SIZE));
    }

    FusedFloatProduct floatProduct() {
        return floatProduct;
    }

    FusedDoubleProduct doubleProduct() {
        return doubleProduct;
    }

    @Override
    public String name() {
        return "fused";
    }

    @Override
    public void exp(float[] a, float[] out, int from, int to) {
        FusedFloatFunctions.exp(a, out, from, to);
    }

    @Override
    public void exp(double[] a, double[] out, int from, int to) {
        FusedDoubleFunctions.exp(a, out, from, to);
    }

    @Override
    public void log(float[] a, float[] out, int from, int to) {
        FusedFloatFunctions.log(a, out, from, to);
    }

    @Override
    public void log(double[] a, double[] out, int from, int to) {
        FusedDoubleFunctions.log(a, out, from, to);
    }

    @Override
    public void tanh(float[] a, float[] out, int from, int to) {
        FusedFloatFunctions.tanh(a, out, from, to);
    }

    @Override
    public void tanh(double[] a, double[] out, int from, int to) {
        FusedDoubleFunctions.tanh(a, out, from, to);
    }

    @Override
    public void sigmoid(float[] a, float[] out, int from, int to) {
        FusedFloatFunctions.sigmoid(a, out, from, to);
    }

    @Override
    public void sigmoid(double[] a, double[] out, int from, int to) {
        FusedDoubleFunctions.sigmoid(a, out, from, to);
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
