package io.github.dlfs4j.ndarray.kernel.function;

/**
 * The inverse hyperbolic functions, which {@link StrictMath} lacks. The formulas are those of K. C. Ng in fdlibm (Sun
 * Microsystems, 1993; s_asinh.c, e_acosh.c, e_atanh.c); for each range, one is chosen that loses nothing to
 * cancellation. The logarithms are {@link DoubleLog} and {@link StrictMath#log1p}.
 */
public final class InverseHyperbolics {
    private static final double LN2 = 0x1.62e42fefa39efp-1;

    /** Above this, adding 1 to the square of a number does not change it. */
    private static final double LARGE = 0x1p28;

    /** Below this, the function is its argument. */
    private static final double SMALL = 0x1p-28;

    /**
     * Returns the inverse hyperbolic sine.
     *
     * @param x any number
     * @return the inverse hyperbolic sine; NaN for NaN
     */
    public static double arcsinh(double x) {
        double size = Math.abs(x);
        double square = size * size;
        if (size > LARGE) {
            return Math.copySign(DoubleLog.log(size) + LN2, x);
        }
        if (size > 2) {
            return Math.copySign(DoubleLog.log(2 * size + 1 / (Math.sqrt(square + 1) + size)), x);
        }
        return size >= SMALL ? Math.copySign(StrictMath.log1p(size + square / (1 + Math.sqrt(1 + square))), x) : x;
    }

    /**
     * Returns the inverse hyperbolic cosine.
     *
     * @param x any number
     * @return the inverse hyperbolic cosine; NaN for numbers below 1 and for NaN
     */
    public static double arccosh(double x) {
        if (x > LARGE) {
            return DoubleLog.log(x) + LN2;
        }
        if (x > 2) {
            return DoubleLog.log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
        }
        double above = x - 1;
        return above >= 0 ? StrictMath.log1p(above + Math.sqrt(2 * above + above * above)) : Double.NaN;
    }

    /**
     * Returns the inverse hyperbolic tangent.
     *
     * @param x any number
     * @return the inverse hyperbolic tangent; an infinity for 1 and -1, NaN for numbers beyond them and for NaN
     */
    public static double arctanh(double x) {
        double size = Math.abs(x);
        double twice = 2 * size;
        if (size < SMALL) {
            return x;
        }
        double quotient = size < 0.5 ? twice + twice * size / (1 - size) : twice / (1 - size);
        return Math.copySign(0.5 * StrictMath.log1p(quotient), x);
    }
}
