package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.BinaryLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleQuotientLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleScalarLoops;
import io.github.dlfs4j.ndarray.kernel.function.DoublePowerLoop;

/**
 * The loops of an operation of {@link Arithmetic} on {@code double}.
 *
 * <p>The record switches on the operation instead of holding a loop object: there would be about a hundred of these
 * objects, few of which a program uses, and creating them all takes a large part of its start.
 *
 * @param operation the operation
 */
@AlsoFor(float.class)
record DoubleArithmetic(Arithmetic operation) implements BinaryLoops<double[], double[]> {
    @Override
    public void run(double[] a, double[] b, double[] out, int from, int to) {
        switch (operation) {
            case ADD -> DoubleArithmeticLoops.add(a, b, out, from, to);
            case SUBTRACT -> DoubleArithmeticLoops.subtract(a, b, out, from, to);
            case MULTIPLY -> DoubleArithmeticLoops.multiply(a, b, out, from, to);
            case DIVIDE -> DoubleQuotientLoops.divide(a, b, out, from, to);
            case POWER -> DoublePowerLoop.power(a, b, out, from, to);
            case MAXIMUM -> DoubleArithmeticLoops.maximum(a, b, out, from, to);
            case MINIMUM -> DoubleArithmeticLoops.minimum(a, b, out, from, to);
        }
    }

    @Override
    public boolean takeNumbers() {
        return operation != Arithmetic.POWER;
    }

    @Override
    public void runWithNumber(double[] a, double[] b, double[] out, int from, int to) {
        switch (operation) {
            case ADD -> DoubleScalarLoops.add(a, b, out, from, to);
            case SUBTRACT -> DoubleScalarLoops.subtract(a, b, out, from, to);
            case MULTIPLY -> DoubleScalarLoops.multiply(a, b, out, from, to);
            case DIVIDE -> DoubleQuotientLoops.divideBy(a, b, out, from, to);
            case MAXIMUM -> DoubleScalarLoops.maximum(a, b, out, from, to);
            case MINIMUM -> DoubleScalarLoops.minimum(a, b, out, from, to);
            case POWER -> throw new AssertionError(operation);
        }
    }

    @Override
    public void runWithNumberOnTheLeft(double[] a, double[] b, double[] out, int from, int to) {
        switch (operation) {
            case ADD -> DoubleScalarLoops.add(a, b, out, from, to);
            case SUBTRACT -> DoubleScalarLoops.subtractFrom(a, b, out, from, to);
            case MULTIPLY -> DoubleScalarLoops.multiply(a, b, out, from, to);
            case DIVIDE -> DoubleQuotientLoops.divideInto(a, b, out, from, to);
            case MAXIMUM -> DoubleScalarLoops.maximum(a, b, out, from, to);
            case MINIMUM -> DoubleScalarLoops.minimum(a, b, out, from, to);
            case POWER -> throw new AssertionError(operation);
        }
    }
}
