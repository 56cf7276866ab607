package io.github.dlfs4j.ndarray.kernel.function;

import static io.github.dlfs4j.ndarray.kernel.function.DoubleTanhPolynomials.COLUMNS;
import static io.github.dlfs4j.ndarray.kernel.function.DoubleTanhPolynomials.DEGREE;
import static io.github.dlfs4j.ndarray.kernel.function.DoubleTanhPolynomials.FIRST_INTERVAL;
import static io.github.dlfs4j.ndarray.kernel.function.DoubleTanhPolynomials.INTERVALS;
import static io.github.dlfs4j.ndarray.kernel.function.DoubleTanhPolynomials.SHIFT;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.OR;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.VectorLength;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The hyperbolic tangent with the Vector API. It has the bits of {@link DoubleTanh}, which explains the algorithm.
 *
 * <p>The coefficients of one power, for all intervals, fill two vectors of 512 bits, or four of 256 bits for
 * {@code float}. Each lane selects an element of every one of these vectors by the last bits of its interval; the first
 * bits then decide between the elements. From JDK 24 on, 16 lanes select from two vectors at once. This is faster than
 * reading memory lane by lane.
 */
@AlsoFor(float.class)
final class VectorDoubleTanh {
    private static final VectorSpecies<Double> SPECIES = VectorSpecies.of(double.class, VectorLength.SHAPE);
    private static final VectorSpecies<Long> BITS = VectorSpecies.of(long.class, VectorLength.SHAPE);
    private static final int LANES = SPECIES.length();

    /** Shorter vectors would have to select from too many others, and be no faster than the plain loop. */
    private static final boolean IS_FAST = LANES >= 8 && LANES <= INTERVALS;

    /** The bits of the middle of an interval end with a one in this place. */
    private static final long MIDDLE = 1L << (SHIFT - 1);

    private static final MethodHandle OF_TWO = ofTwo();

    private static final long SIGN = Double.doubleToRawLongBits(-0.0);

    /** Computes the hyperbolic tangent of each element. {@code out} may be {@code a}. */
    static void tanh(double[] a, double[] out, int from, int to) {
        int i = from;
        for (; IS_FAST && i <= to - LANES; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, a, i);
            DoubleVector size = x.abs();
            LongVector start = size.reinterpretAsLongs().lanewise(LSHR, SHIFT);
            LongVector interval = start.sub(FIRST_INTERVAL).max(0).min(INTERVALS - 1);
            // The first interval begins at 0, so its middle does not follow from the bits.
            DoubleVector middle = size.reinterpretAsLongs()
                    .lanewise(AND, -MIDDLE)
                    .lanewise(OR, MIDDLE)
                    .blend(0, interval.compare(EQ, 0))
                    .reinterpretAsDoubles();
            DoubleVector y = size.sub(middle);
            DoubleVector sum = DoubleVector.zero(SPECIES);
            for (int column = DEGREE * INTERVALS; column >= 0; column -= INTERVALS) {
                sum = sum.fma(y, coefficient(interval, column).reinterpretAsDoubles());
            }
            // The polynomial gives NaN for infinities.
            sum = sum.blend(1.0, size.compare(EQ, Double.POSITIVE_INFINITY));
            LongVector sign = x.reinterpretAsLongs().lanewise(AND, SIGN);
            sum.reinterpretAsLongs().or(sign).reinterpretAsDoubles().intoArray(out, i);
        }
        DoubleTanh.tanhOneByOne(a, out, i, to);
    }

    /** Returns what each lane selects of a column by its interval. */
    private static LongVector coefficient(LongVector interval, int column) {
        if (OF_TWO != null) {
            try {
                return (LongVector) OF_TWO.invokeExact(
                        interval, (Vector<?>) coefficients(column), (Vector<?>) coefficients(column + LANES));
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        }
        LongVector lane = interval.and(LANES - 1);
        LongVector coefficient = lane.selectFrom(coefficients(column));
        for (int k = LANES; k < INTERVALS; k += LANES) {
            coefficient = coefficient.blend(lane.selectFrom(coefficients(column + k)), interval.compare(GE, k));
        }
        return coefficient;
    }

    /**
     * Returns the selection from two vectors, which a JDK before 24 does not have, if 16 lanes make it faster: with 8
     * lanes, that of {@code double} took half as long again as two selections.
     */
    private static MethodHandle ofTwo() {
        try {
            MethodType type = MethodType.methodType(LongVector.class, Vector.class, Vector.class);
            return LANES == 16 && 2 * LANES == INTERVALS
                    ? MethodHandles.publicLookup().findVirtual(LongVector.class, "selectFrom", type)
                    : null;
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null;
        }
    }

    private static LongVector coefficients(int column) {
        return LongVector.fromArray(BITS, COLUMNS, column);
    }
}
