package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The tiles of {@link VectorFloatProduct} for blocks that are packed, as {@link VectorFloatNarrowTiles}; they may also
 * go on from what c holds: {@code c = c + a b}. A strip of a and a panel of b are read from end to end, in steps that
 * are constants, so that nothing is left to check in the loop.
 */
final class VectorFloatPackedTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorFloatPackedTiles() {}

    /** Twelve rows by two vectors. */
    static void twelveByTwo(
            float[] left, int x, float[] right, int y, float[] out, int z, int stepOfC, int depth, boolean goOn) {
        FloatVector s0_0 = FloatVector.zero(SPECIES);
        FloatVector s0_1 = FloatVector.zero(SPECIES);
        FloatVector s1_0 = FloatVector.zero(SPECIES);
        FloatVector s1_1 = FloatVector.zero(SPECIES);
        FloatVector s2_0 = FloatVector.zero(SPECIES);
        FloatVector s2_1 = FloatVector.zero(SPECIES);
        FloatVector s3_0 = FloatVector.zero(SPECIES);
        FloatVector s3_1 = FloatVector.zero(SPECIES);
        FloatVector s4_0 = FloatVector.zero(SPECIES);
        FloatVector s4_1 = FloatVector.zero(SPECIES);
        FloatVector s5_0 = FloatVector.zero(SPECIES);
        FloatVector s5_1 = FloatVector.zero(SPECIES);
        FloatVector s6_0 = FloatVector.zero(SPECIES);
        FloatVector s6_1 = FloatVector.zero(SPECIES);
        FloatVector s7_0 = FloatVector.zero(SPECIES);
        FloatVector s7_1 = FloatVector.zero(SPECIES);
        FloatVector s8_0 = FloatVector.zero(SPECIES);
        FloatVector s8_1 = FloatVector.zero(SPECIES);
        FloatVector s9_0 = FloatVector.zero(SPECIES);
        FloatVector s9_1 = FloatVector.zero(SPECIES);
        FloatVector s10_0 = FloatVector.zero(SPECIES);
        FloatVector s10_1 = FloatVector.zero(SPECIES);
        FloatVector s11_0 = FloatVector.zero(SPECIES);
        FloatVector s11_1 = FloatVector.zero(SPECIES);
        if (goOn) {
            int at = z + 11 * stepOfC;
            s11_0 = FloatVector.fromArray(SPECIES, out, at);
            s11_1 = FloatVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s10_0 = FloatVector.fromArray(SPECIES, out, at);
            s10_1 = FloatVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s9_0 = FloatVector.fromArray(SPECIES, out, at);
            s9_1 = FloatVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s8_0 = FloatVector.fromArray(SPECIES, out, at);
            s8_1 = FloatVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s7_0 = FloatVector.fromArray(SPECIES, out, at);
            s7_1 = FloatVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s6_0 = FloatVector.fromArray(SPECIES, out, at);
            s6_1 = FloatVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s5_0 = FloatVector.fromArray(SPECIES, out, at);
            s5_1 = FloatVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s4_0 = FloatVector.fromArray(SPECIES, out, at);
            s4_1 = FloatVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s3_0 = FloatVector.fromArray(SPECIES, out, at);
            s3_1 = FloatVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s2_0 = FloatVector.fromArray(SPECIES, out, at);
            s2_1 = FloatVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s1_0 = FloatVector.fromArray(SPECIES, out, at);
            s1_1 = FloatVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s0_0 = FloatVector.fromArray(SPECIES, out, at);
            s0_1 = FloatVector.fromArray(SPECIES, out, at + LANES);
        }
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, right, y + p * 2 * LANES);
            FloatVector b1 = FloatVector.fromArray(SPECIES, right, y + p * 2 * LANES + LANES);
            FloatVector f0 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP]);
            s0_0 = f0.fma(b0, s0_0);
            s0_1 = f0.fma(b1, s0_1);
            FloatVector f1 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 1]);
            s1_0 = f1.fma(b0, s1_0);
            s1_1 = f1.fma(b1, s1_1);
            FloatVector f2 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 2]);
            s2_0 = f2.fma(b0, s2_0);
            s2_1 = f2.fma(b1, s2_1);
            FloatVector f3 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 3]);
            s3_0 = f3.fma(b0, s3_0);
            s3_1 = f3.fma(b1, s3_1);
            FloatVector f4 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 4]);
            s4_0 = f4.fma(b0, s4_0);
            s4_1 = f4.fma(b1, s4_1);
            FloatVector f5 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 5]);
            s5_0 = f5.fma(b0, s5_0);
            s5_1 = f5.fma(b1, s5_1);
            FloatVector f6 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 6]);
            s6_0 = f6.fma(b0, s6_0);
            s6_1 = f6.fma(b1, s6_1);
            FloatVector f7 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 7]);
            s7_0 = f7.fma(b0, s7_0);
            s7_1 = f7.fma(b1, s7_1);
            FloatVector f8 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 8]);
            s8_0 = f8.fma(b0, s8_0);
            s8_1 = f8.fma(b1, s8_1);
            FloatVector f9 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 9]);
            s9_0 = f9.fma(b0, s9_0);
            s9_1 = f9.fma(b1, s9_1);
            FloatVector f10 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 10]);
            s10_0 = f10.fma(b0, s10_0);
            s10_1 = f10.fma(b1, s10_1);
            FloatVector f11 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 11]);
            s11_0 = f11.fma(b0, s11_0);
            s11_1 = f11.fma(b1, s11_1);
        }
        int at = z;
        s0_0.intoArray(out, at);
        s0_1.intoArray(out, at + LANES);
        at += stepOfC;
        s1_0.intoArray(out, at);
        s1_1.intoArray(out, at + LANES);
        at += stepOfC;
        s2_0.intoArray(out, at);
        s2_1.intoArray(out, at + LANES);
        at += stepOfC;
        s3_0.intoArray(out, at);
        s3_1.intoArray(out, at + LANES);
        at += stepOfC;
        s4_0.intoArray(out, at);
        s4_1.intoArray(out, at + LANES);
        at += stepOfC;
        s5_0.intoArray(out, at);
        s5_1.intoArray(out, at + LANES);
        at += stepOfC;
        s6_0.intoArray(out, at);
        s6_1.intoArray(out, at + LANES);
        at += stepOfC;
        s7_0.intoArray(out, at);
        s7_1.intoArray(out, at + LANES);
        at += stepOfC;
        s8_0.intoArray(out, at);
        s8_1.intoArray(out, at + LANES);
        at += stepOfC;
        s9_0.intoArray(out, at);
        s9_1.intoArray(out, at + LANES);
        at += stepOfC;
        s10_0.intoArray(out, at);
        s10_1.intoArray(out, at + LANES);
        at += stepOfC;
        s11_0.intoArray(out, at);
        s11_1.intoArray(out, at + LANES);
    }

    /** Twelve rows by a vector, for processors with 16 registers. */
    static void twelveByOne(
            float[] left, int x, float[] right, int y, float[] out, int z, int stepOfC, int depth, boolean goOn) {
        FloatVector s0_0 = FloatVector.zero(SPECIES);
        FloatVector s1_0 = FloatVector.zero(SPECIES);
        FloatVector s2_0 = FloatVector.zero(SPECIES);
        FloatVector s3_0 = FloatVector.zero(SPECIES);
        FloatVector s4_0 = FloatVector.zero(SPECIES);
        FloatVector s5_0 = FloatVector.zero(SPECIES);
        FloatVector s6_0 = FloatVector.zero(SPECIES);
        FloatVector s7_0 = FloatVector.zero(SPECIES);
        FloatVector s8_0 = FloatVector.zero(SPECIES);
        FloatVector s9_0 = FloatVector.zero(SPECIES);
        FloatVector s10_0 = FloatVector.zero(SPECIES);
        FloatVector s11_0 = FloatVector.zero(SPECIES);
        if (goOn) {
            int at = z + 11 * stepOfC;
            s11_0 = FloatVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s10_0 = FloatVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s9_0 = FloatVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s8_0 = FloatVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s7_0 = FloatVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s6_0 = FloatVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s5_0 = FloatVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s4_0 = FloatVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s3_0 = FloatVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s2_0 = FloatVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s1_0 = FloatVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s0_0 = FloatVector.fromArray(SPECIES, out, at);
        }
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, right, y + p * LANES);
            FloatVector f0 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP]);
            s0_0 = f0.fma(b0, s0_0);
            FloatVector f1 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 1]);
            s1_0 = f1.fma(b0, s1_0);
            FloatVector f2 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 2]);
            s2_0 = f2.fma(b0, s2_0);
            FloatVector f3 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 3]);
            s3_0 = f3.fma(b0, s3_0);
            FloatVector f4 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 4]);
            s4_0 = f4.fma(b0, s4_0);
            FloatVector f5 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 5]);
            s5_0 = f5.fma(b0, s5_0);
            FloatVector f6 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 6]);
            s6_0 = f6.fma(b0, s6_0);
            FloatVector f7 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 7]);
            s7_0 = f7.fma(b0, s7_0);
            FloatVector f8 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 8]);
            s8_0 = f8.fma(b0, s8_0);
            FloatVector f9 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 9]);
            s9_0 = f9.fma(b0, s9_0);
            FloatVector f10 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 10]);
            s10_0 = f10.fma(b0, s10_0);
            FloatVector f11 = FloatVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 11]);
            s11_0 = f11.fma(b0, s11_0);
        }
        int at = z;
        s0_0.intoArray(out, at);
        at += stepOfC;
        s1_0.intoArray(out, at);
        at += stepOfC;
        s2_0.intoArray(out, at);
        at += stepOfC;
        s3_0.intoArray(out, at);
        at += stepOfC;
        s4_0.intoArray(out, at);
        at += stepOfC;
        s5_0.intoArray(out, at);
        at += stepOfC;
        s6_0.intoArray(out, at);
        at += stepOfC;
        s7_0.intoArray(out, at);
        at += stepOfC;
        s8_0.intoArray(out, at);
        at += stepOfC;
        s9_0.intoArray(out, at);
        at += stepOfC;
        s10_0.intoArray(out, at);
        at += stepOfC;
        s11_0.intoArray(out, at);
    }
}
