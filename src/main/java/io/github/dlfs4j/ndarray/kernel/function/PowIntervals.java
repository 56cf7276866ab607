package io.github.dlfs4j.ndarray.kernel.function;

/**
 * The 128 intervals of {@link DoublePow}. Each contains the same number of floating-point numbers, and has a number c,
 * given by its inverse and its logarithm. The logarithms have twice as many digits as in {@link LogIntervals}. The
 * inverses have few enough bits that z / c - 1 is exact for every z of the interval.
 *
 * <p>The table, {@code PowTable}, is that of Sz. Nagy in Arm's <i>optimized routines</i> (math/pow_log_data.c, 2018).
 */
final class PowIntervals {
    /** The bits of the number where the first interval begins. */
    static final long FIRST = Double.doubleToRawLongBits(0x1.69555p-1);

    /**
     * Returns the interval of a number. A power of two as a factor does not change it.
     *
     * @param distance the number's bits minus {@link #FIRST}
     */
    static int at(long distance) {
        return (int) (distance >> (52 - 7)) & 127;
    }

    /** Returns 1 / c of an interval. */
    static double inverse(int interval) {
        return PowTable.VALUES[3 * interval];
    }

    /** Returns the high part of log c. It has few enough bits that its sum with the high part of k log 2 is exact. */
    static double log(int interval) {
        return PowTable.VALUES[3 * interval + 1];
    }

    /** Returns the difference of log c and {@link #log}. */
    static double lowOfLog(int interval) {
        return PowTable.VALUES[3 * interval + 2];
    }
}
