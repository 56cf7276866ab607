package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.elementwise.LongArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;

/**
 * The loop of a {@link UnaryFunction} on {@code long}.
 *
 * <p>Functions whose results are floating-point numbers have no loop here.
 *
 * @param function the function
 */
record LongFunction(UnaryFunction function) implements UnaryLoop<long[]> {
    @Override
    public void run(long[] a, long[] out, int from, int to) {
        switch (function) {
            case NEGATIVE -> LongArithmeticLoops.negative(a, out, from, to);
            case ABSOLUTE -> LongArithmeticLoops.absolute(a, out, from, to);
            case SQUARE -> LongArithmeticLoops.square(a, out, from, to);
            case SIGN -> LongArithmeticLoops.sign(a, out, from, to);
            case FLOOR, CEIL, TRUNC -> System.arraycopy(a, from, out, from, to - from);
            case RINT, DEG2RAD, RAD2DEG, SQRT, EXP, LOG, SIN, COS, TANH, SIGMOID -> throw new AssertionError(function);
        }
    }
}
