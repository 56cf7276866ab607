package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.elementwise.BinaryLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.LongArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.LongPowerLoop;
import io.github.dlfs4j.ndarray.kernel.elementwise.LongScalarLoops;

/**
 * The loops of an operation of {@link Arithmetic} on {@code long}.
 *
 * <p>Integers are divided as floating-point numbers, so division has no loop here.
 *
 * @param operation the operation
 */
record LongArithmetic(Arithmetic operation) implements BinaryLoops<long[], long[]> {
    @Override
    public void run(long[] a, long[] b, long[] out, int from, int to) {
        switch (operation) {
            case ADD -> LongArithmeticLoops.add(a, b, out, from, to);
            case SUBTRACT -> LongArithmeticLoops.subtract(a, b, out, from, to);
            case MULTIPLY -> LongArithmeticLoops.multiply(a, b, out, from, to);
            case DIVIDE -> throw new AssertionError(operation);
            case POWER -> LongPowerLoop.power(a, b, out, from, to);
            case MAXIMUM -> LongArithmeticLoops.maximum(a, b, out, from, to);
            case MINIMUM -> LongArithmeticLoops.minimum(a, b, out, from, to);
        }
    }

    @Override
    public boolean takeNumbers() {
        return operation != Arithmetic.POWER;
    }

    @Override
    public void runWithNumber(long[] a, long[] b, long[] out, int from, int to) {
        switch (operation) {
            case ADD -> LongScalarLoops.add(a, b, out, from, to);
            case SUBTRACT -> LongScalarLoops.subtract(a, b, out, from, to);
            case MULTIPLY -> LongScalarLoops.multiply(a, b, out, from, to);
            case MAXIMUM -> LongScalarLoops.maximum(a, b, out, from, to);
            case MINIMUM -> LongScalarLoops.minimum(a, b, out, from, to);
            case DIVIDE, POWER -> throw new AssertionError(operation);
        }
    }

    @Override
    public void runWithNumberOnTheLeft(long[] a, long[] b, long[] out, int from, int to) {
        switch (operation) {
            case ADD -> LongScalarLoops.add(a, b, out, from, to);
            case SUBTRACT -> LongScalarLoops.subtractFrom(a, b, out, from, to);
            case MULTIPLY -> LongScalarLoops.multiply(a, b, out, from, to);
            case MAXIMUM -> LongScalarLoops.maximum(a, b, out, from, to);
            case MINIMUM -> LongScalarLoops.minimum(a, b, out, from, to);
            case DIVIDE, POWER -> throw new AssertionError(operation);
        }
    }
}
