package io.github.dlfs4j.ndarray.kernel.function;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;

/**
 * A function of {@code double} in a plain loop.
 *
 * @param function the function
 */
@AlsoFor(float.class)
record DoubleFunctionLoop(Function function) implements UnaryLoop<double[]> {
    @Override
    public void run(double[] a, double[] out, int from, int to) {
        switch (function) {
            case EXP -> DoubleExp.exp(a, out, from, to);
            case LOG -> DoubleLog.log(a, out, from, to);
            case SIN -> DoubleSines.sin(a, out, from, to);
            case COS -> DoubleSines.cos(a, out, from, to);
            case TANH -> DoubleTanh.tanh(a, out, from, to);
        }
    }
}
