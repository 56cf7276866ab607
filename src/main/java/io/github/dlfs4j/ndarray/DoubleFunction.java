package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleUnaryLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;
import io.github.dlfs4j.ndarray.kernel.function.DoubleExp;
import io.github.dlfs4j.ndarray.kernel.function.DoubleLog;
import io.github.dlfs4j.ndarray.kernel.function.DoubleSigmoid;
import io.github.dlfs4j.ndarray.kernel.function.DoubleSines;
import io.github.dlfs4j.ndarray.kernel.function.DoubleTanh;

/**
 * The loop of a {@link UnaryFunction} on {@code double}.
 *
 * @param function the function
 */
@AlsoFor(float.class)
record DoubleFunction(UnaryFunction function) implements UnaryLoop<double[]> {
    @Override
    public void run(double[] a, double[] out, int from, int to) {
        switch (function) {
            case NEGATIVE -> DoubleArithmeticLoops.negative(a, out, from, to);
            case ABSOLUTE -> DoubleArithmeticLoops.absolute(a, out, from, to);
            case SQUARE -> DoubleArithmeticLoops.square(a, out, from, to);
            case SIGN -> DoubleArithmeticLoops.sign(a, out, from, to);
            case FLOOR -> DoubleUnaryLoops.floor(a, out, from, to);
            case CEIL -> DoubleUnaryLoops.ceil(a, out, from, to);
            case TRUNC -> DoubleUnaryLoops.trunc(a, out, from, to);
            case RINT -> DoubleUnaryLoops.rint(a, out, from, to);
            case DEG2RAD -> DoubleUnaryLoops.toRadians(a, out, from, to);
            case RAD2DEG -> DoubleUnaryLoops.toDegrees(a, out, from, to);
            case SQRT -> DoubleUnaryLoops.sqrt(a, out, from, to);
            case EXP -> DoubleExp.exp(a, out, from, to);
            case LOG -> DoubleLog.log(a, out, from, to);
            case SIN -> DoubleSines.sin(a, out, from, to);
            case COS -> DoubleSines.cos(a, out, from, to);
            case TANH -> DoubleTanh.tanh(a, out, from, to);
            case SIGMOID -> DoubleSigmoid.sigmoid(a, out, from, to);
        }
    }
}
