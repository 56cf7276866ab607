package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link VectorProduct} of {@code float}. The tiles are written out: a vector lives in a register only as a local
 * variable of one method. A tile with fewer than eight rows repeats its last row, and stores the same values again.
 */
final class VectorFloatProduct extends VectorProduct<float[]> {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    VectorFloatProduct() {
        super(LANES, Float.BYTES);
    }

    @Override
    float[] allocate(int length) {
        return new float[length];
    }

    @Override
    void copy(Matrix<float[]> from, float[] to, int at, int rowStep) {
        int step = from.columnStep();
        for (int i = 0; i < from.rows(); i++) {
            int row = from.offset() + i * from.rowStep();
            if (step == 1) {
                System.arraycopy(from.values(), row, to, at + i * rowStep, from.columns());
                continue;
            }
            for (int j = 0; j < from.columns(); j++) {
                to[at + i * rowStep + j] = from.values()[row + j * step];
            }
        }
    }

    @Override
    void tile(
            float[] a,
            int x,
            int rowStep,
            int columnStep,
            int rows,
            float[] b,
            int y,
            int stepOfB,
            int vectors,
            int depth,
            float[] c,
            int z,
            int stepOfC,
            boolean goOn) {
        if (vectors == TILE_VECTORS) {
            tile8x3(a, x, rowStep, columnStep, rows, b, y, stepOfB, depth, c, z, stepOfC, goOn);
        } else {
            tile8x1(a, x, rowStep, columnStep, rows, b, y, stepOfB, depth, c, z, stepOfC, goOn);
        }
    }

    @Override
    void rowOfTile(
            float[] a,
            int x,
            int columnStep,
            float[] b,
            int y,
            int stepOfB,
            int vectors,
            int depth,
            float[] c,
            int z,
            boolean goOn) {
        if (vectors == TILE_VECTORS) {
            tile1x3(a, x, columnStep, b, y, stepOfB, depth, c, z, goOn);
        } else {
            tile1x1(a, x, columnStep, b, y, stepOfB, depth, c, z, goOn);
        }
    }

    private static void tile8x3(
            float[] a,
            int x,
            int rowStep,
            int columnStep,
            int rows,
            float[] b,
            int y,
            int stepOfB,
            int depth,
            float[] c,
            int z,
            int stepOfC,
            boolean goOn) {
        int last = rows - 1;
        int a1 = 1 * rowStep;
        int a2 = 2 * rowStep;
        int a3 = 3 * rowStep;
        int a4 = Math.min(4, last) * rowStep;
        int a5 = Math.min(5, last) * rowStep;
        int a6 = Math.min(6, last) * rowStep;
        int a7 = Math.min(7, last) * rowStep;
        int c1 = 1 * stepOfC;
        int c2 = 2 * stepOfC;
        int c3 = 3 * stepOfC;
        int c4 = Math.min(4, last) * stepOfC;
        int c5 = Math.min(5, last) * stepOfC;
        int c6 = Math.min(6, last) * stepOfC;
        int c7 = Math.min(7, last) * stepOfC;
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
        if (goOn) {
            s00 = FloatVector.fromArray(SPECIES, c, z);
            s01 = FloatVector.fromArray(SPECIES, c, z + LANES);
            s02 = FloatVector.fromArray(SPECIES, c, z + 2 * LANES);
            s10 = FloatVector.fromArray(SPECIES, c, z + c1);
            s11 = FloatVector.fromArray(SPECIES, c, z + c1 + LANES);
            s12 = FloatVector.fromArray(SPECIES, c, z + c1 + 2 * LANES);
            s20 = FloatVector.fromArray(SPECIES, c, z + c2);
            s21 = FloatVector.fromArray(SPECIES, c, z + c2 + LANES);
            s22 = FloatVector.fromArray(SPECIES, c, z + c2 + 2 * LANES);
            s30 = FloatVector.fromArray(SPECIES, c, z + c3);
            s31 = FloatVector.fromArray(SPECIES, c, z + c3 + LANES);
            s32 = FloatVector.fromArray(SPECIES, c, z + c3 + 2 * LANES);
            s40 = FloatVector.fromArray(SPECIES, c, z + c4);
            s41 = FloatVector.fromArray(SPECIES, c, z + c4 + LANES);
            s42 = FloatVector.fromArray(SPECIES, c, z + c4 + 2 * LANES);
            s50 = FloatVector.fromArray(SPECIES, c, z + c5);
            s51 = FloatVector.fromArray(SPECIES, c, z + c5 + LANES);
            s52 = FloatVector.fromArray(SPECIES, c, z + c5 + 2 * LANES);
            s60 = FloatVector.fromArray(SPECIES, c, z + c6);
            s61 = FloatVector.fromArray(SPECIES, c, z + c6 + LANES);
            s62 = FloatVector.fromArray(SPECIES, c, z + c6 + 2 * LANES);
            s70 = FloatVector.fromArray(SPECIES, c, z + c7);
            s71 = FloatVector.fromArray(SPECIES, c, z + c7 + LANES);
            s72 = FloatVector.fromArray(SPECIES, c, z + c7 + 2 * LANES);
        }
        int at = x;
        int from = y;
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, from + 2 * LANES);
            FloatVector f0 = FloatVector.broadcast(SPECIES, a[at]);
            s00 = f0.fma(b0, s00);
            s01 = f0.fma(b1, s01);
            s02 = f0.fma(b2, s02);
            FloatVector f1 = FloatVector.broadcast(SPECIES, a[at + a1]);
            s10 = f1.fma(b0, s10);
            s11 = f1.fma(b1, s11);
            s12 = f1.fma(b2, s12);
            FloatVector f2 = FloatVector.broadcast(SPECIES, a[at + a2]);
            s20 = f2.fma(b0, s20);
            s21 = f2.fma(b1, s21);
            s22 = f2.fma(b2, s22);
            FloatVector f3 = FloatVector.broadcast(SPECIES, a[at + a3]);
            s30 = f3.fma(b0, s30);
            s31 = f3.fma(b1, s31);
            s32 = f3.fma(b2, s32);
            FloatVector f4 = FloatVector.broadcast(SPECIES, a[at + a4]);
            s40 = f4.fma(b0, s40);
            s41 = f4.fma(b1, s41);
            s42 = f4.fma(b2, s42);
            FloatVector f5 = FloatVector.broadcast(SPECIES, a[at + a5]);
            s50 = f5.fma(b0, s50);
            s51 = f5.fma(b1, s51);
            s52 = f5.fma(b2, s52);
            FloatVector f6 = FloatVector.broadcast(SPECIES, a[at + a6]);
            s60 = f6.fma(b0, s60);
            s61 = f6.fma(b1, s61);
            s62 = f6.fma(b2, s62);
            FloatVector f7 = FloatVector.broadcast(SPECIES, a[at + a7]);
            s70 = f7.fma(b0, s70);
            s71 = f7.fma(b1, s71);
            s72 = f7.fma(b2, s72);
            at += columnStep;
            from += stepOfB;
        }
        s00.intoArray(c, z);
        s01.intoArray(c, z + LANES);
        s02.intoArray(c, z + 2 * LANES);
        s10.intoArray(c, z + c1);
        s11.intoArray(c, z + c1 + LANES);
        s12.intoArray(c, z + c1 + 2 * LANES);
        s20.intoArray(c, z + c2);
        s21.intoArray(c, z + c2 + LANES);
        s22.intoArray(c, z + c2 + 2 * LANES);
        s30.intoArray(c, z + c3);
        s31.intoArray(c, z + c3 + LANES);
        s32.intoArray(c, z + c3 + 2 * LANES);
        s40.intoArray(c, z + c4);
        s41.intoArray(c, z + c4 + LANES);
        s42.intoArray(c, z + c4 + 2 * LANES);
        s50.intoArray(c, z + c5);
        s51.intoArray(c, z + c5 + LANES);
        s52.intoArray(c, z + c5 + 2 * LANES);
        s60.intoArray(c, z + c6);
        s61.intoArray(c, z + c6 + LANES);
        s62.intoArray(c, z + c6 + 2 * LANES);
        s70.intoArray(c, z + c7);
        s71.intoArray(c, z + c7 + LANES);
        s72.intoArray(c, z + c7 + 2 * LANES);
    }

    private static void tile8x1(
            float[] a,
            int x,
            int rowStep,
            int columnStep,
            int rows,
            float[] b,
            int y,
            int stepOfB,
            int depth,
            float[] c,
            int z,
            int stepOfC,
            boolean goOn) {
        int last = rows - 1;
        int a1 = 1 * rowStep;
        int a2 = 2 * rowStep;
        int a3 = 3 * rowStep;
        int a4 = Math.min(4, last) * rowStep;
        int a5 = Math.min(5, last) * rowStep;
        int a6 = Math.min(6, last) * rowStep;
        int a7 = Math.min(7, last) * rowStep;
        int c1 = 1 * stepOfC;
        int c2 = 2 * stepOfC;
        int c3 = 3 * stepOfC;
        int c4 = Math.min(4, last) * stepOfC;
        int c5 = Math.min(5, last) * stepOfC;
        int c6 = Math.min(6, last) * stepOfC;
        int c7 = Math.min(7, last) * stepOfC;
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES);
        FloatVector s40 = FloatVector.zero(SPECIES);
        FloatVector s50 = FloatVector.zero(SPECIES);
        FloatVector s60 = FloatVector.zero(SPECIES);
        FloatVector s70 = FloatVector.zero(SPECIES);
        if (goOn) {
            s00 = FloatVector.fromArray(SPECIES, c, z);
            s10 = FloatVector.fromArray(SPECIES, c, z + c1);
            s20 = FloatVector.fromArray(SPECIES, c, z + c2);
            s30 = FloatVector.fromArray(SPECIES, c, z + c3);
            s40 = FloatVector.fromArray(SPECIES, c, z + c4);
            s50 = FloatVector.fromArray(SPECIES, c, z + c5);
            s60 = FloatVector.fromArray(SPECIES, c, z + c6);
            s70 = FloatVector.fromArray(SPECIES, c, z + c7);
        }
        int at = x;
        int from = y;
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
            FloatVector f0 = FloatVector.broadcast(SPECIES, a[at]);
            s00 = f0.fma(b0, s00);
            FloatVector f1 = FloatVector.broadcast(SPECIES, a[at + a1]);
            s10 = f1.fma(b0, s10);
            FloatVector f2 = FloatVector.broadcast(SPECIES, a[at + a2]);
            s20 = f2.fma(b0, s20);
            FloatVector f3 = FloatVector.broadcast(SPECIES, a[at + a3]);
            s30 = f3.fma(b0, s30);
            FloatVector f4 = FloatVector.broadcast(SPECIES, a[at + a4]);
            s40 = f4.fma(b0, s40);
            FloatVector f5 = FloatVector.broadcast(SPECIES, a[at + a5]);
            s50 = f5.fma(b0, s50);
            FloatVector f6 = FloatVector.broadcast(SPECIES, a[at + a6]);
            s60 = f6.fma(b0, s60);
            FloatVector f7 = FloatVector.broadcast(SPECIES, a[at + a7]);
            s70 = f7.fma(b0, s70);
            at += columnStep;
            from += stepOfB;
        }
        s00.intoArray(c, z);
        s10.intoArray(c, z + c1);
        s20.intoArray(c, z + c2);
        s30.intoArray(c, z + c3);
        s40.intoArray(c, z + c4);
        s50.intoArray(c, z + c5);
        s60.intoArray(c, z + c6);
        s70.intoArray(c, z + c7);
    }

    private static void tile1x3(
            float[] a,
            int x,
            int columnStep,
            float[] b,
            int y,
            int stepOfB,
            int depth,
            float[] c,
            int z,
            boolean goOn) {
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = FloatVector.zero(SPECIES);
        FloatVector s02 = FloatVector.zero(SPECIES);
        if (goOn) {
            s00 = FloatVector.fromArray(SPECIES, c, z);
            s01 = FloatVector.fromArray(SPECIES, c, z + LANES);
            s02 = FloatVector.fromArray(SPECIES, c, z + 2 * LANES);
        }
        int at = x;
        int from = y;
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, from + 2 * LANES);
            FloatVector f0 = FloatVector.broadcast(SPECIES, a[at]);
            s00 = f0.fma(b0, s00);
            s01 = f0.fma(b1, s01);
            s02 = f0.fma(b2, s02);
            at += columnStep;
            from += stepOfB;
        }
        s00.intoArray(c, z);
        s01.intoArray(c, z + LANES);
        s02.intoArray(c, z + 2 * LANES);
    }

    private static void tile1x1(
            float[] a,
            int x,
            int columnStep,
            float[] b,
            int y,
            int stepOfB,
            int depth,
            float[] c,
            int z,
            boolean goOn) {
        FloatVector s00 = FloatVector.zero(SPECIES);
        if (goOn) {
            s00 = FloatVector.fromArray(SPECIES, c, z);
        }
        int at = x;
        int from = y;
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
            FloatVector f0 = FloatVector.broadcast(SPECIES, a[at]);
            s00 = f0.fma(b0, s00);
            at += columnStep;
            from += stepOfB;
        }
        s00.intoArray(c, z);
    }
}
