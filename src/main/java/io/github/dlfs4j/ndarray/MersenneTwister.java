package io.github.dlfs4j.ndarray;

import java.util.Arrays;

/**
 * The generator MT19937: 624 words that are twisted all at once and then given out one by one, tempered.
 *
 * <p>Source: M. Matsumoto and T. Nishimura, "Mersenne Twister: A 623-Dimensionally Equidistributed Uniform
 * Pseudo-Random Number Generator", ACM Transactions on Modeling and Computer Simulation 8 (1998), 3–30. The seeding is
 * that of the authors' revision of 2002; the names of the constants are the article's. How words become numbers of 53
 * bits, and how many are drawn for a bounded integer, is NumPy's legacy practice.
 */
final class MersenneTwister {
    private static final int WORDS = 624;

    private static final int M = 397;
    private static final int A = 0x9908b0df;
    private static final int B = 0x9d2c5680;
    private static final int C = 0xefc60000;
    private static final int UPPER_BIT = 0x80000000;
    private static final int LOWER_BITS = 0x7fffffff;

    /** What a list of seeds is mixed into. */
    private static final int LIST_SEED = 19650218;

    private final int[] words;
    private int position;

    /** Continues where {@link #key()} and {@link #position()} were read. */
    MersenneTwister(long[] key, int position) {
        if (key.length != WORDS) {
            throw Errors.stateLength(key.length);
        }
        if (position < 0 || position > WORDS) {
            throw Errors.statePosition(position);
        }
        words = words(key);
        if ((words[0] & UPPER_BIT) == 0 && Arrays.stream(words).skip(1).allMatch(word -> word == 0)) {
            throw Errors.stuckState();
        }
        this.position = position;
    }

    private static int[] words(long... key) {
        int[] words = new int[key.length];
        for (int i = 0; i < key.length; i++) {
            if (key[i] >>> Integer.SIZE != 0) {
                throw Errors.outOfBounds(key[i], "uint32");
            }
            words[i] = (int) key[i];
        }
        return words;
    }

    /** Seeds with one word. */
    MersenneTwister(int seed) {
        words = new int[WORDS];
        position = WORDS;
        words[0] = seed;
        for (int i = 1; i < WORDS; i++) {
            words[i] = 1812433253 * scrambled(i - 1) + i;
        }
    }

    /** Seeds with a list of one word or more. */
    MersenneTwister(int[] seeds) {
        this(LIST_SEED);
        int i = 1;
        for (int k = 0; k < Math.max(WORDS, seeds.length); k++) {
            int j = k % seeds.length;
            words[i] = (words[i] ^ (1664525 * scrambled(i - 1))) + seeds[j] + j;
            i = next(i);
        }
        for (int k = 0; k < WORDS - 1; k++) {
            words[i] = (words[i] ^ (1566083941 * scrambled(i - 1))) - i;
            i = next(i);
        }
        words[0] = UPPER_BIT;
    }

    private int scrambled(int i) {
        return words[i] ^ (words[i] >>> 30);
    }

    /** The next place in the circle of words 1 to 623; word 0 becomes the last one whenever it closes. */
    private int next(int i) {
        if (i < WORDS - 1) {
            return i + 1;
        }
        words[0] = words[WORDS - 1];
        return 1;
    }

    /** The words, read without their sign. */
    long[] key() {
        return Arrays.stream(words).mapToLong(Integer::toUnsignedLong).toArray();
    }

    /** How many of the words have been given out; from 624 on they are twisted before the next one. */
    int position() {
        return position;
    }

    /** 32 random bits. */
    int nextInt() {
        if (position == WORDS) {
            twist();
        }
        int y = words[position++];
        y ^= y >>> 11;
        y ^= (y << 7) & B;
        y ^= (y << 15) & C;
        return y ^ (y >>> 18);
    }

    private void twist() {
        int k = 0;
        for (; k < WORDS - M; k++) {
            words[k] = words[k + M] ^ twisted(words[k], words[k + 1]);
        }
        for (; k < WORDS - 1; k++) {
            words[k] = words[k + M - WORDS] ^ twisted(words[k], words[k + 1]);
        }
        words[k] = words[M - 1] ^ twisted(words[k], words[0]);
        position = 0;
    }

    /** The upper bit of one word and the lower bits of the next, times the matrix A. */
    private static int twisted(int word, int next) {
        int y = (word & UPPER_BIT) | (next & LOWER_BITS);
        return (y >>> 1) ^ (-(y & 1) & A);
    }

    /** 64 random bits, the upper half drawn first. */
    long nextLong() {
        long upper = nextInt();
        return (upper << 32) | (nextInt() & 0xffffffffL);
    }

    /** A number from 0 to 1, without 1, of 53 random bits. */
    double nextDouble() {
        double upper = (nextInt() >>> 5) * 0x1p-27;
        return upper + (nextInt() >>> 6) * 0x1p-53;
    }

    /**
     * An integer from 0 to the greatest, both included and unsigned: as many bits as the greatest has, drawn again
     * while they exceed it. A word is drawn for each try, two where the greatest has more than 32 bits, and none where
     * it is 0.
     */
    long nextUpTo(long greatest) {
        if (greatest == 0) {
            return 0;
        }
        long mask = -1L >>> Long.numberOfLeadingZeros(greatest);
        boolean oneWord = greatest >>> 32 == 0;
        long value;
        do {
            value = (oneWord ? nextInt() : nextLong()) & mask;
        } while (Long.compareUnsigned(value, greatest) > 0);
        return value;
    }
}
