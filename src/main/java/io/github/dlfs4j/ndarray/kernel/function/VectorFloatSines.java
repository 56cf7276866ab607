package io.github.dlfs4j.ndarray.kernel.function;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.github.dlfs4j.ndarray.kernel.VectorLength;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The sine and cosine of {@code float} with the Vector API. They have the bits of {@link FloatSines}, which explains
 * the algorithm. If a vector contains a large number, an infinity or NaN, that class computes its elements one at a
 * time.
 */
final class VectorFloatSines {
    private static final VectorSpecies<Float> SPECIES = VectorSpecies.of(float.class, VectorLength.SHAPE);
    private static final int LANES = SPECIES.length();

    private static final int SIGN = Integer.MIN_VALUE;

    /** The left shift that moves bit 1 of a quadrant to the sign. */
    private static final int TO_SIGN = Integer.SIZE - 2;

    /** Computes {@code out[i] = sin(a[i])}. */
    static void sin(float[] a, float[] out, int from, int to) {
        sines(a, out, from, to, FloatSines.FOR_SIN, FloatSines.LIMIT_OF_SIN);
    }

    /** Computes {@code out[i] = cos(a[i])}. */
    static void cos(float[] a, float[] out, int from, int to) {
        sines(a, out, from, to, FloatSines.FOR_COS, FloatSines.LIMIT_OF_COS);
    }

    /** This is one long method, because JIT compilers do not reliably inline small methods on vectors. */
    private static void sines(float[] a, float[] out, int from, int to, int rightAngles, float limit) {
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, i);
            if (!x.abs().compare(LE, limit).allTrue()) {
                FloatSines.sinesOneByOne(a, out, i, i + LANES, rightAngles, limit);
                continue;
            }
            FloatVector rounded = x.lanewise(FMA, FloatSines.TWO_OVER_PI, FloatSines.ROUNDS_TO_1);
            FloatVector k = rounded.sub(FloatSines.ROUNDS_TO_1);
            FloatVector high = k.lanewise(FMA, FloatVector.broadcast(SPECIES, -FloatSines.HALF_PI_HIGH), x);
            FloatVector middle = k.lanewise(FMA, FloatVector.broadcast(SPECIES, -FloatSines.HALF_PI_MIDDLE), high);
            FloatVector r = k.lanewise(FMA, FloatVector.broadcast(SPECIES, -FloatSines.HALF_PI_LOW), middle);
            FloatVector square = r.mul(r);

            FloatVector sine = square.lanewise(FMA, FloatSines.SINE_9, FloatSines.SINE_7)
                    .lanewise(FMA, square, FloatVector.broadcast(SPECIES, FloatSines.SINE_5))
                    .lanewise(FMA, square, FloatVector.broadcast(SPECIES, FloatSines.SINE_3))
                    .lanewise(FMA, square, FloatVector.zero(SPECIES))
                    .lanewise(FMA, r, r);
            FloatVector cosine = square.lanewise(FMA, FloatSines.COSINE_8, FloatSines.COSINE_6)
                    .lanewise(FMA, square, FloatVector.broadcast(SPECIES, FloatSines.COSINE_4))
                    .lanewise(FMA, square, FloatVector.broadcast(SPECIES, FloatSines.COSINE_2))
                    .lanewise(FMA, square, FloatVector.broadcast(SPECIES, 1));

            // The last bits of the sum are the integer that it was rounded to.
            IntVector quadrant = rounded.reinterpretAsInts().add(rightAngles);
            VectorMask<Integer> isEven = quadrant.and(1).compare(EQ, 0);
            IntVector sign = quadrant.lanewise(LSHL, TO_SIGN).and(SIGN);
            cosine.reinterpretAsInts()
                    .blend(sine.reinterpretAsInts(), isEven)
                    .lanewise(XOR, sign)
                    .reinterpretAsFloats()
                    .intoArray(out, i);
        }
        FloatSines.sinesOneByOne(a, out, i, to, rightAngles, limit);
    }
}
