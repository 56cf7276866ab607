package io.github.dlfs4j.ndarray;

/**
 * Shifts of the bits of integers, from NumPy's chapter <i>Bit-wise operations</i>; {@link NDArray#and(NDArray) and},
 * {@link NDArray#or(NDArray) or}, {@link NDArray#xor(NDArray) xor} and {@link NDArray#not() not} are methods of arrays.
 * An int64 has 64 bits, the highest of which is the sign; a uint8 has 8 bits; a bool is one bit.
 *
 * <pre>{@code
 * NDArray a = NDArray.of(12, 10, 255);
 * System.out.println(a.and(9));
 * System.out.println(BitOperations.leftShift(a, 2));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [8 8 9]
 * [  48   40 1020]
 * }</pre>
 */
public final class BitOperations extends BitOperationsOverloads {
    private BitOperations() {}

    /**
     * Shifts the bits to the left, {@code a << b}. The result is 0 where all bits are shifted out.
     *
     * @param a the integers
     * @param b the number of places, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException {@code ufunc 'left_shift' not supported for the input types, …} if an
     *     operand is a floating-point array, or both are bool
     */
    @WithNumber
    public static NDArray leftShift(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.LEFT_SHIFT, a, b);
    }

    /**
     * Shifts the bits to the right and fills up with copies of the sign, {@code a >> b}.
     *
     * @param a the integers
     * @param b the number of places, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException {@code ufunc 'right_shift' not supported for the input types, …} if an
     *     operand is a floating-point array, or both are bool
     */
    @WithNumber
    public static NDArray rightShift(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.RIGHT_SHIFT, a, b);
    }
}
