package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;
import static io.github.dlfs4j.ndarray.kernel.function.DoubleTanhPolynomials.DEGREE;
import static io.github.dlfs4j.ndarray.kernel.function.DoubleTanhPolynomials.INTERVALS;
import static io.github.dlfs4j.ndarray.kernel.function.DoubleTanhPolynomials.ROW;
import static io.github.dlfs4j.ndarray.kernel.function.DoubleTanhPolynomials.ROWS;

/**
 * The hyperbolic tangent of {@code double}, to the bit that of NumPy 2, some 1.2 ulp off at most.
 *
 * <p>The tangent is odd, so that the size of the argument is enough. Its exponent and the first digit of its mantissa
 * tell in which of 16 intervals it lies: from 0 to 0.1875, to 0.25, to 0.375, to 0.5, … to 24, and beyond, where the
 * tangent is 1. Each interval has a polynomial of its own in the distance from the interval's middle. Only fused
 * multiply-adds follow one another, and no exponential function is needed.
 *
 * <p>Algorithm and polynomials are those of Intel's <i>Short Vector Math Library</i> (2021), which NumPy took over.
 */
public final class DoubleTanh {
    /** So many bits at the end of a number do not matter for its interval. */
    static final int SHIFT = 51;

    /** The other bits of a number in the first interval, where all that are smaller belong as well. */
    static final int FIRST_INTERVAL = (int) (Double.doubleToRawLongBits(0.125) >> SHIFT);

    private DoubleTanh() {}

    /**
     * The hyperbolic tangent.
     *
     * @param x any number, infinite or NaN
     * @return its tangent, 1 or -1 for infinities
     */
    public static double tanh(double x) {
        double size = Math.abs(x);
        if (!(size <= Double.MAX_VALUE)) {
            // In a polynomial, 0 times infinity would be NaN.
            return Double.isNaN(x) ? x : Math.copySign(1, x);
        }
        int interval = (int) (Double.doubleToRawLongBits(size) >> SHIFT) - FIRST_INTERVAL;
        int row = ROW * Math.min(Math.max(interval, 0), INTERVALS - 1);
        double y = size - ROWS[row];
        double sum = ROWS[row + 1 + DEGREE];
        for (int power = DEGREE - 1; power >= 0; power--) {
            sum = fma(sum, y, ROWS[row + 1 + power]);
        }
        return Math.copySign(sum, x);
    }

    /** The hyperbolic tangents of some elements. {@code out} may be {@code a}. */
    static void tanh(double[] a, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = tanh(a[i]);
        }
    }
}
