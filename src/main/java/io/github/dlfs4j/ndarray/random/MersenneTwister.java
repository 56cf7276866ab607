package io.github.dlfs4j.ndarray.random;

import io.github.dlfs4j.ndarray.strided.Errors;
import java.util.Arrays;

/**
 * The generator MT19937: 624 words that are twisted all at once and then tempered and returned one by one.
 *
 * <p>Source: M. Matsumoto and T. Nishimura, "Mersenne Twister: A 623-Dimensionally Equidistributed Uniform
 * Pseudo-Random Number Generator", ACM Transactions on Modeling and Computer Simulation 8 (1998), 3–30. The seeding is
 * from the authors' revision of 2002, the names of the constants are from the article. Numbers of 53 bits and bounded
 * integers are drawn as by NumPy's legacy generator.
 */
final class MersenneTwister {
    private static final int WORDS = 624;

    private static final int M = 397;
    private static final int A = 0x9908b0df;
    private static final int B = 0x9d2c5680;
    private static final int C = 0xefc60000;
    private static final int UPPER_BIT = 0x80000000;
    private static final int LOWER_BITS = 0x7fffffff;

    /** The seed of the state into which a list of seeds is mixed. */
    private static final int LIST_SEED = 19650218;

    private final int[] words;
    private int position;

    /** Continues from a state that was read with {@link #key()} and {@link #position()}. */
    MersenneTwister(long[] key, int position) {
        if (key.length != WORDS) {
            throw new IllegalArgumentException("a state of MT19937 has 624 words, not " + key.length);
        }
        if (position < 0 || position > WORDS) {
            throw new IllegalArgumentException("the position in a state of MT19937 is from 0 to 624, not " + position);
        }
        words = words(key);
        if ((words[0] & UPPER_BIT) == 0 && Arrays.stream(words).skip(1).allMatch(word -> word == 0)) {
            throw new IllegalArgumentException(
                    "a state of MT19937 must not be all zeros, since it would give nothing but zeros");
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

    /** Seeds with a list of at least one word. */
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

    /** Returns the next place in the circle of words 1 to 623; at the end of a round copies the last word to word 0. */
    private int next(int i) {
        if (i < WORDS - 1) {
            return i + 1;
        }
        words[0] = words[WORDS - 1];
        return 1;
    }

    /** Returns the words as unsigned numbers. */
    long[] key() {
        return Arrays.stream(words).mapToLong(Integer::toUnsignedLong).toArray();
    }

    /** Returns how many words have been returned; at 624 the next call twists them. */
    int position() {
        return position;
    }

    /** Draws 32 random bits. */
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

    /** Multiplies the upper bit of one word, joined to the lower bits of the next, by the matrix A. */
    private static int twisted(int word, int next) {
        int y = (word & UPPER_BIT) | (next & LOWER_BITS);
        return (y >>> 1) ^ (-(y & 1) & A);
    }

    /** Draws 64 random bits, the upper half first. */
    long nextLong() {
        long upper = nextInt();
        return (upper << 32) | (nextInt() & 0xffffffffL);
    }

    /** Draws a number from 0 up to 1, exclusive, with 53 random bits. */
    double nextDouble() {
        double upper = (nextInt() >>> 5) * 0x1p-27;
        return upper + (nextInt() >>> 6) * 0x1p-53;
    }

    /**
     * Draws an integer from 0 to {@code greatest}, inclusive, which is unsigned. It draws as many bits as
     * {@code greatest} has and tries again while they exceed it. Each try takes one word, or two if {@code greatest}
     * has more than 32 bits. If {@code greatest} is 0, no word is drawn.
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
