package io.github.dlfs4j.ndarray.kernel;

/**
 * {@link Kernels} with the Vector API. Only {@link KernelSelector} names this class, as a string, and only where module
 * {@code jdk.incubator.vector} is present.
 */
final class VectorKernels implements Kernels {
    static final String NAME = "vector";

    private final VectorFloatProduct floatProduct = new VectorFloatProduct(RowBlocks.configured());
    private final VectorDoubleProduct doubleProduct = new VectorDoubleProduct(RowBlocks.configured());

    /** Made when it is first asked for, since it takes the Vector API some 20 ms to get ready. */
    static VectorKernels instance() {
        return Instance.KERNELS;
    }

    private static final class Instance {
        static final VectorKernels KERNELS = new VectorKernels();
    }

    VectorProduct<float[]> floatProduct() {
        return floatProduct;
    }

    VectorProduct<double[]> doubleProduct() {
        return doubleProduct;
    }

    @Override
    public String name() {
        return NAME;
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
    public void sigmoid(float[] a, float[] out, int from, int to) {
        VectorFloatSigmoid.sigmoid(a, out, from, to);
    }

    @Override
    public void sigmoid(double[] a, double[] out, int from, int to) {
        VectorDoubleSigmoid.sigmoid(a, out, from, to);
    }

    @Override
    public void equal(float[] a, float[] b, boolean[] out, int from, int to) {
        VectorComparisons.equal(a, b, out, from, to);
    }

    @Override
    public void equal(double[] a, double[] b, boolean[] out, int from, int to) {
        VectorComparisons.equal(a, b, out, from, to);
    }

    @Override
    public void notEqual(float[] a, float[] b, boolean[] out, int from, int to) {
        VectorComparisons.notEqual(a, b, out, from, to);
    }

    @Override
    public void notEqual(double[] a, double[] b, boolean[] out, int from, int to) {
        VectorComparisons.notEqual(a, b, out, from, to);
    }

    @Override
    public void less(float[] a, float[] b, boolean[] out, int from, int to) {
        VectorComparisons.less(a, b, out, from, to);
    }

    @Override
    public void less(double[] a, double[] b, boolean[] out, int from, int to) {
        VectorComparisons.less(a, b, out, from, to);
    }

    @Override
    public void lessEqual(float[] a, float[] b, boolean[] out, int from, int to) {
        VectorComparisons.lessEqual(a, b, out, from, to);
    }

    @Override
    public void lessEqual(double[] a, double[] b, boolean[] out, int from, int to) {
        VectorComparisons.lessEqual(a, b, out, from, to);
    }

    @Override
    public void choose(boolean[] condition, float[] x, float[] y, float[] out, int from, int to) {
        VectorComparisons.choose(condition, x, y, out, from, to);
    }

    @Override
    public void choose(boolean[] condition, double[] x, double[] y, double[] out, int from, int to) {
        VectorComparisons.choose(condition, x, y, out, from, to);
    }

    @Override
    public void sum(float[] a, int from, int to, float[] result, int at) {
        VectorFloatSums.sum(a, from, to, result, at);
    }

    @Override
    public void addRows(float[] a, int from, int rows, float[] sums, int n) {
        VectorFloatReductions.addRows(a, from, rows, sums, n);
    }

    @Override
    public void maximum(float[] a, int from, int to, float[] result, int at) {
        result[at] = Math.max(result[at], VectorFloatReductions.maximum(a, from, to));
    }

    @Override
    public void minimum(float[] a, int from, int to, float[] result, int at) {
        result[at] = Math.min(result[at], VectorFloatReductions.minimum(a, from, to));
    }

    @Override
    public void argmax(float[] a, int from, int length, long[] positions, int at, int runs) {
        VectorFloatReductions.argmax(a, from, length, positions, at, runs);
    }

    @Override
    public void sum(double[] a, int from, int to, double[] result, int at) {
        VectorDoubleSums.sum(a, from, to, result, at);
    }

    @Override
    public void addRows(double[] a, int from, int rows, double[] sums, int n) {
        VectorDoubleReductions.addRows(a, from, rows, sums, n);
    }

    @Override
    public void maximum(double[] a, int from, int to, double[] result, int at) {
        result[at] = Math.max(result[at], VectorDoubleReductions.maximum(a, from, to));
    }

    @Override
    public void minimum(double[] a, int from, int to, double[] result, int at) {
        result[at] = Math.min(result[at], VectorDoubleReductions.minimum(a, from, to));
    }

    @Override
    public void argmax(double[] a, int from, int length, long[] positions, int at, int runs) {
        VectorDoubleReductions.argmax(a, from, length, positions, at, runs);
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
