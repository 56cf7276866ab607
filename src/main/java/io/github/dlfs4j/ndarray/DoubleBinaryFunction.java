package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.BinaryLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleDivisionLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleNumberLoops;
import io.github.dlfs4j.ndarray.kernel.function.DoublePairLoops;

/**
 * The loop of a {@link BinaryFunction} on {@code double}.
 *
 * @param function the function
 */
@AlsoFor(float.class)
record DoubleBinaryFunction(BinaryFunction function) implements BinaryLoops<double[], double[]> {
    @Override
    public void run(double[] a, double[] b, double[] out, int from, int to) {
        switch (function) {
            case FLOOR_DIVIDE -> DoubleDivisionLoops.floorDivide(a, b, out, from, to);
            case REMAINDER -> DoubleDivisionLoops.remainder(a, b, out, from, to);
            case FMOD -> DoubleDivisionLoops.fmod(a, b, out, from, to);
            case FMAX -> DoubleNumberLoops.fmax(a, b, out, from, to);
            case FMIN -> DoubleNumberLoops.fmin(a, b, out, from, to);
            case COPYSIGN -> DoubleNumberLoops.copysign(a, b, out, from, to);
            case NEXTAFTER -> DoubleNumberLoops.nextafter(a, b, out, from, to);
            case LOGADDEXP -> DoublePairLoops.logaddexp(a, b, out, from, to);
            case ARCTAN2 -> DoublePairLoops.arctan2(a, b, out, from, to);
            case HYPOT -> DoublePairLoops.hypot(a, b, out, from, to);
        }
    }
}
