package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.ArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.ScalarLoops;

/**
 * The loops of an operation of {@link Arithmetic} on {@code float}.
 *
 * <p>A switch, and not an object for each loop: of some hundred such objects a program uses few, and to make them all
 * took a large part of its start.
 *
 * @param operation which one
 */
record FloatArithmetic(Arithmetic operation) implements BinaryLoops<float[], float[]> {
    @Override
    public void run(float[] a, float[] b, float[] out, int from, int to) {
        switch (operation) {
            case ADD -> ArithmeticLoops.add(a, b, out, from, to);
            case SUBTRACT -> ArithmeticLoops.subtract(a, b, out, from, to);
            case MULTIPLY -> ArithmeticLoops.multiply(a, b, out, from, to);
            case DIVIDE -> ArithmeticLoops.divide(a, b, out, from, to);
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
    public void runWithNumber(float[] a, float[] b, float[] out, int from, int to) {
        switch (operation) {
            case ADD -> ScalarLoops.add(a, b, out, from, to);
            case SUBTRACT -> ScalarLoops.subtract(a, b, out, from, to);
            case MULTIPLY -> ScalarLoops.multiply(a, b, out, from, to);
            case DIVIDE -> ScalarLoops.divide(a, b, out, from, to);
            case MAXIMUM -> ScalarLoops.maximum(a, b, out, from, to);
            case MINIMUM -> ScalarLoops.minimum(a, b, out, from, to);
            case POWER -> throw new AssertionError(operation);
        }
    }

    @Override
    public void runWithNumberOnTheLeft(float[] a, float[] b, float[] out, int from, int to) {
        switch (operation) {
            case ADD -> ScalarLoops.add(a, b, out, from, to);
            case SUBTRACT -> ScalarLoops.subtractFrom(a, b, out, from, to);
            case MULTIPLY -> ScalarLoops.multiply(a, b, out, from, to);
            case DIVIDE -> ScalarLoops.divideInto(a, b, out, from, to);
            case MAXIMUM -> ScalarLoops.maximum(a, b, out, from, to);
            case MINIMUM -> ScalarLoops.minimum(a, b, out, from, to);
            case POWER -> throw new AssertionError(operation);
        }
    }
}
