package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The tiles of {@link VectorFloatProduct} where c has few columns or a single row, as {@link VectorFloatTiles}. */
final class VectorFloatNarrowTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorFloatNarrowTiles() {}

    /** Eight rows by two vectors. */
    static void eightByTwo(Matrix<float[]> a, Matrix<float[]> b, Matrix<float[]> c, boolean goOn) {
        float[] left = a.values();
        float[] right = b.values();
        float[] out = c.values();
        for (int i = 0; i < c.rows(); i += 8) {
            int last = c.rows() - 1 - i;
            int x = a.offset() + i * a.rowStep();
            int a1 = Math.min(1, last) * a.rowStep();
            int a2 = Math.min(2, last) * a.rowStep();
            int a3 = Math.min(3, last) * a.rowStep();
            int a4 = Math.min(4, last) * a.rowStep();
            int a5 = Math.min(5, last) * a.rowStep();
            int a6 = Math.min(6, last) * a.rowStep();
            int a7 = Math.min(7, last) * a.rowStep();
            int c0 = c.offset() + i * c.rowStep();
            int c1 = c0 + Math.min(1, last) * c.rowStep();
            int c2 = c0 + Math.min(2, last) * c.rowStep();
            int c3 = c0 + Math.min(3, last) * c.rowStep();
            int c4 = c0 + Math.min(4, last) * c.rowStep();
            int c5 = c0 + Math.min(5, last) * c.rowStep();
            int c6 = c0 + Math.min(6, last) * c.rowStep();
            int c7 = c0 + Math.min(7, last) * c.rowStep();
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
            if (goOn) {
                s00 = FloatVector.fromArray(SPECIES, out, c0);
                s01 = FloatVector.fromArray(SPECIES, out, c0 + LANES);
                s10 = FloatVector.fromArray(SPECIES, out, c1);
                s11 = FloatVector.fromArray(SPECIES, out, c1 + LANES);
                s20 = FloatVector.fromArray(SPECIES, out, c2);
                s21 = FloatVector.fromArray(SPECIES, out, c2 + LANES);
                s30 = FloatVector.fromArray(SPECIES, out, c3);
                s31 = FloatVector.fromArray(SPECIES, out, c3 + LANES);
                s40 = FloatVector.fromArray(SPECIES, out, c4);
                s41 = FloatVector.fromArray(SPECIES, out, c4 + LANES);
                s50 = FloatVector.fromArray(SPECIES, out, c5);
                s51 = FloatVector.fromArray(SPECIES, out, c5 + LANES);
                s60 = FloatVector.fromArray(SPECIES, out, c6);
                s61 = FloatVector.fromArray(SPECIES, out, c6 + LANES);
                s70 = FloatVector.fromArray(SPECIES, out, c7);
                s71 = FloatVector.fromArray(SPECIES, out, c7 + LANES);
            }
            int y = b.offset();
            for (int p = 0; p < b.rows(); p++) {
                FloatVector b0 = FloatVector.fromArray(SPECIES, right, y);
                FloatVector b1 = FloatVector.fromArray(SPECIES, right, y + LANES);
                FloatVector f0 = FloatVector.broadcast(SPECIES, left[x]);
                s00 = f0.fma(b0, s00);
                s01 = f0.fma(b1, s01);
                FloatVector f1 = FloatVector.broadcast(SPECIES, left[x + a1]);
                s10 = f1.fma(b0, s10);
                s11 = f1.fma(b1, s11);
                FloatVector f2 = FloatVector.broadcast(SPECIES, left[x + a2]);
                s20 = f2.fma(b0, s20);
                s21 = f2.fma(b1, s21);
                FloatVector f3 = FloatVector.broadcast(SPECIES, left[x + a3]);
                s30 = f3.fma(b0, s30);
                s31 = f3.fma(b1, s31);
                FloatVector f4 = FloatVector.broadcast(SPECIES, left[x + a4]);
                s40 = f4.fma(b0, s40);
                s41 = f4.fma(b1, s41);
                FloatVector f5 = FloatVector.broadcast(SPECIES, left[x + a5]);
                s50 = f5.fma(b0, s50);
                s51 = f5.fma(b1, s51);
                FloatVector f6 = FloatVector.broadcast(SPECIES, left[x + a6]);
                s60 = f6.fma(b0, s60);
                s61 = f6.fma(b1, s61);
                FloatVector f7 = FloatVector.broadcast(SPECIES, left[x + a7]);
                s70 = f7.fma(b0, s70);
                s71 = f7.fma(b1, s71);
                x += a.columnStep();
                y += b.rowStep();
            }
            s00.intoArray(out, c0);
            s01.intoArray(out, c0 + LANES);
            s10.intoArray(out, c1);
            s11.intoArray(out, c1 + LANES);
            s20.intoArray(out, c2);
            s21.intoArray(out, c2 + LANES);
            s30.intoArray(out, c3);
            s31.intoArray(out, c3 + LANES);
            s40.intoArray(out, c4);
            s41.intoArray(out, c4 + LANES);
            s50.intoArray(out, c5);
            s51.intoArray(out, c5 + LANES);
            s60.intoArray(out, c6);
            s61.intoArray(out, c6 + LANES);
            s70.intoArray(out, c7);
            s71.intoArray(out, c7 + LANES);
        }
    }

    /** Eight rows by one vector. */
    static void eightByOne(Matrix<float[]> a, Matrix<float[]> b, Matrix<float[]> c, boolean goOn) {
        float[] left = a.values();
        float[] right = b.values();
        float[] out = c.values();
        for (int i = 0; i < c.rows(); i += 8) {
            int last = c.rows() - 1 - i;
            int x = a.offset() + i * a.rowStep();
            int a1 = Math.min(1, last) * a.rowStep();
            int a2 = Math.min(2, last) * a.rowStep();
            int a3 = Math.min(3, last) * a.rowStep();
            int a4 = Math.min(4, last) * a.rowStep();
            int a5 = Math.min(5, last) * a.rowStep();
            int a6 = Math.min(6, last) * a.rowStep();
            int a7 = Math.min(7, last) * a.rowStep();
            int c0 = c.offset() + i * c.rowStep();
            int c1 = c0 + Math.min(1, last) * c.rowStep();
            int c2 = c0 + Math.min(2, last) * c.rowStep();
            int c3 = c0 + Math.min(3, last) * c.rowStep();
            int c4 = c0 + Math.min(4, last) * c.rowStep();
            int c5 = c0 + Math.min(5, last) * c.rowStep();
            int c6 = c0 + Math.min(6, last) * c.rowStep();
            int c7 = c0 + Math.min(7, last) * c.rowStep();
            FloatVector s00 = FloatVector.zero(SPECIES);
            FloatVector s10 = FloatVector.zero(SPECIES);
            FloatVector s20 = FloatVector.zero(SPECIES);
            FloatVector s30 = FloatVector.zero(SPECIES);
            FloatVector s40 = FloatVector.zero(SPECIES);
            FloatVector s50 = FloatVector.zero(SPECIES);
            FloatVector s60 = FloatVector.zero(SPECIES);
            FloatVector s70 = FloatVector.zero(SPECIES);
            if (goOn) {
                s00 = FloatVector.fromArray(SPECIES, out, c0);
                s10 = FloatVector.fromArray(SPECIES, out, c1);
                s20 = FloatVector.fromArray(SPECIES, out, c2);
                s30 = FloatVector.fromArray(SPECIES, out, c3);
                s40 = FloatVector.fromArray(SPECIES, out, c4);
                s50 = FloatVector.fromArray(SPECIES, out, c5);
                s60 = FloatVector.fromArray(SPECIES, out, c6);
                s70 = FloatVector.fromArray(SPECIES, out, c7);
            }
            int y = b.offset();
            for (int p = 0; p < b.rows(); p++) {
                FloatVector b0 = FloatVector.fromArray(SPECIES, right, y);
                FloatVector f0 = FloatVector.broadcast(SPECIES, left[x]);
                s00 = f0.fma(b0, s00);
                FloatVector f1 = FloatVector.broadcast(SPECIES, left[x + a1]);
                s10 = f1.fma(b0, s10);
                FloatVector f2 = FloatVector.broadcast(SPECIES, left[x + a2]);
                s20 = f2.fma(b0, s20);
                FloatVector f3 = FloatVector.broadcast(SPECIES, left[x + a3]);
                s30 = f3.fma(b0, s30);
                FloatVector f4 = FloatVector.broadcast(SPECIES, left[x + a4]);
                s40 = f4.fma(b0, s40);
                FloatVector f5 = FloatVector.broadcast(SPECIES, left[x + a5]);
                s50 = f5.fma(b0, s50);
                FloatVector f6 = FloatVector.broadcast(SPECIES, left[x + a6]);
                s60 = f6.fma(b0, s60);
                FloatVector f7 = FloatVector.broadcast(SPECIES, left[x + a7]);
                s70 = f7.fma(b0, s70);
                x += a.columnStep();
                y += b.rowStep();
            }
            s00.intoArray(out, c0);
            s10.intoArray(out, c1);
            s20.intoArray(out, c2);
            s30.intoArray(out, c3);
            s40.intoArray(out, c4);
            s50.intoArray(out, c5);
            s60.intoArray(out, c6);
            s70.intoArray(out, c7);
        }
    }

    /** Rows by three vectors, one by one. */
    static void oneByThree(Matrix<float[]> a, Matrix<float[]> b, Matrix<float[]> c, boolean goOn) {
        float[] left = a.values();
        float[] right = b.values();
        float[] out = c.values();
        for (int i = 0; i < c.rows(); i++) {
            int x = a.offset() + i * a.rowStep();
            int c0 = c.offset() + i * c.rowStep();
            FloatVector s00 = FloatVector.zero(SPECIES);
            FloatVector s01 = FloatVector.zero(SPECIES);
            FloatVector s02 = FloatVector.zero(SPECIES);
            if (goOn) {
                s00 = FloatVector.fromArray(SPECIES, out, c0);
                s01 = FloatVector.fromArray(SPECIES, out, c0 + LANES);
                s02 = FloatVector.fromArray(SPECIES, out, c0 + 2 * LANES);
            }
            int y = b.offset();
            for (int p = 0; p < b.rows(); p++) {
                FloatVector b0 = FloatVector.fromArray(SPECIES, right, y);
                FloatVector b1 = FloatVector.fromArray(SPECIES, right, y + LANES);
                FloatVector b2 = FloatVector.fromArray(SPECIES, right, y + 2 * LANES);
                FloatVector f0 = FloatVector.broadcast(SPECIES, left[x]);
                s00 = f0.fma(b0, s00);
                s01 = f0.fma(b1, s01);
                s02 = f0.fma(b2, s02);
                x += a.columnStep();
                y += b.rowStep();
            }
            s00.intoArray(out, c0);
            s01.intoArray(out, c0 + LANES);
            s02.intoArray(out, c0 + 2 * LANES);
        }
    }
}
