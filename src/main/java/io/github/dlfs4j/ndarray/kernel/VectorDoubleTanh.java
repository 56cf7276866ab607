package io.github.dlfs4j.ndarray.kernel;

import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The hyperbolic tangent of {@code double} with the Vector API, at most 1.5 ulp off.
 *
 * <p>The method and the constants are those of {@link DoubleTanh}, but with fused multiply-adds, and e<sup>2x</sup>
 * needs not be as good as {@link VectorDoubleExp} has it: it counts for little in the result.
 */
final class VectorDoubleTanh {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private static final long SIGN = Long.MIN_VALUE;
    private static final long LIMIT = Double.doubleToRawLongBits(DoubleTanh.LIMIT);

    private VectorDoubleTanh() {}

    /** Written out in one method, because small methods on vectors are not reliably inlined. */
    static void tanh(double[] a, double[] out, int from, int to) {
        DoubleVector minusHigh = DoubleVector.broadcast(SPECIES, -DoubleExp.LN2_HIGH);
        DoubleVector minusLow = DoubleVector.broadcast(SPECIES, -DoubleExp.LN2_LOW);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector two = DoubleVector.broadcast(SPECIES, 2);
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            LongVector bits = DoubleVector.fromArray(SPECIES, a, i).reinterpretAsLongs();
            DoubleVector x = bits.and(~SIGN).reinterpretAsDoubles();

            // Bits of positive numbers compare as the numbers do.
            DoubleVector clamped = bits.and(~SIGN).min(LIMIT).reinterpretAsDoubles();
            DoubleVector twice = clamped.add(clamped);
            DoubleVector t = twice.lanewise(FMA, DoubleExp.LOG2_E, DoubleExp.MAGIC_EXPONENT);
            DoubleVector k = t.sub(DoubleExp.MAGIC_EXPONENT);
            DoubleVector r = k.lanewise(FMA, minusHigh, twice);
            r = k.lanewise(FMA, minusLow, r);
            DoubleVector p = r.lanewise(FMA, DoubleExp.Q9, DoubleExp.Q8)
                    .lanewise(FMA, r, DoubleVector.broadcast(SPECIES, DoubleExp.Q7))
                    .lanewise(FMA, r, DoubleVector.broadcast(SPECIES, DoubleExp.Q6))
                    .lanewise(FMA, r, DoubleVector.broadcast(SPECIES, DoubleExp.Q5))
                    .lanewise(FMA, r, DoubleVector.broadcast(SPECIES, DoubleExp.Q4))
                    .lanewise(FMA, r, DoubleVector.broadcast(SPECIES, DoubleExp.Q3))
                    .lanewise(FMA, r, DoubleVector.broadcast(SPECIES, DoubleExp.Q2))
                    .lanewise(FMA, r, DoubleVector.broadcast(SPECIES, DoubleExp.Q1))
                    .lanewise(FMA, r, DoubleVector.broadcast(SPECIES, DoubleExp.Q0))
                    .lanewise(FMA, r, one)
                    .lanewise(FMA, r, one);
            DoubleVector power = t.reinterpretAsLongs()
                    .lanewise(LSHL, DoubleExp.MANTISSA_BITS)
                    .reinterpretAsDoubles();
            DoubleVector large = one.sub(two.div(p.lanewise(FMA, power, one)));

            DoubleVector z = x.mul(x);
            DoubleVector q = z.lanewise(FMA, DoubleTanh.P11, DoubleTanh.P10)
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleTanh.P9))
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleTanh.P8))
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleTanh.P7))
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleTanh.P6))
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleTanh.P5))
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleTanh.P4))
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleTanh.P3))
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleTanh.P2))
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleTanh.P1))
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleTanh.P0));
            DoubleVector small = z.mul(x).lanewise(FMA, q, x);

            // NaN is not at or above the border, and the polynomial keeps it.
            small.blend(large, x.compare(GE, DoubleTanh.BORDER))
                    .reinterpretAsLongs()
                    .or(bits.and(SIGN))
                    .reinterpretAsDoubles()
                    .intoArray(out, i);
        }
        if (i < to) {
            tanhOfRest(a, out, i, to);
        }
    }

    /** Less than one vector. */
    private static void tanhOfRest(double[] a, double[] out, int from, int to) {
        double[] whole = new double[LANES];
        System.arraycopy(a, from, whole, 0, to - from);
        tanh(whole, whole, 0, LANES);
        System.arraycopy(whole, 0, out, from, to - from);
    }
}
