package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.ArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.UnaryLoop;

/**
 * The loop of a {@link UnaryFunction} on {@code long}.
 *
 * <p>Functions whose results are floating-point numbers have none.
 *
 * @param function which one
 */
record LongFunction(UnaryFunction function) implements UnaryLoop<long[]> {
    @Override
    public void run(long[] a, long[] out, int from, int to) {
        switch (function) {
            case NEGATIVE -> ArithmeticLoops.negative(a, out, from, to);
            case ABSOLUTE -> ArithmeticLoops.absolute(a, out, from, to);
            case SQUARE -> ArithmeticLoops.square(a, out, from, to);
            case SIGN -> ArithmeticLoops.sign(a, out, from, to);
            case SQRT, EXP, LOG, SIN, COS, TANH, SIGMOID -> throw new AssertionError(function);
        }
    }
}
