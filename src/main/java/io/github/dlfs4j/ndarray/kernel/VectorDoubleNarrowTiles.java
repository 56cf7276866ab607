package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The tiles of {@link VectorDoubleProduct} where c has few columns or a single row, as {@link VectorDoubleTiles}. A
 * vector that would go beyond the last column begins earlier instead, and stores the same values again.
 */
final class VectorDoubleNarrowTiles {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorDoubleNarrowTiles() {}

    /** Eight rows by two vectors, the second so far from the first. */
    static void eightByTwo(
            double[] left,
            int x,
            int stepOfA,
            double[] right,
            int y,
            int rowStep,
            double[] out,
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
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s01 = DoubleVector.zero(SPECIES);
        DoubleVector s10 = DoubleVector.zero(SPECIES);
        DoubleVector s11 = DoubleVector.zero(SPECIES);
        DoubleVector s20 = DoubleVector.zero(SPECIES);
        DoubleVector s21 = DoubleVector.zero(SPECIES);
        DoubleVector s30 = DoubleVector.zero(SPECIES);
        DoubleVector s31 = DoubleVector.zero(SPECIES);
        DoubleVector s40 = DoubleVector.zero(SPECIES);
        DoubleVector s41 = DoubleVector.zero(SPECIES);
        DoubleVector s50 = DoubleVector.zero(SPECIES);
        DoubleVector s51 = DoubleVector.zero(SPECIES);
        DoubleVector s60 = DoubleVector.zero(SPECIES);
        DoubleVector s61 = DoubleVector.zero(SPECIES);
        DoubleVector s70 = DoubleVector.zero(SPECIES);
        DoubleVector s71 = DoubleVector.zero(SPECIES);
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, y);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, right, y + second);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, left[x + p]);
            s00 = f0.fma(b0, s00);
            s01 = f0.fma(b1, s01);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, left[x1 + p]);
            s10 = f1.fma(b0, s10);
            s11 = f1.fma(b1, s11);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, left[x2 + p]);
            s20 = f2.fma(b0, s20);
            s21 = f2.fma(b1, s21);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, left[x3 + p]);
            s30 = f3.fma(b0, s30);
            s31 = f3.fma(b1, s31);
            DoubleVector f4 = DoubleVector.broadcast(SPECIES, left[x4 + p]);
            s40 = f4.fma(b0, s40);
            s41 = f4.fma(b1, s41);
            DoubleVector f5 = DoubleVector.broadcast(SPECIES, left[x5 + p]);
            s50 = f5.fma(b0, s50);
            s51 = f5.fma(b1, s51);
            DoubleVector f6 = DoubleVector.broadcast(SPECIES, left[x6 + p]);
            s60 = f6.fma(b0, s60);
            s61 = f6.fma(b1, s61);
            DoubleVector f7 = DoubleVector.broadcast(SPECIES, left[x7 + p]);
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
            double[] left,
            int x,
            int stepOfA,
            double[] right,
            int y,
            int rowStep,
            double[] out,
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
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s10 = DoubleVector.zero(SPECIES);
        DoubleVector s20 = DoubleVector.zero(SPECIES);
        DoubleVector s30 = DoubleVector.zero(SPECIES);
        DoubleVector s40 = DoubleVector.zero(SPECIES);
        DoubleVector s50 = DoubleVector.zero(SPECIES);
        DoubleVector s60 = DoubleVector.zero(SPECIES);
        DoubleVector s70 = DoubleVector.zero(SPECIES);
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, y);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, left[x + p]);
            s00 = f0.fma(b0, s00);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, left[x1 + p]);
            s10 = f1.fma(b0, s10);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, left[x2 + p]);
            s20 = f2.fma(b0, s20);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, left[x3 + p]);
            s30 = f3.fma(b0, s30);
            DoubleVector f4 = DoubleVector.broadcast(SPECIES, left[x4 + p]);
            s40 = f4.fma(b0, s40);
            DoubleVector f5 = DoubleVector.broadcast(SPECIES, left[x5 + p]);
            s50 = f5.fma(b0, s50);
            DoubleVector f6 = DoubleVector.broadcast(SPECIES, left[x6 + p]);
            s60 = f6.fma(b0, s60);
            DoubleVector f7 = DoubleVector.broadcast(SPECIES, left[x7 + p]);
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
            double[] left, int x, double[] right, int y, int rowStep, double[] out, int z, int depth, int end) {
        int j1 = Math.min(LANES, end);
        int j2 = Math.min(2 * LANES, end);
        int j3 = Math.min(3 * LANES, end);
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s01 = DoubleVector.zero(SPECIES);
        DoubleVector s02 = DoubleVector.zero(SPECIES);
        DoubleVector s03 = DoubleVector.zero(SPECIES);
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, y);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, right, y + j1);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, right, y + j2);
            DoubleVector b3 = DoubleVector.fromArray(SPECIES, right, y + j3);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, left[x + p]);
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
