package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The tiles of {@link VectorDoubleProduct} where the columns of a lie in order, as {@link VectorDoubleTiles}: twelve
 * elements side by side need one check of bounds. Rows of c are found one from the other, which leaves more registers
 * to the loop.
 */
final class VectorDoubleStripTiles {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorDoubleStripTiles() {}

    /** Eight rows by three vectors. */
    static void eightByThree(
            double[] left,
            int x,
            int columnStep,
            double[] right,
            int y,
            int rowStep,
            double[] out,
            int z,
            int stepOfC,
            int depth) {
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s01 = DoubleVector.zero(SPECIES);
        DoubleVector s02 = DoubleVector.zero(SPECIES);
        DoubleVector s10 = DoubleVector.zero(SPECIES);
        DoubleVector s11 = DoubleVector.zero(SPECIES);
        DoubleVector s12 = DoubleVector.zero(SPECIES);
        DoubleVector s20 = DoubleVector.zero(SPECIES);
        DoubleVector s21 = DoubleVector.zero(SPECIES);
        DoubleVector s22 = DoubleVector.zero(SPECIES);
        DoubleVector s30 = DoubleVector.zero(SPECIES);
        DoubleVector s31 = DoubleVector.zero(SPECIES);
        DoubleVector s32 = DoubleVector.zero(SPECIES);
        DoubleVector s40 = DoubleVector.zero(SPECIES);
        DoubleVector s41 = DoubleVector.zero(SPECIES);
        DoubleVector s42 = DoubleVector.zero(SPECIES);
        DoubleVector s50 = DoubleVector.zero(SPECIES);
        DoubleVector s51 = DoubleVector.zero(SPECIES);
        DoubleVector s52 = DoubleVector.zero(SPECIES);
        DoubleVector s60 = DoubleVector.zero(SPECIES);
        DoubleVector s61 = DoubleVector.zero(SPECIES);
        DoubleVector s62 = DoubleVector.zero(SPECIES);
        DoubleVector s70 = DoubleVector.zero(SPECIES);
        DoubleVector s71 = DoubleVector.zero(SPECIES);
        DoubleVector s72 = DoubleVector.zero(SPECIES);
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, y);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, right, y + LANES);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, right, y + 2 * LANES);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, left[x]);
            s00 = f0.fma(b0, s00);
            s01 = f0.fma(b1, s01);
            s02 = f0.fma(b2, s02);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, left[x + 1]);
            s10 = f1.fma(b0, s10);
            s11 = f1.fma(b1, s11);
            s12 = f1.fma(b2, s12);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, left[x + 2]);
            s20 = f2.fma(b0, s20);
            s21 = f2.fma(b1, s21);
            s22 = f2.fma(b2, s22);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, left[x + 3]);
            s30 = f3.fma(b0, s30);
            s31 = f3.fma(b1, s31);
            s32 = f3.fma(b2, s32);
            DoubleVector f4 = DoubleVector.broadcast(SPECIES, left[x + 4]);
            s40 = f4.fma(b0, s40);
            s41 = f4.fma(b1, s41);
            s42 = f4.fma(b2, s42);
            DoubleVector f5 = DoubleVector.broadcast(SPECIES, left[x + 5]);
            s50 = f5.fma(b0, s50);
            s51 = f5.fma(b1, s51);
            s52 = f5.fma(b2, s52);
            DoubleVector f6 = DoubleVector.broadcast(SPECIES, left[x + 6]);
            s60 = f6.fma(b0, s60);
            s61 = f6.fma(b1, s61);
            s62 = f6.fma(b2, s62);
            DoubleVector f7 = DoubleVector.broadcast(SPECIES, left[x + 7]);
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
            double[] left,
            int x,
            int columnStep,
            double[] right,
            int y,
            int rowStep,
            double[] out,
            int z,
            int stepOfC,
            int depth,
            int second) {
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
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, y);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, right, y + second);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, left[x]);
            s0_0 = f0.fma(b0, s0_0);
            s0_1 = f0.fma(b1, s0_1);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, left[x + 1]);
            s1_0 = f1.fma(b0, s1_0);
            s1_1 = f1.fma(b1, s1_1);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, left[x + 2]);
            s2_0 = f2.fma(b0, s2_0);
            s2_1 = f2.fma(b1, s2_1);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, left[x + 3]);
            s3_0 = f3.fma(b0, s3_0);
            s3_1 = f3.fma(b1, s3_1);
            DoubleVector f4 = DoubleVector.broadcast(SPECIES, left[x + 4]);
            s4_0 = f4.fma(b0, s4_0);
            s4_1 = f4.fma(b1, s4_1);
            DoubleVector f5 = DoubleVector.broadcast(SPECIES, left[x + 5]);
            s5_0 = f5.fma(b0, s5_0);
            s5_1 = f5.fma(b1, s5_1);
            DoubleVector f6 = DoubleVector.broadcast(SPECIES, left[x + 6]);
            s6_0 = f6.fma(b0, s6_0);
            s6_1 = f6.fma(b1, s6_1);
            DoubleVector f7 = DoubleVector.broadcast(SPECIES, left[x + 7]);
            s7_0 = f7.fma(b0, s7_0);
            s7_1 = f7.fma(b1, s7_1);
            DoubleVector f8 = DoubleVector.broadcast(SPECIES, left[x + 8]);
            s8_0 = f8.fma(b0, s8_0);
            s8_1 = f8.fma(b1, s8_1);
            DoubleVector f9 = DoubleVector.broadcast(SPECIES, left[x + 9]);
            s9_0 = f9.fma(b0, s9_0);
            s9_1 = f9.fma(b1, s9_1);
            DoubleVector f10 = DoubleVector.broadcast(SPECIES, left[x + 10]);
            s10_0 = f10.fma(b0, s10_0);
            s10_1 = f10.fma(b1, s10_1);
            DoubleVector f11 = DoubleVector.broadcast(SPECIES, left[x + 11]);
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
            double[] left,
            int x,
            int columnStep,
            double[] right,
            int y,
            int rowStep,
            double[] out,
            int z,
            int stepOfC,
            int depth) {
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
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, y);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, left[x]);
            s0_0 = f0.fma(b0, s0_0);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, left[x + 1]);
            s1_0 = f1.fma(b0, s1_0);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, left[x + 2]);
            s2_0 = f2.fma(b0, s2_0);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, left[x + 3]);
            s3_0 = f3.fma(b0, s3_0);
            DoubleVector f4 = DoubleVector.broadcast(SPECIES, left[x + 4]);
            s4_0 = f4.fma(b0, s4_0);
            DoubleVector f5 = DoubleVector.broadcast(SPECIES, left[x + 5]);
            s5_0 = f5.fma(b0, s5_0);
            DoubleVector f6 = DoubleVector.broadcast(SPECIES, left[x + 6]);
            s6_0 = f6.fma(b0, s6_0);
            DoubleVector f7 = DoubleVector.broadcast(SPECIES, left[x + 7]);
            s7_0 = f7.fma(b0, s7_0);
            DoubleVector f8 = DoubleVector.broadcast(SPECIES, left[x + 8]);
            s8_0 = f8.fma(b0, s8_0);
            DoubleVector f9 = DoubleVector.broadcast(SPECIES, left[x + 9]);
            s9_0 = f9.fma(b0, s9_0);
            DoubleVector f10 = DoubleVector.broadcast(SPECIES, left[x + 10]);
            s10_0 = f10.fma(b0, s10_0);
            DoubleVector f11 = DoubleVector.broadcast(SPECIES, left[x + 11]);
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
