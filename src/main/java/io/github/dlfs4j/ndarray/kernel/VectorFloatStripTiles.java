package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The tiles of {@link VectorFloatProduct} where the columns of a lie in order, as {@link VectorFloatTiles}: twelve
 * elements side by side need one check of bounds. Rows of c are found one from the other, which leaves more registers
 * to the loop.
 */
final class VectorFloatStripTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorFloatStripTiles() {}

    /** Eight rows by three vectors. */
    static void eightByThree(
            float[] left,
            int x,
            int columnStep,
            float[] right,
            int y,
            int rowStep,
            float[] out,
            int z,
            int stepOfC,
            int depth) {
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = FloatVector.zero(SPECIES);
        FloatVector s02 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES);
        FloatVector s11 = FloatVector.zero(SPECIES);
        FloatVector s12 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES);
        FloatVector s21 = FloatVector.zero(SPECIES);
        FloatVector s22 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES);
        FloatVector s31 = FloatVector.zero(SPECIES);
        FloatVector s32 = FloatVector.zero(SPECIES);
        FloatVector s40 = FloatVector.zero(SPECIES);
        FloatVector s41 = FloatVector.zero(SPECIES);
        FloatVector s42 = FloatVector.zero(SPECIES);
        FloatVector s50 = FloatVector.zero(SPECIES);
        FloatVector s51 = FloatVector.zero(SPECIES);
        FloatVector s52 = FloatVector.zero(SPECIES);
        FloatVector s60 = FloatVector.zero(SPECIES);
        FloatVector s61 = FloatVector.zero(SPECIES);
        FloatVector s62 = FloatVector.zero(SPECIES);
        FloatVector s70 = FloatVector.zero(SPECIES);
        FloatVector s71 = FloatVector.zero(SPECIES);
        FloatVector s72 = FloatVector.zero(SPECIES);
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, right, y);
            FloatVector b1 = FloatVector.fromArray(SPECIES, right, y + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, right, y + 2 * LANES);
            FloatVector f0 = FloatVector.broadcast(SPECIES, left[x]);
            s00 = f0.fma(b0, s00);
            s01 = f0.fma(b1, s01);
            s02 = f0.fma(b2, s02);
            FloatVector f1 = FloatVector.broadcast(SPECIES, left[x + 1]);
            s10 = f1.fma(b0, s10);
            s11 = f1.fma(b1, s11);
            s12 = f1.fma(b2, s12);
            FloatVector f2 = FloatVector.broadcast(SPECIES, left[x + 2]);
            s20 = f2.fma(b0, s20);
            s21 = f2.fma(b1, s21);
            s22 = f2.fma(b2, s22);
            FloatVector f3 = FloatVector.broadcast(SPECIES, left[x + 3]);
            s30 = f3.fma(b0, s30);
            s31 = f3.fma(b1, s31);
            s32 = f3.fma(b2, s32);
            FloatVector f4 = FloatVector.broadcast(SPECIES, left[x + 4]);
            s40 = f4.fma(b0, s40);
            s41 = f4.fma(b1, s41);
            s42 = f4.fma(b2, s42);
            FloatVector f5 = FloatVector.broadcast(SPECIES, left[x + 5]);
            s50 = f5.fma(b0, s50);
            s51 = f5.fma(b1, s51);
            s52 = f5.fma(b2, s52);
            FloatVector f6 = FloatVector.broadcast(SPECIES, left[x + 6]);
            s60 = f6.fma(b0, s60);
            s61 = f6.fma(b1, s61);
            s62 = f6.fma(b2, s62);
            FloatVector f7 = FloatVector.broadcast(SPECIES, left[x + 7]);
            s70 = f7.fma(b0, s70);
            s71 = f7.fma(b1, s71);
            s72 = f7.fma(b2, s72);
            x += columnStep;
            y += rowStep;
        }
        int at = z;
        s00.intoArray(out, at);
        s01.intoArray(out, at + LANES);
        s02.intoArray(out, at + 2 * LANES);
        at += stepOfC;
        s10.intoArray(out, at);
        s11.intoArray(out, at + LANES);
        s12.intoArray(out, at + 2 * LANES);
        at += stepOfC;
        s20.intoArray(out, at);
        s21.intoArray(out, at + LANES);
        s22.intoArray(out, at + 2 * LANES);
        at += stepOfC;
        s30.intoArray(out, at);
        s31.intoArray(out, at + LANES);
        s32.intoArray(out, at + 2 * LANES);
        at += stepOfC;
        s40.intoArray(out, at);
        s41.intoArray(out, at + LANES);
        s42.intoArray(out, at + 2 * LANES);
        at += stepOfC;
        s50.intoArray(out, at);
        s51.intoArray(out, at + LANES);
        s52.intoArray(out, at + 2 * LANES);
        at += stepOfC;
        s60.intoArray(out, at);
        s61.intoArray(out, at + LANES);
        s62.intoArray(out, at + 2 * LANES);
        at += stepOfC;
        s70.intoArray(out, at);
        s71.intoArray(out, at + LANES);
        s72.intoArray(out, at + 2 * LANES);
    }

    /** Twelve rows by two vectors, the second so far from the first. */
    static void twelveByTwo(
            float[] left,
            int x,
            int columnStep,
            float[] right,
            int y,
            int rowStep,
            float[] out,
            int z,
            int stepOfC,
            int depth,
            int second) {
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
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, right, y);
            FloatVector b1 = FloatVector.fromArray(SPECIES, right, y + second);
            FloatVector f0 = FloatVector.broadcast(SPECIES, left[x]);
            s0_0 = f0.fma(b0, s0_0);
            s0_1 = f0.fma(b1, s0_1);
            FloatVector f1 = FloatVector.broadcast(SPECIES, left[x + 1]);
            s1_0 = f1.fma(b0, s1_0);
            s1_1 = f1.fma(b1, s1_1);
            FloatVector f2 = FloatVector.broadcast(SPECIES, left[x + 2]);
            s2_0 = f2.fma(b0, s2_0);
            s2_1 = f2.fma(b1, s2_1);
            FloatVector f3 = FloatVector.broadcast(SPECIES, left[x + 3]);
            s3_0 = f3.fma(b0, s3_0);
            s3_1 = f3.fma(b1, s3_1);
            FloatVector f4 = FloatVector.broadcast(SPECIES, left[x + 4]);
            s4_0 = f4.fma(b0, s4_0);
            s4_1 = f4.fma(b1, s4_1);
            FloatVector f5 = FloatVector.broadcast(SPECIES, left[x + 5]);
            s5_0 = f5.fma(b0, s5_0);
            s5_1 = f5.fma(b1, s5_1);
            FloatVector f6 = FloatVector.broadcast(SPECIES, left[x + 6]);
            s6_0 = f6.fma(b0, s6_0);
            s6_1 = f6.fma(b1, s6_1);
            FloatVector f7 = FloatVector.broadcast(SPECIES, left[x + 7]);
            s7_0 = f7.fma(b0, s7_0);
            s7_1 = f7.fma(b1, s7_1);
            FloatVector f8 = FloatVector.broadcast(SPECIES, left[x + 8]);
            s8_0 = f8.fma(b0, s8_0);
            s8_1 = f8.fma(b1, s8_1);
            FloatVector f9 = FloatVector.broadcast(SPECIES, left[x + 9]);
            s9_0 = f9.fma(b0, s9_0);
            s9_1 = f9.fma(b1, s9_1);
            FloatVector f10 = FloatVector.broadcast(SPECIES, left[x + 10]);
            s10_0 = f10.fma(b0, s10_0);
            s10_1 = f10.fma(b1, s10_1);
            FloatVector f11 = FloatVector.broadcast(SPECIES, left[x + 11]);
            s11_0 = f11.fma(b0, s11_0);
            s11_1 = f11.fma(b1, s11_1);
            x += columnStep;
            y += rowStep;
        }
        int at = z;
        s0_0.intoArray(out, at);
        s0_1.intoArray(out, at + second);
        at += stepOfC;
        s1_0.intoArray(out, at);
        s1_1.intoArray(out, at + second);
        at += stepOfC;
        s2_0.intoArray(out, at);
        s2_1.intoArray(out, at + second);
        at += stepOfC;
        s3_0.intoArray(out, at);
        s3_1.intoArray(out, at + second);
        at += stepOfC;
        s4_0.intoArray(out, at);
        s4_1.intoArray(out, at + second);
        at += stepOfC;
        s5_0.intoArray(out, at);
        s5_1.intoArray(out, at + second);
        at += stepOfC;
        s6_0.intoArray(out, at);
        s6_1.intoArray(out, at + second);
        at += stepOfC;
        s7_0.intoArray(out, at);
        s7_1.intoArray(out, at + second);
        at += stepOfC;
        s8_0.intoArray(out, at);
        s8_1.intoArray(out, at + second);
        at += stepOfC;
        s9_0.intoArray(out, at);
        s9_1.intoArray(out, at + second);
        at += stepOfC;
        s10_0.intoArray(out, at);
        s10_1.intoArray(out, at + second);
        at += stepOfC;
        s11_0.intoArray(out, at);
        s11_1.intoArray(out, at + second);
    }

    /** Twelve rows by a vector. */
    static void twelveByOne(
            float[] left,
            int x,
            int columnStep,
            float[] right,
            int y,
            int rowStep,
            float[] out,
            int z,
            int stepOfC,
            int depth) {
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
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, right, y);
            FloatVector f0 = FloatVector.broadcast(SPECIES, left[x]);
            s0_0 = f0.fma(b0, s0_0);
            FloatVector f1 = FloatVector.broadcast(SPECIES, left[x + 1]);
            s1_0 = f1.fma(b0, s1_0);
            FloatVector f2 = FloatVector.broadcast(SPECIES, left[x + 2]);
            s2_0 = f2.fma(b0, s2_0);
            FloatVector f3 = FloatVector.broadcast(SPECIES, left[x + 3]);
            s3_0 = f3.fma(b0, s3_0);
            FloatVector f4 = FloatVector.broadcast(SPECIES, left[x + 4]);
            s4_0 = f4.fma(b0, s4_0);
            FloatVector f5 = FloatVector.broadcast(SPECIES, left[x + 5]);
            s5_0 = f5.fma(b0, s5_0);
            FloatVector f6 = FloatVector.broadcast(SPECIES, left[x + 6]);
            s6_0 = f6.fma(b0, s6_0);
            FloatVector f7 = FloatVector.broadcast(SPECIES, left[x + 7]);
            s7_0 = f7.fma(b0, s7_0);
            FloatVector f8 = FloatVector.broadcast(SPECIES, left[x + 8]);
            s8_0 = f8.fma(b0, s8_0);
            FloatVector f9 = FloatVector.broadcast(SPECIES, left[x + 9]);
            s9_0 = f9.fma(b0, s9_0);
            FloatVector f10 = FloatVector.broadcast(SPECIES, left[x + 10]);
            s10_0 = f10.fma(b0, s10_0);
            FloatVector f11 = FloatVector.broadcast(SPECIES, left[x + 11]);
            s11_0 = f11.fma(b0, s11_0);
            x += columnStep;
            y += rowStep;
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
