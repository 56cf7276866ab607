package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd.fma;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;

import io.github.dlfs4j.ndarray.kernel.VectorLength;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The natural logarithm of {@code double} with the Vector API. It has the bits of {@link DoubleLog}, which explains the
 * algorithm. Vectors split the numbers into exponent and mantissa. The table is read one number at a time, which is
 * faster than a vector look-up.
 */
final class VectorDoubleLog {
    private static final VectorSpecies<Double> SPECIES = VectorSpecies.of(double.class, VectorLength.SHAPE);
    private static final int LANES = SPECIES.length();

    /** With two lanes, the plain loop is faster and is used instead. */
    private static final boolean IS_FAST = LANES > 2;

    private static final long ALL_LANES = (1L << LANES) - 1;

    /** Adding a small integer to the bits of this number adds it to the number's value. */
    private static final double MAGIC = 0x1.8p52;

    private static final long MAGIC_BITS = Double.doubleToRawLongBits(MAGIC);

    /** Added to the bits of a number, this maps the smallest normal number to the lowest integer. */
    private static final long TO_LOWEST = Long.MIN_VALUE - Double.doubleToRawLongBits(Double.MIN_NORMAL);

    private static final long NORMAL_TO = TO_LOWEST + Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

    /** The numbers of a block, which stays in the first-level cache. It is a multiple of any number of lanes. */
    private static final int BLOCK = 128;

    /**
     * Computes {@code out[i] = log(a[i])}.
     *
     * @param a the arguments
     * @param out receives the results; may be {@code a}
     * @param from the first index
     * @param to the index after the last
     */
    static void log(double[] a, double[] out, int from, int to) {
        int length = Math.min(BLOCK, SPECIES.loopBound(to - from));
        double[] values = new double[length];
        double[] exponents = new double[length];
        double[] logs = new double[length];
        long[] intervals = new long[length];
        int[] others = new int[length];
        int start = from;
        while (IS_FAST && start <= to - LANES) {
            int count = Math.min(length, SPECIES.loopBound(to - start));
            System.arraycopy(a, start, values, 0, count);
            int othersCount = split(values, exponents, intervals, others, count);
            for (int i = 0; i < count; i++) {
                int interval = (int) intervals[i] & (LogIntervals.COUNT - 1);
                logs[i] = LogIntervals.log(interval);
                values[i] = fma(values[i], LogIntervals.inverse(interval), -1);
            }
            DoubleLog.combine(values, exponents, logs, count);
            for (int i = 0; i < othersCount; i++) {
                values[others[i]] = DoubleLog.log(a[start + others[i]]);
            }
            System.arraycopy(values, 0, out, start, count);
            start += count;
        }
        DoubleLog.logInBlocks(a, out, start, to);
    }

    /**
     * Replaces each x by its z, and finds its k and its interval, which is in the last bits of {@code intervals}.
     *
     * @param others receives the positions of numbers that are near 1, or not normal and positive
     * @return the number of these positions
     */
    private static int split(double[] values, double[] exponents, long[] intervals, int[] others, int count) {
        int othersCount = 0;
        for (int i = 0; i < count; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, values, i);
            LongVector bits = x.reinterpretAsLongs();
            LongVector distance = bits.sub(LogIntervals.FIRST);
            distance.lanewise(LSHR, LogIntervals.SHIFT).intoArray(intervals, i);
            bits.sub(distance.and(DoubleLog.EXPONENT)).reinterpretAsDoubles().intoArray(values, i);
            distance.lanewise(ASHR, 52)
                    .add(MAGIC_BITS)
                    .reinterpretAsDoubles()
                    .sub(MAGIC)
                    .intoArray(exponents, i);
            // After adding TO_LOWEST, the bits of normal positive numbers are below those of all others.
            VectorMask<Long> isNormal = bits.add(TO_LOWEST).compare(LT, NORMAL_TO);
            VectorMask<Double> isNearOne = x.sub(1).abs().compare(LT, DoubleLog.NEAR_ONE);
            if (!isNormal.allTrue() || isNearOne.anyTrue()) {
                long lanes = isNearOne.toLong() | (isNormal.toLong() ^ ALL_LANES);
                for (; lanes != 0; lanes &= lanes - 1) {
                    others[othersCount++] = i + Long.numberOfTrailingZeros(lanes);
                }
            }
        }
        return othersCount;
    }
}
