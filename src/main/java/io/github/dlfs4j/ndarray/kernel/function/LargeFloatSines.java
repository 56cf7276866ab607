package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;

/**
 * The sine and cosine of {@code float} for arguments so large that subtracting multiples of π/2 would leave no digits.
 * {@link FloatSines} calls this class. The bits are those of {@code sinf} and {@code cosf} in the GNU C library on a
 * processor with fused multiply-add. The error is at most 0.57 ulp.
 *
 * <p>A number m 2<sup>e</sup> is m 2<sup>e</sup> 2/π right angles, of which only the remainder modulo 4 matters. The
 * first digits of 2/π, which stand for multiples of 4 after the multiplication by 2<sup>e</sup>, are left out, and so
 * are those too small to matter. The 96 binary digits between them are multiplied by m as integers (M. H. Payne and R.
 * N. Hanek, "Radian Reduction for Trigonometric Functions", ACM SIGNUM Newsletter 18 (1983), 19–24). A polynomial in
 * {@code double} is applied to the angle from the nearest multiple of a right angle, and the result is rounded to
 * {@code float}.
 *
 * <p>The polynomials are those of W. Dijkstra in Arm's <i>optimized routines</i> (2018), which the GNU C library has
 * adopted.
 */
final class LargeFloatSines {
    /** The binary digits of 2/π, after {@link #LEADING_ZEROS} zeros. */
    private static final long[] TWO_OVER_PI = {
        0x0000a2f9836e4e44L, 0x1529fc2757d1f534L, 0xddc0db6295993c43L, 0x9041fe5163abdebbL
    };

    private static final int LEADING_ZEROS = 16;

    /** An angle is an integer: two bits count right angles, and these bits are the fraction of one. */
    private static final int FRACTION_BITS = Long.SIZE - 2;

    private static final long HALF = 1L << (FRACTION_BITS - 1);

    /** The radians that the last bit of such an integer stands for. */
    private static final double RADIANS = 0x1.921fb54442d18p0 * 0x1p-62;

    private static final double SINE_3 = -0x1.555545995a603p-3;
    private static final double SINE_5 = 0x1.1107605230bc4p-7;
    private static final double SINE_7 = -0x1.994eb3774cf24p-13;

    private static final double COSINE_2 = -0x1.ffffffd0c621cp-2;
    private static final double COSINE_4 = 0x1.55553e1068f19p-5;
    private static final double COSINE_6 = -0x1.6c087e89a359dp-10;
    private static final double COSINE_8 = 0x1.99343027bf8c3p-16;

    private static final int MANTISSA_BITS = 23;
    private static final int HIDDEN_BIT = 1 << MANTISSA_BITS;
    private static final int EXPONENT_BIAS = 127 + MANTISSA_BITS;

    /**
     * Returns the sine of x plus some right angles.
     *
     * @param x at least 2<sup>9</sup> in size, or NaN
     * @param rightAngles 0 for the sine of x, 1 for its cosine
     * @return the sine; NaN for infinities and NaN
     */
    static float sine(float x, int rightAngles) {
        if (!Float.isFinite(x)) {
            return Float.NaN;
        }
        long angle = x < 0 ? -inRightAngles(-x) : inRightAngles(x);
        long quadrant = ((angle + HALF) >>> FRACTION_BITS) + rightAngles;
        // The left shift drops the whole right angles; the right shift extends the sign.
        double r = RADIANS * (double) (angle << 2 >> 2);
        double square = r * r;
        double sine = (quadrant & 1) == 0 ? sineOfRemainder(r, square) : cosineOfRemainder(square);
        return (float) ((quadrant & 2) == 0 ? sine : -sine);
    }

    /** Returns x 2/π modulo 4 for a positive number. */
    private static long inRightAngles(float x) {
        int bits = Float.floatToRawIntBits(x);
        long mantissa = (bits & (HIDDEN_BIT - 1)) | HIDDEN_BIT;
        int exponent = (bits >>> MANTISSA_BITS) - EXPONENT_BIAS;
        // After the multiplication, digit n stands for 2^(exponent - n), so the digit for 2 is number exponent - 1.
        int first = LEADING_ZEROS + exponent - 2;
        long high = digits(first);
        long low = digits(first + Long.SIZE) >>> Integer.SIZE;
        return mantissa * high + ((mantissa * low) >>> Integer.SIZE);
    }

    /** Returns 64 binary digits of 2/π. */
    private static long digits(int first) {
        int i = first / Long.SIZE;
        int skipped = first % Long.SIZE;
        // Two shifts, because a single one cannot shift by 64 bits.
        return (TWO_OVER_PI[i] << skipped) | (TWO_OVER_PI[i + 1] >>> 1 >>> (Long.SIZE - 1 - skipped));
    }

    private static double sineOfRemainder(double r, double square) {
        double cube = r * square;
        return fma(cube * square, fma(square, SINE_7, SINE_5), fma(cube, SINE_3, r));
    }

    private static double cosineOfRemainder(double square) {
        double fourth = square * square;
        double first = fma(fourth, COSINE_4, fma(square, COSINE_2, 1));
        return fma(fourth * square, fma(square, COSINE_8, COSINE_6), first);
    }
}
