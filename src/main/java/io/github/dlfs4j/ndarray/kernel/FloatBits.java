package io.github.dlfs4j.ndarray.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * Loops over the bits of {@code float}, a block of numbers at a time.
 *
 * <p>The JIT compiler vectorises no loop that calls {@code Float.floatToRawIntBits}, but it does one over {@code int}.
 * So the bits are copied to arrays of these, through memory that is seen as both. Loops over that memory itself would
 * save a copy, but are slow until they are compiled. So are the copies: the exponential and the sigmoid function, which
 * a program uses from its start, do without.
 */
final class FloatBits {
    private static final int ARRAYS = 3;

    private static final int SMALLEST_NORMAL = Float.floatToRawIntBits(Float.MIN_NORMAL);
    private static final int LARGEST = Float.floatToRawIntBits(Float.MAX_VALUE);
    private static final int SIGN = Integer.MIN_VALUE;

    private static final ThreadLocal<FloatBits> OWN = new ThreadLocal<>();

    private final FloatBuffer floats;
    private final IntBuffer ints;
    private final int[][] arrays = new int[ARRAYS][Scratch.FLOATS];

    private FloatBits() {
        ByteBuffer bytes = ByteBuffer.allocate(Scratch.FLOATS * Float.BYTES).order(ByteOrder.nativeOrder());
        floats = bytes.asFloatBuffer();
        ints = bytes.asIntBuffer();
    }

    /** Those of this thread, which keeps them. */
    static FloatBits own() {
        FloatBits own = OWN.get();
        if (own == null) {
            own = new FloatBits();
            OWN.set(own);
        }
        return own;
    }

    /** The bits of numbers, in one of the arrays. */
    private int[] toBits(float[] from, int array, int count) {
        int[] bits = arrays[array];
        floats.put(0, from, 0, count);
        ints.get(0, bits, 0, count);
        return bits;
    }

    private void toNumbers(int[] bits, float[] to, int at, int count) {
        ints.put(0, bits, 0, count);
        floats.get(0, to, at, count);
    }

    /**
     * Replaces sums of k and {@link FloatExp#MAGIC_EXPONENT} by 2<sup>k</sup>, a normal number.
     *
     * @param sums at most a block
     */
    void powersOfTwo(float[] sums, int count) {
        int[] bits = toBits(sums, 0, count);
        shift(bits, count);
        toNumbers(bits, sums, 0, count);
    }

    private static void shift(int[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] = sums[i] << FloatExp.MANTISSA_BITS;
        }
    }

    /**
     * Splits x into 2<sup>k</sup> m, with m between the square roots of 1/2 and 2.
     *
     * @param x at most a block
     * @param m for m
     * @param sums for the sums of k and {@link FloatExp#MAGIC}
     * @return whether every x is a positive normal number; the results of others are of no use
     */
    boolean split(float[] x, float[] m, float[] sums, int count) {
        int[] bits = toBits(x, 0, count);
        boolean normal = areNormal(bits, count);
        split(bits, arrays[1], count);
        toNumbers(bits, m, 0, count);
        toNumbers(arrays[1], sums, 0, count);
        return normal;
    }

    private static boolean areNormal(int[] x, int count) {
        int far = 0;
        for (int i = 0; i < count; i++) {
            far |= x[i] | (x[i] - SMALLEST_NORMAL) | (LARGEST - x[i]);
        }
        return far >= 0;
    }

    private static void split(int[] x, int[] sums, int count) {
        for (int i = 0; i < count; i++) {
            int k = (x[i] - FloatLog.SQRT_HALF) >> FloatExp.MANTISSA_BITS;
            sums[i] = FloatLog.MAGIC_BITS + k;
            x[i] = x[i] - (k << FloatExp.MANTISSA_BITS);
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
    void choose(float[] x, float border, float[] small, float[] large, float[] out, int at, int count) {
        int[] bits = toBits(x, 0, count);
        choose(bits, Float.floatToRawIntBits(border), toBits(small, 1, count), toBits(large, 2, count), count);
        toNumbers(bits, out, at, count);
    }

    /** Replaces x. Bits of positive numbers compare as the numbers do. */
    private static void choose(int[] x, int border, int[] small, int[] large, int count) {
        for (int i = 0; i < count; i++) {
            int isSmall = ((x[i] & ~SIGN) - border) >> (Integer.SIZE - 1);
            x[i] = (x[i] & SIGN) | (small[i] & isSmall) | (large[i] & ~isSmall);
        }
    }
}
