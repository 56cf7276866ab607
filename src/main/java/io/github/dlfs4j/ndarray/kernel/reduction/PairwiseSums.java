package io.github.dlfs4j.ndarray.kernel.reduction;

/**
 * NumPy's order of addition, pairwise summation. A block of at most 128 elements is added in eight running sums; the
 * sums of the blocks are added in a binary tree. The rounding error grows with the logarithm of the length.
 *
 * <p>Plain loops add two blocks side by side. Blocks differ in length, so at the end of each the processor mispredicts
 * a branch and discards what it has begun to load. In a short run, the two blocks are neighbours. In a long run, one
 * comes from each half, and each half is read from end to end. With alternating neighbours, a Zen 4 does not prefetch,
 * and a sum of 10<sup>7</sup> doubles from memory took three times as long. For the same reason, the blocks of short
 * runs in a long array of doubles are added one at a time.
 */
final class PairwiseSums {
    /** The longest run that is added in eight running sums. A longer run is halved. */
    static final int BLOCK = 128;

    /** The shortest run whose halves are added side by side. */
    static final int LONG = 4096;

    /** Returns the length of the first part of a run of n elements. NumPy makes it a multiple of eight. */
    static int firstHalf(int n) {
        int half = n / 2;
        return half - half % 8;
    }

    /** Returns at least the number of halvings from a long run to a block, plus one. */
    static int levels(int n) {
        return Integer.SIZE - 4 - Integer.numberOfLeadingZeros(n);
    }
}
