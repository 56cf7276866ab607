package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.function.DoubleExp;
import io.github.dlfs4j.ndarray.kernel.function.DoubleLog;
import io.github.dlfs4j.ndarray.kernel.function.DoublePow;
import io.github.dlfs4j.ndarray.kernel.function.DoubleSines;
import io.github.dlfs4j.ndarray.kernel.function.DoubleTanh;

/**
 * The functions of {@link NDArray} for a single number: {@code PortableMath.exp(x)} has the bits of
 * {@code NDArray.scalar(x).exp()} on every machine. The last bit of {@link Math} may differ between Java virtual
 * machines, and {@link StrictMath} differs from NumPy.
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
     * Computes e<sup>x</sup>, NumPy's {@code np.exp}.
     *
     * @param x any number
     * @return e<sup>x</sup>; infinity if it overflows, 0 if it underflows, NaN for NaN
     */
    public static double exp(double x) {
        return DoubleExp.exp(x);
    }

    /**
     * Computes the natural logarithm, NumPy's {@code np.log}.
     *
     * @param x any number
     * @return the logarithm; minus infinity for 0, NaN for negative numbers and NaN
     */
    public static double log(double x) {
        return DoubleLog.log(x);
    }

    /**
     * Computes a power, NumPy's {@code np.power}.
     *
     * @param base any number
     * @param exponent any number
     * @return the power; NaN for a negative base and an exponent with a fraction, 1 for a base of 1 or an exponent of
     *     0, even if the other number is NaN
     */
    public static double pow(double base, double exponent) {
        return DoublePow.pow(base, exponent);
    }

    /**
     * Computes the sine, NumPy's {@code np.sin}.
     *
     * @param x an angle in radians
     * @return NaN for infinities and NaN
     */
    public static double sin(double x) {
        return DoubleSines.sin(x);
    }

    /**
     * Computes the cosine, NumPy's {@code np.cos}.
     *
     * @param x an angle in radians
     * @return NaN for infinities and NaN
     */
    public static double cos(double x) {
        return DoubleSines.cos(x);
    }

    /**
     * Computes the hyperbolic tangent, NumPy's {@code np.tanh}.
     *
     * @param x any number
     * @return the hyperbolic tangent, from -1 to 1; NaN for NaN
     */
    public static double tanh(double x) {
        return DoubleTanh.tanh(x);
    }
}
