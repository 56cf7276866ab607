package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link FloatExp} with the Vector API: the same operations in the same order, and the same bits. */
final class VectorFloatExp {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private VectorFloatExp() {}

    /** Written out in one method, because small methods on vectors are not reliably inlined. */
    static void exp(float[] a, float[] out, int from, int to) {
        int i = from;
        for (; i <= to - SPECIES.length(); i += SPECIES.length()) {
            FloatVector value = FloatVector.fromArray(SPECIES, a, i);
            FloatVector atMost = value.blend(FloatExp.HIGHEST, value.compare(VectorOperators.GT, FloatExp.HIGHEST));
            FloatVector x = atMost.blend(FloatExp.LOWEST, value.compare(VectorOperators.LT, FloatExp.LOWEST));
            FloatVector k = x.mul(FloatExp.LOG2_E).add(FloatExp.MAGIC).sub(FloatExp.MAGIC);
            FloatVector high = x.sub(k.mul(FloatExp.LN2_HIGH));
            FloatVector low = k.mul(FloatExp.LN2_LOW);
            FloatVector r = high.sub(low);
            FloatVector error = high.sub(r).sub(low);
            FloatVector z = r.mul(r);
            FloatVector even = z.mul(FloatExp.Q4).add(FloatExp.Q2).mul(z).add(FloatExp.Q0);
            FloatVector odd = z.mul(FloatExp.Q3).add(FloatExp.Q1);
            FloatVector sum = r.add(1);
            FloatVector p = even.add(r.mul(odd))
                    .mul(z)
                    .add(error)
                    .add(r.sub(sum.sub(1)))
                    .add(sum);
            FloatVector half = k.mul(0.5f).add(FloatExp.MAGIC_EXPONENT);
            FloatVector otherHalf = k.sub(half.sub(FloatExp.MAGIC_EXPONENT)).add(FloatExp.MAGIC_EXPONENT);
            FloatVector power = half.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, FloatExp.MANTISSA_BITS)
                    .reinterpretAsFloats();
            FloatVector otherPower = otherHalf
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, FloatExp.MANTISSA_BITS)
                    .reinterpretAsFloats();
            p.mul(power).mul(otherPower).intoArray(out, i);
        }
        for (; i < to; i++) {
            out[i] = FloatExp.exp(a[i]);
        }
    }
}
