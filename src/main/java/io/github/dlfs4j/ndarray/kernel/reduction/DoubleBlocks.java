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
    /**
     * Elements of a block: 2 KB, so that five fit the first-level cache. With twice as many and more, a maximum of an
     * array that does not fit the caches takes half as long again on a Zen 4, but a quarter less on an Intel Xeon
     * (model 167).
     */
    static final int LENGTH = 2048 / Double.BYTES;

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
