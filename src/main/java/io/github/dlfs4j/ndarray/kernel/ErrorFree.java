package io.github.dlfs4j.ndarray.kernel;

/**
 * Sums and products together with their rounding errors, in additions and multiplications alone, and what can be made
 * of them: the fused multiply-add. {@link Math#fma} gives the same, but where the processor has no instruction for it,
 * it goes through {@code BigDecimal} and takes a thousand times as long.
 *
 * <p>The error of a product is due to T. J. Dekker and G. W. Veltkamp (T. J. Dekker, "A Floating-Point Technique for
 * Extending the Available Precision", Numerische Mathematik 18 (1971), 224–242), the error of a sum to D. E. Knuth
 * (<i>The Art of Computer Programming</i>, volume 2, section 4.2.2).
 */
public final class ErrorFree {
    /** Splits the 53 bits of a number into halves of 26 and 26, the second with a sign. */
    private static final double SPLITTER = 0x1p27 + 1;

    /** Factors up to this do not overflow when they are split or multiplied. */
    private static final double LARGEST_FACTOR = 0x1p500;

    private static final double LARGEST_TERM = LARGEST_FACTOR * LARGEST_FACTOR;

    /** From here on, the error of a product is no subnormal number. */
    private static final double SMALLEST_PRODUCT = 0x1p-900;

    /**
     * In the middle between two floats these last bits of a double are zero: it has 29 more bits than a float that is
     * normal, 30 or more than one that is subnormal.
     */
    private static final int BITS_BEYOND_TIE = 0xfffffff;

    private ErrorFree() {}

    /**
     * What rounding took from a sum.
     *
     * @param a a number
     * @param b a number
     * @param sum {@code a + b}, finite
     * @return a + b - sum, exactly
     */
    public static double errorOfSum(double a, double b, double sum) {
        double ofB = sum - a;
        return (a - (sum - ofB)) + (b - ofB);
    }

    /**
     * What rounding took from a product.
     *
     * @param a a number of at most 2<sup>500</sup>
     * @param b a number of at most 2<sup>500</sup>
     * @param product {@code a * b}, 0 or at least 2<sup>-900</sup>
     * @return a b - product, exactly
     */
    public static double errorOfProduct(double a, double b, double product) {
        double shiftedA = a * SPLITTER;
        double highA = shiftedA - (shiftedA - a);
        double lowA = a - highA;
        double shiftedB = b * SPLITTER;
        double highB = shiftedB - (shiftedB - b);
        double lowB = b - highB;
        return ((highA * highB - product) + highA * lowB + lowA * highB) + lowA * lowB;
    }

    /**
     * {@code Math.fma(a, b, c)}: a b + c, rounded once. The sum of the three exact parts is that of S. Boldo and G.
     * Melquiond ("Emulation of a FMA and Correctly Rounded Sums: Proved Algorithms Using Rounding to Odd", IEEE
     * Transactions on Computers 57 (2008), 462–471).
     *
     * @param a a factor
     * @param b a factor
     * @param c a term
     * @return the same bits for all arguments, NaN and infinities as well
     */
    public static double fma(double a, double b, double c) {
        double product = a * b;
        // Written so that NaN is outside as well.
        boolean inRange = Math.abs(product) >= SMALLEST_PRODUCT
                && Math.abs(a) <= LARGEST_FACTOR
                && Math.abs(b) <= LARGEST_FACTOR
                && Math.abs(c) <= LARGEST_TERM;
        if (!inRange) {
            // The product with a zero is exact, and zeros are common. What else comes here is too rare to be slow.
            return a == 0 || b == 0 ? product + c : Math.fma(a, b, c);
        }
        double low = errorOfProduct(a, b, product);
        double rest = c + low;
        double sum = product + rest;
        return sum + sumRoundedToOdd(errorOfSum(c, low, rest), errorOfSum(product, rest, sum));
    }

    /**
     * {@code Math.fma(a, b, c)} of floats: a b + c, rounded once. In double the product is exact. The sum is rounded
     * twice, to double and to float, and only a tie of the second rounding can go wrong: it is looked at again.
     *
     * @param a a factor
     * @param b a factor
     * @param c a term
     * @return the same bits for all arguments, NaN and infinities as well
     */
    public static float fma(float a, float b, float c) {
        // Short enough to be copied into loops by all JIT compilers.
        double sum = (double) a * b + c;
        if (((int) Double.doubleToRawLongBits(sum) & BITS_BEYOND_TIE) == 0) {
            return fmaByRoundingToOdd(a, b, c);
        }
        return (float) sum;
    }

    /** A sum rounded to odd has so many more bits than a float that rounding it again does no harm. */
    private static float fmaByRoundingToOdd(float a, float b, float c) {
        double product = (double) a * b;
        // A sum with zero is exact, and zeros are common.
        return product == 0 ? (float) (product + c) : (float) sumRoundedToOdd(product, c);
    }

    /** The sum if it is exact, else the one of its two neighbours whose last bit is 1: it is never taken for a tie. */
    private static double sumRoundedToOdd(double a, double b) {
        double sum = a + b;
        double error = errorOfSum(a, b, sum);
        long bits = Double.doubleToRawLongBits(sum);
        // With infinities and NaN the error is NaN, and the sum stays as it is.
        boolean isInexactAndEven = Math.abs(error) > 0 && (bits & 1) == 0;
        if (!isInexactAndEven) {
            return sum;
        }
        return Double.longBitsToDouble((error > 0) == (sum > 0) ? bits + 1 : bits - 1);
    }
}
