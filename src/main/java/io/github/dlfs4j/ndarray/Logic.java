package io.github.dlfs4j.ndarray;

/**
 * Tests and comparisons of elements, from NumPy's chapter <i>Logic functions</i>. {@link NDArray} has the comparisons
 * that are operators in Python as methods too, and {@code all} and {@code any}.
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
public final class Logic {
    private Logic() {}

    // Kinds of numbers

    /**
     * Where the elements are NaN, not a number, {@code np.isnan(a)}.
     *
     * @param a the operand
     * @return a new array of bool; false for integers
     */
    public static NDArray isNaN(NDArray a) {
        return NumberKind.NAN.test(a);
    }

    /**
     * Where the elements are neither infinite nor NaN, {@code np.isfinite(a)}.
     *
     * @param a the operand
     * @return a new array of bool; true for integers
     */
    public static NDArray isFinite(NDArray a) {
        return NumberKind.FINITE.test(a);
    }

    /**
     * Where the elements are infinite, of either sign, {@code np.isinf(a)}.
     *
     * @param a the operand
     * @return a new array of bool; false for integers
     */
    public static NDArray isInfinite(NDArray a) {
        return NumberKind.INFINITE.test(a);
    }

    /**
     * Where the elements are positive infinity, {@code np.isposinf(a)}.
     *
     * @param a the operand
     * @return a new array of bool; false for integers
     */
    public static NDArray isPosInf(NDArray a) {
        return NumberKind.POSITIVE_INFINITE.test(a);
    }

    /**
     * Where the elements are negative infinity, {@code np.isneginf(a)}.
     *
     * @param a the operand
     * @return a new array of bool; false for integers
     */
    public static NDArray isNegInf(NDArray a) {
        return NumberKind.NEGATIVE_INFINITE.test(a);
    }

    // Logic

    /**
     * Where both elements are true, {@code np.logical_and(a, b)}; every number but 0 is true, NaN too.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @return a new array of bool
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray logicalAnd(NDArray a, NDArray b) {
        return Quantifiers.truth(a).and(Quantifiers.truth(b));
    }

    /**
     * Where one element is true, or both are, {@code np.logical_or(a, b)}; every number but 0 is true, NaN too.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @return a new array of bool
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray logicalOr(NDArray a, NDArray b) {
        return Quantifiers.truth(a).or(Quantifiers.truth(b));
    }

    /**
     * Where just one element is true, {@code np.logical_xor(a, b)}; every number but 0 is true, NaN too.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @return a new array of bool
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray logicalXor(NDArray a, NDArray b) {
        return Quantifiers.truth(a).xor(Quantifiers.truth(b));
    }

    /**
     * Where the elements are not true, {@code np.logical_not(a)}; every number but 0 is true, NaN too.
     *
     * @param a the operand
     * @return a new array of bool
     */
    public static NDArray logicalNot(NDArray a) {
        return a.eq(0);
    }

    // Comparison

    /**
     * Where the elements of {@code a} are greater than those of {@code b}, {@code np.greater(a, b)}.
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
     * As {@link #greater(NDArray, NDArray)}, into a given array, {@code np.greater(a, b, out=out)}.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @param out receives the result, as true and false or, in another dtype than bool, as 1 and 0
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     */
    public static NDArray greater(NDArray a, NDArray b, NDArray out) {
        return Comparison.compare(Relation.GREATER, a, b, out);
    }

    /**
     * Where the elements of {@code a} are at least those of {@code b}, {@code np.greater_equal(a, b)}.
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
     * As {@link #greaterEqual(NDArray, NDArray)}, into a given array, {@code np.greater_equal(a, b, out=out)}.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @param out receives the result, as true and false or, in another dtype than bool, as 1 and 0
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     */
    public static NDArray greaterEqual(NDArray a, NDArray b, NDArray out) {
        return Comparison.compare(Relation.GREATER_EQUAL, a, b, out);
    }

    /**
     * Where the elements of {@code a} are less than those of {@code b}, {@code np.less(a, b)}.
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
     * As {@link #less(NDArray, NDArray)}, into a given array, {@code np.less(a, b, out=out)}.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @param out receives the result, as true and false or, in another dtype than bool, as 1 and 0
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     */
    public static NDArray less(NDArray a, NDArray b, NDArray out) {
        return Comparison.compare(Relation.LESS, a, b, out);
    }

    /**
     * Where the elements of {@code a} are at most those of {@code b}, {@code np.less_equal(a, b)}.
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
     * As {@link #lessEqual(NDArray, NDArray)}, into a given array, {@code np.less_equal(a, b, out=out)}.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @param out receives the result, as true and false or, in another dtype than bool, as 1 and 0
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     */
    public static NDArray lessEqual(NDArray a, NDArray b, NDArray out) {
        return Comparison.compare(Relation.LESS_EQUAL, a, b, out);
    }

    /**
     * Where the elements of {@code a} are equal to those of {@code b}, {@code np.equal(a, b)}.
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
     * As {@link #equal(NDArray, NDArray)}, into a given array, {@code np.equal(a, b, out=out)}.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @param out receives the result, as true and false or, in another dtype than bool, as 1 and 0
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     */
    public static NDArray equal(NDArray a, NDArray b, NDArray out) {
        return Comparison.compare(Relation.EQUAL, a, b, out);
    }

    /**
     * Where the elements of {@code a} are not equal to those of {@code b}, {@code np.not_equal(a, b)}.
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
     * As {@link #notEqual(NDArray, NDArray)}, into a given array, {@code np.not_equal(a, b, out=out)}.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @param out receives the result, as true and false or, in another dtype than bool, as 1 and 0
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     */
    public static NDArray notEqual(NDArray a, NDArray b, NDArray out) {
        return Comparison.compare(Relation.NOT_EQUAL, a, b, out);
    }

    /**
     * Where two arrays are close, {@code np.isclose(a, b)}: with a relative tolerance of 1e-5 and an absolute one of
     * 1e-8.
     *
     * @param a one array
     * @param b the other one, broadcast, to whose size {@code rtol} refers
     * @return a new array of bool
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray isClose(NDArray a, NDArray b) {
        return isClose(a, b, Closeness.RTOL, Closeness.ATOL, false);
    }

    /**
     * Where two arrays are close, {@code np.isclose(a, b, rtol, atol, equal_nan)}: the difference is at most
     * {@code atol + rtol * |b|}. Equal infinities are close.
     *
     * @param a one array
     * @param b the other one, broadcast, to whose size {@code rtol} refers
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
     * Whether {@link #isClose(NDArray, NDArray)} holds everywhere, {@code np.allclose(a, b)}.
     *
     * @param a one array
     * @param b the other one, broadcast, to whose size {@code rtol} refers
     * @return whether all elements are close
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static boolean allClose(NDArray a, NDArray b) {
        return isClose(a, b).all().asBoolean();
    }

    /**
     * Whether {@link #isClose(NDArray, NDArray, double, double, boolean)} holds everywhere, {@code np.allclose(a, b,
     * rtol, atol, equal_nan)}.
     *
     * @param a one array
     * @param b the other one, broadcast, to whose size {@code rtol} refers
     * @param rtol the relative tolerance
     * @param atol the absolute tolerance
     * @param equalNaN whether NaN is close to NaN
     * @return whether all elements are close
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static boolean allClose(NDArray a, NDArray b, double rtol, double atol, boolean equalNaN) {
        return isClose(a, b, rtol, atol, equalNaN).all().asBoolean();
    }

    /**
     * Whether two arrays have the same shape and equal elements, {@code np.array_equal(a, b)}; their dtypes may differ.
     *
     * @param a one array
     * @param b the other one
     * @return whether all elements are equal; false if one is NaN
     */
    public static boolean arrayEqual(NDArray a, NDArray b) {
        return arrayEqual(a, b, false);
    }

    /**
     * Whether two arrays have the same shape and equal elements, {@code np.array_equal(a, b, equal_nan)}; their dtypes
     * may differ.
     *
     * @param a one array
     * @param b the other one
     * @param equalNaN whether NaN is equal to NaN
     * @return whether all elements are equal
     */
    public static boolean arrayEqual(NDArray a, NDArray b, boolean equalNaN) {
        return Closeness.arrayEqual(a, b, equalNaN);
    }

    /**
     * Whether two arrays have equal elements where they are broadcast to each other, {@code np.array_equiv(a, b)}.
     *
     * @param a one array
     * @param b the other one
     * @return whether all elements are equal; false if the shapes do not go together
     */
    public static boolean arrayEquiv(NDArray a, NDArray b) {
        return Broadcast.isPossible(a.shape(), b.shape()) && a.eq(b).all().asBoolean();
    }
}
