package io.github.dlfs4j.ndarray;

/**
 * Operations on the bits of integers, NumPy's chapter <i>Bit-wise operations</i>. An int64 has 64 bits, the highest of
 * which is the sign; a uint8 has 8 bits; a bool is one bit.
 *
 * <pre>{@code
 * NDArray a = NDArray.of(12, 10, 255);
 * System.out.println(BitOperations.bitwiseAnd(a, 9));
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
public final class BitOperations {
    private BitOperations() {}

    /**
     * Returns the bits that are set in both operands, {@code a & b}.
     *
     * @param a one operand, of integers or bool
     * @param b the other operand, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException {@code ufunc 'bitwise_and' not supported for the input types, …} if an
     *     operand is a floating-point array
     */
    public static NDArray bitwiseAnd(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.BITWISE_AND, a, b);
    }

    /**
     * Works like {@link #bitwiseAnd(NDArray, NDArray)}, with a scalar.
     *
     * @param a the array, of integers or bool
     * @param b the weak scalar
     * @return a new array, of int64 if the array is bool, otherwise of its dtype
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     * @throws UnsupportedOperationException {@code ufunc 'bitwise_and' not supported for the input types, …} if an
     *     operand is a floating-point array
     */
    public static NDArray bitwiseAnd(NDArray a, long b) {
        return bitwiseAnd(a, Casting.weak(b, a.dtype()));
    }

    /**
     * Writes the result of {@link #bitwiseAnd(NDArray, NDArray)} into an array, {@code np.bitwise_and(a, b, out=out)};
     * with {@code a} as the output this is {@code a &= b}.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @param out receives the result; it may be an operand or a view of one
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code ufunc 'bitwise_and' not supported for the input types, …} if an
     *     operand is a floating-point array, or {@code Cannot cast ufunc 'bitwise_and' output from dtype('int64') to
     *     dtype('uint8') with casting rule 'same_kind'}
     */
    public static NDArray bitwiseAnd(NDArray a, NDArray b, NDArray out) {
        return Elementwise.apply(BinaryFunction.BITWISE_AND, a, b, out);
    }

    /**
     * Returns the bits that are set in at least one operand, {@code a | b}.
     *
     * @param a one operand, of integers or bool
     * @param b the other operand, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException {@code ufunc 'bitwise_or' not supported for the input types, …} if an
     *     operand is a floating-point array
     */
    public static NDArray bitwiseOr(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.BITWISE_OR, a, b);
    }

    /**
     * Works like {@link #bitwiseOr(NDArray, NDArray)}, with a scalar.
     *
     * @param a the array, of integers or bool
     * @param b the weak scalar
     * @return a new array, of int64 if the array is bool, otherwise of its dtype
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     * @throws UnsupportedOperationException {@code ufunc 'bitwise_or' not supported for the input types, …} if an
     *     operand is a floating-point array
     */
    public static NDArray bitwiseOr(NDArray a, long b) {
        return bitwiseOr(a, Casting.weak(b, a.dtype()));
    }

    /**
     * Writes the result of {@link #bitwiseOr(NDArray, NDArray)} into an array, {@code np.bitwise_or(a, b, out=out)};
     * with {@code a} as the output this is {@code a |= b}.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @param out receives the result; it may be an operand or a view of one
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code ufunc 'bitwise_or' not supported for the input types, …} if an
     *     operand is a floating-point array, or {@code Cannot cast ufunc 'bitwise_or' output from dtype('int64') to
     *     dtype('uint8') with casting rule 'same_kind'}
     */
    public static NDArray bitwiseOr(NDArray a, NDArray b, NDArray out) {
        return Elementwise.apply(BinaryFunction.BITWISE_OR, a, b, out);
    }

    /**
     * Returns the bits that are set in exactly one operand, {@code a ^ b}.
     *
     * @param a one operand, of integers or bool
     * @param b the other operand, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException {@code ufunc 'bitwise_xor' not supported for the input types, …} if an
     *     operand is a floating-point array
     */
    public static NDArray bitwiseXor(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.BITWISE_XOR, a, b);
    }

    /**
     * Works like {@link #bitwiseXor(NDArray, NDArray)}, with a scalar.
     *
     * @param a the array, of integers or bool
     * @param b the weak scalar
     * @return a new array, of int64 if the array is bool, otherwise of its dtype
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     * @throws UnsupportedOperationException {@code ufunc 'bitwise_xor' not supported for the input types, …} if an
     *     operand is a floating-point array
     */
    public static NDArray bitwiseXor(NDArray a, long b) {
        return bitwiseXor(a, Casting.weak(b, a.dtype()));
    }

    /**
     * Writes the result of {@link #bitwiseXor(NDArray, NDArray)} into an array, {@code np.bitwise_xor(a, b, out=out)};
     * with {@code a} as the output this is {@code a ^= b}.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @param out receives the result; it may be an operand or a view of one
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code ufunc 'bitwise_xor' not supported for the input types, …} if an
     *     operand is a floating-point array, or {@code Cannot cast ufunc 'bitwise_xor' output from dtype('int64') to
     *     dtype('uint8') with casting rule 'same_kind'}
     */
    public static NDArray bitwiseXor(NDArray a, NDArray b, NDArray out) {
        return Elementwise.apply(BinaryFunction.BITWISE_XOR, a, b, out);
    }

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
    public static NDArray leftShift(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.LEFT_SHIFT, a, b);
    }

    /**
     * Works like {@link #leftShift(NDArray, NDArray)}, with a scalar.
     *
     * @param a the array, of integers or bool
     * @param b the weak scalar
     * @return a new array, of int64 if the array is bool, otherwise of its dtype
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     * @throws UnsupportedOperationException {@code ufunc 'left_shift' not supported for the input types, …} if an
     *     operand is a floating-point array, or both are bool
     */
    public static NDArray leftShift(NDArray a, long b) {
        return leftShift(a, Casting.weak(b, a.dtype()));
    }

    /**
     * Writes the result of {@link #leftShift(NDArray, NDArray)} into an array, {@code np.left_shift(a, b, out=out)};
     * with {@code a} as the output this is {@code a <<= b}.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @param out receives the result; it may be an operand or a view of one
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code ufunc 'left_shift' not supported for the input types, …} if an
     *     operand is a floating-point array, or both are bool, or {@code Cannot cast ufunc 'left_shift' output from
     *     dtype('int64') to dtype('uint8') with casting rule 'same_kind'}
     */
    public static NDArray leftShift(NDArray a, NDArray b, NDArray out) {
        return Elementwise.apply(BinaryFunction.LEFT_SHIFT, a, b, out);
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
    public static NDArray rightShift(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.RIGHT_SHIFT, a, b);
    }

    /**
     * Works like {@link #rightShift(NDArray, NDArray)}, with a scalar.
     *
     * @param a the array, of integers or bool
     * @param b the weak scalar
     * @return a new array, of int64 if the array is bool, otherwise of its dtype
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     * @throws UnsupportedOperationException {@code ufunc 'right_shift' not supported for the input types, …} if an
     *     operand is a floating-point array, or both are bool
     */
    public static NDArray rightShift(NDArray a, long b) {
        return rightShift(a, Casting.weak(b, a.dtype()));
    }

    /**
     * Writes the result of {@link #rightShift(NDArray, NDArray)} into an array, {@code np.right_shift(a, b, out=out)};
     * with {@code a} as the output this is {@code a >>= b}.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @param out receives the result; it may be an operand or a view of one
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code ufunc 'right_shift' not supported for the input types, …} if an
     *     operand is a floating-point array, or both are bool, or {@code Cannot cast ufunc 'right_shift' output from
     *     dtype('int64') to dtype('uint8') with casting rule 'same_kind'}
     */
    public static NDArray rightShift(NDArray a, NDArray b, NDArray out) {
        return Elementwise.apply(BinaryFunction.RIGHT_SHIFT, a, b, out);
    }

    /**
     * Inverts all bits, {@code ~a}; for bool, exchanges true and false.
     *
     * @param a the operand, of integers or bool
     * @return a new array of the same dtype
     * @throws UnsupportedOperationException {@code ufunc 'invert' not supported for the input types, …} if the array is
     *     floating-point
     */
    public static NDArray invert(NDArray a) {
        return Elementwise.apply(UnaryFunction.INVERT, a);
    }

    /**
     * Writes the result of {@link #invert(NDArray)} into an array, {@code np.invert(a, out=out)}.
     *
     * @param a the operand
     * @param out receives the result; it may be the operand or a view of it
     * @return {@code out}
     * @throws IllegalArgumentException {@code non-broadcastable output operand with shape (3,) doesn't match the
     *     broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code ufunc 'invert' not supported for the input types, …} if the array is
     *     floating-point, or {@code Cannot cast ufunc 'invert' output from dtype('int64') to dtype('uint8') with
     *     casting rule 'same_kind'}
     */
    public static NDArray invert(NDArray a, NDArray out) {
        return Elementwise.apply(UnaryFunction.INVERT, a, out);
    }
}
