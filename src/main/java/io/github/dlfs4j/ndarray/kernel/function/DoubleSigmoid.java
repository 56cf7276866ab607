package io.github.dlfs4j.ndarray.kernel.function;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleArithmeticLoops;
import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;

/**
 * The sigmoid function 1 / (1 + e<sup>-x</sup>). It has the bits that its four operations give one after the other.
 * They run block by block, so that a block stays in the first-level cache.
 */
@AlsoFor(float.class)
public final class DoubleSigmoid {
    /** The elements of a block. A block has 8 KB, so that it and its operand fit the first-level cache. */
    private static final int BLOCK = 8192 / Double.BYTES;

    /** Computes the sigmoid function, as {@link UnaryLoop} describes it. */
    public static void sigmoid(double[] a, double[] out, int from, int to) {
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(start + BLOCK, to);
            DoubleArithmeticLoops.negative(a, out, start, end);
            DoubleExp.exp(out, out, start, end);
            reciprocalsOfOnePlus(out, start, end);
        }
    }

    /** A method of its own, so that the JIT compiler compiles it once, and not with everything around it. */
    private static void reciprocalsOfOnePlus(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = 1 / (1 + values[i]);
        }
    }
}
