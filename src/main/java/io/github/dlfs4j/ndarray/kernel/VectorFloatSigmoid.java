package io.github.dlfs4j.ndarray.kernel;

import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The sigmoid function of {@code float} with the Vector API: {@link VectorFloatExp} with the three operations around it
 * in the same loop, so that the processor divides while it computes the next exponentials.
 */
final class VectorFloatSigmoid {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /**
     * With it, a sum is half of 2<sup>k</sup> when it is shifted, as in {@link FloatSigmoid}. k is that of
     * {@link VectorFloatExp} nevertheless: no product with log<sub>2</sub> e lies in the middle of two integers.
     */
    private static final float MAGIC_EXPONENT = FloatExp.MAGIC_EXPONENT - 1;

    private VectorFloatSigmoid() {}

    /** Written out in one method, because small methods on vectors are not reliably inlined. */
    static void sigmoid(float[] a, float[] out, int from, int to) {
        FloatVector minusHigh = FloatVector.broadcast(SPECIES, -FloatExp.LN2_HIGH);
        FloatVector minusLow = FloatVector.broadcast(SPECIES, -FloatExp.LN2_LOW);
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, i).neg();
            if (x.abs().compare(GT, -FloatSigmoid.LOWEST).anyTrue()) {
                x = x.blend(FloatExp.HIGHEST, x.compare(GT, FloatExp.HIGHEST))
                        .blend(FloatSigmoid.LOWEST, x.compare(LT, FloatSigmoid.LOWEST));
            }
            FloatVector t = x.lanewise(FMA, FloatExp.LOG2_E, MAGIC_EXPONENT);
            FloatVector k = t.sub(MAGIC_EXPONENT);
            FloatVector high = k.lanewise(FMA, minusHigh, x);
            FloatVector low = k.mul(minusLow);
            FloatVector r = high.add(low);
            FloatVector q = r.lanewise(FMA, FloatExp.Q4, FloatExp.Q3)
                    .lanewise(FMA, r, FloatVector.broadcast(SPECIES, FloatExp.Q2))
                    .lanewise(FMA, r, FloatVector.broadcast(SPECIES, FloatExp.Q1))
                    .lanewise(FMA, r, FloatVector.broadcast(SPECIES, FloatExp.Q0));
            FloatVector sum = high.add(1);
            FloatVector p =
                    r.mul(r).lanewise(FMA, q, low).add(high.sub(sum.sub(1))).add(sum);
            FloatVector half =
                    t.reinterpretAsInts().lanewise(LSHL, FloatExp.MANTISSA_BITS).reinterpretAsFloats();
            one.div(p.mul(half).lanewise(FMA, 2, 1)).intoArray(out, i);
        }
        if (i < to) {
            float[] last = new float[LANES];
            System.arraycopy(a, i, last, 0, to - i);
            sigmoid(last, last, 0, LANES);
            System.arraycopy(last, 0, out, i, to - i);
        }
    }
}
