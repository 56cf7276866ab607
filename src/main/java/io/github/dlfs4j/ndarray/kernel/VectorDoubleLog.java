package io.github.dlfs4j.ndarray.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
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
            DoubleVector x = DoubleVector.fromArray(SPECIES, a, i);
            LongVector bits = x.reinterpretAsLongs();
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
            VectorMask<Long> others = bits.sub(SMALLEST_NORMAL - Long.MIN_VALUE).compare(GT, WIDTH + Long.MIN_VALUE);
            if (others.anyTrue()) {
                logOfOthers(x.toArray(), others.toLong(), out, i);
            }
        }
        if (i < to) {
            logOfLast(a, out, i, to);
        }
    }

    /** What is not a positive normal number is left to the plain definition. */
    private static void logOfOthers(double[] x, long lanes, double[] out, int at) {
        for (long left = lanes; left != 0; left &= left - 1) {
            int lane = Long.numberOfTrailingZeros(left);
            out[at + lane] = DoubleLog.log(x[lane]);
        }
    }

    /** Less than a vector. */
    private static void logOfLast(double[] a, double[] out, int from, int to) {
        double[] padded = new double[LANES];
        Arrays.fill(padded, 1);
        System.arraycopy(a, from, padded, 0, to - from);
        log(padded, padded, 0, LANES);
        System.arraycopy(padded, 0, out, from, to - from);
    }
}
