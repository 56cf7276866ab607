package io.github.dlfs4j.ndarray.kernel;

/**
 * The rounding errors of sums and products, found by additions and multiplications alone, and the fused multiply-add,
 * which is built on them. {@link Math#fma} gives the same results, but on a processor without such an instruction it
 * goes through {@code BigDecimal} and takes a thousand times as long.
 *
 * <p>The error of a product is computed as described by T. J. Dekker and G. W. Veltkamp (T. J. Dekker, "A
 * Floating-Point Technique for Extending the Available Precision", Numerische Mathematik 18 (1971), 224–242), the error
 * of a sum as described by D. E. Knuth (<i>The Art of Computer Programming</i>, volume 2, section 4.2.2).
 */
public final class ErrorFree {
    /** Multiplying by this splits the 53 bits of a number into two halves of 26 bits, the second with a sign. */
    private static final double SPLITTER = 0x1p27 + 1;

    /** The largest factor that neither splitting nor multiplication can make overflow. */
    private static final double LARGEST_FACTOR = 0x1p500;

    private static final double LARGEST_TERM = LARGEST_FACTOR * LARGEST_FACTOR;

    /** The smallest product whose error cannot be subnormal. */
    private static final double SMALLEST_PRODUCT = 0x1p-900;

    /** The last bits of a double that a normal float does not have. */
    private static final int BITS_BEYOND_FLOAT = 0x1fffffff;

    /** These bits of a double that lies exactly between two normal floats. */
    private static final int TIE = 0x10000000;

    /**
     * Returns the rounding error of a sum.
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
     * Returns the rounding error of a product.
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
     * Returns {@code Math.fma(a, b, c)}: a b + c, rounded once. The sum of the three exact parts is rounded as
     * described by S. Boldo and G. Melquiond ("Emulation of a FMA and Correctly Rounded Sums: Proved Algorithms Using
     * Rounding to Odd", IEEE Transactions on Computers 57 (2008), 462–471).
     *
     * @param a a factor
     * @param b a factor
     * @param c a term
     * @return the bits of {@link Math#fma(double, double, double)} for all arguments, including NaN and infinities
     */
    public static double fma(double a, double b, double c) {
        double product = a * b;
        // The comparisons are false for NaN, so NaN is out of range too.
        boolean inRange = Math.abs(product) >= SMALLEST_PRODUCT
                && Math.abs(a) <= LARGEST_FACTOR
                && Math.abs(b) <= LARGEST_FACTOR
                && Math.abs(c) <= LARGEST_TERM;
        if (!inRange) {
            // A product with zero is exact, and zeros are common. All other cases are too rare for their time to
            // matter.
            return a == 0 || b == 0 ? product + c : Math.fma(a, b, c);
        }
        double low = errorOfProduct(a, b, product);
        double rest = c + low;
        double sum = product + rest;
        return sum + sumRoundedToOdd(errorOfSum(c, low, rest), errorOfSum(product, rest, sum));
    }

    /**
     * Returns {@code Math.fma(a, b, c)} for floats: a b + c, rounded once. In double the product is exact. The sum is
     * rounded twice, first to double and then to float. Only a tie in the second rounding can give a wrong result, so a
     * tie is computed again. So is a subnormal float: it has fewer bits, and its ties look different.
     *
     * @param a a factor
     * @param b a factor
     * @param c a term
     * @return the bits of {@link Math#fma(float, float, float)} for all arguments, including NaN and infinities
     */
    public static float fma(float a, float b, float c) {
        double sum = (double) a * b + c;
        if (((int) Double.doubleToRawLongBits(sum) & BITS_BEYOND_FLOAT) == TIE
                || (Math.abs(sum) < Float.MIN_NORMAL && sum != 0)) {
            return fmaByRoundingToOdd(a, b, c);
        }
        return (float) sum;
    }

    /** Rounds to odd first. A double has enough extra bits that rounding it again, to a float, is then correct. */
    private static float fmaByRoundingToOdd(float a, float b, float c) {
        double product = (double) a * b;
        // A sum with zero is exact, and zeros are common.
        return product == 0 ? (float) (product + c) : (float) sumRoundedToOdd(product, c);
    }

    /**
     * Returns the sum if it is exact, and otherwise that one of its two neighbours whose last bit is 1. Such a number
     * is never mistaken for a tie.
     */
    private static double sumRoundedToOdd(double a, double b) {
        double sum = a + b;
        double error = errorOfSum(a, b, sum);
        long bits = Double.doubleToRawLongBits(sum);
        // The error of infinities and NaN is NaN, so their sum is not changed.
        boolean isInexactAndEven = Math.abs(error) > 0 && (bits & 1) == 0;
        if (!isInexactAndEven) {
            return sum;
        }
        return Double.longBitsToDouble((error > 0) == (sum > 0) ? bits + 1 : bits - 1);
    }
}
