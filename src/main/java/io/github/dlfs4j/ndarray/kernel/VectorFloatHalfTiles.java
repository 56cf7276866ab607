package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The tiles of {@link VectorFloatProduct} whose last vector is a half that ends with the last column, as
 * {@link VectorFloatTiles}. Processors with AVX-512 do two multiply-adds of 256 bits in the time of one of 512.
 *
 * <p>A processor may spread only one element of a over a vector in that time, so the half takes what was spread for the
 * whole vectors. That is written out as well: as a method of its own, it made the JIT compiler keep sums in memory.
 */
final class VectorFloatHalfTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final VectorSpecies<Float> HALF =
            VectorSpecies.of(float.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));

    private VectorFloatHalfTiles() {}

    /** Six rows by three vectors and a half. */
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

    /** Twelve rows by a vector and a half. */
    static void twelveByOneAndHalf(Matrix<float[]> a, int i, Matrix<float[]> b, int j, Matrix<float[]> c) {
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
        int x8 = x0 + Math.min(8, last) * a.rowStep();
        int x9 = x0 + Math.min(9, last) * a.rowStep();
        int x10 = x0 + Math.min(10, last) * a.rowStep();
        int x11 = x0 + Math.min(11, last) * a.rowStep();
        int columnStep = a.columnStep();
        int y = b.offset() + j;
        int rowStep = b.rowStep();
        int depth = b.rows();
        int half = c.columns() - j - LANES / 2;
        FloatVector s0_0 = FloatVector.zero(SPECIES);
        FloatVector h0 = FloatVector.zero(HALF);
        FloatVector s1_0 = FloatVector.zero(SPECIES);
        FloatVector h1 = FloatVector.zero(HALF);
        FloatVector s2_0 = FloatVector.zero(SPECIES);
        FloatVector h2 = FloatVector.zero(HALF);
        FloatVector s3_0 = FloatVector.zero(SPECIES);
        FloatVector h3 = FloatVector.zero(HALF);
        FloatVector s4_0 = FloatVector.zero(SPECIES);
        FloatVector h4 = FloatVector.zero(HALF);
        FloatVector s5_0 = FloatVector.zero(SPECIES);
        FloatVector h5 = FloatVector.zero(HALF);
        FloatVector s6_0 = FloatVector.zero(SPECIES);
        FloatVector h6 = FloatVector.zero(HALF);
        FloatVector s7_0 = FloatVector.zero(SPECIES);
        FloatVector h7 = FloatVector.zero(HALF);
        FloatVector s8_0 = FloatVector.zero(SPECIES);
        FloatVector h8 = FloatVector.zero(HALF);
        FloatVector s9_0 = FloatVector.zero(SPECIES);
        FloatVector h9 = FloatVector.zero(HALF);
        FloatVector s10_0 = FloatVector.zero(SPECIES);
        FloatVector h10 = FloatVector.zero(HALF);
        FloatVector s11_0 = FloatVector.zero(SPECIES);
        FloatVector h11 = FloatVector.zero(HALF);
        int x = 0;
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, right, y);
            FloatVector bh = FloatVector.fromArray(HALF, right, y + half);
            FloatVector f0 = FloatVector.broadcast(SPECIES, left[x0 + x]);
            s0_0 = f0.fma(b0, s0_0);
            h0 = ((FloatVector) f0.reinterpretShape(HALF, 0)).fma(bh, h0);
            FloatVector f1 = FloatVector.broadcast(SPECIES, left[x1 + x]);
            s1_0 = f1.fma(b0, s1_0);
            h1 = ((FloatVector) f1.reinterpretShape(HALF, 0)).fma(bh, h1);
            FloatVector f2 = FloatVector.broadcast(SPECIES, left[x2 + x]);
            s2_0 = f2.fma(b0, s2_0);
            h2 = ((FloatVector) f2.reinterpretShape(HALF, 0)).fma(bh, h2);
            FloatVector f3 = FloatVector.broadcast(SPECIES, left[x3 + x]);
            s3_0 = f3.fma(b0, s3_0);
            h3 = ((FloatVector) f3.reinterpretShape(HALF, 0)).fma(bh, h3);
            FloatVector f4 = FloatVector.broadcast(SPECIES, left[x4 + x]);
            s4_0 = f4.fma(b0, s4_0);
            h4 = ((FloatVector) f4.reinterpretShape(HALF, 0)).fma(bh, h4);
            FloatVector f5 = FloatVector.broadcast(SPECIES, left[x5 + x]);
            s5_0 = f5.fma(b0, s5_0);
            h5 = ((FloatVector) f5.reinterpretShape(HALF, 0)).fma(bh, h5);
            FloatVector f6 = FloatVector.broadcast(SPECIES, left[x6 + x]);
            s6_0 = f6.fma(b0, s6_0);
            h6 = ((FloatVector) f6.reinterpretShape(HALF, 0)).fma(bh, h6);
            FloatVector f7 = FloatVector.broadcast(SPECIES, left[x7 + x]);
            s7_0 = f7.fma(b0, s7_0);
            h7 = ((FloatVector) f7.reinterpretShape(HALF, 0)).fma(bh, h7);
            FloatVector f8 = FloatVector.broadcast(SPECIES, left[x8 + x]);
            s8_0 = f8.fma(b0, s8_0);
            h8 = ((FloatVector) f8.reinterpretShape(HALF, 0)).fma(bh, h8);
            FloatVector f9 = FloatVector.broadcast(SPECIES, left[x9 + x]);
            s9_0 = f9.fma(b0, s9_0);
            h9 = ((FloatVector) f9.reinterpretShape(HALF, 0)).fma(bh, h9);
            FloatVector f10 = FloatVector.broadcast(SPECIES, left[x10 + x]);
            s10_0 = f10.fma(b0, s10_0);
            h10 = ((FloatVector) f10.reinterpretShape(HALF, 0)).fma(bh, h10);
            FloatVector f11 = FloatVector.broadcast(SPECIES, left[x11 + x]);
            s11_0 = f11.fma(b0, s11_0);
            h11 = ((FloatVector) f11.reinterpretShape(HALF, 0)).fma(bh, h11);
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
        int z8 = z0 + Math.min(8, last) * c.rowStep();
        int z9 = z0 + Math.min(9, last) * c.rowStep();
        int z10 = z0 + Math.min(10, last) * c.rowStep();
        int z11 = z0 + Math.min(11, last) * c.rowStep();
        s0_0.intoArray(out, z0);
        h0.intoArray(out, z0 + half);
        s1_0.intoArray(out, z1);
        h1.intoArray(out, z1 + half);
        s2_0.intoArray(out, z2);
        h2.intoArray(out, z2 + half);
        s3_0.intoArray(out, z3);
        h3.intoArray(out, z3 + half);
        s4_0.intoArray(out, z4);
        h4.intoArray(out, z4 + half);
        s5_0.intoArray(out, z5);
        h5.intoArray(out, z5 + half);
        s6_0.intoArray(out, z6);
        h6.intoArray(out, z6 + half);
        s7_0.intoArray(out, z7);
        h7.intoArray(out, z7 + half);
        s8_0.intoArray(out, z8);
        h8.intoArray(out, z8 + half);
        s9_0.intoArray(out, z9);
        h9.intoArray(out, z9 + half);
        s10_0.intoArray(out, z10);
        h10.intoArray(out, z10 + half);
        s11_0.intoArray(out, z11);
        h11.intoArray(out, z11 + half);
    }
}
