package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleArithmeticLoops;

/**
 * The largest and the smallest element of a run, or NaN if the run contains one. The maximum of an empty run is
 * negative infinity and its minimum positive infinity, which change no other result. As for {@link Math#max} and
 * {@link Math#min}, -0.0 is smaller than 0.0. A long run is compared block by block: element i of a block with element
 * i of the next. The JIT compiler vectorises these loops better than a fold.
 */
@AlsoFor(float.class)
final class DoubleExtremes {
    /** Shorter runs are folded without blocks. */
    private static final int LONG = 4096;

    /**
     * The elements of a block. With blocks of twice the length or more, arrays that exceed the caches take half as long
     * again on a Zen 4, but a quarter less on an Intel Xeon (model 167).
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
