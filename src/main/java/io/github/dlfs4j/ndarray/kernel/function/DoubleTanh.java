package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;
import static io.github.dlfs4j.ndarray.kernel.function.DoubleTanhPolynomials.DEGREE;
import static io.github.dlfs4j.ndarray.kernel.function.DoubleTanhPolynomials.ROW;
import static io.github.dlfs4j.ndarray.kernel.function.DoubleTanhPolynomials.ROWS;
import static io.github.dlfs4j.ndarray.kernel.function.DoubleTanhPolynomials.interval;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;

/**
 * The hyperbolic tangent, with the bits of NumPy 2. The error is at most about 1.2 ulp for {@code double}, 1.4 for
 * {@code float}.
 *
 * <p>The function is odd, so only the size of the argument matters. The exponent and the first digits of the mantissa
 * select an interval. Each interval has a polynomial of its own, in the distance from the interval's middle. The
 * computation is a chain of fused multiply-adds; it needs no exponential function.
 *
 * <p>The algorithm and the polynomials are those of Intel's <i>Short Vector Math Library</i> (2021), which NumPy has
 * adopted.
 */
@AlsoFor(float.class)
public final class DoubleTanh {
    /**
     * Returns the hyperbolic tangent of a number.
     *
     * @param x any number
     * @return its hyperbolic tangent; 1 or -1 for infinities, NaN for NaN
     */
    public static double tanh(double x) {
        double size = Math.abs(x);
        if (!(size <= Double.MAX_VALUE)) {
            // The polynomial would multiply 0 by infinity, which is NaN.
            return Double.isNaN(x) ? x : Math.copySign(1, x);
        }
        int row = ROW * interval(size);
        double y = size - ROWS[row];
        double sum = ROWS[row + 1 + DEGREE];
        for (int power = DEGREE - 1; power >= 0; power--) {
            sum = fma(sum, y, ROWS[row + 1 + power]);
        }
        return Math.copySign(sum, x);
    }

    /** Computes the hyperbolic tangent of each element, as {@link UnaryLoop} describes it. */
    public static void tanh(double[] a, double[] out, int from, int to) {
        if (FunctionWarmUp.DOUBLE.isOver(to - from)) {
            VectorDoubleTanh.tanh(a, out, from, to);
        } else {
            tanhOneByOne(a, out, from, to);
        }
    }

    /** Computes the same in a plain loop. */
    static void tanhOneByOne(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = tanh(a[i]);
        }
    }
}
