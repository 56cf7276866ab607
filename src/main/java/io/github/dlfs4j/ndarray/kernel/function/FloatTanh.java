package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;
import static io.github.dlfs4j.ndarray.kernel.function.FloatTanhPolynomials.DEGREE;
import static io.github.dlfs4j.ndarray.kernel.function.FloatTanhPolynomials.INTERVALS;
import static io.github.dlfs4j.ndarray.kernel.function.FloatTanhPolynomials.ROW;
import static io.github.dlfs4j.ndarray.kernel.function.FloatTanhPolynomials.ROWS;

/**
 * The hyperbolic tangent of {@code float}, with the bits of NumPy 2 for every argument. The error is at most 1.4 ulp.
 *
 * <p>The function is odd, so only the size of the argument matters. The exponent and the first two digits of the
 * mantissa select one of 32 intervals: from 0 to 7/128, to 8/128, to 10/128, to 12/128, … to 10, and beyond, where the
 * result is 1. Each interval has a polynomial of its own, in the distance from the interval's middle. The computation
 * is a chain of fused multiply-adds; it needs no exponential function.
 *
 * <p>The algorithm and the polynomials are those of Intel's <i>Short Vector Math Library</i> (2021), which NumPy has
 * adopted.
 */
final class FloatTanh {
    /** How many of a number's last bits do not affect its interval. */
    static final int SHIFT = 21;

    /** The other bits of the largest numbers in the first interval. All smaller numbers are in it, too. */
    static final int FIRST_INTERVAL = Float.floatToRawIntBits(6 / 128f) >> SHIFT;

    private FloatTanh() {}

    /**
     * Returns the hyperbolic tangent of a number.
     *
     * @param x any number
     * @return its hyperbolic tangent; 1 or -1 for infinities, NaN for NaN
     */
    static float tanh(float x) {
        float size = Math.abs(x);
        if (!(size <= Float.MAX_VALUE)) {
            // The polynomial would multiply 0 by infinity, which is NaN.
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

    /** Computes the hyperbolic tangent of each element. {@code out} may be {@code a}. */
    static void tanh(float[] a, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = tanh(a[i]);
        }
    }
}
