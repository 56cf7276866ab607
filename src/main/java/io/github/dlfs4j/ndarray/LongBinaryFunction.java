package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.elementwise.BinaryLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.LongArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.LongDivisionLoops;

/**
 * The loop of a {@link BinaryFunction} on {@code long}.
 *
 * <p>Functions whose results are floating-point numbers have no loop here.
 *
 * @param function the function
 */
record LongBinaryFunction(BinaryFunction function) implements BinaryLoops<long[], long[]> {
    @Override
    public void run(long[] a, long[] b, long[] out, int from, int to) {
        switch (function) {
            case FLOOR_DIVIDE -> LongDivisionLoops.floorDivide(a, b, out, from, to);
            case REMAINDER -> LongDivisionLoops.remainder(a, b, out, from, to);
            case FMOD -> LongDivisionLoops.fmod(a, b, out, from, to);
            case FMAX -> LongArithmeticLoops.maximum(a, b, out, from, to);
            case FMIN -> LongArithmeticLoops.minimum(a, b, out, from, to);
            case COPYSIGN, NEXTAFTER, LOGADDEXP, ARCTAN2, HYPOT -> throw new AssertionError(function);
        }
    }
}
