package io.github.dlfs4j.ndarray.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The natural logarithm of {@code float} with the Vector API, at most 1 ulp off.
 *
 * <p>The method and the constants are those of {@link FloatLog}, but with fused multiply-adds.
 */
final class VectorFloatLog {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private static final int SMALLEST_NORMAL = Float.floatToRawIntBits(Float.MIN_NORMAL);
    private static final int LARGEST = Float.floatToRawIntBits(Float.MAX_VALUE);

    /**
     * The bits of a positive normal number minus those of the smallest are at most this, without a sign. Bits with the
     * sign turned over compare as such.
     */
    private static final int WIDTH = LARGEST - SMALLEST_NORMAL;

    private VectorFloatLog() {}

    /** Written out in one method, because small methods on vectors are not reliably inlined. */
    static void log(float[] a, float[] out, int from, int to) {
        FloatVector ln2 = FloatVector.broadcast(SPECIES, FloatExp.LN2);
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, i);
            IntVector bits = x.reinterpretAsInts();
            IntVector exponent = bits.sub(FloatLog.SQRT_HALF).lanewise(ASHR, FloatExp.MANTISSA_BITS);
            FloatVector k =
                    exponent.add(FloatLog.MAGIC_BITS).reinterpretAsFloats().sub(FloatExp.MAGIC);
            FloatVector f = bits.sub(exponent.lanewise(LSHL, FloatExp.MANTISSA_BITS))
                    .reinterpretAsFloats()
                    .sub(1);
            FloatVector v = f.lanewise(FMA, FloatLog.V7, FloatLog.V6)
                    .lanewise(FMA, f, FloatVector.broadcast(SPECIES, FloatLog.V5))
                    .lanewise(FMA, f, FloatVector.broadcast(SPECIES, FloatLog.V4))
                    .lanewise(FMA, f, FloatVector.broadcast(SPECIES, FloatLog.V3))
                    .lanewise(FMA, f, FloatVector.broadcast(SPECIES, FloatLog.V2))
                    .lanewise(FMA, f, FloatVector.broadcast(SPECIES, FloatLog.V1))
                    .lanewise(FMA, f, FloatVector.broadcast(SPECIES, FloatLog.V0))
                    .lanewise(FMA, f, FloatVector.broadcast(SPECIES, -0.5f));
            FloatVector logOfM = f.mul(f).lanewise(FMA, v, f);
            k.lanewise(FMA, ln2, logOfM).intoArray(out, i);
            VectorMask<Integer> others =
                    bits.sub(SMALLEST_NORMAL - Integer.MIN_VALUE).compare(GT, WIDTH + Integer.MIN_VALUE);
            if (others.anyTrue()) {
                logOfOthers(x.toArray(), others.toLong(), out, i);
            }
        }
        if (i < to) {
            logOfLast(a, out, i, to);
        }
    }

    /** What is not a positive normal number is left to the plain definition. */
    private static void logOfOthers(float[] x, long lanes, float[] out, int at) {
        for (long left = lanes; left != 0; left &= left - 1) {
            int lane = Long.numberOfTrailingZeros(left);
            out[at + lane] = FloatLog.log(x[lane]);
        }
    }

    /** Less than a vector. */
    private static void logOfLast(float[] a, float[] out, int from, int to) {
        float[] padded = new float[LANES];
        Arrays.fill(padded, 1);
        System.arraycopy(a, from, padded, 0, to - from);
        log(padded, padded, 0, LANES);
        System.arraycopy(padded, 0, out, from, to - from);
    }
}
