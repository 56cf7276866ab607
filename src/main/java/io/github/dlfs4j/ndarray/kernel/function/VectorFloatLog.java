package io.github.dlfs4j.ndarray.kernel.function;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import io.github.dlfs4j.ndarray.kernel.VectorLength;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The natural logarithm of {@code float} with the Vector API. It has the bits of {@link FloatLog}, which explains the
 * algorithm.
 */
final class VectorFloatLog {
    private static final VectorSpecies<Float> SPECIES = VectorSpecies.of(float.class, VectorLength.SHAPE);
    private static final int LANES = SPECIES.length();

    /** Adding a small integer to the bits of this number adds it to the number's value. */
    private static final float MAGIC = FloatExp.MAGIC;

    private static final int MAGIC_BITS = Float.floatToRawIntBits(MAGIC);

    /** Added to the bits of a number, this maps the smallest normal number to the lowest integer. */
    private static final int TO_LOWEST = Integer.MIN_VALUE - Float.floatToRawIntBits(Float.MIN_NORMAL);

    private static final int NORMAL_TO = TO_LOWEST + Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    /**
     * Computes {@code out[i] = log(a[i])}. This is one long method, because JIT compilers do not reliably inline small
     * methods on vectors.
     *
     * @param a the arguments
     * @param out receives the results; may be {@code a}
     * @param from the first index
     * @param to the index after the last
     */
    static void log(float[] a, float[] out, int from, int to) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, i);
            IntVector bits = x.reinterpretAsInts();
            IntVector distance = bits.sub(FloatLog.LOWEST_MANTISSA);
            FloatVector m = bits.sub(distance.and(FloatLog.EXPONENT)).reinterpretAsFloats();
            FloatVector k = distance.lanewise(ASHR, FloatLog.MANTISSA_BITS)
                    .add(MAGIC_BITS)
                    .reinterpretAsFloats()
                    .sub(MAGIC);
            FloatVector f = m.sub(one);
            FloatVector p = f.lanewise(FMA, FloatLog.P4, FloatLog.P3)
                    .lanewise(FMA, f, FloatVector.broadcast(SPECIES, FloatLog.P2))
                    .lanewise(FMA, f, FloatVector.broadcast(SPECIES, FloatLog.P1))
                    .lanewise(FMA, f, one);
            FloatVector q = f.lanewise(FMA, FloatLog.Q5, FloatLog.Q4)
                    .lanewise(FMA, f, FloatVector.broadcast(SPECIES, FloatLog.Q3))
                    .lanewise(FMA, f, FloatVector.broadcast(SPECIES, FloatLog.Q2))
                    .lanewise(FMA, f, FloatVector.broadcast(SPECIES, FloatLog.Q1))
                    .lanewise(FMA, f, one);
            FloatVector log = k.lanewise(
                    FMA, FloatVector.broadcast(SPECIES, FloatLog.LN2), f.mul(p).div(q));
            // After adding TO_LOWEST, the bits of normal positive numbers are below those of all others.
            if (bits.add(TO_LOWEST).compare(LT, NORMAL_TO).allTrue()) {
                log.intoArray(out, i);
            } else if (x.abs()
                    .compare(LT, Float.MIN_NORMAL)
                    .andNot(x.compare(EQ, 0))
                    .anyTrue()) {
                FloatLog.logInBlocks(a, out, i, i + LANES);
            } else {
                log.blend(x, x.compare(LE, Float.MAX_VALUE).not())
                        .blend(Float.NEGATIVE_INFINITY, x.compare(EQ, 0))
                        .blend(Float.NaN, x.compare(LT, 0))
                        .intoArray(out, i);
            }
        }
        for (; i < to; i++) {
            out[i] = FloatLog.log(a[i]);
        }
    }
}
