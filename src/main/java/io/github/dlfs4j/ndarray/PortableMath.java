package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.function.DoubleExp;
import io.github.dlfs4j.ndarray.kernel.function.DoubleLog;
import io.github.dlfs4j.ndarray.kernel.function.DoublePow;
import io.github.dlfs4j.ndarray.kernel.function.DoubleSines;
import io.github.dlfs4j.ndarray.kernel.function.DoubleTanh;

/**
 * The functions of {@link NDArray} for one number: {@code PortableMath.exp(x)} has the bits of
 * {@code NDArray.scalar(x).exp()}, on every machine. {@link Math} may give another last bit on another Java virtual
 * machine, and {@link StrictMath} gives others than NumPy.
 *
 * <pre>{@code
 * System.out.println(PortableMath.exp(1));
 * System.out.println(PortableMath.pow(10, -2.5));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 2.718281828459045
 * 0.0031622776601683794
 * }</pre>
 */
public final class PortableMath {
    private PortableMath() {}

    /**
     * e<sup>x</sup>, NumPy's {@code np.exp}.
     *
     * @param x any number
     * @return infinity where it overflows, 0 where it underflows, NaN for NaN
     */
    public static double exp(double x) {
        return DoubleExp.exp(x);
    }

    /**
     * The natural logarithm, NumPy's {@code np.log}.
     *
     * @param x any number
     * @return minus infinity for 0, NaN for negative numbers and NaN
     */
    public static double log(double x) {
        return DoubleLog.log(x);
    }

    /**
     * A power, NumPy's {@code np.power}.
     *
     * @param base any number
     * @param exponent any number
     * @return NaN for a negative base and an exponent with a fraction; 1 for a base of 1 or an exponent of 0, even
     *     beside NaN
     */
    public static double pow(double base, double exponent) {
        return DoublePow.pow(base, exponent);
    }

    /**
     * The sine, NumPy's {@code np.sin}.
     *
     * @param x an angle in radians
     * @return NaN for infinities and NaN
     */
    public static double sin(double x) {
        return DoubleSines.sin(x);
    }

    /**
     * The cosine, NumPy's {@code np.cos}.
     *
     * @param x an angle in radians
     * @return NaN for infinities and NaN
     */
    public static double cos(double x) {
        return DoubleSines.cos(x);
    }

    /**
     * The hyperbolic tangent, NumPy's {@code np.tanh}.
     *
     * @param x any number
     * @return from -1 to 1, NaN for NaN
     */
    public static double tanh(double x) {
        return DoubleTanh.tanh(x);
    }
}
