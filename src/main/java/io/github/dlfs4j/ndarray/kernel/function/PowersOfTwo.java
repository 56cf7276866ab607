package io.github.dlfs4j.ndarray.kernel.function;

/**
 * A table of the powers 2<sup>k/128</sup>, factors in {@link DoubleExp}, {@link DoublePow} and {@link FloatPow}. A
 * power rounded to {@code double} has an error of up to half an ulp, so each has a correction: 2<sup>k/128</sup> is the
 * power times 1 + correction, to about 107 bits.
 *
 * <p>The table, {@code PowersOfTwoTable}, is that of Sz. Nagy in Arm's <i>optimized routines</i> (math/exp_data.c,
 * 2018).
 */
final class PowersOfTwo {
    /** The number of steps from a power to twice that power. */
    static final int STEPS = 1 << 7;

    /**
     * Shifting k by this puts its whole part into the exponent. The bits of 2<sup>k/128</sup> are this and an entry of
     * {@link #BITS}.
     */
    private static final int SHIFT = 52 - 7;

    /**
     * Returns the bits of the power rounded to {@code double}. A caller may change the exponent before it converts them
     * to a number.
     *
     * @param k the number of steps; bits above the 19th are ignored. If the power is not a normal number, its exponent
     *     overflows into the sign
     */
    static long bits(long k) {
        return BITS[(int) k & (STEPS - 1)] + (k << SHIFT);
    }

    /**
     * Returns the relative correction of the rounded power.
     *
     * @param k the number of steps
     */
    static double correction(long k) {
        return CORRECTIONS[(int) k & (STEPS - 1)];
    }

    /** The bits of the powers from 1 to 2, minus k shifted by {@link #SHIFT}, which {@link #bits} adds for every k. */
    private static final long[] BITS = new long[STEPS];

    private static final double[] CORRECTIONS = new double[STEPS];

    static {
        for (int k = 0; k < STEPS; k++) {
            BITS[k] = Double.doubleToRawLongBits(PowersOfTwoTable.VALUES[2 * k]) - ((long) k << SHIFT);
            CORRECTIONS[k] = PowersOfTwoTable.VALUES[2 * k + 1];
        }
    }
}
