package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;

/**
 * Short arrays for intermediate results, one block each. The loops over them are short and share one index, because the
 * JIT compiler does not vectorise long loops.
 *
 * <p>Every thread keeps its arrays. Clearing new ones in every call would take longer than the computation on a short
 * operand.
 */
@AlsoFor(float.class)
final class DoubleBlocks {
    /** The elements of a block. A block has 4 KB, so that five blocks fit the first-level cache. */
    static final int LENGTH = 4096 / Double.BYTES;

    private static final int BLOCKS = 5;

    private static final ThreadLocal<double[][]> OWN = new ThreadLocal<>();

    private DoubleBlocks() {}

    /** Returns one of this thread's five blocks. */
    static double[] own(int number) {
        double[][] own = OWN.get();
        if (own == null) {
            own = new double[BLOCKS][LENGTH];
            OWN.set(own);
        }
        return own[number];
    }
}
