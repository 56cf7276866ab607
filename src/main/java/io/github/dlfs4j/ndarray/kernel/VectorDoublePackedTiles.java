package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The tiles of {@link VectorDoubleProduct} for blocks that are packed, as {@link VectorDoubleNarrowTiles}; they may
 * also go on from what c holds: {@code c = c + a b}. A strip of a and a panel of b are read from end to end, in steps
 * that are constants, so that nothing is left to check in the loop.
 */
final class VectorDoublePackedTiles {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorDoublePackedTiles() {}

    /** Twelve rows by two vectors. */
    static void twelveByTwo(
            double[] left, int x, double[] right, int y, double[] out, int z, int stepOfC, int depth, boolean goOn) {
        DoubleVector s0_0 = DoubleVector.zero(SPECIES);
        DoubleVector s0_1 = DoubleVector.zero(SPECIES);
        DoubleVector s1_0 = DoubleVector.zero(SPECIES);
        DoubleVector s1_1 = DoubleVector.zero(SPECIES);
        DoubleVector s2_0 = DoubleVector.zero(SPECIES);
        DoubleVector s2_1 = DoubleVector.zero(SPECIES);
        DoubleVector s3_0 = DoubleVector.zero(SPECIES);
        DoubleVector s3_1 = DoubleVector.zero(SPECIES);
        DoubleVector s4_0 = DoubleVector.zero(SPECIES);
        DoubleVector s4_1 = DoubleVector.zero(SPECIES);
        DoubleVector s5_0 = DoubleVector.zero(SPECIES);
        DoubleVector s5_1 = DoubleVector.zero(SPECIES);
        DoubleVector s6_0 = DoubleVector.zero(SPECIES);
        DoubleVector s6_1 = DoubleVector.zero(SPECIES);
        DoubleVector s7_0 = DoubleVector.zero(SPECIES);
        DoubleVector s7_1 = DoubleVector.zero(SPECIES);
        DoubleVector s8_0 = DoubleVector.zero(SPECIES);
        DoubleVector s8_1 = DoubleVector.zero(SPECIES);
        DoubleVector s9_0 = DoubleVector.zero(SPECIES);
        DoubleVector s9_1 = DoubleVector.zero(SPECIES);
        DoubleVector s10_0 = DoubleVector.zero(SPECIES);
        DoubleVector s10_1 = DoubleVector.zero(SPECIES);
        DoubleVector s11_0 = DoubleVector.zero(SPECIES);
        DoubleVector s11_1 = DoubleVector.zero(SPECIES);
        if (goOn) {
            int at = z + 11 * stepOfC;
            s11_0 = DoubleVector.fromArray(SPECIES, out, at);
            s11_1 = DoubleVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s10_0 = DoubleVector.fromArray(SPECIES, out, at);
            s10_1 = DoubleVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s9_0 = DoubleVector.fromArray(SPECIES, out, at);
            s9_1 = DoubleVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s8_0 = DoubleVector.fromArray(SPECIES, out, at);
            s8_1 = DoubleVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s7_0 = DoubleVector.fromArray(SPECIES, out, at);
            s7_1 = DoubleVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s6_0 = DoubleVector.fromArray(SPECIES, out, at);
            s6_1 = DoubleVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s5_0 = DoubleVector.fromArray(SPECIES, out, at);
            s5_1 = DoubleVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s4_0 = DoubleVector.fromArray(SPECIES, out, at);
            s4_1 = DoubleVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s3_0 = DoubleVector.fromArray(SPECIES, out, at);
            s3_1 = DoubleVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s2_0 = DoubleVector.fromArray(SPECIES, out, at);
            s2_1 = DoubleVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s1_0 = DoubleVector.fromArray(SPECIES, out, at);
            s1_1 = DoubleVector.fromArray(SPECIES, out, at + LANES);
            at -= stepOfC;
            s0_0 = DoubleVector.fromArray(SPECIES, out, at);
            s0_1 = DoubleVector.fromArray(SPECIES, out, at + LANES);
        }
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, y + p * 2 * LANES);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, right, y + p * 2 * LANES + LANES);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP]);
            s0_0 = f0.fma(b0, s0_0);
            s0_1 = f0.fma(b1, s0_1);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 1]);
            s1_0 = f1.fma(b0, s1_0);
            s1_1 = f1.fma(b1, s1_1);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 2]);
            s2_0 = f2.fma(b0, s2_0);
            s2_1 = f2.fma(b1, s2_1);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 3]);
            s3_0 = f3.fma(b0, s3_0);
            s3_1 = f3.fma(b1, s3_1);
            DoubleVector f4 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 4]);
            s4_0 = f4.fma(b0, s4_0);
            s4_1 = f4.fma(b1, s4_1);
            DoubleVector f5 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 5]);
            s5_0 = f5.fma(b0, s5_0);
            s5_1 = f5.fma(b1, s5_1);
            DoubleVector f6 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 6]);
            s6_0 = f6.fma(b0, s6_0);
            s6_1 = f6.fma(b1, s6_1);
            DoubleVector f7 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 7]);
            s7_0 = f7.fma(b0, s7_0);
            s7_1 = f7.fma(b1, s7_1);
            DoubleVector f8 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 8]);
            s8_0 = f8.fma(b0, s8_0);
            s8_1 = f8.fma(b1, s8_1);
            DoubleVector f9 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 9]);
            s9_0 = f9.fma(b0, s9_0);
            s9_1 = f9.fma(b1, s9_1);
            DoubleVector f10 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 10]);
            s10_0 = f10.fma(b0, s10_0);
            s10_1 = f10.fma(b1, s10_1);
            DoubleVector f11 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 11]);
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
            double[] left, int x, double[] right, int y, double[] out, int z, int stepOfC, int depth, boolean goOn) {
        DoubleVector s0_0 = DoubleVector.zero(SPECIES);
        DoubleVector s1_0 = DoubleVector.zero(SPECIES);
        DoubleVector s2_0 = DoubleVector.zero(SPECIES);
        DoubleVector s3_0 = DoubleVector.zero(SPECIES);
        DoubleVector s4_0 = DoubleVector.zero(SPECIES);
        DoubleVector s5_0 = DoubleVector.zero(SPECIES);
        DoubleVector s6_0 = DoubleVector.zero(SPECIES);
        DoubleVector s7_0 = DoubleVector.zero(SPECIES);
        DoubleVector s8_0 = DoubleVector.zero(SPECIES);
        DoubleVector s9_0 = DoubleVector.zero(SPECIES);
        DoubleVector s10_0 = DoubleVector.zero(SPECIES);
        DoubleVector s11_0 = DoubleVector.zero(SPECIES);
        if (goOn) {
            int at = z + 11 * stepOfC;
            s11_0 = DoubleVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s10_0 = DoubleVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s9_0 = DoubleVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s8_0 = DoubleVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s7_0 = DoubleVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s6_0 = DoubleVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s5_0 = DoubleVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s4_0 = DoubleVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s3_0 = DoubleVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s2_0 = DoubleVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s1_0 = DoubleVector.fromArray(SPECIES, out, at);
            at -= stepOfC;
            s0_0 = DoubleVector.fromArray(SPECIES, out, at);
        }
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, y + p * LANES);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP]);
            s0_0 = f0.fma(b0, s0_0);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 1]);
            s1_0 = f1.fma(b0, s1_0);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 2]);
            s2_0 = f2.fma(b0, s2_0);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 3]);
            s3_0 = f3.fma(b0, s3_0);
            DoubleVector f4 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 4]);
            s4_0 = f4.fma(b0, s4_0);
            DoubleVector f5 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 5]);
            s5_0 = f5.fma(b0, s5_0);
            DoubleVector f6 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 6]);
            s6_0 = f6.fma(b0, s6_0);
            DoubleVector f7 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 7]);
            s7_0 = f7.fma(b0, s7_0);
            DoubleVector f8 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 8]);
            s8_0 = f8.fma(b0, s8_0);
            DoubleVector f9 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 9]);
            s9_0 = f9.fma(b0, s9_0);
            DoubleVector f10 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 10]);
            s10_0 = f10.fma(b0, s10_0);
            DoubleVector f11 = DoubleVector.broadcast(SPECIES, left[x + p * VectorProduct.STRIP + 11]);
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
