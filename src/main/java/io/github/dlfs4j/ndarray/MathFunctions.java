package io.github.dlfs4j.ndarray;

/**
 * The functions of each element, or of two, from NumPy's chapter <i>Mathematical functions</i> that {@link NDArray} has
 * not as methods.
 *
 * <p>Where NumPy calls a function of the C library, results are within one unit in the last place of the exact value,
 * within three for inverse and hyperbolic functions, and the same on every machine. {@code logaddexp} is NumPy's
 * formula, whose two terms may cancel. All else is NumPy's to the bit, but for the sign of a zero from {@link #fmax}
 * and {@link #fmin}. NaN gives NaN, but for these two, and for {@link #hypot} beside an infinity.
 *
 * <pre>{@code
 * NDArray degrees = NDArray.of(0.0, 30.0, 90.0);
 * NDArray sines = MathFunctions.deg2rad(degrees).sin();
 * System.out.println(MathFunctions.rad2deg(MathFunctions.arcsin(sines)).round());
 * System.out.println(MathFunctions.remainder(NDArray.of(-7, 7), 3));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [ 0. 30. 90.]
 * [2 1]
 * }</pre>
 */
public final class MathFunctions {
    private MathFunctions() {}

    // Trigonometric functions

    /**
     * The tangents of angles in radians, {@code np.tan(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64; NaN for infinities
     */
    public static NDArray tan(NDArray a) {
        return Elementwise.apply(LibraryFunction.TAN, a);
    }

    /**
     * The angles of which the elements are the sines, in radians from -π/2 to π/2, {@code np.arcsin(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64; NaN for elements beyond 1 in size
     */
    public static NDArray arcsin(NDArray a) {
        return Elementwise.apply(LibraryFunction.ARCSIN, a);
    }

    /**
     * The angles of which the elements are the cosines, in radians from 0 to π, {@code np.arccos(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64; NaN for elements beyond 1 in size
     */
    public static NDArray arccos(NDArray a) {
        return Elementwise.apply(LibraryFunction.ARCCOS, a);
    }

    /**
     * The angles of which the elements are the tangents, in radians from -π/2 to π/2, {@code np.arctan(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray arctan(NDArray a) {
        return Elementwise.apply(LibraryFunction.ARCTAN, a);
    }

    /**
     * Angles in radians from angles in degrees, {@code np.deg2rad(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray deg2rad(NDArray a) {
        return Elementwise.apply(UnaryFunction.DEG2RAD, a);
    }

    /**
     * Angles in radians from angles in degrees, {@link #deg2rad} by another name, {@code np.radians(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray radians(NDArray a) {
        return Elementwise.apply(UnaryFunction.DEG2RAD, a);
    }

    /**
     * Angles in degrees from angles in radians, {@code np.rad2deg(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray rad2deg(NDArray a) {
        return Elementwise.apply(UnaryFunction.RAD2DEG, a);
    }

    /**
     * Angles in degrees from angles in radians, {@link #rad2deg} by another name, {@code np.degrees(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray degrees(NDArray a) {
        return Elementwise.apply(UnaryFunction.RAD2DEG, a);
    }

    /**
     * The angles of points (b, a) from the x-axis, in radians from -π to π: that of {@code a / b}, in the quadrant that
     * both signs tell, {@code np.arctan2(a, b)}.
     *
     * @param a the y-coordinates
     * @param b the x-coordinates, broadcast
     * @return a new array of float32 where the promoted dtype is float32, else float64
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray arctan2(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.ARCTAN2, a, b);
    }

    /**
     * As {@link #arctan2(NDArray, NDArray)}, with a scalar.
     *
     * @param a the y-coordinates
     * @param b the x-coordinates: one number for all, weak beside the array
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray arctan2(NDArray a, double b) {
        return arctan2(a, Casting.weak(b, a.dtype()));
    }

    /**
     * The lengths of vectors (a, b), {@code sqrt(a**2 + b**2)}, though a square may be out of range, {@code np.hypot(a,
     * b)}.
     *
     * @param a one side
     * @param b the other side, broadcast
     * @return a new array of float32 where the promoted dtype is float32, else float64
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray hypot(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.HYPOT, a, b);
    }

    /**
     * As {@link #hypot(NDArray, NDArray)}, with a scalar.
     *
     * @param a one side
     * @param b the other side: one number for all, weak beside the array
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray hypot(NDArray a, double b) {
        return hypot(a, Casting.weak(b, a.dtype()));
    }

    // Hyperbolic functions

    /**
     * The hyperbolic sines, {@code np.sinh(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray sinh(NDArray a) {
        return Elementwise.apply(LibraryFunction.SINH, a);
    }

    /**
     * The hyperbolic cosines, {@code np.cosh(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray cosh(NDArray a) {
        return Elementwise.apply(LibraryFunction.COSH, a);
    }

    /**
     * The numbers of which the elements are the hyperbolic sines, {@code np.arcsinh(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray arcsinh(NDArray a) {
        return Elementwise.apply(LibraryFunction.ARCSINH, a);
    }

    /**
     * The numbers from 0 on of which the elements are the hyperbolic cosines, {@code np.arccosh(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64; NaN for elements below 1
     */
    public static NDArray arccosh(NDArray a) {
        return Elementwise.apply(LibraryFunction.ARCCOSH, a);
    }

    /**
     * The numbers of which the elements are the hyperbolic tangents, {@code np.arctanh(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64; infinite for 1 and -1, NaN beyond
     */
    public static NDArray arctanh(NDArray a) {
        return Elementwise.apply(LibraryFunction.ARCTANH, a);
    }

    // Exponents and logarithms

    /**
     * e to the power of the elements, less 1: near 0 it keeps the digits that {@code exp} loses, {@code np.expm1(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray expm1(NDArray a) {
        return Elementwise.apply(LibraryFunction.EXPM1, a);
    }

    /**
     * 2 to the power of the elements, {@code np.exp2(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray exp2(NDArray a) {
        return Elementwise.apply(LibraryFunction.EXP2, a);
    }

    /**
     * The logarithms to base 2; those of powers of 2 are exact, {@code np.log2(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64; -inf for 0, NaN for negative elements
     */
    public static NDArray log2(NDArray a) {
        return Elementwise.apply(LibraryFunction.LOG2, a);
    }

    /**
     * The logarithms to base 10; those of powers of 10 are exact, {@code np.log10(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64; -inf for 0, NaN for negative elements
     */
    public static NDArray log10(NDArray a) {
        return Elementwise.apply(LibraryFunction.LOG10, a);
    }

    /**
     * The natural logarithms of 1 + a: near 0 they keep the digits that {@code log} loses, {@code np.log1p(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64; -inf for -1, NaN below
     */
    public static NDArray log1p(NDArray a) {
        return Elementwise.apply(LibraryFunction.LOG1P, a);
    }

    /**
     * The cube roots, of negative elements too, {@code np.cbrt(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray cbrt(NDArray a) {
        return Elementwise.apply(LibraryFunction.CBRT, a);
    }

    /**
     * The logarithms of sums of which the operands are logarithms, {@code log(exp(a) + exp(b))}, though the
     * exponentials may be out of range, {@code np.logaddexp(a, b)}.
     *
     * @param a one logarithm
     * @param b the other one, broadcast
     * @return a new array of float32 where the promoted dtype is float32, else float64
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray logaddexp(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.LOGADDEXP, a, b);
    }

    /**
     * As {@link #logaddexp(NDArray, NDArray)}, with a scalar.
     *
     * @param a one logarithm
     * @param b the other one: one number for all, weak beside the array
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray logaddexp(NDArray a, double b) {
        return logaddexp(a, Casting.weak(b, a.dtype()));
    }

    // Rounding

    /**
     * The largest integers that are not above the elements, {@code np.floor(a)}.
     *
     * @param a the operand
     * @return a new array of this dtype; integers stay as they are
     */
    public static NDArray floor(NDArray a) {
        return Elementwise.apply(UnaryFunction.FLOOR, a);
    }

    /**
     * As {@link #floor(NDArray)}, into a given array, {@code np.floor(a, out=out)}.
     *
     * @param a the operand
     * @param out receives the result; it may be the operand or a view of it
     * @return {@code out}
     * @throws IllegalArgumentException {@code non-broadcastable output operand with shape (3,) doesn't match the
     *     broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'floor' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public static NDArray floor(NDArray a, NDArray out) {
        return Elementwise.apply(UnaryFunction.FLOOR, a, out);
    }

    /**
     * The smallest integers that are not below the elements, {@code np.ceil(a)}.
     *
     * @param a the operand
     * @return a new array of this dtype; integers stay as they are
     */
    public static NDArray ceil(NDArray a) {
        return Elementwise.apply(UnaryFunction.CEIL, a);
    }

    /**
     * As {@link #ceil(NDArray)}, into a given array, {@code np.ceil(a, out=out)}.
     *
     * @param a the operand
     * @param out receives the result; it may be the operand or a view of it
     * @return {@code out}
     * @throws IllegalArgumentException {@code non-broadcastable output operand with shape (3,) doesn't match the
     *     broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'ceil' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public static NDArray ceil(NDArray a, NDArray out) {
        return Elementwise.apply(UnaryFunction.CEIL, a, out);
    }

    /**
     * The elements without their fractions, rounded towards 0, {@code np.trunc(a)}.
     *
     * @param a the operand
     * @return a new array of this dtype; integers stay as they are
     */
    public static NDArray trunc(NDArray a) {
        return Elementwise.apply(UnaryFunction.TRUNC, a);
    }

    /**
     * As {@link #trunc(NDArray)}, into a given array, {@code np.trunc(a, out=out)}.
     *
     * @param a the operand
     * @param out receives the result; it may be the operand or a view of it
     * @return {@code out}
     * @throws IllegalArgumentException {@code non-broadcastable output operand with shape (3,) doesn't match the
     *     broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'trunc' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public static NDArray trunc(NDArray a, NDArray out) {
        return Elementwise.apply(UnaryFunction.TRUNC, a, out);
    }

    /**
     * The elements rounded towards 0, {@link #trunc} by another name, {@code np.fix(a)}.
     *
     * @param a the operand
     * @return a new array of this dtype; integers stay as they are
     */
    public static NDArray fix(NDArray a) {
        return Elementwise.apply(UnaryFunction.TRUNC, a);
    }

    /**
     * The integers next to the elements, of two equally near ones the even one, {@code np.rint(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray rint(NDArray a) {
        return Elementwise.apply(UnaryFunction.RINT, a);
    }

    /**
     * As {@link #rint(NDArray)}, into a given array, {@code np.rint(a, out=out)}.
     *
     * @param a the operand
     * @param out receives the result; it may be the operand or a view of it
     * @return {@code out}
     * @throws IllegalArgumentException {@code non-broadcastable output operand with shape (3,) doesn't match the
     *     broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'rint' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public static NDArray rint(NDArray a, NDArray out) {
        return Elementwise.apply(UnaryFunction.RINT, a, out);
    }

    // Division with a remainder

    /**
     * The quotients rounded down, {@code a // b}.
     *
     * @param a the dividends
     * @param b the divisors, broadcast
     * @return a new array of the promoted dtype; 0 for integers divided by 0
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException if both are bool
     */
    public static NDArray floorDivide(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.FLOOR_DIVIDE, a, b);
    }

    /**
     * As {@link #floorDivide(NDArray, NDArray)}, into a given array, {@code np.floor_divide(a, b, out=out)}; with
     * {@code a} as output, {@code a //= b}.
     *
     * @param a the dividends
     * @param b the divisors, broadcast
     * @param out receives the result; it may be an operand or a view of one
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException if both are bool, or {@code Cannot cast ufunc 'floor_divide' output from
     *     dtype('float64') to dtype('int64') with casting rule 'same_kind'}
     */
    public static NDArray floorDivide(NDArray a, NDArray b, NDArray out) {
        return Elementwise.apply(BinaryFunction.FLOOR_DIVIDE, a, b, out);
    }

    /**
     * As {@link #floorDivide(NDArray, NDArray)}, with a scalar.
     *
     * @param a the dividends
     * @param b the divisors: one number for all, weak beside the array
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray floorDivide(NDArray a, double b) {
        return floorDivide(a, Casting.weak(b, a.dtype()));
    }

    /**
     * As {@link #floorDivide(NDArray, NDArray)}, with a scalar.
     *
     * @param a the dividends
     * @param b the divisors: one number for all, weak beside the array
     * @return a new array, int64 beside bool, else of the array's dtype
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public static NDArray floorDivide(NDArray a, long b) {
        return floorDivide(a, Casting.weak(b, a.dtype()));
    }

    /**
     * The remainders of {@link #floorDivide}, which have the sign of the divisor, as Python's, {@code a % b}.
     *
     * @param a the dividends
     * @param b the divisors, broadcast
     * @return a new array of the promoted dtype; 0 for integers divided by 0
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException if both are bool
     */
    public static NDArray remainder(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.REMAINDER, a, b);
    }

    /**
     * As {@link #remainder(NDArray, NDArray)}, into a given array, {@code np.remainder(a, b, out=out)}; with {@code a}
     * as output, {@code a %= b}.
     *
     * @param a the dividends
     * @param b the divisors, broadcast
     * @param out receives the result; it may be an operand or a view of one
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException if both are bool, or {@code Cannot cast ufunc 'remainder' output from
     *     dtype('float64') to dtype('int64') with casting rule 'same_kind'}
     */
    public static NDArray remainder(NDArray a, NDArray b, NDArray out) {
        return Elementwise.apply(BinaryFunction.REMAINDER, a, b, out);
    }

    /**
     * As {@link #remainder(NDArray, NDArray)}, with a scalar.
     *
     * @param a the dividends
     * @param b the divisors: one number for all, weak beside the array
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray remainder(NDArray a, double b) {
        return remainder(a, Casting.weak(b, a.dtype()));
    }

    /**
     * As {@link #remainder(NDArray, NDArray)}, with a scalar.
     *
     * @param a the dividends
     * @param b the divisors: one number for all, weak beside the array
     * @return a new array, int64 beside bool, else of the array's dtype
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public static NDArray remainder(NDArray a, long b) {
        return remainder(a, Casting.weak(b, a.dtype()));
    }

    /**
     * The remainders of quotients rounded towards 0, which have the sign of the dividend, as Java's {@code %},
     * {@code np.fmod(a, b)}.
     *
     * @param a the dividends
     * @param b the divisors, broadcast
     * @return a new array of the promoted dtype; 0 for integers divided by 0
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException if both are bool
     */
    public static NDArray fmod(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.FMOD, a, b);
    }

    /**
     * As {@link #fmod(NDArray, NDArray)}, with a scalar.
     *
     * @param a the dividends
     * @param b the divisors: one number for all, weak beside the array
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray fmod(NDArray a, double b) {
        return fmod(a, Casting.weak(b, a.dtype()));
    }

    /**
     * As {@link #fmod(NDArray, NDArray)}, with a scalar.
     *
     * @param a the dividends
     * @param b the divisors: one number for all, weak beside the array
     * @return a new array, int64 beside bool, else of the array's dtype
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public static NDArray fmod(NDArray a, long b) {
        return fmod(a, Casting.weak(b, a.dtype()));
    }

    /**
     * {@link #floorDivide} and {@link #remainder} together, {@code divmod(a, b)}.
     *
     * @param a the dividends
     * @param b the divisors, broadcast
     * @return two new arrays of the promoted dtype, the quotients and the remainders
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException if both are bool
     */
    public static NDArray[] divmod(NDArray a, NDArray b) {
        return new NDArray[] {floorDivide(a, b), remainder(a, b)};
    }

    /**
     * As {@link #divmod(NDArray, NDArray)}, with a scalar.
     *
     * @param a the dividends
     * @param b the divisor of all, weak beside the array
     * @return two new arrays, the quotients and the remainders
     */
    public static NDArray[] divmod(NDArray a, double b) {
        return divmod(a, Casting.weak(b, a.dtype()));
    }

    /**
     * As {@link #divmod(NDArray, NDArray)}, with a scalar.
     *
     * @param a the dividends
     * @param b the divisor of all, weak beside the array
     * @return two new arrays, the quotients and the remainders
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public static NDArray[] divmod(NDArray a, long b) {
        return divmod(a, Casting.weak(b, a.dtype()));
    }

    // Extrema

    /**
     * The larger of two elements; beside NaN it is the other one, where {@link NDArray#maximum} gives NaN,
     * {@code np.fmax(a, b)}.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray fmax(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.FMAX, a, b);
    }

    /**
     * As {@link #fmax(NDArray, NDArray)}, with a scalar.
     *
     * @param a one operand
     * @param b the other operand: one number for all, weak beside the array
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray fmax(NDArray a, double b) {
        return fmax(a, Casting.weak(b, a.dtype()));
    }

    /**
     * As {@link #fmax(NDArray, NDArray)}, with a scalar.
     *
     * @param a one operand
     * @param b the other operand: one number for all, weak beside the array
     * @return a new array, int64 beside bool, else of the array's dtype
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public static NDArray fmax(NDArray a, long b) {
        return fmax(a, Casting.weak(b, a.dtype()));
    }

    /**
     * The smaller of two elements; beside NaN it is the other one, where {@link NDArray#minimum} gives NaN,
     * {@code np.fmin(a, b)}.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray fmin(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.FMIN, a, b);
    }

    /**
     * As {@link #fmin(NDArray, NDArray)}, with a scalar.
     *
     * @param a one operand
     * @param b the other operand: one number for all, weak beside the array
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray fmin(NDArray a, double b) {
        return fmin(a, Casting.weak(b, a.dtype()));
    }

    /**
     * As {@link #fmin(NDArray, NDArray)}, with a scalar.
     *
     * @param a one operand
     * @param b the other operand: one number for all, weak beside the array
     * @return a new array, int64 beside bool, else of the array's dtype
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public static NDArray fmin(NDArray a, long b) {
        return fmin(a, Casting.weak(b, a.dtype()));
    }

    // Floating-point numbers

    /**
     * The sizes of the one with the signs of the other, those of zeros and NaN too, {@code np.copysign(a, b)}.
     *
     * @param a the sizes
     * @param b the signs, broadcast
     * @return a new array of float32 where the promoted dtype is float32, else float64
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray copysign(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.COPYSIGN, a, b);
    }

    /**
     * As {@link #copysign(NDArray, NDArray)}, with a scalar.
     *
     * @param a the sizes
     * @param b the signs: one number for all, weak beside the array
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray copysign(NDArray a, double b) {
        return copysign(a, Casting.weak(b, a.dtype()));
    }

    /**
     * The floating-point numbers next to the elements, {@code np.nextafter(a, b)}.
     *
     * @param a where to start
     * @param b the direction to go in, broadcast; an element that is there already stays
     * @return a new array of float32 where the promoted dtype is float32, else float64
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray nextafter(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.NEXTAFTER, a, b);
    }

    /**
     * As {@link #nextafter(NDArray, NDArray)}, with a scalar.
     *
     * @param a where to start
     * @param b the direction to go in: one number for all, weak beside the array
     * @return a new array of float32 for float32, else float64
     */
    public static NDArray nextafter(NDArray a, double b) {
        return nextafter(a, Casting.weak(b, a.dtype()));
    }
}
