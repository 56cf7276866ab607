package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleAngleLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleQuotientLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleRoundingLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;
import io.github.dlfs4j.ndarray.kernel.function.DoubleFunctions;
import io.github.dlfs4j.ndarray.kernel.function.DoubleSigmoid;
import io.github.dlfs4j.ndarray.kernel.function.Function;

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
            case FLOOR -> DoubleRoundingLoops.floor(a, out, from, to);
            case CEIL -> DoubleRoundingLoops.ceil(a, out, from, to);
            case TRUNC -> DoubleRoundingLoops.trunc(a, out, from, to);
            case RINT -> DoubleRoundingLoops.rint(a, out, from, to);
            case DEG2RAD -> DoubleAngleLoops.toRadians(a, out, from, to);
            case RAD2DEG -> DoubleAngleLoops.toDegrees(a, out, from, to);
            case SQRT -> DoubleQuotientLoops.sqrt(a, out, from, to);
            case EXP -> run(Function.EXP, a, out, from, to);
            case LOG -> run(Function.LOG, a, out, from, to);
            case SIN -> run(Function.SIN, a, out, from, to);
            case COS -> run(Function.COS, a, out, from, to);
            case TANH -> run(Function.TANH, a, out, from, to);
            case SIGMOID -> DoubleSigmoid.sigmoid(a, out, from, to);
        }
    }

    private static void run(Function function, double[] a, double[] out, int from, int to) {
        DoubleFunctions.fastest(function, to - from).run(a, out, from, to);
    }
}
