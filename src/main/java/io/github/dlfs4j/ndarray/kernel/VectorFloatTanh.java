package io.github.dlfs4j.ndarray.kernel;

import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The hyperbolic tangent of {@code float} with the Vector API, at most 1.5 ulp off.
 *
 * <p>The method and the constants are those of {@link FloatTanh}, but with fused multiply-adds, and e<sup>2x</sup>
 * needs not be as good as {@link VectorFloatExp} has it: it counts for little in the result.
 */
final class VectorFloatTanh {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private static final int SIGN = Integer.MIN_VALUE;
    private static final int LIMIT = Float.floatToRawIntBits(FloatTanh.LIMIT);

    private VectorFloatTanh() {}

    /** Written out in one method, because small methods on vectors are not reliably inlined. */
    static void tanh(float[] a, float[] out, int from, int to) {
        FloatVector minusLn2 = FloatVector.broadcast(SPECIES, -FloatExp.LN2);
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        FloatVector two = FloatVector.broadcast(SPECIES, 2);
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            IntVector bits = FloatVector.fromArray(SPECIES, a, i).reinterpretAsInts();
            FloatVector x = bits.and(~SIGN).reinterpretAsFloats();

            // Bits of positive numbers compare as the numbers do.
            FloatVector clamped = bits.and(~SIGN).min(LIMIT).reinterpretAsFloats();
            FloatVector twice = clamped.add(clamped);
            FloatVector t = twice.lanewise(FMA, FloatExp.LOG2_E, FloatExp.MAGIC_EXPONENT);
            FloatVector k = t.sub(FloatExp.MAGIC_EXPONENT);
            FloatVector r = k.lanewise(FMA, minusLn2, twice);
            FloatVector p = r.lanewise(FMA, FloatExp.Q4, FloatExp.Q3)
                    .lanewise(FMA, r, FloatVector.broadcast(SPECIES, FloatExp.Q2))
                    .lanewise(FMA, r, FloatVector.broadcast(SPECIES, FloatExp.Q1))
                    .lanewise(FMA, r, FloatVector.broadcast(SPECIES, FloatExp.Q0))
                    .lanewise(FMA, r, one)
                    .lanewise(FMA, r, one);
            FloatVector power =
                    t.reinterpretAsInts().lanewise(LSHL, FloatExp.MANTISSA_BITS).reinterpretAsFloats();
            FloatVector large = one.sub(two.div(p.lanewise(FMA, power, one)));

            FloatVector z = x.mul(x);
            FloatVector q = z.lanewise(FMA, FloatTanh.P4, FloatTanh.P3)
                    .lanewise(FMA, z, FloatVector.broadcast(SPECIES, FloatTanh.P2))
                    .lanewise(FMA, z, FloatVector.broadcast(SPECIES, FloatTanh.P1))
                    .lanewise(FMA, z, FloatVector.broadcast(SPECIES, FloatTanh.P0));
            FloatVector small = z.mul(x).lanewise(FMA, q, x);

            // NaN is not at or above the border, and the polynomial keeps it.
            small.blend(large, x.compare(GE, FloatTanh.BORDER))
                    .reinterpretAsInts()
                    .or(bits.and(SIGN))
                    .reinterpretAsFloats()
                    .intoArray(out, i);
        }
        if (i < to) {
            tanhOfRest(a, out, i, to);
        }
    }

    /** Less than one vector. */
    private static void tanhOfRest(float[] a, float[] out, int from, int to) {
        float[] whole = new float[LANES];
        System.arraycopy(a, from, whole, 0, to - from);
        tanh(whole, whole, 0, LANES);
        System.arraycopy(whole, 0, out, from, to - from);
    }
}
