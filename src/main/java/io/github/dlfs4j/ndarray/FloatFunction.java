package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.ArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.KernelSelector;
import io.github.dlfs4j.ndarray.kernel.Kernels;
import io.github.dlfs4j.ndarray.kernel.UnaryLoop;

/**
 * The loop of a {@link UnaryFunction} on {@code float}.
 *
 * @param function which one
 */
record FloatFunction(UnaryFunction function) implements UnaryLoop<float[]> {
    private static final Kernels KERNELS = KernelSelector.selected();

    @Override
    public void run(float[] a, float[] out, int from, int to) {
        switch (function) {
            case NEGATIVE -> ArithmeticLoops.negative(a, out, from, to);
            case ABSOLUTE -> ArithmeticLoops.absolute(a, out, from, to);
            case SQUARE -> ArithmeticLoops.square(a, out, from, to);
            case SIGN -> ArithmeticLoops.sign(a, out, from, to);
            case SQRT -> ArithmeticLoops.sqrt(a, out, from, to);
            case EXP -> KERNELS.exp(a, out, from, to);
            case LOG -> KERNELS.log(a, out, from, to);
            case SIN -> ArithmeticLoops.sin(a, out, from, to);
            case COS -> ArithmeticLoops.cos(a, out, from, to);
            case TANH -> KERNELS.tanh(a, out, from, to);
            case SIGMOID -> KERNELS.sigmoid(a, out, from, to);
        }
    }
}
