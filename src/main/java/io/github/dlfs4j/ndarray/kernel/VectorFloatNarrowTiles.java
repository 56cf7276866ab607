package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The tiles of {@link VectorFloatProduct} where c has few columns or a single row, as {@link VectorFloatTiles}. A
 * vector that would go beyond the last column begins earlier instead, and stores the same values again.
 */
final class VectorFloatNarrowTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorFloatNarrowTiles() {}

    /** Eight rows by two vectors, the second so far from the first. */
    static void eightByTwo(
            float[] left,
            int x,
            int stepOfA,
            float[] right,
            int y,
            int rowStep,
            float[] out,
            int z,
            int stepOfC,
            int depth,
            int last,
            int second) {
        int x1 = x + Math.min(1, last) * stepOfA;
        int x2 = x + Math.min(2, last) * stepOfA;
        int x3 = x + Math.min(3, last) * stepOfA;
        int x4 = x + Math.min(4, last) * stepOfA;
        int x5 = x + Math.min(5, last) * stepOfA;
        int x6 = x + Math.min(6, last) * stepOfA;
        int x7 = x + Math.min(7, last) * stepOfA;
        int z1 = z + Math.min(1, last) * stepOfC;
        int z2 = z + Math.min(2, last) * stepOfC;
        int z3 = z + Math.min(3, last) * stepOfC;
        int z4 = z + Math.min(4, last) * stepOfC;
        int z5 = z + Math.min(5, last) * stepOfC;
        int z6 = z + Math.min(6, last) * stepOfC;
        int z7 = z + Math.min(7, last) * stepOfC;
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES);
        FloatVector s11 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES);
        FloatVector s21 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES);
        FloatVector s31 = FloatVector.zero(SPECIES);
        FloatVector s40 = FloatVector.zero(SPECIES);
        FloatVector s41 = FloatVector.zero(SPECIES);
        FloatVector s50 = FloatVector.zero(SPECIES);
        FloatVector s51 = FloatVector.zero(SPECIES);
        FloatVector s60 = FloatVector.zero(SPECIES);
        FloatVector s61 = FloatVector.zero(SPECIES);
        FloatVector s70 = FloatVector.zero(SPECIES);
        FloatVector s71 = FloatVector.zero(SPECIES);
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, right, y);
            FloatVector b1 = FloatVector.fromArray(SPECIES, right, y + second);
            FloatVector f0 = FloatVector.broadcast(SPECIES, left[x + p]);
            s00 = f0.fma(b0, s00);
            s01 = f0.fma(b1, s01);
            FloatVector f1 = FloatVector.broadcast(SPECIES, left[x1 + p]);
            s10 = f1.fma(b0, s10);
            s11 = f1.fma(b1, s11);
            FloatVector f2 = FloatVector.broadcast(SPECIES, left[x2 + p]);
            s20 = f2.fma(b0, s20);
            s21 = f2.fma(b1, s21);
            FloatVector f3 = FloatVector.broadcast(SPECIES, left[x3 + p]);
            s30 = f3.fma(b0, s30);
            s31 = f3.fma(b1, s31);
            FloatVector f4 = FloatVector.broadcast(SPECIES, left[x4 + p]);
            s40 = f4.fma(b0, s40);
            s41 = f4.fma(b1, s41);
            FloatVector f5 = FloatVector.broadcast(SPECIES, left[x5 + p]);
            s50 = f5.fma(b0, s50);
            s51 = f5.fma(b1, s51);
            FloatVector f6 = FloatVector.broadcast(SPECIES, left[x6 + p]);
            s60 = f6.fma(b0, s60);
            s61 = f6.fma(b1, s61);
            FloatVector f7 = FloatVector.broadcast(SPECIES, left[x7 + p]);
            s70 = f7.fma(b0, s70);
            s71 = f7.fma(b1, s71);
            y += rowStep;
        }
        s00.intoArray(out, z);
        s01.intoArray(out, z + second);
        s10.intoArray(out, z1);
        s11.intoArray(out, z1 + second);
        s20.intoArray(out, z2);
        s21.intoArray(out, z2 + second);
        s30.intoArray(out, z3);
        s31.intoArray(out, z3 + second);
        s40.intoArray(out, z4);
        s41.intoArray(out, z4 + second);
        s50.intoArray(out, z5);
        s51.intoArray(out, z5 + second);
        s60.intoArray(out, z6);
        s61.intoArray(out, z6 + second);
        s70.intoArray(out, z7);
        s71.intoArray(out, z7 + second);
    }

    /** Eight rows by a vector. */
    static void eightByOne(
            float[] left,
            int x,
            int stepOfA,
            float[] right,
            int y,
            int rowStep,
            float[] out,
            int z,
            int stepOfC,
            int depth,
            int last) {
        int x1 = x + Math.min(1, last) * stepOfA;
        int x2 = x + Math.min(2, last) * stepOfA;
        int x3 = x + Math.min(3, last) * stepOfA;
        int x4 = x + Math.min(4, last) * stepOfA;
        int x5 = x + Math.min(5, last) * stepOfA;
        int x6 = x + Math.min(6, last) * stepOfA;
        int x7 = x + Math.min(7, last) * stepOfA;
        int z1 = z + Math.min(1, last) * stepOfC;
        int z2 = z + Math.min(2, last) * stepOfC;
        int z3 = z + Math.min(3, last) * stepOfC;
        int z4 = z + Math.min(4, last) * stepOfC;
        int z5 = z + Math.min(5, last) * stepOfC;
        int z6 = z + Math.min(6, last) * stepOfC;
        int z7 = z + Math.min(7, last) * stepOfC;
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES);
        FloatVector s40 = FloatVector.zero(SPECIES);
        FloatVector s50 = FloatVector.zero(SPECIES);
        FloatVector s60 = FloatVector.zero(SPECIES);
        FloatVector s70 = FloatVector.zero(SPECIES);
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, right, y);
            FloatVector f0 = FloatVector.broadcast(SPECIES, left[x + p]);
            s00 = f0.fma(b0, s00);
            FloatVector f1 = FloatVector.broadcast(SPECIES, left[x1 + p]);
            s10 = f1.fma(b0, s10);
            FloatVector f2 = FloatVector.broadcast(SPECIES, left[x2 + p]);
            s20 = f2.fma(b0, s20);
            FloatVector f3 = FloatVector.broadcast(SPECIES, left[x3 + p]);
            s30 = f3.fma(b0, s30);
            FloatVector f4 = FloatVector.broadcast(SPECIES, left[x4 + p]);
            s40 = f4.fma(b0, s40);
            FloatVector f5 = FloatVector.broadcast(SPECIES, left[x5 + p]);
            s50 = f5.fma(b0, s50);
            FloatVector f6 = FloatVector.broadcast(SPECIES, left[x6 + p]);
            s60 = f6.fma(b0, s60);
            FloatVector f7 = FloatVector.broadcast(SPECIES, left[x7 + p]);
            s70 = f7.fma(b0, s70);
            y += rowStep;
        }
        s00.intoArray(out, z);
        s10.intoArray(out, z1);
        s20.intoArray(out, z2);
        s30.intoArray(out, z3);
        s40.intoArray(out, z4);
        s50.intoArray(out, z5);
        s60.intoArray(out, z6);
        s70.intoArray(out, z7);
    }

    /** A row by four vectors, of which none begins later than {@code end} after the first. */
    static void oneByFour(
            float[] left, int x, float[] right, int y, int rowStep, float[] out, int z, int depth, int end) {
        int j1 = Math.min(LANES, end);
        int j2 = Math.min(2 * LANES, end);
        int j3 = Math.min(3 * LANES, end);
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = FloatVector.zero(SPECIES);
        FloatVector s02 = FloatVector.zero(SPECIES);
        FloatVector s03 = FloatVector.zero(SPECIES);
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, right, y);
            FloatVector b1 = FloatVector.fromArray(SPECIES, right, y + j1);
            FloatVector b2 = FloatVector.fromArray(SPECIES, right, y + j2);
            FloatVector b3 = FloatVector.fromArray(SPECIES, right, y + j3);
            FloatVector f0 = FloatVector.broadcast(SPECIES, left[x + p]);
            s00 = f0.fma(b0, s00);
            s01 = f0.fma(b1, s01);
            s02 = f0.fma(b2, s02);
            s03 = f0.fma(b3, s03);
            y += rowStep;
        }
        s00.intoArray(out, z);
        s01.intoArray(out, z + j1);
        s02.intoArray(out, z + j2);
        s03.intoArray(out, z + j3);
    }
}
