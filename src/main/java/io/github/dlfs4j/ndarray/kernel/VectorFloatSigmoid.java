package io.github.dlfs4j.ndarray.kernel;

import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The sigmoid function of {@code float} with the Vector API: {@link VectorFloatExp} with the three operations around it
 * in the same loop, so that the processor divides while it computes the next exponentials.
 */
final class VectorFloatSigmoid {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorFloatSigmoid() {}

    /** Written out in one method, because small methods on vectors are not reliably inlined. */
    static void sigmoid(float[] a, float[] out, int from, int to) {
        FloatVector minusHigh = FloatVector.broadcast(SPECIES, -FloatExp.LN2_HIGH);
        FloatVector minusLow = FloatVector.broadcast(SPECIES, -FloatExp.LN2_LOW);
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, i).neg();
            if (x.abs().compare(GT, VectorFloatExp.LIMIT).anyTrue()) {
                sigmoidOfFew(a, out, i, i + LANES);
                continue;
            }
            FloatVector t = x.lanewise(FMA, FloatExp.LOG2_E, FloatExp.MAGIC_EXPONENT);
            FloatVector k = t.sub(FloatExp.MAGIC_EXPONENT);
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
            FloatVector power =
                    t.reinterpretAsInts().lanewise(LSHL, FloatExp.MANTISSA_BITS).reinterpretAsFloats();
            one.div(p.mul(power).add(1)).intoArray(out, i);
        }
        if (i < to) {
            sigmoidOfFew(a, out, i, to);
        }
    }

    /** At most one vector, of numbers of any size. */
    private static void sigmoidOfFew(float[] a, float[] out, int from, int to) {
        float[] e = new float[to - from];
        for (int i = 0; i < e.length; i++) {
            e[i] = -a[from + i];
        }
        VectorFloatExp.exp(e, e, 0, e.length);
        for (int i = 0; i < e.length; i++) {
            out[from + i] = 1 / (1 + e[i]);
        }
    }
}
