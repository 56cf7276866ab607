package io.github.dlfs4j.ndarray.kernel.function;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleQuotientLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleScalarLoops;
import io.github.dlfs4j.ndarray.kernel.reduction.DoubleFold;

/**
 * The softmax function of each row of a matrix, whose rows lie one after the other from the start of an array. It has
 * the bits that maximum, difference, exponential function, sum and quotient give one after the other. As separate
 * operations on arrays, these would spend most of their time outside the loops if rows are short.
 */
@AlsoFor(float.class)
public final class DoubleSoftmax {
    /** Computes the softmax of rows of {@code length} elements, at least 1; {@code out} may be {@code a}. */
    public static void softmax(double[] a, double[] out, int length, int rows) {
        int size = rows * length;
        double[] number = new double[1];
        for (int from = 0; from < size; from += length) {
            number[0] = DoubleFold.maximum(a, from, from + length);
            DoubleScalarLoops.subtract(a, number, out, from, from + length);
        }
        DoubleExp.exp(out, out, 0, size);
        for (int from = 0; from < size; from += length) {
            number[0] = DoubleFold.sum(out, from, from + length);
            DoubleQuotientLoops.divideBy(out, number, out, from, from + length);
        }
    }
}
