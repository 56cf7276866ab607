package io.github.dlfs4j.ndarray.kernel.function;

import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;

/**
 * A function of {@code double} with the Vector API.
 *
 * @param function a {@linkplain Function#isVectorised vectorised} function
 */
record VectorDoubleFunctionLoop(Function function) implements UnaryLoop<double[]> {
    @Override
    public void run(double[] a, double[] out, int from, int to) {
        switch (function) {
            case LOG -> VectorDoubleLog.log(a, out, from, to);
            case TANH -> VectorDoubleTanh.tanh(a, out, from, to);
            case EXP, SIN, COS -> throw new AssertionError(function);
        }
    }
}
