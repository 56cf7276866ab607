package io.github.dlfs4j.ndarray.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;

/**
 * Loops over the bits of {@code double}, a block of numbers at a time: as {@link FloatBits}, which explains them, with
 * {@code long} in the place of {@code int}.
 */
final class DoubleBits {
    private static final int ARRAYS = 3;

    private static final long SMALLEST_NORMAL = Double.doubleToRawLongBits(Double.MIN_NORMAL);
    private static final long LARGEST = Double.doubleToRawLongBits(Double.MAX_VALUE);
    private static final long SIGN = Long.MIN_VALUE;

    private static final ThreadLocal<DoubleBits> OWN = new ThreadLocal<>();

    private final DoubleBuffer doubles;
    private final LongBuffer longs;
    private final long[][] arrays = new long[ARRAYS][Scratch.DOUBLES];

    private DoubleBits() {
        ByteBuffer bytes = ByteBuffer.allocate(Scratch.DOUBLES * Double.BYTES).order(ByteOrder.nativeOrder());
        doubles = bytes.asDoubleBuffer();
        longs = bytes.asLongBuffer();
    }

    /** Those of this thread, which keeps them. */
    static DoubleBits own() {
        DoubleBits own = OWN.get();
        if (own == null) {
            own = new DoubleBits();
            OWN.set(own);
        }
        return own;
    }

    /** The bits of numbers, in one of the arrays. */
    private long[] toBits(double[] from, int array, int count) {
        long[] bits = arrays[array];
        doubles.put(0, from, 0, count);
        longs.get(0, bits, 0, count);
        return bits;
    }

    private void toNumbers(long[] bits, double[] to, int at, int count) {
        longs.put(0, bits, 0, count);
        doubles.get(0, to, at, count);
    }

    /**
     * Replaces sums of k and {@link DoubleExp#MAGIC_EXPONENT} by 2<sup>k</sup>, a normal number.
     *
     * @param sums at most a block
     */
    void powersOfTwo(double[] sums, int count) {
        long[] bits = toBits(sums, 0, count);
        shift(bits, count);
        toNumbers(bits, sums, 0, count);
    }

    private static void shift(long[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] = sums[i] << DoubleExp.MANTISSA_BITS;
        }
    }

    /**
     * Splits x into 2<sup>k</sup> m, with m between the square roots of 1/2 and 2.
     *
     * @param x at most a block
     * @param m for m
     * @param sums for the sums of k and {@link DoubleExp#MAGIC}
     * @return whether every x is a positive normal number; the results of others are of no use
     */
    boolean split(double[] x, double[] m, double[] sums, int count) {
        long[] bits = toBits(x, 0, count);
        boolean normal = areNormal(bits, count);
        split(bits, arrays[1], count);
        toNumbers(bits, m, 0, count);
        toNumbers(arrays[1], sums, 0, count);
        return normal;
    }

    private static boolean areNormal(long[] x, int count) {
        long far = 0;
        for (int i = 0; i < count; i++) {
            far |= x[i] | (x[i] - SMALLEST_NORMAL) | (LARGEST - x[i]);
        }
        return far >= 0;
    }

    private static void split(long[] x, long[] sums, int count) {
        for (int i = 0; i < count; i++) {
            long k = (x[i] - DoubleLog.SQRT_HALF) >> DoubleExp.MANTISSA_BITS;
            sums[i] = DoubleLog.MAGIC_BITS + k;
            x[i] = x[i] - (k << DoubleExp.MANTISSA_BITS);
        }
    }

    /**
     * {@code out[at + i]} is {@code large[i]} where the size of {@code x[i]} reaches a border, else {@code small[i]},
     * with the sign of {@code x[i]}.
     *
     * @param x at most a block
     * @param small not negative
     * @param large not negative
     */
    void choose(double[] x, double border, double[] small, double[] large, double[] out, int at, int count) {
        long[] bits = toBits(x, 0, count);
        choose(bits, Double.doubleToRawLongBits(border), toBits(small, 1, count), toBits(large, 2, count), count);
        toNumbers(bits, out, at, count);
    }

    /** Replaces x. Bits of positive numbers compare as the numbers do. */
    private static void choose(long[] x, long border, long[] small, long[] large, int count) {
        for (int i = 0; i < count; i++) {
            long isSmall = ((x[i] & ~SIGN) - border) >> (Long.SIZE - 1);
            x[i] = (x[i] & SIGN) | (small[i] & isSmall) | (large[i] & ~isSmall);
        }
    }
}
