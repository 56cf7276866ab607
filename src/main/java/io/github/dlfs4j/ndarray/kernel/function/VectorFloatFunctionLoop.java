package io.github.dlfs4j.ndarray.kernel.function;

import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;

/**
 * A function of {@code float} with the Vector API.
 *
 * @param function the function
 */
record VectorFloatFunctionLoop(Function function) implements UnaryLoop<float[]> {
    @Override
    public void run(float[] a, float[] out, int from, int to) {
        switch (function) {
            case EXP -> VectorFloatExp.exp(a, out, from, to);
            case LOG -> VectorFloatLog.log(a, out, from, to);
            case SIN -> VectorFloatSines.sin(a, out, from, to);
            case COS -> VectorFloatSines.cos(a, out, from, to);
            case TANH -> VectorFloatTanh.tanh(a, out, from, to);
        }
    }
}
