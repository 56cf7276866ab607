package io.github.dlfs4j.ndarray.kernel.function;

/**
 * The conversion of a small integer to {@code double} by its bits: added to those of a number whose last bit counts as
 * one, it is that number's fraction, and a subtraction leaves it alone.
 *
 * <p>A cast gives the same, but JDK 17 compiles it to an instruction that waits for what its register held before.
 * Where that is the end of the computation for the element before, no two elements of a loop overlap, and it takes two
 * or three times as long.
 */
final class SmallInteger {
    private static final double ZERO = 0x1.8p52;
    private static final long ZERO_BITS = Double.doubleToRawLongBits(ZERO);

    private SmallInteger() {}

    /**
     * The conversion.
     *
     * @param k an integer of at most 2<sup>51</sup> in size
     */
    static double toDouble(long k) {
        return Double.longBitsToDouble(ZERO_BITS + k) - ZERO;
    }
}
