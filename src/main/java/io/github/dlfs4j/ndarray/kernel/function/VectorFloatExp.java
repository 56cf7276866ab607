package io.github.dlfs4j.ndarray.kernel.function;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import io.github.dlfs4j.ndarray.kernel.VectorLength;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The exponential function of {@code float} with the Vector API. It has the bits of {@link FloatExp}, which explains
 * the algorithm.
 */
final class VectorFloatExp {
    private static final VectorSpecies<Float> SPECIES = VectorSpecies.of(float.class, VectorLength.SHAPE);
    private static final int LANES = SPECIES.length();

    /** The result is a normal number for arguments of up to this size. */
    private static final float USUAL = 87;

    private static final int MANTISSA_BITS = 23;
    private static final int MAGIC_BITS = Float.floatToRawIntBits(FloatExp.MAGIC);

    /**
     * Computes {@code out[i] = exp(a[i])}. This is one long method, because JIT compilers do not reliably inline small
     * methods on vectors.
     *
     * @param a the arguments
     * @param out receives the results; may be {@code a}
     * @param from the first index
     * @param to the index after the last
     */
    static void exp(float[] a, float[] out, int from, int to) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, i);
            FloatVector sum = x.mul(FloatExp.LOG2_E).add(FloatExp.MAGIC);
            FloatVector k = sum.sub(FloatExp.MAGIC);
            FloatVector high = k.lanewise(FMA, FloatVector.broadcast(SPECIES, -FloatExp.LN2_HIGH), x);
            FloatVector r = k.lanewise(FMA, FloatVector.broadcast(SPECIES, -FloatExp.LN2_LOW), high);
            FloatVector p = r.lanewise(FMA, FloatExp.P5, FloatExp.P4)
                    .lanewise(FMA, r, FloatVector.broadcast(SPECIES, FloatExp.P3))
                    .lanewise(FMA, r, FloatVector.broadcast(SPECIES, FloatExp.P2))
                    .lanewise(FMA, r, FloatVector.broadcast(SPECIES, FloatExp.P1))
                    .lanewise(FMA, r, one);
            FloatVector q = r.lanewise(FMA, FloatExp.Q2, FloatExp.Q1).lanewise(FMA, r, one);
            FloatVector expOfR = p.div(q);
            IntVector sumBits = sum.reinterpretAsInts();
            if (x.abs().compare(LE, USUAL).allTrue()) {
                // The multiplication by 2^k adds k to the exponent.
                expOfR.reinterpretAsInts()
                        .add(sumBits.lanewise(LSHL, MANTISSA_BITS))
                        .reinterpretAsFloats()
                        .intoArray(out, i);
            } else {
                // Each half of k is the exponent of a normal number, and only the second product is rounded.
                IntVector intK = sumBits.sub(MAGIC_BITS);
                IntVector half = intK.lanewise(ASHR, 1);
                IntVector power = half.add(Float.MAX_EXPONENT).lanewise(LSHL, MANTISSA_BITS);
                IntVector otherPower = intK.sub(half).add(Float.MAX_EXPONENT).lanewise(LSHL, MANTISSA_BITS);
                expOfR.mul(power.reinterpretAsFloats())
                        .mul(otherPower.reinterpretAsFloats())
                        .blend(Float.POSITIVE_INFINITY, x.compare(GT, FloatExp.HIGHEST))
                        .blend(0, x.compare(LT, FloatExp.LOWEST))
                        .intoArray(out, i);
            }
        }
        for (; i < to; i++) {
            out[i] = FloatExp.exp(a[i]);
        }
    }
}
