package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The wide tiles of {@link VectorFloatProduct}: {@code c = a b} for a few rows of c, from row i on, and a few vectors,
 * from column j on, whose sums stay in registers. They are written out, because a vector lives in a register only as a
 * local variable of one method. The last row of c is repeated instead of those after it, and stores the same values
 * again.
 *
 * <p>A tile is a method without a loop around it: whatever else is alive costs registers. The steps of a are free: its
 * rows may lie in order, or its columns. Those of b and c lie in order.
 *
 * <p>A Zen 4 does two multiply-adds of 256 bits in the time of one of 512, so a last vector may be a half. It spreads
 * only one element of a over a vector in that time, so the half takes what was spread for whole ones. That is written
 * out as well: as a method of its own, it made the JIT compiler keep sums in memory.
 */
final class VectorFloatTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final VectorSpecies<Float> HALF =
            VectorSpecies.of(float.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));

    private VectorFloatTiles() {}

    /** Eight rows by three vectors. */
    static void eightByThree(Matrix<float[]> a, int i, Matrix<float[]> b, int j, Matrix<float[]> c) {
        float[] left = a.values();
        float[] right = b.values();
        float[] out = c.values();
        int last = c.rows() - 1 - i;
        int x0 = a.offset() + i * a.rowStep();
        int x1 = x0 + Math.min(1, last) * a.rowStep();
        int x2 = x0 + Math.min(2, last) * a.rowStep();
        int x3 = x0 + Math.min(3, last) * a.rowStep();
        int x4 = x0 + Math.min(4, last) * a.rowStep();
        int x5 = x0 + Math.min(5, last) * a.rowStep();
        int x6 = x0 + Math.min(6, last) * a.rowStep();
        int x7 = x0 + Math.min(7, last) * a.rowStep();
        int columnStep = a.columnStep();
        int y = b.offset() + j;
        int rowStep = b.rowStep();
        int depth = b.rows();
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
        int x = 0;
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, right, y);
            FloatVector b1 = FloatVector.fromArray(SPECIES, right, y + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, right, y + 2 * LANES);
            FloatVector f0 = FloatVector.broadcast(SPECIES, left[x0 + x]);
            s00 = f0.fma(b0, s00);
            s01 = f0.fma(b1, s01);
            s02 = f0.fma(b2, s02);
            FloatVector f1 = FloatVector.broadcast(SPECIES, left[x1 + x]);
            s10 = f1.fma(b0, s10);
            s11 = f1.fma(b1, s11);
            s12 = f1.fma(b2, s12);
            FloatVector f2 = FloatVector.broadcast(SPECIES, left[x2 + x]);
            s20 = f2.fma(b0, s20);
            s21 = f2.fma(b1, s21);
            s22 = f2.fma(b2, s22);
            FloatVector f3 = FloatVector.broadcast(SPECIES, left[x3 + x]);
            s30 = f3.fma(b0, s30);
            s31 = f3.fma(b1, s31);
            s32 = f3.fma(b2, s32);
            FloatVector f4 = FloatVector.broadcast(SPECIES, left[x4 + x]);
            s40 = f4.fma(b0, s40);
            s41 = f4.fma(b1, s41);
            s42 = f4.fma(b2, s42);
            FloatVector f5 = FloatVector.broadcast(SPECIES, left[x5 + x]);
            s50 = f5.fma(b0, s50);
            s51 = f5.fma(b1, s51);
            s52 = f5.fma(b2, s52);
            FloatVector f6 = FloatVector.broadcast(SPECIES, left[x6 + x]);
            s60 = f6.fma(b0, s60);
            s61 = f6.fma(b1, s61);
            s62 = f6.fma(b2, s62);
            FloatVector f7 = FloatVector.broadcast(SPECIES, left[x7 + x]);
            s70 = f7.fma(b0, s70);
            s71 = f7.fma(b1, s71);
            s72 = f7.fma(b2, s72);
            x += columnStep;
            y += rowStep;
        }
        int z0 = c.offset() + i * c.rowStep() + j;
        int z1 = z0 + Math.min(1, last) * c.rowStep();
        int z2 = z0 + Math.min(2, last) * c.rowStep();
        int z3 = z0 + Math.min(3, last) * c.rowStep();
        int z4 = z0 + Math.min(4, last) * c.rowStep();
        int z5 = z0 + Math.min(5, last) * c.rowStep();
        int z6 = z0 + Math.min(6, last) * c.rowStep();
        int z7 = z0 + Math.min(7, last) * c.rowStep();
        s00.intoArray(out, z0);
        s01.intoArray(out, z0 + LANES);
        s02.intoArray(out, z0 + 2 * LANES);
        s10.intoArray(out, z1);
        s11.intoArray(out, z1 + LANES);
        s12.intoArray(out, z1 + 2 * LANES);
        s20.intoArray(out, z2);
        s21.intoArray(out, z2 + LANES);
        s22.intoArray(out, z2 + 2 * LANES);
        s30.intoArray(out, z3);
        s31.intoArray(out, z3 + LANES);
        s32.intoArray(out, z3 + 2 * LANES);
        s40.intoArray(out, z4);
        s41.intoArray(out, z4 + LANES);
        s42.intoArray(out, z4 + 2 * LANES);
        s50.intoArray(out, z5);
        s51.intoArray(out, z5 + LANES);
        s52.intoArray(out, z5 + 2 * LANES);
        s60.intoArray(out, z6);
        s61.intoArray(out, z6 + LANES);
        s62.intoArray(out, z6 + 2 * LANES);
        s70.intoArray(out, z7);
        s71.intoArray(out, z7 + LANES);
        s72.intoArray(out, z7 + 2 * LANES);
    }

    /** Six rows by three vectors and a half one, which ends with the last column. */
    static void sixByThreeAndHalf(Matrix<float[]> a, int i, Matrix<float[]> b, int j, Matrix<float[]> c) {
        float[] left = a.values();
        float[] right = b.values();
        float[] out = c.values();
        int last = c.rows() - 1 - i;
        int x0 = a.offset() + i * a.rowStep();
        int x1 = x0 + Math.min(1, last) * a.rowStep();
        int x2 = x0 + Math.min(2, last) * a.rowStep();
        int x3 = x0 + Math.min(3, last) * a.rowStep();
        int x4 = x0 + Math.min(4, last) * a.rowStep();
        int x5 = x0 + Math.min(5, last) * a.rowStep();
        int columnStep = a.columnStep();
        int y = b.offset() + j;
        int rowStep = b.rowStep();
        int depth = b.rows();
        int half = c.columns() - j - LANES / 2;
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = FloatVector.zero(SPECIES);
        FloatVector s02 = FloatVector.zero(SPECIES);
        FloatVector h0 = FloatVector.zero(HALF);
        FloatVector s10 = FloatVector.zero(SPECIES);
        FloatVector s11 = FloatVector.zero(SPECIES);
        FloatVector s12 = FloatVector.zero(SPECIES);
        FloatVector h1 = FloatVector.zero(HALF);
        FloatVector s20 = FloatVector.zero(SPECIES);
        FloatVector s21 = FloatVector.zero(SPECIES);
        FloatVector s22 = FloatVector.zero(SPECIES);
        FloatVector h2 = FloatVector.zero(HALF);
        FloatVector s30 = FloatVector.zero(SPECIES);
        FloatVector s31 = FloatVector.zero(SPECIES);
        FloatVector s32 = FloatVector.zero(SPECIES);
        FloatVector h3 = FloatVector.zero(HALF);
        FloatVector s40 = FloatVector.zero(SPECIES);
        FloatVector s41 = FloatVector.zero(SPECIES);
        FloatVector s42 = FloatVector.zero(SPECIES);
        FloatVector h4 = FloatVector.zero(HALF);
        FloatVector s50 = FloatVector.zero(SPECIES);
        FloatVector s51 = FloatVector.zero(SPECIES);
        FloatVector s52 = FloatVector.zero(SPECIES);
        FloatVector h5 = FloatVector.zero(HALF);
        int x = 0;
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, right, y);
            FloatVector b1 = FloatVector.fromArray(SPECIES, right, y + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, right, y + 2 * LANES);
            FloatVector bh = FloatVector.fromArray(HALF, right, y + half);
            FloatVector f0 = FloatVector.broadcast(SPECIES, left[x0 + x]);
            s00 = f0.fma(b0, s00);
            s01 = f0.fma(b1, s01);
            s02 = f0.fma(b2, s02);
            h0 = ((FloatVector) f0.reinterpretShape(HALF, 0)).fma(bh, h0);
            FloatVector f1 = FloatVector.broadcast(SPECIES, left[x1 + x]);
            s10 = f1.fma(b0, s10);
            s11 = f1.fma(b1, s11);
            s12 = f1.fma(b2, s12);
            h1 = ((FloatVector) f1.reinterpretShape(HALF, 0)).fma(bh, h1);
            FloatVector f2 = FloatVector.broadcast(SPECIES, left[x2 + x]);
            s20 = f2.fma(b0, s20);
            s21 = f2.fma(b1, s21);
            s22 = f2.fma(b2, s22);
            h2 = ((FloatVector) f2.reinterpretShape(HALF, 0)).fma(bh, h2);
            FloatVector f3 = FloatVector.broadcast(SPECIES, left[x3 + x]);
            s30 = f3.fma(b0, s30);
            s31 = f3.fma(b1, s31);
            s32 = f3.fma(b2, s32);
            h3 = ((FloatVector) f3.reinterpretShape(HALF, 0)).fma(bh, h3);
            FloatVector f4 = FloatVector.broadcast(SPECIES, left[x4 + x]);
            s40 = f4.fma(b0, s40);
            s41 = f4.fma(b1, s41);
            s42 = f4.fma(b2, s42);
            h4 = ((FloatVector) f4.reinterpretShape(HALF, 0)).fma(bh, h4);
            FloatVector f5 = FloatVector.broadcast(SPECIES, left[x5 + x]);
            s50 = f5.fma(b0, s50);
            s51 = f5.fma(b1, s51);
            s52 = f5.fma(b2, s52);
            h5 = ((FloatVector) f5.reinterpretShape(HALF, 0)).fma(bh, h5);
            x += columnStep;
            y += rowStep;
        }
        int z0 = c.offset() + i * c.rowStep() + j;
        int z1 = z0 + Math.min(1, last) * c.rowStep();
        int z2 = z0 + Math.min(2, last) * c.rowStep();
        int z3 = z0 + Math.min(3, last) * c.rowStep();
        int z4 = z0 + Math.min(4, last) * c.rowStep();
        int z5 = z0 + Math.min(5, last) * c.rowStep();
        s00.intoArray(out, z0);
        s01.intoArray(out, z0 + LANES);
        s02.intoArray(out, z0 + 2 * LANES);
        h0.intoArray(out, z0 + half);
        s10.intoArray(out, z1);
        s11.intoArray(out, z1 + LANES);
        s12.intoArray(out, z1 + 2 * LANES);
        h1.intoArray(out, z1 + half);
        s20.intoArray(out, z2);
        s21.intoArray(out, z2 + LANES);
        s22.intoArray(out, z2 + 2 * LANES);
        h2.intoArray(out, z2 + half);
        s30.intoArray(out, z3);
        s31.intoArray(out, z3 + LANES);
        s32.intoArray(out, z3 + 2 * LANES);
        h3.intoArray(out, z3 + half);
        s40.intoArray(out, z4);
        s41.intoArray(out, z4 + LANES);
        s42.intoArray(out, z4 + 2 * LANES);
        h4.intoArray(out, z4 + half);
        s50.intoArray(out, z5);
        s51.intoArray(out, z5 + LANES);
        s52.intoArray(out, z5 + 2 * LANES);
        h5.intoArray(out, z5 + half);
    }

    /** Four rows by three vectors. */
    static void fourByThree(Matrix<float[]> a, int i, Matrix<float[]> b, int j, Matrix<float[]> c) {
        float[] left = a.values();
        float[] right = b.values();
        float[] out = c.values();
        int last = c.rows() - 1 - i;
        int x0 = a.offset() + i * a.rowStep();
        int x1 = x0 + Math.min(1, last) * a.rowStep();
        int x2 = x0 + Math.min(2, last) * a.rowStep();
        int x3 = x0 + Math.min(3, last) * a.rowStep();
        int columnStep = a.columnStep();
        int y = b.offset() + j;
        int rowStep = b.rowStep();
        int depth = b.rows();
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
        int x = 0;
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, right, y);
            FloatVector b1 = FloatVector.fromArray(SPECIES, right, y + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, right, y + 2 * LANES);
            FloatVector f0 = FloatVector.broadcast(SPECIES, left[x0 + x]);
            s00 = f0.fma(b0, s00);
            s01 = f0.fma(b1, s01);
            s02 = f0.fma(b2, s02);
            FloatVector f1 = FloatVector.broadcast(SPECIES, left[x1 + x]);
            s10 = f1.fma(b0, s10);
            s11 = f1.fma(b1, s11);
            s12 = f1.fma(b2, s12);
            FloatVector f2 = FloatVector.broadcast(SPECIES, left[x2 + x]);
            s20 = f2.fma(b0, s20);
            s21 = f2.fma(b1, s21);
            s22 = f2.fma(b2, s22);
            FloatVector f3 = FloatVector.broadcast(SPECIES, left[x3 + x]);
            s30 = f3.fma(b0, s30);
            s31 = f3.fma(b1, s31);
            s32 = f3.fma(b2, s32);
            x += columnStep;
            y += rowStep;
        }
        int z0 = c.offset() + i * c.rowStep() + j;
        int z1 = z0 + Math.min(1, last) * c.rowStep();
        int z2 = z0 + Math.min(2, last) * c.rowStep();
        int z3 = z0 + Math.min(3, last) * c.rowStep();
        s00.intoArray(out, z0);
        s01.intoArray(out, z0 + LANES);
        s02.intoArray(out, z0 + 2 * LANES);
        s10.intoArray(out, z1);
        s11.intoArray(out, z1 + LANES);
        s12.intoArray(out, z1 + 2 * LANES);
        s20.intoArray(out, z2);
        s21.intoArray(out, z2 + LANES);
        s22.intoArray(out, z2 + 2 * LANES);
        s30.intoArray(out, z3);
        s31.intoArray(out, z3 + LANES);
        s32.intoArray(out, z3 + 2 * LANES);
    }
}
