package io.github.dlfs4j.ndarray;

/** Draws small integers, several from one random word, as NumPy does for its narrow dtypes. */
final class BufferedBits {
    private final MersenneTwister twister;
    /** 1 or 8. */
    private final int width;

    private int word;
    private int left;

    BufferedBits(MersenneTwister twister, int width) {
        this.twister = twister;
        this.width = width;
    }

    /** From 0 to the greatest, both included, of no more bits than the width; none is drawn where it is 0. */
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
