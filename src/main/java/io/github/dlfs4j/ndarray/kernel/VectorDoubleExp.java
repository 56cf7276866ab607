package io.github.dlfs4j.ndarray.kernel;

import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * e<sup>x</sup> of {@code double} with the Vector API, at most 0.8 ulp off.
 *
 * <p>The method and the constants are those of {@link DoubleExp}, but with fused multiply-adds. Without them it would
 * give the same bits as the plain kernel, and take twice the time.
 */
final class VectorDoubleExp {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Up to here 2<sup>k</sup> is one normal number. */
    private static final double LIMIT = 708;

    private VectorDoubleExp() {}

    /** Written out in one method, because small methods on vectors are not reliably inlined. */
    static void exp(double[] a, double[] out, int from, int to) {
        DoubleVector minusHigh = DoubleVector.broadcast(SPECIES, -DoubleExp.LN2_HIGH);
        DoubleVector minusLow = DoubleVector.broadcast(SPECIES, -DoubleExp.LN2_LOW);
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, a, i);
            if (x.abs().compare(GT, LIMIT).anyTrue()) {
                expOfAnySize(a, out, i, i + LANES);
                continue;
            }
            DoubleVector t = x.lanewise(FMA, DoubleExp.LOG2_E, DoubleExp.MAGIC_EXPONENT);
            DoubleVector k = t.sub(DoubleExp.MAGIC_EXPONENT);
            DoubleVector high = k.lanewise(FMA, minusHigh, x);
            DoubleVector low = k.mul(minusLow);
            DoubleVector r = high.add(low);
            DoubleVector z = r.mul(r);
            DoubleVector even = z.lanewise(FMA, DoubleExp.Q8, DoubleExp.Q6)
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleExp.Q4))
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleExp.Q2))
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleExp.Q0));
            DoubleVector odd = z.lanewise(FMA, DoubleExp.Q9, DoubleExp.Q7)
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleExp.Q5))
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleExp.Q3))
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleExp.Q1));
            DoubleVector q = odd.lanewise(FMA, r, even);
            DoubleVector sum = high.add(1);
            DoubleVector p = z.lanewise(FMA, q, low).add(high.sub(sum.sub(1))).add(sum);
            p.mul(t.reinterpretAsLongs().lanewise(LSHL, DoubleExp.MANTISSA_BITS).reinterpretAsDoubles())
                    .intoArray(out, i);
        }
        if (i < to) {
            expOfAnySize(a, out, i, to);
        }
    }

    /** At most one vector, whose results may be infinite or subnormal: 2<sup>k</sup> is a product of two numbers. */
    private static void expOfAnySize(double[] a, double[] out, int from, int to) {
        DoubleVector minusHigh = DoubleVector.broadcast(SPECIES, -DoubleExp.LN2_HIGH);
        DoubleVector minusLow = DoubleVector.broadcast(SPECIES, -DoubleExp.LN2_LOW);
        VectorMask<Double> mask = SPECIES.indexInRange(from, to);
        DoubleVector value = DoubleVector.fromArray(SPECIES, a, from, mask);
        DoubleVector x = value.blend(DoubleExp.HIGHEST, value.compare(GT, DoubleExp.HIGHEST))
                .blend(DoubleExp.LOWEST, value.compare(LT, DoubleExp.LOWEST));
        DoubleVector k =
                x.lanewise(FMA, DoubleExp.LOG2_E, DoubleExp.MAGIC_EXPONENT).sub(DoubleExp.MAGIC_EXPONENT);
        DoubleVector high = k.lanewise(FMA, minusHigh, x);
        DoubleVector low = k.mul(minusLow);
        DoubleVector r = high.add(low);
        DoubleVector z = r.mul(r);
        DoubleVector even = z.lanewise(FMA, DoubleExp.Q8, DoubleExp.Q6)
                .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleExp.Q4))
                .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleExp.Q2))
                .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleExp.Q0));
        DoubleVector odd = z.lanewise(FMA, DoubleExp.Q9, DoubleExp.Q7)
                .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleExp.Q5))
                .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleExp.Q3))
                .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleExp.Q1));
        DoubleVector q = odd.lanewise(FMA, r, even);
        DoubleVector sum = high.add(1);
        DoubleVector p = z.lanewise(FMA, q, low).add(high.sub(sum.sub(1))).add(sum);

        DoubleVector first = k.lanewise(FMA, DoubleExp.SHARE, DoubleExp.MAGIC_EXPONENT);
        DoubleVector second = k.sub(first.sub(DoubleExp.MAGIC_EXPONENT)).add(DoubleExp.MAGIC_EXPONENT);
        p.mul(first.reinterpretAsLongs().lanewise(LSHL, DoubleExp.MANTISSA_BITS).reinterpretAsDoubles())
                .mul(second.reinterpretAsLongs()
                        .lanewise(LSHL, DoubleExp.MANTISSA_BITS)
                        .reinterpretAsDoubles())
                .intoArray(out, from, mask);
    }
}
