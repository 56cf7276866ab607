package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.ArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.ScalarLoops;

/**
 * The loops of an operation of {@link Arithmetic} on {@code long}.
 *
 * <p>Integers are divided as floating-point numbers, so there is no loop for it.
 *
 * @param operation which one
 */
record LongArithmetic(Arithmetic operation) implements BinaryLoops<long[], long[]> {
    @Override
    public void run(long[] a, long[] b, long[] out, int from, int to) {
        switch (operation) {
            case ADD -> ArithmeticLoops.add(a, b, out, from, to);
            case SUBTRACT -> ArithmeticLoops.subtract(a, b, out, from, to);
            case MULTIPLY -> ArithmeticLoops.multiply(a, b, out, from, to);
            case DIVIDE -> throw new AssertionError(operation);
            case POWER -> ArithmeticLoops.power(a, b, out, from, to);
            case MAXIMUM -> ArithmeticLoops.maximum(a, b, out, from, to);
            case MINIMUM -> ArithmeticLoops.minimum(a, b, out, from, to);
        }
    }

    @Override
    public boolean takeNumbers() {
        return operation != Arithmetic.POWER;
    }

    @Override
    public void runWithNumber(long[] a, long[] b, long[] out, int from, int to) {
        switch (operation) {
            case ADD -> ScalarLoops.add(a, b, out, from, to);
            case SUBTRACT -> ScalarLoops.subtract(a, b, out, from, to);
            case MULTIPLY -> ScalarLoops.multiply(a, b, out, from, to);
            case MAXIMUM -> ScalarLoops.maximum(a, b, out, from, to);
            case MINIMUM -> ScalarLoops.minimum(a, b, out, from, to);
            case DIVIDE, POWER -> throw new AssertionError(operation);
        }
    }

    @Override
    public void runWithNumberOnTheLeft(long[] a, long[] b, long[] out, int from, int to) {
        switch (operation) {
            case ADD -> ScalarLoops.add(a, b, out, from, to);
            case SUBTRACT -> ScalarLoops.subtractFrom(a, b, out, from, to);
            case MULTIPLY -> ScalarLoops.multiply(a, b, out, from, to);
            case MAXIMUM -> ScalarLoops.maximum(a, b, out, from, to);
            case MINIMUM -> ScalarLoops.minimum(a, b, out, from, to);
            case DIVIDE, POWER -> throw new AssertionError(operation);
        }
    }
}
