package io.github.dlfs4j.ndarray.kernel.function;

import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;
import io.github.dlfs4j.ndarray.kernel.warmup.WarmUp;
import java.lang.reflect.Array;
import java.util.List;

/**
 * The warm-up of the functions that have a loop with the Vector API. Most functions of {@code double} have none,
 * because they look up a table, which is faster one number at a time.
 */
final class FunctionWarmUp extends WarmUp {
    /** That of {@code double}. */
    static final WarmUp DOUBLE = new FunctionWarmUp(true);

    /** That of {@code float}. */
    static final WarmUp FLOAT = new FunctionWarmUp(false);

    private final boolean isDouble;

    private FunctionWarmUp(boolean isDouble) {
        super(ELEMENTS_THAT_PAY);
        this.isDouble = isDouble;
    }

    @Override
    protected List<Sample> samples() {
        return isDouble ? ofDouble() : ofFloat();
    }

    private static List<Sample> ofDouble() {
        double[] x = numbers(new double[SAMPLE]);
        return List.of(
                sample(x, VectorDoubleLog::log, DoubleLog::logInBlocks),
                sample(x, VectorDoubleTanh::tanh, DoubleTanh::tanhOneByOne));
    }

    private static List<Sample> ofFloat() {
        float[] x = numbers(new float[SAMPLE]);
        return List.of(
                sample(x, VectorFloatExp::exp, FloatExp::expInBlocks),
                sample(x, VectorFloatLog::log, FloatLog::logInBlocks),
                sample(x, VectorFloatSines::sin, FloatSines::sinInBlocks),
                sample(x, VectorFloatSines::cos, FloatSines::cosInBlocks),
                sample(x, VectorFloatTanh::tanh, FloatTanh::tanhOneByOne));
    }

    private static <A> A numbers(A array) {
        for (int i = 0; i < SAMPLE; i++) {
            Array.setFloat(array, i, (i % 100 + 1) / 50f);
        }
        return array;
    }

    @SuppressWarnings("unchecked")
    private static <A> Sample sample(A x, UnaryLoop<A> vector, UnaryLoop<A> plain) {
        A out = (A) Array.newInstance(x.getClass().getComponentType(), SAMPLE);
        return new Sample(
                () -> vector.run(x, out, 0, SAMPLE), () -> plain.run(x, out, 0, SAMPLE), List.of(x), List.of(out));
    }
}
