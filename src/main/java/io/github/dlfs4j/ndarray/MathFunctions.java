package io.github.dlfs4j.ndarray;

import java.util.Objects;

/**
 * Element-wise functions of one or two operands, from NumPy's chapter <i>Mathematical functions</i>. Functions that are
 * methods of {@link NDArray}, such as {@code exp} and {@code sin}, are not repeated here.
 *
 * <p>For the functions for which NumPy calls the C library, results are within one unit in the last place of the exact
 * value, for {@code arctan2} and for inverse and hyperbolic functions within three. They are the same on every machine.
 * {@code logaddexp} and {@code logaddexp2} use NumPy's formula, whose two terms may cancel. All other results have
 * NumPy's bits, except for the sign of a zero from {@link #fmax} and {@link #fmin}. NaN gives NaN, except in these two
 * functions, in {@link #hypot} of NaN and an infinity, in {@link #signbit}, and in {@link #nanToNum}, which is there to
 * replace it.
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
public final class MathFunctions extends MathFunctionsOverloads {
    private MathFunctions() {}

    // Trigonometric functions

    /**
     * Computes the tangents of angles in radians, {@code np.tan(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64; NaN for infinities
     */
    public static NDArray tan(NDArray a) {
        return Elementwise.apply(UnaryFunction.TAN, a);
    }

    /**
     * Computes the inverse sines, in radians from -π/2 to π/2, {@code np.arcsin(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64; NaN for elements below -1 or above 1
     */
    public static NDArray arcsin(NDArray a) {
        return Elementwise.apply(UnaryFunction.ARCSIN, a);
    }

    /**
     * Computes the inverse cosines, in radians from 0 to π, {@code np.arccos(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64; NaN for elements below -1 or above 1
     */
    public static NDArray arccos(NDArray a) {
        return Elementwise.apply(UnaryFunction.ARCCOS, a);
    }

    /**
     * Computes the inverse tangents, in radians from -π/2 to π/2, {@code np.arctan(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64
     */
    public static NDArray arctan(NDArray a) {
        return Elementwise.apply(UnaryFunction.ARCTAN, a);
    }

    /**
     * Converts degrees to radians, {@code np.deg2rad(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64
     */
    public static NDArray deg2rad(NDArray a) {
        return Elementwise.apply(UnaryFunction.DEG2RAD, a);
    }

    /**
     * Converts degrees to radians; another name of {@link #deg2rad}, {@code np.radians(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64
     */
    public static NDArray radians(NDArray a) {
        return Elementwise.apply(UnaryFunction.RADIANS, a);
    }

    /**
     * Converts radians to degrees, {@code np.rad2deg(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64
     */
    public static NDArray rad2deg(NDArray a) {
        return Elementwise.apply(UnaryFunction.RAD2DEG, a);
    }

    /**
     * Converts radians to degrees; another name of {@link #rad2deg}, {@code np.degrees(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64
     */
    public static NDArray degrees(NDArray a) {
        return Elementwise.apply(UnaryFunction.DEGREES, a);
    }

    /**
     * Computes the angles between the x-axis and the points (b, a), in radians from -π to π, {@code np.arctan2(a, b)}:
     * the inverse tangent of {@code a / b} in the quadrant given by both signs.
     *
     * @param a the y-coordinates
     * @param b the x-coordinates, broadcast
     * @return a new array of float32 if the promoted dtype is float32, otherwise of float64
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber(operand = "the x-coordinate")
    public static NDArray arctan2(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.ARCTAN2, a, b);
    }

    /**
     * Computes the lengths of the vectors (a, b), {@code np.hypot(a, b)}: {@code sqrt(a**2 + b**2)} without overflow or
     * underflow of the squares.
     *
     * @param a one side
     * @param b the other side, broadcast
     * @return a new array of float32 if the promoted dtype is float32, otherwise of float64
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber
    public static NDArray hypot(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.HYPOT, a, b);
    }

    // Hyperbolic functions

    /**
     * Computes the hyperbolic sines, {@code np.sinh(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64
     */
    public static NDArray sinh(NDArray a) {
        return Elementwise.apply(UnaryFunction.SINH, a);
    }

    /**
     * Computes the hyperbolic cosines, {@code np.cosh(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64
     */
    public static NDArray cosh(NDArray a) {
        return Elementwise.apply(UnaryFunction.COSH, a);
    }

    /**
     * Computes the inverse hyperbolic sines, {@code np.arcsinh(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64
     */
    public static NDArray arcsinh(NDArray a) {
        return Elementwise.apply(UnaryFunction.ARCSINH, a);
    }

    /**
     * Computes the inverse hyperbolic cosines, which are at least 0, {@code np.arccosh(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64; NaN for elements below 1
     */
    public static NDArray arccosh(NDArray a) {
        return Elementwise.apply(UnaryFunction.ARCCOSH, a);
    }

    /**
     * Computes the inverse hyperbolic tangents, {@code np.arctanh(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64; infinite for 1 and -1, NaN below -1 or above 1
     */
    public static NDArray arctanh(NDArray a) {
        return Elementwise.apply(UnaryFunction.ARCTANH, a);
    }

    // Exponents and logarithms

    /**
     * Computes {@code exp(a) - 1}, {@code np.expm1(a)}. Near 0 it keeps the digits that the subtraction would lose.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64
     */
    public static NDArray expm1(NDArray a) {
        return Elementwise.apply(UnaryFunction.EXPM1, a);
    }

    /**
     * Computes 2 to the power of the elements, {@code np.exp2(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64
     */
    public static NDArray exp2(NDArray a) {
        return Elementwise.apply(UnaryFunction.EXP2, a);
    }

    /**
     * Computes the logarithms to base 2, {@code np.log2(a)}. Those of powers of 2 are exact.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64; -inf for 0, NaN for negative elements
     */
    public static NDArray log2(NDArray a) {
        return Elementwise.apply(UnaryFunction.LOG2, a);
    }

    /**
     * Computes the logarithms to base 10, {@code np.log10(a)}. Those of powers of 10 are exact.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64; -inf for 0, NaN for negative elements
     */
    public static NDArray log10(NDArray a) {
        return Elementwise.apply(UnaryFunction.LOG10, a);
    }

    /**
     * Computes {@code log(1 + a)}, {@code np.log1p(a)}. Near 0 it keeps the digits that the addition would lose.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64; -inf for -1, NaN below
     */
    public static NDArray log1p(NDArray a) {
        return Elementwise.apply(UnaryFunction.LOG1P, a);
    }

    /**
     * Computes the cube roots, even of negative elements, {@code np.cbrt(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64
     */
    public static NDArray cbrt(NDArray a) {
        return Elementwise.apply(UnaryFunction.CBRT, a);
    }

    /**
     * Computes the error function <i>2/√π ∫<sub>0</sub><sup>a</sup> e<sup>-t²</sup> dt</i>, SciPy's
     * {@code scipy.special.erf(a)}, with an error below 10<sup>-15</sup> of the result. NumPy has no such function.
     *
     * <pre>{@code
     * System.out.println(MathFunctions.erf(NDArray.of(-0.5, 0.0, 1.0, 6.0)));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [-0.52049988  0.          0.84270079  1.        ]
     * }</pre>
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64
     */
    public static NDArray erf(NDArray a) {
        return Elementwise.apply(UnaryFunction.ERF, a);
    }

    /**
     * Adds numbers given by their logarithms, {@code np.logaddexp(a, b)}: {@code log(exp(a) + exp(b))} without overflow
     * or underflow of the exponentials.
     *
     * @param a the logarithms of the first terms
     * @param b the logarithms of the second terms, broadcast
     * @return a new array of float32 if the promoted dtype is float32, otherwise of float64
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber(operand = "the logarithm of the second term")
    public static NDArray logaddexp(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.LOGADDEXP, a, b);
    }

    /**
     * Adds numbers given by their logarithms to base 2, {@code np.logaddexp2(a, b)}: {@code log2(2**a + 2**b)} without
     * overflow or underflow of the powers.
     *
     * @param a the logarithms of the first terms
     * @param b the logarithms of the second terms, broadcast
     * @return a new array of float32 if the promoted dtype is float32, otherwise of float64
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber(operand = "the logarithm of the second term")
    public static NDArray logaddexp2(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.LOGADDEXP2, a, b);
    }

    /**
     * Raises to powers in float64, {@code np.float_power(a, b)}. Negative exponents of integers are allowed. Unlike for
     * {@link NDArray#pow(double) a.pow(0.5)}, the power 0.5 of -0.0 is 0.0, and that of minus infinity is infinity.
     *
     * @param a the bases
     * @param b the exponents, broadcast
     * @return a new array of float64
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public static NDArray floatPower(NDArray a, NDArray b) {
        Objects.requireNonNull(b, "b");
        return Elementwise.apply(
                BinaryFunction.POWER, Casting.converted(a, DType.FLOAT64), Casting.converted(b, DType.FLOAT64));
    }

    /**
     * Works like {@link #floatPower(NDArray, NDArray)}, with a scalar.
     *
     * @param a the bases
     * @param b the exponent
     * @return a new array of float64
     */
    public static NDArray floatPower(NDArray a, double b) {
        return floatPower(a, NDArray.scalar(b));
    }

    // Rounding

    /**
     * Rounds the elements down to integers, {@code np.floor(a)}.
     *
     * @param a the operand
     * @return a new array of the same dtype; integers stay as they are
     */
    public static NDArray floor(NDArray a) {
        return Elementwise.apply(UnaryFunction.FLOOR, a);
    }

    /**
     * Rounds the elements up to integers, {@code np.ceil(a)}.
     *
     * @param a the operand
     * @return a new array of the same dtype; integers stay as they are
     */
    public static NDArray ceil(NDArray a) {
        return Elementwise.apply(UnaryFunction.CEIL, a);
    }

    /**
     * Rounds the elements towards 0, {@code np.trunc(a)}.
     *
     * @param a the operand
     * @return a new array of the same dtype; integers stay as they are
     */
    public static NDArray trunc(NDArray a) {
        return Elementwise.apply(UnaryFunction.TRUNC, a);
    }

    /**
     * Rounds the elements towards 0; another name of {@link #trunc}, {@code np.fix(a)}.
     *
     * @param a the operand
     * @return a new array of the same dtype; integers stay as they are
     */
    public static NDArray fix(NDArray a) {
        return Elementwise.apply(UnaryFunction.TRUNC, a);
    }

    /**
     * Rounds the elements to the nearest integers, halfway cases to the even one, {@code np.rint(a)}.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64
     */
    public static NDArray rint(NDArray a) {
        return Elementwise.apply(UnaryFunction.RINT, a);
    }

    // Division with a remainder

    /**
     * Computes the quotients, rounded down, {@code a // b}.
     *
     * @param a the dividends
     * @param b the divisors, broadcast
     * @return a new array of the promoted dtype; 0 for integers divided by 0
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException if both are bool
     */
    @WithNumber(operand = "the divisor")
    public static NDArray floorDivide(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.FLOOR_DIVIDE, a, b);
    }

    /**
     * Computes the remainders of {@link #floorDivide}, which have the sign of the divisor, as in Python, {@code a % b}.
     *
     * @param a the dividends
     * @param b the divisors, broadcast
     * @return a new array of the promoted dtype; 0 for integers divided by 0
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException if both are bool
     */
    @WithNumber(operand = "the divisor")
    public static NDArray remainder(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.REMAINDER, a, b);
    }

    /**
     * Computes the remainders of quotients rounded towards 0, which have the sign of the dividend, {@code np.fmod(a,
     * b)}; this is Java's {@code %}.
     *
     * @param a the dividends
     * @param b the divisors, broadcast
     * @return a new array of the promoted dtype; 0 for integers divided by 0
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException if both are bool
     */
    @WithNumber(operand = "the divisor")
    public static NDArray fmod(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.FMOD, a, b);
    }

    /**
     * Computes {@link #floorDivide} and {@link #remainder} together, {@code divmod(a, b)}.
     *
     * @param a the dividends
     * @param b the divisors, broadcast
     * @return two new arrays of the promoted dtype, the quotients and the remainders
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException if both are bool
     */
    @WithNumber(operand = "the divisor")
    public static NDArray[] divmod(NDArray a, NDArray b) {
        return new NDArray[] {floorDivide(a, b), remainder(a, b)};
    }

    // Extrema

    /**
     * Returns the larger of two elements, {@code np.fmax(a, b)}. If one is NaN, returns the other, while
     * {@link NDArray#maximum} returns NaN.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber
    public static NDArray fmax(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.FMAX, a, b);
    }

    /**
     * Returns the smaller of two elements, {@code np.fmin(a, b)}. If one is NaN, returns the other, while
     * {@link NDArray#minimum} returns NaN.
     *
     * @param a one operand
     * @param b the other operand, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber
    public static NDArray fmin(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.FMIN, a, b);
    }

    // Floating-point numbers

    /**
     * Returns the magnitudes of a with the signs of b, even of zeros and NaN, {@code np.copysign(a, b)}.
     *
     * @param a the magnitudes
     * @param b the signs, broadcast
     * @return a new array of float32 if the promoted dtype is float32, otherwise of float64
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber(operand = "the sign")
    public static NDArray copysign(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.COPYSIGN, a, b);
    }

    /**
     * Returns the next floating-point numbers from a towards b, {@code np.nextafter(a, b)}.
     *
     * @param a the elements at which to start
     * @param b the elements towards which to go, broadcast; an element that equals its target stays
     * @return a new array of float32 if the promoted dtype is float32, otherwise of float64
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber(operand = "the target")
    public static NDArray nextafter(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.NEXTAFTER, a, b);
    }

    // Signs and parts of numbers

    /**
     * Computes the reciprocals, {@code np.reciprocal(a)}: 1 divided by each element. Those of integers are cut off, so
     * they are 0 but for 1 and -1; the reciprocal of 0 is the smallest int64, or 0 in uint8.
     *
     * @param a the operand
     * @return a new array of the same dtype; infinity for 0.0
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray reciprocal(NDArray a) {
        return Elementwise.apply(UnaryFunction.RECIPROCAL, a);
    }

    /**
     * Returns the absolute values as floating-point numbers, {@code np.fabs(a)}; {@link NDArray#abs()} keeps the dtype.
     *
     * @param a the operand
     * @return a new array of float32 for float32, otherwise of float64
     */
    public static NDArray fabs(NDArray a) {
        return Elementwise.apply(UnaryFunction.FABS, a);
    }

    /**
     * Returns the elements as they are, {@code np.positive(a)} or {@code +a}.
     *
     * @param a the operand
     * @return a new array of the same dtype
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray positive(NDArray a) {
        return Elementwise.apply(UnaryFunction.POSITIVE, a);
    }

    /**
     * Tests which elements have the sign bit, {@code np.signbit(a)}: those below zero, -0.0, and NaN of that sign.
     *
     * @param a the operand
     * @return a new array of bool
     */
    public static NDArray signbit(NDArray a) {
        return Comparison.test(Relation.SIGNBIT, a);
    }

    /**
     * Returns the fractions and the whole parts, {@code np.modf(a)}. Both have the sign of the element.
     *
     * @param a the operand
     * @return two new arrays of float32 for float32, otherwise of float64: the fractions, which are 0 for infinities,
     *     and the whole parts
     */
    public static NDArray[] modf(NDArray a) {
        NDArray numbers = Casting.floating(a);
        return new NDArray[] {
            Elementwise.apply(UnaryFunction.MODF, numbers), Elementwise.apply(UnaryFunction.TRUNC, numbers)
        };
    }

    /**
     * Computes the Heaviside step function, {@code np.heaviside(a, b)}: 0 below zero, 1 above, and {@code b} at zero.
     *
     * @param a the operand
     * @param b the results for zeros, broadcast
     * @return a new array of float32 if the promoted dtype is float32, otherwise of float64
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber(operand = "the result for zeros")
    public static NDArray heaviside(NDArray a, NDArray b) {
        return Elementwise.apply(BinaryFunction.HEAVISIDE, a, b);
    }

    /**
     * Puts 0 in place of NaN and the largest numbers of the dtype in place of infinities, {@code np.nan_to_num(a)}.
     *
     * @param a the operand
     * @return a new array of the same dtype
     */
    public static NDArray nanToNum(NDArray a) {
        return nanToNum(a, 0);
    }

    /**
     * Puts a number in place of NaN and the largest numbers of the dtype in place of infinities,
     * {@code np.nan_to_num(a, nan=nan)}.
     *
     * @param a the operand
     * @param nan what to put in place of NaN
     * @return a new array of the same dtype
     */
    public static NDArray nanToNum(NDArray a, double nan) {
        double largest = Where.largest(a.dtype());
        return Where.nanToNum(a, nan, largest, -largest, true);
    }

    /**
     * Puts numbers in place of NaN and infinities, {@code np.nan_to_num(a, nan=nan, posinf=posinf, neginf=neginf)}.
     *
     * @param a the operand
     * @param nan what to put in place of NaN
     * @param posinf what to put in place of infinity
     * @param neginf what to put in place of negative infinity
     * @return a new array of the same dtype
     */
    public static NDArray nanToNum(NDArray a, double nan, double posinf, double neginf) {
        return Where.nanToNum(a, nan, posinf, neginf, true);
    }

    /**
     * Puts numbers in place of NaN and infinities, in a copy or in the array itself, {@code np.nan_to_num(a, copy, nan,
     * posinf, neginf)}.
     *
     * @param a the operand
     * @param nan what to put in place of NaN
     * @param posinf what to put in place of infinity
     * @param neginf what to put in place of negative infinity
     * @param copy whether the result is a new array; otherwise {@code a} itself is changed and returned
     * @return an array of the same dtype
     * @throws IllegalArgumentException if {@code a} is floating-point and shall be changed, but is read-only:
     *     {@code assignment destination is read-only}
     */
    public static NDArray nanToNum(NDArray a, double nan, double posinf, double neginf, boolean copy) {
        return Where.nanToNum(a, nan, posinf, neginf, copy);
    }

    // Complex numbers; those of all arrays here have no imaginary part

    /**
     * Returns the conjugates, {@code np.conj(a)} or {@code np.conjugate(a)}: the elements as they are.
     *
     * @param a the operand
     * @return a new array of the same dtype
     * @throws UnsupportedOperationException if the array is bool
     */
    public static NDArray conj(NDArray a) {
        return Elementwise.apply(UnaryFunction.CONJUGATE, a);
    }

    /**
     * Returns the real parts, {@code np.real(a)}: the array itself.
     *
     * @param a the operand
     * @return {@code a}
     */
    public static NDArray real(NDArray a) {
        return Objects.requireNonNull(a, "a");
    }

    /**
     * Returns the imaginary parts, {@code np.imag(a)}: zeros.
     *
     * @param a the operand
     * @return zeros of the same dtype and shape, read-only
     */
    public static NDArray imag(NDArray a) {
        return NDArray.zeros(a.dtype()).broadcastTo(a.shape());
    }
}
