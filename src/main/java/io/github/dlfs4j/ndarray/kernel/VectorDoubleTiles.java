package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The wide tiles of {@link VectorDoubleProduct}, three vectors: {@code c = a b}, or {@code c = c + a b} to go on, for a
 * few rows of c at a time whose sums stay in registers. They are written out, because a vector lives in a register only
 * as a local variable of one method. A tile with fewer rows repeats its last one, and stores the same values again.
 */
final class VectorDoubleTiles {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorDoubleTiles() {}

    /** Eight rows by three vectors. */
    static void eightByThree(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c, boolean goOn) {
        double[] left = a.values();
        double[] right = b.values();
        double[] out = c.values();
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
            if (goOn) {
                s00 = DoubleVector.fromArray(SPECIES, out, c0);
                s01 = DoubleVector.fromArray(SPECIES, out, c0 + LANES);
                s02 = DoubleVector.fromArray(SPECIES, out, c0 + 2 * LANES);
                s10 = DoubleVector.fromArray(SPECIES, out, c1);
                s11 = DoubleVector.fromArray(SPECIES, out, c1 + LANES);
                s12 = DoubleVector.fromArray(SPECIES, out, c1 + 2 * LANES);
                s20 = DoubleVector.fromArray(SPECIES, out, c2);
                s21 = DoubleVector.fromArray(SPECIES, out, c2 + LANES);
                s22 = DoubleVector.fromArray(SPECIES, out, c2 + 2 * LANES);
                s30 = DoubleVector.fromArray(SPECIES, out, c3);
                s31 = DoubleVector.fromArray(SPECIES, out, c3 + LANES);
                s32 = DoubleVector.fromArray(SPECIES, out, c3 + 2 * LANES);
                s40 = DoubleVector.fromArray(SPECIES, out, c4);
                s41 = DoubleVector.fromArray(SPECIES, out, c4 + LANES);
                s42 = DoubleVector.fromArray(SPECIES, out, c4 + 2 * LANES);
                s50 = DoubleVector.fromArray(SPECIES, out, c5);
                s51 = DoubleVector.fromArray(SPECIES, out, c5 + LANES);
                s52 = DoubleVector.fromArray(SPECIES, out, c5 + 2 * LANES);
                s60 = DoubleVector.fromArray(SPECIES, out, c6);
                s61 = DoubleVector.fromArray(SPECIES, out, c6 + LANES);
                s62 = DoubleVector.fromArray(SPECIES, out, c6 + 2 * LANES);
                s70 = DoubleVector.fromArray(SPECIES, out, c7);
                s71 = DoubleVector.fromArray(SPECIES, out, c7 + LANES);
                s72 = DoubleVector.fromArray(SPECIES, out, c7 + 2 * LANES);
            }
            int y = b.offset();
            for (int p = 0; p < b.rows(); p++) {
                DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, y);
                DoubleVector b1 = DoubleVector.fromArray(SPECIES, right, y + LANES);
                DoubleVector b2 = DoubleVector.fromArray(SPECIES, right, y + 2 * LANES);
                DoubleVector f0 = DoubleVector.broadcast(SPECIES, left[x]);
                s00 = f0.fma(b0, s00);
                s01 = f0.fma(b1, s01);
                s02 = f0.fma(b2, s02);
                DoubleVector f1 = DoubleVector.broadcast(SPECIES, left[x + a1]);
                s10 = f1.fma(b0, s10);
                s11 = f1.fma(b1, s11);
                s12 = f1.fma(b2, s12);
                DoubleVector f2 = DoubleVector.broadcast(SPECIES, left[x + a2]);
                s20 = f2.fma(b0, s20);
                s21 = f2.fma(b1, s21);
                s22 = f2.fma(b2, s22);
                DoubleVector f3 = DoubleVector.broadcast(SPECIES, left[x + a3]);
                s30 = f3.fma(b0, s30);
                s31 = f3.fma(b1, s31);
                s32 = f3.fma(b2, s32);
                DoubleVector f4 = DoubleVector.broadcast(SPECIES, left[x + a4]);
                s40 = f4.fma(b0, s40);
                s41 = f4.fma(b1, s41);
                s42 = f4.fma(b2, s42);
                DoubleVector f5 = DoubleVector.broadcast(SPECIES, left[x + a5]);
                s50 = f5.fma(b0, s50);
                s51 = f5.fma(b1, s51);
                s52 = f5.fma(b2, s52);
                DoubleVector f6 = DoubleVector.broadcast(SPECIES, left[x + a6]);
                s60 = f6.fma(b0, s60);
                s61 = f6.fma(b1, s61);
                s62 = f6.fma(b2, s62);
                DoubleVector f7 = DoubleVector.broadcast(SPECIES, left[x + a7]);
                s70 = f7.fma(b0, s70);
                s71 = f7.fma(b1, s71);
                s72 = f7.fma(b2, s72);
                x += a.columnStep();
                y += b.rowStep();
            }
            s00.intoArray(out, c0);
            s01.intoArray(out, c0 + LANES);
            s02.intoArray(out, c0 + 2 * LANES);
            s10.intoArray(out, c1);
            s11.intoArray(out, c1 + LANES);
            s12.intoArray(out, c1 + 2 * LANES);
            s20.intoArray(out, c2);
            s21.intoArray(out, c2 + LANES);
            s22.intoArray(out, c2 + 2 * LANES);
            s30.intoArray(out, c3);
            s31.intoArray(out, c3 + LANES);
            s32.intoArray(out, c3 + 2 * LANES);
            s40.intoArray(out, c4);
            s41.intoArray(out, c4 + LANES);
            s42.intoArray(out, c4 + 2 * LANES);
            s50.intoArray(out, c5);
            s51.intoArray(out, c5 + LANES);
            s52.intoArray(out, c5 + 2 * LANES);
            s60.intoArray(out, c6);
            s61.intoArray(out, c6 + LANES);
            s62.intoArray(out, c6 + 2 * LANES);
            s70.intoArray(out, c7);
            s71.intoArray(out, c7 + LANES);
            s72.intoArray(out, c7 + 2 * LANES);
        }
    }

    /** Four rows by three vectors. */
    static void fourByThree(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c, boolean goOn) {
        double[] left = a.values();
        double[] right = b.values();
        double[] out = c.values();
        for (int i = 0; i < c.rows(); i += 4) {
            int last = c.rows() - 1 - i;
            int x = a.offset() + i * a.rowStep();
            int a1 = Math.min(1, last) * a.rowStep();
            int a2 = Math.min(2, last) * a.rowStep();
            int a3 = Math.min(3, last) * a.rowStep();
            int c0 = c.offset() + i * c.rowStep();
            int c1 = c0 + Math.min(1, last) * c.rowStep();
            int c2 = c0 + Math.min(2, last) * c.rowStep();
            int c3 = c0 + Math.min(3, last) * c.rowStep();
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
            if (goOn) {
                s00 = DoubleVector.fromArray(SPECIES, out, c0);
                s01 = DoubleVector.fromArray(SPECIES, out, c0 + LANES);
                s02 = DoubleVector.fromArray(SPECIES, out, c0 + 2 * LANES);
                s10 = DoubleVector.fromArray(SPECIES, out, c1);
                s11 = DoubleVector.fromArray(SPECIES, out, c1 + LANES);
                s12 = DoubleVector.fromArray(SPECIES, out, c1 + 2 * LANES);
                s20 = DoubleVector.fromArray(SPECIES, out, c2);
                s21 = DoubleVector.fromArray(SPECIES, out, c2 + LANES);
                s22 = DoubleVector.fromArray(SPECIES, out, c2 + 2 * LANES);
                s30 = DoubleVector.fromArray(SPECIES, out, c3);
                s31 = DoubleVector.fromArray(SPECIES, out, c3 + LANES);
                s32 = DoubleVector.fromArray(SPECIES, out, c3 + 2 * LANES);
            }
            int y = b.offset();
            for (int p = 0; p < b.rows(); p++) {
                DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, y);
                DoubleVector b1 = DoubleVector.fromArray(SPECIES, right, y + LANES);
                DoubleVector b2 = DoubleVector.fromArray(SPECIES, right, y + 2 * LANES);
                DoubleVector f0 = DoubleVector.broadcast(SPECIES, left[x]);
                s00 = f0.fma(b0, s00);
                s01 = f0.fma(b1, s01);
                s02 = f0.fma(b2, s02);
                DoubleVector f1 = DoubleVector.broadcast(SPECIES, left[x + a1]);
                s10 = f1.fma(b0, s10);
                s11 = f1.fma(b1, s11);
                s12 = f1.fma(b2, s12);
                DoubleVector f2 = DoubleVector.broadcast(SPECIES, left[x + a2]);
                s20 = f2.fma(b0, s20);
                s21 = f2.fma(b1, s21);
                s22 = f2.fma(b2, s22);
                DoubleVector f3 = DoubleVector.broadcast(SPECIES, left[x + a3]);
                s30 = f3.fma(b0, s30);
                s31 = f3.fma(b1, s31);
                s32 = f3.fma(b2, s32);
                x += a.columnStep();
                y += b.rowStep();
            }
            s00.intoArray(out, c0);
            s01.intoArray(out, c0 + LANES);
            s02.intoArray(out, c0 + 2 * LANES);
            s10.intoArray(out, c1);
            s11.intoArray(out, c1 + LANES);
            s12.intoArray(out, c1 + 2 * LANES);
            s20.intoArray(out, c2);
            s21.intoArray(out, c2 + LANES);
            s22.intoArray(out, c2 + 2 * LANES);
            s30.intoArray(out, c3);
            s31.intoArray(out, c3 + LANES);
            s32.intoArray(out, c3 + 2 * LANES);
        }
    }
}
