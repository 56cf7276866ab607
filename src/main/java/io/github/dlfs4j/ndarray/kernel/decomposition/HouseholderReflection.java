package io.github.dlfs4j.ndarray.kernel.decomposition;

/**
 * The reflection that turns a vector into a multiple of the first unit vector (A. S. Householder, "Unitary
 * triangularization of a nonsymmetric matrix", Journal of the ACM 5 (1958), 339-342): <i>H = I − τ v v<sup>T</sup></i>,
 * where the first element of v is 1. The signs are LAPACK's: the multiple has the opposite sign of the vector's first
 * element, and a vector whose other elements are zero is left alone, with τ = 0.
 */
final class HouseholderReflection {
    /** The squared length below which squares may have lost digits. */
    private static final double SMALLEST_SQUARE = Double.MIN_NORMAL / (Math.ulp(1.0) * Math.ulp(1.0));

    /**
     * Finds the reflection.
     *
     * @param x the vector, from {@code from} to {@code end}; it becomes v, except that its first element becomes the
     *     multiple
     * @return τ
     */
    static double reflect(double[] x, int from, int end) {
        double tail = RowLoops.dot(x, x, from + 1, end);
        double length = length(x[from], tail);
        if (tail >= SMALLEST_SQUARE && length <= Double.MAX_VALUE) {
            return reflect(x, from, end, length);
        }
        double largestOfTail = RowLoops.largest(x, from + 1, end);
        double largest = Math.max(largestOfTail, Math.abs(x[from]));
        if (largestOfTail == 0) {
            return 0;
        }
        if (!(largest <= Double.MAX_VALUE)) {
            return reflect(x, from, end, length);
        }
        int exponent = Math.getExponent(largest) + 1;
        RowLoops.scaleByPower(x, -exponent, from, end);
        double factor = reflect(x, from, end, length(x[from], RowLoops.dot(x, x, from + 1, end)));
        x[from] = Math.scalb(x[from], exponent);
        return factor;
    }

    private static double length(double first, double squareOfTail) {
        return Math.sqrt(first * first + squareOfTail);
    }

    private static double reflect(double[] x, int from, int end, double length) {
        double first = x[from];
        double multiple = -Math.copySign(length, first);
        RowLoops.divide(x, first - multiple, from + 1, end);
        x[from] = multiple;
        return (multiple - first) / multiple;
    }
}
