package io.github.dlfs4j.ndarray;

import java.util.Objects;

/**
 * Tests and comparisons of elements, from NumPy's chapter <i>Logic functions</i>. {@link NDArray} has {@code all},
 * {@code any} and, as methods, the comparisons that are operators in Python.
 *
 * <pre>{@code
 * NDArray a = NDArray.of(1.0, Double.NaN, Double.POSITIVE_INFINITY);
 * System.out.println(Logic.isNaN(a));
 * System.out.println(a.get(Logic.isFinite(a)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [False  True False]
 * [1.]
 * }</pre>
 */
public final class Logic extends LogicOverloads {
    private Logic() {}

    // Kinds of numbers

    /**
     * Tests which elements are NaN, {@code np.isnan(a)}.
     *
     * @param a the operand
     * @return a new array of bool; false for integers
     */
    public static NDArray isNaN(NDArray a) {
        return Comparison.test(Relation.ISNAN, a);
    }

    /**
     * Tests which elements are finite, neither infinite nor NaN, {@code np.isfinite(a)}.
     *
     * @param a the operand
     * @return a new array of bool; true for integers
     */
    public static NDArray isFinite(NDArray a) {
        return Comparison.test(Relation.ISFINITE, a);
    }

    /**
     * Tests which elements are infinite, of either sign, {@code np.isinf(a)}.
     *
     * @param a the operand
     * @return a new array of bool; false for integers
     */
    public static NDArray isInfinite(NDArray a) {
        return Comparison.test(Relation.ISINF, a);
    }

    /**
     * Tests which elements are positive infinity, {@code np.isposinf(a)}.
     *
     * @param a the operand
     * @return a new array of bool; false for integers
     */
    public static NDArray isPosInf(NDArray a) {
        return Comparison.test(Relation.ISPOSINF, a);
    }

    /**
     * Tests which elements are negative infinity, {@code np.isneginf(a)}.
     *
     * @param a the operand
     * @return a new array of bool; false for integers
     */
    public static NDArray isNegInf(NDArray a) {
        return Comparison.test(Relation.ISNEGINF, a);
    }

    // Logic

    /**
     * Tests where both elements are true, {@code np.logical_and(a, b)}; every number except 0 is true, even NaN.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @return a new array of bool
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray logicalAnd(NDArray a, NDArray b) {
        return Quantifiers.truth(a).and(Quantifiers.truth(Objects.requireNonNull(b, "b")));
    }

    /**
     * Tests where at least one element is true, {@code np.logical_or(a, b)}; every number except 0 is true, even NaN.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @return a new array of bool
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray logicalOr(NDArray a, NDArray b) {
        return Quantifiers.truth(a).or(Quantifiers.truth(Objects.requireNonNull(b, "b")));
    }

    /**
     * Tests where exactly one element is true, {@code np.logical_xor(a, b)}; every number except 0 is true, even NaN.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @return a new array of bool
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray logicalXor(NDArray a, NDArray b) {
        return Quantifiers.truth(a).xor(Quantifiers.truth(Objects.requireNonNull(b, "b")));
    }

    /**
     * Tests which elements are false, {@code np.logical_not(a)}; every number except 0 is true, even NaN.
     *
     * @param a the operand
     * @return a new array of bool
     */
    public static NDArray logicalNot(NDArray a) {
        return Comparison.test(Relation.LOGICAL_NOT, a);
    }

    // Comparison

    /**
     * Tests where {@code a > b}, {@code np.greater(a, b)}.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @return a new array of bool; false where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray greater(NDArray a, NDArray b) {
        return Comparison.compare(Relation.GREATER, a, b);
    }

    /**
     * Tests where {@code a >= b}, {@code np.greater_equal(a, b)}.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @return a new array of bool; false where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray greaterEqual(NDArray a, NDArray b) {
        return Comparison.compare(Relation.GREATER_EQUAL, a, b);
    }

    /**
     * Tests where {@code a < b}, {@code np.less(a, b)}.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @return a new array of bool; false where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray less(NDArray a, NDArray b) {
        return Comparison.compare(Relation.LESS, a, b);
    }

    /**
     * Tests where {@code a <= b}, {@code np.less_equal(a, b)}.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @return a new array of bool; false where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray lessEqual(NDArray a, NDArray b) {
        return Comparison.compare(Relation.LESS_EQUAL, a, b);
    }

    /**
     * Tests where {@code a == b}, {@code np.equal(a, b)}.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @return a new array of bool; false where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray equal(NDArray a, NDArray b) {
        return Comparison.compare(Relation.EQUAL, a, b);
    }

    /**
     * Tests where {@code a != b}, {@code np.not_equal(a, b)}.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @return a new array of bool; true where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray notEqual(NDArray a, NDArray b) {
        return Comparison.compare(Relation.NOT_EQUAL, a, b);
    }

    /**
     * Tests where two arrays are close, {@code np.isclose(a, b)}, with a relative tolerance of 1e-5 and an absolute
     * tolerance of 1e-8.
     *
     * @param a one array
     * @param b the other array, broadcast; the relative tolerance refers to its elements
     * @return a new array of bool
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray isClose(NDArray a, NDArray b) {
        return isClose(a, b, Closeness.RTOL, Closeness.ATOL, false);
    }

    /**
     * Tests where two arrays are close, {@code np.isclose(a, b, rtol, atol, equal_nan)}: the difference is at most
     * {@code atol + rtol * |b|}. Equal infinities are close.
     *
     * @param a one array
     * @param b the other array, broadcast; the relative tolerance refers to its elements
     * @param rtol the relative tolerance
     * @param atol the absolute tolerance
     * @param equalNaN whether NaN is close to NaN
     * @return a new array of bool
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray isClose(NDArray a, NDArray b, double rtol, double atol, boolean equalNaN) {
        return Closeness.isClose(a, b, rtol, atol, equalNaN);
    }

    /**
     * Returns whether two arrays have the same shape and equal elements, {@code np.array_equal(a, b)}; their dtypes may
     * differ.
     *
     * @param a one array
     * @param b the other array
     * @return whether all elements are equal; false if any is NaN
     */
    public static boolean arrayEqual(NDArray a, NDArray b) {
        return arrayEqual(a, b, false);
    }

    /**
     * Returns whether two arrays have the same shape and equal elements, {@code np.array_equal(a, b, equal_nan)}; their
     * dtypes may differ.
     *
     * @param a one array
     * @param b the other array
     * @param equalNaN whether NaN is equal to NaN
     * @return whether all elements are equal
     */
    public static boolean arrayEqual(NDArray a, NDArray b, boolean equalNaN) {
        return Closeness.arrayEqual(a, b, equalNaN);
    }

    /**
     * Returns whether two arrays have equal elements after broadcasting, {@code np.array_equiv(a, b)}.
     *
     * @param a one array
     * @param b the other array
     * @return whether all elements are equal; false if the shapes cannot be broadcast
     */
    public static boolean arrayEquiv(NDArray a, NDArray b) {
        return Broadcast.isPossible(a.shape(), b.shape()) && a.eq(b).all().asBoolean();
    }
}
