package io.github.dlfs4j.ndarray.kernel;

import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The sigmoid function of {@code double} with the Vector API: {@link VectorDoubleExp} with the three operations around
 * it in the same loop, so that the processor divides while it computes the next exponentials.
 */
final class VectorDoubleSigmoid {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /**
     * With it, a sum is half of 2<sup>k</sup> when it is shifted, as in {@link DoubleSigmoid}. k is that of
     * {@link VectorDoubleExp} nevertheless: no product with log<sub>2</sub> e lies in the middle of two integers.
     */
    private static final double MAGIC_EXPONENT = DoubleExp.MAGIC_EXPONENT - 1;

    private VectorDoubleSigmoid() {}

    /** Written out in one method, because small methods on vectors are not reliably inlined. */
    static void sigmoid(double[] a, double[] out, int from, int to) {
        DoubleVector minusHigh = DoubleVector.broadcast(SPECIES, -DoubleExp.LN2_HIGH);
        DoubleVector minusLow = DoubleVector.broadcast(SPECIES, -DoubleExp.LN2_LOW);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, a, i).neg();
            if (x.abs().compare(GT, -DoubleSigmoid.LOWEST).anyTrue()) {
                x = x.blend(DoubleExp.HIGHEST, x.compare(GT, DoubleExp.HIGHEST))
                        .blend(DoubleSigmoid.LOWEST, x.compare(LT, DoubleSigmoid.LOWEST));
            }
            DoubleVector t = x.lanewise(FMA, DoubleExp.LOG2_E, MAGIC_EXPONENT);
            DoubleVector k = t.sub(MAGIC_EXPONENT);
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
            DoubleVector half = t.reinterpretAsLongs()
                    .lanewise(LSHL, DoubleExp.MANTISSA_BITS)
                    .reinterpretAsDoubles();
            one.div(p.mul(half).lanewise(FMA, 2, 1)).intoArray(out, i);
        }
        if (i < to) {
            double[] last = new double[LANES];
            System.arraycopy(a, i, last, 0, to - i);
            sigmoid(last, last, 0, LANES);
            System.arraycopy(last, 0, out, i, to - i);
        }
    }
}
