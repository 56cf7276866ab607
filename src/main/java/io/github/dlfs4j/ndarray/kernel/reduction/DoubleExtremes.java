package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleArithmeticLoops;

/**
 * The largest and the smallest element of a run, or NaN where there is one; of no elements, the infinity that changes
 * nothing. As for {@link Math#max} and {@link Math#min}, -0.0 is smaller than 0.0. As for {@link Math#max} and
 * {@link Math#min}, -0.0 is smaller than 0.0. A long run is compared block by block, element by element, which the JIT
 * compiler vectorises better than a fold.
 */
@AlsoFor(float.class)
final class DoubleExtremes {
    /** Shorter runs are folded at once. */
    private static final int LONG = 4096;

    /**
     * Elements of a block. With twice as many and more, arrays that do not fit the caches take half as long again on a
     * Zen 4, but a quarter less on an Intel Xeon (model 167).
     */
    private static final int BLOCK = DoubleBlocks.LENGTH / 2;

    private DoubleExtremes() {}

    static double maximum(double[] a, int from, int to) {
        int blocks = to - from < LONG ? 0 : (to - from) / BLOCK;
        double largest = blocks == 0 ? Double.NEGATIVE_INFINITY : maximumOfBlocks(a, from, blocks);
        for (int i = from + blocks * BLOCK; i < to; i++) {
            largest = Math.max(largest, a[i]);
        }
        return largest;
    }

    private static double maximumOfBlocks(double[] a, int from, int blocks) {
        double[] largest = DoubleBlocks.own(0);
        double[] next = DoubleBlocks.own(1);
        System.arraycopy(a, from, largest, 0, BLOCK);
        for (int block = 1; block < blocks; block++) {
            System.arraycopy(a, from + block * BLOCK, next, 0, BLOCK);
            DoubleArithmeticLoops.maximum(largest, next, largest, 0, BLOCK);
        }
        return maximum(largest, 0, BLOCK);
    }

    static double minimum(double[] a, int from, int to) {
        int blocks = to - from < LONG ? 0 : (to - from) / BLOCK;
        double smallest = blocks == 0 ? Double.POSITIVE_INFINITY : minimumOfBlocks(a, from, blocks);
        for (int i = from + blocks * BLOCK; i < to; i++) {
            smallest = Math.min(smallest, a[i]);
        }
        return smallest;
    }

    private static double minimumOfBlocks(double[] a, int from, int blocks) {
        double[] smallest = DoubleBlocks.own(0);
        double[] next = DoubleBlocks.own(1);
        System.arraycopy(a, from, smallest, 0, BLOCK);
        for (int block = 1; block < blocks; block++) {
            System.arraycopy(a, from + block * BLOCK, next, 0, BLOCK);
            DoubleArithmeticLoops.minimum(smallest, next, smallest, 0, BLOCK);
        }
        return minimum(smallest, 0, BLOCK);
    }
}
