package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.function.FloatTanhPolynomials.DEGREE;
import static io.github.dlfs4j.ndarray.kernel.function.FloatTanhPolynomials.INTERVALS;
import static io.github.dlfs4j.ndarray.kernel.function.FloatTanhPolynomials.ROW;
import static io.github.dlfs4j.ndarray.kernel.function.FloatTanhPolynomials.ROWS;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LSHR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The hyperbolic tangent of {@code float} with the Vector API. It has the bits of {@link FloatTanh}, which explains the
 * algorithm.
 *
 * <p>The coefficients of one power, for all intervals, fill two vectors of 512 bits or four of 256 bits. Each lane
 * selects an element of every one of these vectors by the last bits of its interval; the first bits then decide between
 * the elements. This is faster than reading memory lane by lane.
 */
final class VectorFloatTanh {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> BITS = IntVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Shorter vectors would have to select from too many others. */
    private static final boolean IS_FAST = LANES >= 8 && LANES <= INTERVALS;

    private static final int SIGN = Integer.MIN_VALUE;
    private static final int MIDDLE = 1 << (FloatTanh.SHIFT - 1);

    /**
     * The bits of the coefficients: those of power 0 for all intervals, then those of power 1 for all intervals, and so
     * on.
     */
    private static final int[] COLUMNS = columns();

    private VectorFloatTanh() {}

    /** Computes the hyperbolic tangent of each element. {@code out} may be {@code a}. */
    static void tanh(float[] a, float[] out, int from, int to) {
        int i = from;
        for (; IS_FAST && i <= to - LANES; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, i);
            FloatVector size = x.abs();
            IntVector start = size.reinterpretAsInts().lanewise(LSHR, FloatTanh.SHIFT);
            IntVector interval = start.sub(FloatTanh.FIRST_INTERVAL).max(0).min(INTERVALS - 1);
            IntVector lane = interval.and(LANES - 1);
            // The first interval begins at 0, so its middle does not follow from the bits.
            FloatVector middle = size.reinterpretAsInts()
                    .and(-MIDDLE)
                    .or(MIDDLE)
                    .blend(0, interval.compare(EQ, 0))
                    .reinterpretAsFloats();
            FloatVector y = size.sub(middle);
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int column = DEGREE * INTERVALS; column >= 0; column -= INTERVALS) {
                IntVector coefficient = lane.selectFrom(IntVector.fromArray(BITS, COLUMNS, column));
                for (int k = LANES; k < INTERVALS; k += LANES) {
                    IntVector later = lane.selectFrom(IntVector.fromArray(BITS, COLUMNS, column + k));
                    coefficient = coefficient.blend(later, interval.compare(GE, k));
                }
                sum = sum.fma(y, coefficient.reinterpretAsFloats());
            }
            // The polynomial gives NaN for infinities.
            sum = sum.blend(1f, size.compare(EQ, Float.POSITIVE_INFINITY));
            IntVector sign = x.reinterpretAsInts().and(SIGN);
            sum.reinterpretAsInts().or(sign).reinterpretAsFloats().intoArray(out, i);
        }
        FloatTanh.tanh(a, out, i, to);
    }

    private static int[] columns() {
        int[] columns = new int[(DEGREE + 1) * INTERVALS];
        for (int i = 0; i < columns.length; i++) {
            int interval = i % INTERVALS;
            int power = i / INTERVALS;
            columns[i] = Float.floatToRawIntBits(ROWS[interval * ROW + 1 + power]);
        }
        return columns;
    }
}
