package io.github.dlfs4j.ndarray.random;

/** Random integers of 1 or 8 bits, several from one random word, as NumPy draws them for its narrow dtypes. */
final class BufferedBits {
    private final MersenneTwister twister;
    /** The number of bits of an integer, 1 or 8. */
    private final int width;

    private int word;
    private int left;

    BufferedBits(MersenneTwister twister, int width) {
        this.twister = twister;
        this.width = width;
    }

    /** Draws an integer from 0 to {@code greatest}, which has at most {@code width} bits; 0 takes no random bits. */
    int nextUpTo(int greatest) {
        if (greatest == 0) {
            return 0;
        }
        int mask = -1 >>> Integer.numberOfLeadingZeros(greatest);
        int value;
        do {
            value = next() & mask;
        } while (value > greatest);
        return value;
    }

    private int next() {
        if (left == 0) {
            word = twister.nextInt();
            left = Integer.SIZE / width;
        } else {
            word >>>= width;
        }
        left--;
        return word;
    }
}
