package io.github.dlfs4j.ndarray.kernel.sorting;

/**
 * Converts floating-point numbers to integers in the same order.
 *
 * <p>The bits of a positive {@code double}, read as a {@code long}, grow as the number does. The bits of a negative
 * number fall as the number grows, so they are subtracted from the smallest {@code long}. Both zeros get the key 0. All
 * NaN get the same key, which is the largest. If a {@code float} is widened to {@code double}, its last 29 bits are 0,
 * and so are those of its key.
 */
public final class FloatingKeys {
    /** The key of NaN: its bits, which are above those of infinity. */
    public static final long NAN = Double.doubleToLongBits(Double.NaN);

    /**
     * Returns the key of a number.
     *
     * @param value any number
     * @return a key that is greater than the keys of all smaller numbers and equal to those of equal numbers
     */
    public static long key(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }

    /**
     * {@return the number that belongs to a key, 0.0 for the key of both zeros}
     *
     * @param key a key
     */
    public static double value(long key) {
        return Double.longBitsToDouble(key >= 0 ? key : Long.MIN_VALUE - key);
    }
}
