package io.github.dlfs4j.ndarray.kernel.reduction;

/**
 * The order in which NumPy adds: eight running sums over blocks of at most 128 elements, and the blocks in a binary
 * tree. The rounding error grows with the logarithm of the length.
 *
 * <p>Plain loops add two blocks side by side: at the end of each the processor guesses wrongly whether it is one of the
 * longer ones, and what it has begun to load is lost. They are neighbours in a short run. In a long one they come from
 * its two halves, each read from end to end: where neighbours took turns, a Zen 4 did not read ahead, and a sum of
 * 10<sup>7</sup> doubles from memory took three times as long. Short runs of a long array of doubles are added block
 * after block for that reason.
 */
final class PairwiseSums {
    /** Runs up to this length are added with eight running sums; longer ones are halved. */
    static final int BLOCK = 128;

    /** From so many elements on a run is long. */
    static final int LONG = 4096;

    private PairwiseSums() {}

    /** NumPy cuts a run where the first part is a multiple of eight. */
    static int firstHalf(int n) {
        int half = n / 2;
        return half - half % 8;
    }

    /** At least as many as the lengths on the way from a long run, by halves of halves, to a block. */
    static int levels(int n) {
        return Integer.SIZE - 4 - Integer.numberOfLeadingZeros(n);
    }
}
