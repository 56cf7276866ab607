package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The tiles of {@link VectorFloatProduct} that leave out columns of a, as {@link VectorFloatTiles}. The list of columns
 * makes it the same to them which of a lies in order, its rows or its columns.
 */
final class VectorFloatSparseTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorFloatSparseTiles() {}

    /**
     * Eight rows by three vectors.
     *
     * @param columns those that are not left out, {@code count} of them
     */
    static void eightByThree(
            float[] left,
            int x,
            int rowStepOfA,
            int columnStep,
            float[] right,
            int y,
            int rowStep,
            float[] out,
            int z,
            int stepOfC,
            int[] columns,
            int count,
            int last) {
        int x1 = x + Math.min(1, last) * rowStepOfA;
        int x2 = x + Math.min(2, last) * rowStepOfA;
        int x3 = x + Math.min(3, last) * rowStepOfA;
        int x4 = x + Math.min(4, last) * rowStepOfA;
        int x5 = x + Math.min(5, last) * rowStepOfA;
        int x6 = x + Math.min(6, last) * rowStepOfA;
        int x7 = x + Math.min(7, last) * rowStepOfA;
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
        for (int p = 0; p < count; p++) {
            int column = columns[p];
            int k = column * columnStep;
            int row = y + column * rowStep;
            FloatVector b0 = FloatVector.fromArray(SPECIES, right, row);
            FloatVector b1 = FloatVector.fromArray(SPECIES, right, row + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, right, row + 2 * LANES);
            FloatVector f0 = FloatVector.broadcast(SPECIES, left[x + k]);
            s00 = f0.fma(b0, s00);
            s01 = f0.fma(b1, s01);
            s02 = f0.fma(b2, s02);
            FloatVector f1 = FloatVector.broadcast(SPECIES, left[x1 + k]);
            s10 = f1.fma(b0, s10);
            s11 = f1.fma(b1, s11);
            s12 = f1.fma(b2, s12);
            FloatVector f2 = FloatVector.broadcast(SPECIES, left[x2 + k]);
            s20 = f2.fma(b0, s20);
            s21 = f2.fma(b1, s21);
            s22 = f2.fma(b2, s22);
            FloatVector f3 = FloatVector.broadcast(SPECIES, left[x3 + k]);
            s30 = f3.fma(b0, s30);
            s31 = f3.fma(b1, s31);
            s32 = f3.fma(b2, s32);
            FloatVector f4 = FloatVector.broadcast(SPECIES, left[x4 + k]);
            s40 = f4.fma(b0, s40);
            s41 = f4.fma(b1, s41);
            s42 = f4.fma(b2, s42);
            FloatVector f5 = FloatVector.broadcast(SPECIES, left[x5 + k]);
            s50 = f5.fma(b0, s50);
            s51 = f5.fma(b1, s51);
            s52 = f5.fma(b2, s52);
            FloatVector f6 = FloatVector.broadcast(SPECIES, left[x6 + k]);
            s60 = f6.fma(b0, s60);
            s61 = f6.fma(b1, s61);
            s62 = f6.fma(b2, s62);
            FloatVector f7 = FloatVector.broadcast(SPECIES, left[x7 + k]);
            s70 = f7.fma(b0, s70);
            s71 = f7.fma(b1, s71);
            s72 = f7.fma(b2, s72);
        }
        s00.intoArray(out, z);
        s01.intoArray(out, z + LANES);
        s02.intoArray(out, z + 2 * LANES);
        int z1 = z + Math.min(1, last) * stepOfC;
        s10.intoArray(out, z1);
        s11.intoArray(out, z1 + LANES);
        s12.intoArray(out, z1 + 2 * LANES);
        int z2 = z + Math.min(2, last) * stepOfC;
        s20.intoArray(out, z2);
        s21.intoArray(out, z2 + LANES);
        s22.intoArray(out, z2 + 2 * LANES);
        int z3 = z + Math.min(3, last) * stepOfC;
        s30.intoArray(out, z3);
        s31.intoArray(out, z3 + LANES);
        s32.intoArray(out, z3 + 2 * LANES);
        int z4 = z + Math.min(4, last) * stepOfC;
        s40.intoArray(out, z4);
        s41.intoArray(out, z4 + LANES);
        s42.intoArray(out, z4 + 2 * LANES);
        int z5 = z + Math.min(5, last) * stepOfC;
        s50.intoArray(out, z5);
        s51.intoArray(out, z5 + LANES);
        s52.intoArray(out, z5 + 2 * LANES);
        int z6 = z + Math.min(6, last) * stepOfC;
        s60.intoArray(out, z6);
        s61.intoArray(out, z6 + LANES);
        s62.intoArray(out, z6 + 2 * LANES);
        int z7 = z + Math.min(7, last) * stepOfC;
        s70.intoArray(out, z7);
        s71.intoArray(out, z7 + LANES);
        s72.intoArray(out, z7 + 2 * LANES);
    }

    /**
     * Eight rows by a vector.
     *
     * @param columns those that are not left out, {@code count} of them
     */
    static void eightByOne(
            float[] left,
            int x,
            int rowStepOfA,
            int columnStep,
            float[] right,
            int y,
            int rowStep,
            float[] out,
            int z,
            int stepOfC,
            int[] columns,
            int count,
            int last) {
        int x1 = x + Math.min(1, last) * rowStepOfA;
        int x2 = x + Math.min(2, last) * rowStepOfA;
        int x3 = x + Math.min(3, last) * rowStepOfA;
        int x4 = x + Math.min(4, last) * rowStepOfA;
        int x5 = x + Math.min(5, last) * rowStepOfA;
        int x6 = x + Math.min(6, last) * rowStepOfA;
        int x7 = x + Math.min(7, last) * rowStepOfA;
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = FloatVector.zero(SPECIES);
        FloatVector s2 = FloatVector.zero(SPECIES);
        FloatVector s3 = FloatVector.zero(SPECIES);
        FloatVector s4 = FloatVector.zero(SPECIES);
        FloatVector s5 = FloatVector.zero(SPECIES);
        FloatVector s6 = FloatVector.zero(SPECIES);
        FloatVector s7 = FloatVector.zero(SPECIES);
        for (int p = 0; p < count; p++) {
            int column = columns[p];
            int k = column * columnStep;
            int row = y + column * rowStep;
            FloatVector b = FloatVector.fromArray(SPECIES, right, row);
            FloatVector f0 = FloatVector.broadcast(SPECIES, left[x + k]);
            s0 = f0.fma(b, s0);
            FloatVector f1 = FloatVector.broadcast(SPECIES, left[x1 + k]);
            s1 = f1.fma(b, s1);
            FloatVector f2 = FloatVector.broadcast(SPECIES, left[x2 + k]);
            s2 = f2.fma(b, s2);
            FloatVector f3 = FloatVector.broadcast(SPECIES, left[x3 + k]);
            s3 = f3.fma(b, s3);
            FloatVector f4 = FloatVector.broadcast(SPECIES, left[x4 + k]);
            s4 = f4.fma(b, s4);
            FloatVector f5 = FloatVector.broadcast(SPECIES, left[x5 + k]);
            s5 = f5.fma(b, s5);
            FloatVector f6 = FloatVector.broadcast(SPECIES, left[x6 + k]);
            s6 = f6.fma(b, s6);
            FloatVector f7 = FloatVector.broadcast(SPECIES, left[x7 + k]);
            s7 = f7.fma(b, s7);
        }
        s0.intoArray(out, z);
        int z1 = z + Math.min(1, last) * stepOfC;
        s1.intoArray(out, z1);
        int z2 = z + Math.min(2, last) * stepOfC;
        s2.intoArray(out, z2);
        int z3 = z + Math.min(3, last) * stepOfC;
        s3.intoArray(out, z3);
        int z4 = z + Math.min(4, last) * stepOfC;
        s4.intoArray(out, z4);
        int z5 = z + Math.min(5, last) * stepOfC;
        s5.intoArray(out, z5);
        int z6 = z + Math.min(6, last) * stepOfC;
        s6.intoArray(out, z6);
        int z7 = z + Math.min(7, last) * stepOfC;
        s7.intoArray(out, z7);
    }
}
