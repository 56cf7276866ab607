package io.github.dlfs4j.ndarray.kernel.function;

/**
 * The logarithms to base 2 and 10. Each is the product of a constant and the logarithm of {@link DoublePow}, which has
 * more bits than the result. So the logarithms of powers of the base are exact.
 */
public final class DoubleLogarithms {
    private static final double ONE_OVER_LN2 = 0x1.71547652b82fep0;
    private static final double ONE_OVER_LN10 = 0x1.bcb7b1526e50ep-2;

    /**
     * Returns the logarithm to base 2.
     *
     * @param x any number
     * @return the logarithm; negative infinity for 0, NaN for negative numbers and NaN
     */
    public static double log2(double x) {
        return DoublePow.multipleOfLog(ONE_OVER_LN2, x);
    }

    /**
     * Returns the logarithm to base 10.
     *
     * @param x any number
     * @return the logarithm; negative infinity for 0, NaN for negative numbers and NaN
     */
    public static double log10(double x) {
        return DoublePow.multipleOfLog(ONE_OVER_LN10, x);
    }
}
