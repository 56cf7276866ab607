package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.function.DoubleTanhPolynomials.DEGREE;
import static io.github.dlfs4j.ndarray.kernel.function.DoubleTanhPolynomials.INTERVALS;
import static io.github.dlfs4j.ndarray.kernel.function.DoubleTanhPolynomials.ROW;
import static io.github.dlfs4j.ndarray.kernel.function.DoubleTanhPolynomials.ROWS;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LSHR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The hyperbolic tangent of {@code double} with the Vector API. It has the bits of {@link DoubleTanh}, which explains
 * the algorithm.
 *
 * <p>The coefficients of one power, for all intervals, fill two vectors of 512 bits. Each lane selects an element of
 * both vectors by the last bits of its interval; the first bit then decides between the two. With shorter vectors this
 * would not be faster than the plain loop, which is used instead.
 */
final class VectorDoubleTanh {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> BITS = LongVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private static final int HALF = INTERVALS / 2;
    private static final boolean IS_FAST = LANES == HALF;

    private static final long SIGN = Long.MIN_VALUE;
    private static final long MIDDLE = 1L << (DoubleTanh.SHIFT - 1);

    /**
     * The bits of the coefficients: those of power 0 for all intervals, then those of power 1 for all intervals, and so
     * on.
     */
    private static final long[] COLUMNS = columns();

    private VectorDoubleTanh() {}

    /** Computes the hyperbolic tangent of each element. {@code out} may be {@code a}. */
    static void tanh(double[] a, double[] out, int from, int to) {
        int i = from;
        for (; IS_FAST && i <= to - LANES; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, a, i);
            DoubleVector size = x.abs();
            LongVector start = size.reinterpretAsLongs().lanewise(LSHR, DoubleTanh.SHIFT);
            LongVector interval = start.sub(DoubleTanh.FIRST_INTERVAL).max(0).min(INTERVALS - 1);
            LongVector lane = interval.and(LANES - 1);
            VectorMask<Long> isLater = interval.compare(GE, HALF);
            // The first interval begins at 0, so its middle does not follow from the bits.
            DoubleVector middle = size.reinterpretAsLongs()
                    .and(-MIDDLE)
                    .or(MIDDLE)
                    .blend(0, interval.compare(EQ, 0))
                    .reinterpretAsDoubles();
            DoubleVector y = size.sub(middle);
            DoubleVector sum = DoubleVector.zero(SPECIES);
            for (int column = DEGREE * INTERVALS; column >= 0; column -= INTERVALS) {
                LongVector early = lane.selectFrom(LongVector.fromArray(BITS, COLUMNS, column));
                LongVector later = lane.selectFrom(LongVector.fromArray(BITS, COLUMNS, column + HALF));
                sum = sum.fma(y, early.blend(later, isLater).reinterpretAsDoubles());
            }
            // The polynomial gives NaN for infinities.
            sum = sum.blend(1.0, size.compare(EQ, Double.POSITIVE_INFINITY));
            LongVector sign = x.reinterpretAsLongs().and(SIGN);
            sum.reinterpretAsLongs().or(sign).reinterpretAsDoubles().intoArray(out, i);
        }
        DoubleTanh.tanh(a, out, i, to);
    }

    private static long[] columns() {
        long[] columns = new long[(DEGREE + 1) * INTERVALS];
        for (int i = 0; i < columns.length; i++) {
            int interval = i % INTERVALS;
            int power = i / INTERVALS;
            columns[i] = Double.doubleToRawLongBits(ROWS[interval * ROW + 1 + power]);
        }
        return columns;
    }
}
