package io.github.dlfs4j.ndarray.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The natural logarithm of {@code double} with the Vector API, at most 1 ulp off.
 *
 * <p>The method and the constants are those of {@link DoubleLog}, but with fused multiply-adds.
 */
final class VectorDoubleLog {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private static final long SMALLEST_NORMAL = Double.doubleToRawLongBits(Double.MIN_NORMAL);
    private static final long LARGEST = Double.doubleToRawLongBits(Double.MAX_VALUE);

    /**
     * The bits of a positive normal number minus those of the smallest are at most this, without a sign. Bits with the
     * sign turned over compare as such.
     */
    private static final long WIDTH = LARGEST - SMALLEST_NORMAL;

    private VectorDoubleLog() {}

    /** Written out in one method, because small methods on vectors are not reliably inlined. */
    static void log(double[] a, double[] out, int from, int to) {
        DoubleVector ln2High = DoubleVector.broadcast(SPECIES, DoubleExp.LN2_HIGH);
        DoubleVector ln2Low = DoubleVector.broadcast(SPECIES, DoubleExp.LN2_LOW);
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            LongVector bits = DoubleVector.fromArray(SPECIES, a, i).reinterpretAsLongs();
            if (bits.sub(SMALLEST_NORMAL - Long.MIN_VALUE)
                    .compare(GT, WIDTH + Long.MIN_VALUE)
                    .anyTrue()) {
                logOfAny(a, out, i, i + LANES);
                continue;
            }
            LongVector exponent = bits.sub(DoubleLog.SQRT_HALF).lanewise(ASHR, DoubleExp.MANTISSA_BITS);
            DoubleVector k =
                    exponent.add(DoubleLog.MAGIC_BITS).reinterpretAsDoubles().sub(DoubleExp.MAGIC);
            DoubleVector f = bits.sub(exponent.lanewise(LSHL, DoubleExp.MANTISSA_BITS))
                    .reinterpretAsDoubles()
                    .sub(1);
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector r = z.lanewise(FMA, DoubleLog.R7, DoubleLog.R6)
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleLog.R5))
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleLog.R4))
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleLog.R3))
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleLog.R2))
                    .lanewise(FMA, z, DoubleVector.broadcast(SPECIES, DoubleLog.R1));
            DoubleVector halfSquare = f.mul(f).mul(0.5);
            DoubleVector tail =
                    k.lanewise(FMA, ln2Low, z.lanewise(FMA, r, halfSquare).mul(s));
            k.lanewise(FMA, ln2High, f.sub(halfSquare.sub(tail))).intoArray(out, i);
        }
        if (i < to) {
            logOfAny(a, out, i, to);
        }
    }

    /** At most one vector. What is not a positive normal number is left to the plain definition. */
    private static void logOfAny(double[] a, double[] out, int from, int to) {
        double[] normal = new double[LANES];
        Arrays.fill(normal, 1);
        for (int i = from; i < to; i++) {
            normal[i - from] = DoubleLog.isPositiveNormal(a[i]) ? a[i] : 1;
        }
        log(normal, normal, 0, LANES);
        for (int i = from; i < to; i++) {
            out[i] = DoubleLog.isPositiveNormal(a[i]) ? normal[i - from] : DoubleLog.log(a[i]);
        }
    }
}
