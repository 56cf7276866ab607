package io.github.dlfs4j.ndarray.kernel;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * {@link VectorKernels} that {@link FusedKernels}, of the same bits, stand in for until they are warm. Each kind of
 * operation warms up for itself, so that a program compiles no vector code that it makes little use of.
 */
final class WarmingKernels implements Kernels {
    /** Of elements: plain code computes some 10<sup>9</sup> a second. */
    private static final long WORK_THAT_PAYS = (long) (1e9 * WarmUp.SECONDS_THAT_PAY);

    private final Kernels plain;
    private final MatrixProduct<float[]> floatProduct;
    private final MatrixProduct<double[]> doubleProduct;
    private final WarmUp expOfFloats;
    private final WarmUp sigmoidOfFloats;
    private final WarmUp logOfFloats;
    private final WarmUp tanhOfFloats;
    private final WarmUp comparisonOfFloats;
    private final WarmUp reductionOfFloats;
    private final WarmUp expOfDoubles;
    private final WarmUp sigmoidOfDoubles;
    private final WarmUp logOfDoubles;
    private final WarmUp tanhOfDoubles;
    private final WarmUp comparisonOfDoubles;
    private final WarmUp reductionOfDoubles;

    /**
     * Kernels that have not begun to warm up.
     *
     * @param vectorBits the length of a vector
     */
    WarmingKernels(int vectorBits) {
        FusedKernels fused = new FusedKernels(vectorBits);
        plain = fused;
        floatProduct = new WarmingFloatProduct(fused.floatProduct());
        doubleProduct = new WarmingDoubleProduct(fused.doubleProduct());
        expOfFloats = floats(WarmedOperation.EXP);
        sigmoidOfFloats = floats(WarmedOperation.SIGMOID);
        logOfFloats = floats(WarmedOperation.LOG);
        tanhOfFloats = floats(WarmedOperation.TANH);
        comparisonOfFloats = floats(WarmedOperation.COMPARISON);
        reductionOfFloats = floats(WarmedOperation.REDUCTION);
        expOfDoubles = doubles(WarmedOperation.EXP);
        sigmoidOfDoubles = doubles(WarmedOperation.SIGMOID);
        logOfDoubles = doubles(WarmedOperation.LOG);
        tanhOfDoubles = doubles(WarmedOperation.TANH);
        comparisonOfDoubles = doubles(WarmedOperation.COMPARISON);
        reductionOfDoubles = doubles(WarmedOperation.REDUCTION);
    }

    private WarmUp floats(WarmedOperation operation) {
        return warmUp(() -> FloatSamples.of(operation));
    }

    private WarmUp doubles(WarmedOperation operation) {
        return warmUp(() -> DoubleSamples.of(operation));
    }

    private WarmUp warmUp(Supplier<List<Consumer<Kernels>>> uses) {
        return new WarmUp(
                WORK_THAT_PAYS,
                () -> uses.get().stream()
                        .map(use -> new KernelSample(use, plain))
                        .toList());
    }

    private Kernels fasterOf(WarmUp warmUp, long elements) {
        return warmUp.isOver(elements) ? VectorKernels.instance() : plain;
    }

    @Override
    public String name() {
        return VectorKernels.NAME;
    }

    @Override
    public void exp(float[] a, float[] out, int from, int to) {
        fasterOf(expOfFloats, to - from).exp(a, out, from, to);
    }

    @Override
    public void sigmoid(float[] a, float[] out, int from, int to) {
        fasterOf(sigmoidOfFloats, to - from).sigmoid(a, out, from, to);
    }

    @Override
    public void log(float[] a, float[] out, int from, int to) {
        fasterOf(logOfFloats, to - from).log(a, out, from, to);
    }

    @Override
    public void tanh(float[] a, float[] out, int from, int to) {
        fasterOf(tanhOfFloats, to - from).tanh(a, out, from, to);
    }

    @Override
    public void exp(double[] a, double[] out, int from, int to) {
        fasterOf(expOfDoubles, to - from).exp(a, out, from, to);
    }

    @Override
    public void sigmoid(double[] a, double[] out, int from, int to) {
        fasterOf(sigmoidOfDoubles, to - from).sigmoid(a, out, from, to);
    }

    @Override
    public void log(double[] a, double[] out, int from, int to) {
        fasterOf(logOfDoubles, to - from).log(a, out, from, to);
    }

    @Override
    public void tanh(double[] a, double[] out, int from, int to) {
        fasterOf(tanhOfDoubles, to - from).tanh(a, out, from, to);
    }

    @Override
    public void equal(float[] a, float[] b, boolean[] out, int from, int to) {
        fasterOf(comparisonOfFloats, to - from).equal(a, b, out, from, to);
    }

    @Override
    public void notEqual(float[] a, float[] b, boolean[] out, int from, int to) {
        fasterOf(comparisonOfFloats, to - from).notEqual(a, b, out, from, to);
    }

    @Override
    public void less(float[] a, float[] b, boolean[] out, int from, int to) {
        fasterOf(comparisonOfFloats, to - from).less(a, b, out, from, to);
    }

    @Override
    public void lessEqual(float[] a, float[] b, boolean[] out, int from, int to) {
        fasterOf(comparisonOfFloats, to - from).lessEqual(a, b, out, from, to);
    }

    @Override
    public void choose(boolean[] condition, float[] x, float[] y, float[] out, int from, int to) {
        fasterOf(comparisonOfFloats, to - from).choose(condition, x, y, out, from, to);
    }

    @Override
    public void equal(double[] a, double[] b, boolean[] out, int from, int to) {
        fasterOf(comparisonOfDoubles, to - from).equal(a, b, out, from, to);
    }

    @Override
    public void notEqual(double[] a, double[] b, boolean[] out, int from, int to) {
        fasterOf(comparisonOfDoubles, to - from).notEqual(a, b, out, from, to);
    }

    @Override
    public void less(double[] a, double[] b, boolean[] out, int from, int to) {
        fasterOf(comparisonOfDoubles, to - from).less(a, b, out, from, to);
    }

    @Override
    public void lessEqual(double[] a, double[] b, boolean[] out, int from, int to) {
        fasterOf(comparisonOfDoubles, to - from).lessEqual(a, b, out, from, to);
    }

    @Override
    public void choose(boolean[] condition, double[] x, double[] y, double[] out, int from, int to) {
        fasterOf(comparisonOfDoubles, to - from).choose(condition, x, y, out, from, to);
    }

    @Override
    public void sum(float[] a, int from, int to, float[] result, int at) {
        fasterOf(reductionOfFloats, to - from).sum(a, from, to, result, at);
    }

    @Override
    public void maximum(float[] a, int from, int to, float[] result, int at) {
        fasterOf(reductionOfFloats, to - from).maximum(a, from, to, result, at);
    }

    @Override
    public void minimum(float[] a, int from, int to, float[] result, int at) {
        fasterOf(reductionOfFloats, to - from).minimum(a, from, to, result, at);
    }

    @Override
    public void addRows(float[] a, int from, int rows, float[] sums, int n) {
        fasterOf(reductionOfFloats, (long) rows * n).addRows(a, from, rows, sums, n);
    }

    @Override
    public void argmax(float[] a, int from, int length, long[] positions, int at, int runs) {
        fasterOf(reductionOfFloats, (long) length * runs).argmax(a, from, length, positions, at, runs);
    }

    @Override
    public void sum(double[] a, int from, int to, double[] result, int at) {
        fasterOf(reductionOfDoubles, to - from).sum(a, from, to, result, at);
    }

    @Override
    public void maximum(double[] a, int from, int to, double[] result, int at) {
        fasterOf(reductionOfDoubles, to - from).maximum(a, from, to, result, at);
    }

    @Override
    public void minimum(double[] a, int from, int to, double[] result, int at) {
        fasterOf(reductionOfDoubles, to - from).minimum(a, from, to, result, at);
    }

    @Override
    public void addRows(double[] a, int from, int rows, double[] sums, int n) {
        fasterOf(reductionOfDoubles, (long) rows * n).addRows(a, from, rows, sums, n);
    }

    @Override
    public void argmax(double[] a, int from, int length, long[] positions, int at, int runs) {
        fasterOf(reductionOfDoubles, (long) length * runs).argmax(a, from, length, positions, at, runs);
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
