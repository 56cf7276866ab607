package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;
import static io.github.dlfs4j.ndarray.kernel.function.FloatTanhPolynomials.DEGREE;
import static io.github.dlfs4j.ndarray.kernel.function.FloatTanhPolynomials.INTERVALS;
import static io.github.dlfs4j.ndarray.kernel.function.FloatTanhPolynomials.ROW;
import static io.github.dlfs4j.ndarray.kernel.function.FloatTanhPolynomials.ROWS;

/**
 * The hyperbolic tangent of {@code float}, to the bit that of NumPy 2 for every argument, at most 1.4 ulp off.
 *
 * <p>The tangent is odd, so that the size of the argument is enough. Its exponent and the first two digits of its
 * mantissa tell in which of 32 intervals it lies: from 0 to 7/128, to 8/128, to 10/128, to 12/128, … to 10, and beyond,
 * where the tangent is 1. Each interval has a polynomial of its own in the distance from the interval's middle. Only
 * fused multiply-adds follow one another, and no exponential function is needed.
 *
 * <p>Algorithm and polynomials are those of Intel's <i>Short Vector Math Library</i> (2021), which NumPy took over.
 */
final class FloatTanh {
    /** So many bits at the end of a number do not matter for its interval. */
    static final int SHIFT = 21;

    /** The other bits of a number in the first interval, where all that are smaller belong as well. */
    static final int FIRST_INTERVAL = Float.floatToRawIntBits(6 / 128f) >> SHIFT;

    private FloatTanh() {}

    /**
     * The hyperbolic tangent.
     *
     * @param x any number, infinite or NaN
     * @return its tangent, 1 or -1 for infinities
     */
    static float tanh(float x) {
        float size = Math.abs(x);
        if (!(size <= Float.MAX_VALUE)) {
            // In a polynomial, 0 times infinity would be NaN.
            return Float.isNaN(x) ? x : Math.copySign(1, x);
        }
        int interval = (Float.floatToRawIntBits(size) >> SHIFT) - FIRST_INTERVAL;
        int row = ROW * Math.min(Math.max(interval, 0), INTERVALS - 1);
        float y = size - ROWS[row];
        float sum = ROWS[row + 1 + DEGREE];
        for (int power = DEGREE - 1; power >= 0; power--) {
            sum = fma(sum, y, ROWS[row + 1 + power]);
        }
        return Math.copySign(sum, x);
    }

    /** The hyperbolic tangents of some elements. {@code out} may be {@code a}. */
    static void tanh(float[] a, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = tanh(a[i]);
        }
    }
}
