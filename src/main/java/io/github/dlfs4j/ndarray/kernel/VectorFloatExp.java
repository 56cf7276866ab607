package io.github.dlfs4j.ndarray.kernel;

import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** e<sup>x</sup> of {@code float} with the Vector API, at most 0.8 ulp off: as {@link VectorDoubleExp}. */
final class VectorFloatExp {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Up to here 2<sup>k</sup> is one normal number. */
    private static final float LIMIT = 87;

    private VectorFloatExp() {}

    /** Written out in one method, because small methods on vectors are not reliably inlined. */
    static void exp(float[] a, float[] out, int from, int to) {
        FloatVector minusHigh = FloatVector.broadcast(SPECIES, -FloatExp.LN2_HIGH);
        FloatVector minusLow = FloatVector.broadcast(SPECIES, -FloatExp.LN2_LOW);
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, i);
            if (x.abs().compare(GT, LIMIT).anyTrue()) {
                expOfAnySize(a, out, i, i + LANES);
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
            p.mul(t.reinterpretAsInts().lanewise(LSHL, FloatExp.MANTISSA_BITS).reinterpretAsFloats())
                    .intoArray(out, i);
        }
        if (i < to) {
            expOfAnySize(a, out, i, to);
        }
    }

    /** At most one vector, whose results may be infinite or subnormal: 2<sup>k</sup> is a product of two numbers. */
    private static void expOfAnySize(float[] a, float[] out, int from, int to) {
        FloatVector minusHigh = FloatVector.broadcast(SPECIES, -FloatExp.LN2_HIGH);
        FloatVector minusLow = FloatVector.broadcast(SPECIES, -FloatExp.LN2_LOW);
        VectorMask<Float> mask = SPECIES.indexInRange(from, to);
        FloatVector value = FloatVector.fromArray(SPECIES, a, from, mask);
        FloatVector x = value.blend(FloatExp.HIGHEST, value.compare(GT, FloatExp.HIGHEST))
                .blend(FloatExp.LOWEST, value.compare(LT, FloatExp.LOWEST));
        FloatVector k =
                x.lanewise(FMA, FloatExp.LOG2_E, FloatExp.MAGIC_EXPONENT).sub(FloatExp.MAGIC_EXPONENT);
        FloatVector high = k.lanewise(FMA, minusHigh, x);
        FloatVector low = k.mul(minusLow);
        FloatVector r = high.add(low);
        FloatVector q = r.lanewise(FMA, FloatExp.Q4, FloatExp.Q3)
                .lanewise(FMA, r, FloatVector.broadcast(SPECIES, FloatExp.Q2))
                .lanewise(FMA, r, FloatVector.broadcast(SPECIES, FloatExp.Q1))
                .lanewise(FMA, r, FloatVector.broadcast(SPECIES, FloatExp.Q0));
        FloatVector sum = high.add(1);
        FloatVector p = r.mul(r).lanewise(FMA, q, low).add(high.sub(sum.sub(1))).add(sum);

        FloatVector first = k.lanewise(FMA, FloatExp.SHARE, FloatExp.MAGIC_EXPONENT);
        FloatVector second = k.sub(first.sub(FloatExp.MAGIC_EXPONENT)).add(FloatExp.MAGIC_EXPONENT);
        p.mul(first.reinterpretAsInts().lanewise(LSHL, FloatExp.MANTISSA_BITS).reinterpretAsFloats())
                .mul(second.reinterpretAsInts()
                        .lanewise(LSHL, FloatExp.MANTISSA_BITS)
                        .reinterpretAsFloats())
                .intoArray(out, from, mask);
    }
}
