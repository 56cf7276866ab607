package io.github.dlfs4j.ndarray.kernel.function;

/**
 * The conversion of a small integer to {@code double} through its bits. The integer is added to the bits of a number
 * whose last bit counts as 1, and the number is subtracted again.
 *
 * <p>A cast gives the same result, but JDK 17 compiles it to an instruction that waits for the previous value of its
 * target register. If that value ends the computation of the previous element, the iterations of a loop cannot overlap,
 * and the loop takes two or three times as long.
 */
final class SmallInteger {
    private static final double ZERO = 0x1.8p52;
    private static final long ZERO_BITS = Double.doubleToRawLongBits(ZERO);

    /**
     * Converts an integer.
     *
     * @param k an integer of at most 2<sup>51</sup> in size
     */
    static double toDouble(long k) {
        return Double.longBitsToDouble(ZERO_BITS + k) - ZERO;
    }
}
