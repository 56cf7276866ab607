package io.github.dlfs4j.ndarray.kernel.sorting;

/**
 * Whole numbers in the order of floating-point numbers.
 *
 * <p>The bits of a positive {@code double}, read as a {@code long}, grow as the number does. Those of a negative one
 * grow the other way, so they are taken from the smallest {@code long}: both zeros get the key 0. All NaN get one key,
 * which is the largest. A {@code float} that has become a {@code double} ends in 29 bits of 0, and so does its key.
 */
public final class FloatingKeys {
    /** The key of NaN: its bits, which lie above those of infinity. */
    public static final long NAN = Double.doubleToLongBits(Double.NaN);

    private FloatingKeys() {}

    /**
     * The key of a number.
     *
     * @param value any number
     * @return greater than the key of any smaller number, equal to that of any equal one
     */
    public static long key(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }

    /**
     * The number of a key, 0.0 for both zeros.
     *
     * @param key a key
     * @return the number
     */
    public static double value(long key) {
        return Double.longBitsToDouble(key >= 0 ? key : Long.MIN_VALUE - key);
    }
}
