package io.github.dlfs4j.ndarray.kernel.function;

/**
 * The 128 intervals of {@link DoubleLog}, from 11/16 to 11/8. Each contains the same number of floating-point numbers,
 * and has a number c near its middle, given by its inverse and its logarithm.
 *
 * <p>The table, {@code LogTable}, is that of Sz. Nagy in Arm's <i>optimized routines</i> (math/log_data.c, 2018).
 */
final class LogIntervals {
    /** The bits of the number where the first interval begins. */
    static final long FIRST = Double.doubleToRawLongBits(0x1.6p-1);

    /** The number of intervals. */
    static final int COUNT = 128;

    /** The lowest bit that determines the interval. */
    static final int SHIFT = 52 - 7;

    /**
     * Returns the interval of a number. A power of two as a factor does not change it.
     *
     * @param distance the number's bits minus {@link #FIRST}
     */
    static int at(long distance) {
        return (int) (distance >> SHIFT) & (COUNT - 1);
    }

    /** Returns 1 / c of an interval. */
    static double inverse(int interval) {
        return LogTable.VALUES[2 * interval];
    }

    /** Returns log c of an interval. It has so few bits that its sum with the high part of k log 2 is exact. */
    static double log(int interval) {
        return LogTable.VALUES[2 * interval + 1];
    }
}
