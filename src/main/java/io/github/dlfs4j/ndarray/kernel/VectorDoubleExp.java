package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link DoubleExp} with the Vector API: the same operations in the same order, and the same bits. */
final class VectorDoubleExp {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private VectorDoubleExp() {}

    /** Written out in one method, because small methods on vectors are not reliably inlined. */
    static void exp(double[] a, double[] out, int from, int to) {
        int i = from;
        for (; i <= to - SPECIES.length(); i += SPECIES.length()) {
            DoubleVector value = DoubleVector.fromArray(SPECIES, a, i);
            DoubleVector atMost = value.blend(DoubleExp.HIGHEST, value.compare(VectorOperators.GT, DoubleExp.HIGHEST));
            DoubleVector x = atMost.blend(DoubleExp.LOWEST, value.compare(VectorOperators.LT, DoubleExp.LOWEST));
            DoubleVector k = x.mul(DoubleExp.LOG2_E).add(DoubleExp.MAGIC).sub(DoubleExp.MAGIC);
            DoubleVector high = x.sub(k.mul(DoubleExp.LN2_HIGH));
            DoubleVector low = k.mul(DoubleExp.LN2_LOW);
            DoubleVector r = high.sub(low);
            DoubleVector error = high.sub(r).sub(low);
            DoubleVector z = r.mul(r);
            DoubleVector even = z.mul(DoubleExp.Q8)
                    .add(DoubleExp.Q6)
                    .mul(z)
                    .add(DoubleExp.Q4)
                    .mul(z)
                    .add(DoubleExp.Q2)
                    .mul(z)
                    .add(DoubleExp.Q0);
            DoubleVector odd = z.mul(DoubleExp.Q9)
                    .add(DoubleExp.Q7)
                    .mul(z)
                    .add(DoubleExp.Q5)
                    .mul(z)
                    .add(DoubleExp.Q3)
                    .mul(z)
                    .add(DoubleExp.Q1);
            DoubleVector sum = r.add(1);
            DoubleVector p = even.add(r.mul(odd))
                    .mul(z)
                    .add(error)
                    .add(r.sub(sum.sub(1)))
                    .add(sum);
            DoubleVector half = k.mul(0.5).add(DoubleExp.MAGIC_EXPONENT);
            DoubleVector otherHalf = k.sub(half.sub(DoubleExp.MAGIC_EXPONENT)).add(DoubleExp.MAGIC_EXPONENT);
            DoubleVector power = half.reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, DoubleExp.MANTISSA_BITS)
                    .reinterpretAsDoubles();
            DoubleVector otherPower = otherHalf
                    .reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, DoubleExp.MANTISSA_BITS)
                    .reinterpretAsDoubles();
            p.mul(power).mul(otherPower).intoArray(out, i);
        }
        for (; i < to; i++) {
            out[i] = DoubleExp.exp(a[i]);
        }
    }
}
