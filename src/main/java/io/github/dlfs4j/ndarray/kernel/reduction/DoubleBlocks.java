package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/**
 * Arrays for intermediate results, a block at a time. The loops between them share one index, and are short: the JIT
 * compiler vectorises no long one.
 *
 * <p>A thread keeps its arrays. New ones in every call would take longer to clear than a short operand to compute.
 */
@AlsoFor(float.class)
final class DoubleBlocks {
    /** Elements of a block: 4 KB, so that five fit the first-level cache. */
    static final int LENGTH = 4096 / Double.BYTES;

    private static final int BLOCKS = 5;

    private static final ThreadLocal<double[][]> OWN = new ThreadLocal<>();

    private DoubleBlocks() {}

    /** One of the five of this thread. */
    static double[] own(int number) {
        double[][] own = OWN.get();
        if (own == null) {
            own = new double[BLOCKS][LENGTH];
            OWN.set(own);
        }
        return own[number];
    }
}
