package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The tiles of {@link VectorDoubleProduct} whose last vector is a half that ends with the last column, as
 * {@link VectorDoubleTiles}. Processors with AVX-512 do two multiply-adds of 256 bits in the time of one of 512.
 *
 * <p>A processor may spread only one element of a over a vector in that time, so the half takes what was spread for the
 * whole vectors. That is written out as well: as a method of its own, it made the JIT compiler keep sums in memory.
 */
final class VectorDoubleHalfTiles {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final VectorSpecies<Double> HALF =
            VectorSpecies.of(double.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));

    private VectorDoubleHalfTiles() {}

    /** Six rows by three vectors and a half. */
    static void sixByThreeAndHalf(Matrix<double[]> a, int i, Matrix<double[]> b, int j, Matrix<double[]> c) {
        double[] left = a.values();
        double[] right = b.values();
        double[] out = c.values();
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
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s01 = DoubleVector.zero(SPECIES);
        DoubleVector s02 = DoubleVector.zero(SPECIES);
        DoubleVector h0 = DoubleVector.zero(HALF);
        DoubleVector s10 = DoubleVector.zero(SPECIES);
        DoubleVector s11 = DoubleVector.zero(SPECIES);
        DoubleVector s12 = DoubleVector.zero(SPECIES);
        DoubleVector h1 = DoubleVector.zero(HALF);
        DoubleVector s20 = DoubleVector.zero(SPECIES);
        DoubleVector s21 = DoubleVector.zero(SPECIES);
        DoubleVector s22 = DoubleVector.zero(SPECIES);
        DoubleVector h2 = DoubleVector.zero(HALF);
        DoubleVector s30 = DoubleVector.zero(SPECIES);
        DoubleVector s31 = DoubleVector.zero(SPECIES);
        DoubleVector s32 = DoubleVector.zero(SPECIES);
        DoubleVector h3 = DoubleVector.zero(HALF);
        DoubleVector s40 = DoubleVector.zero(SPECIES);
        DoubleVector s41 = DoubleVector.zero(SPECIES);
        DoubleVector s42 = DoubleVector.zero(SPECIES);
        DoubleVector h4 = DoubleVector.zero(HALF);
        DoubleVector s50 = DoubleVector.zero(SPECIES);
        DoubleVector s51 = DoubleVector.zero(SPECIES);
        DoubleVector s52 = DoubleVector.zero(SPECIES);
        DoubleVector h5 = DoubleVector.zero(HALF);
        int x = 0;
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, y);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, right, y + LANES);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, right, y + 2 * LANES);
            DoubleVector bh = DoubleVector.fromArray(HALF, right, y + half);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, left[x0 + x]);
            s00 = f0.fma(b0, s00);
            s01 = f0.fma(b1, s01);
            s02 = f0.fma(b2, s02);
            h0 = ((DoubleVector) f0.reinterpretShape(HALF, 0)).fma(bh, h0);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, left[x1 + x]);
            s10 = f1.fma(b0, s10);
            s11 = f1.fma(b1, s11);
            s12 = f1.fma(b2, s12);
            h1 = ((DoubleVector) f1.reinterpretShape(HALF, 0)).fma(bh, h1);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, left[x2 + x]);
            s20 = f2.fma(b0, s20);
            s21 = f2.fma(b1, s21);
            s22 = f2.fma(b2, s22);
            h2 = ((DoubleVector) f2.reinterpretShape(HALF, 0)).fma(bh, h2);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, left[x3 + x]);
            s30 = f3.fma(b0, s30);
            s31 = f3.fma(b1, s31);
            s32 = f3.fma(b2, s32);
            h3 = ((DoubleVector) f3.reinterpretShape(HALF, 0)).fma(bh, h3);
            DoubleVector f4 = DoubleVector.broadcast(SPECIES, left[x4 + x]);
            s40 = f4.fma(b0, s40);
            s41 = f4.fma(b1, s41);
            s42 = f4.fma(b2, s42);
            h4 = ((DoubleVector) f4.reinterpretShape(HALF, 0)).fma(bh, h4);
            DoubleVector f5 = DoubleVector.broadcast(SPECIES, left[x5 + x]);
            s50 = f5.fma(b0, s50);
            s51 = f5.fma(b1, s51);
            s52 = f5.fma(b2, s52);
            h5 = ((DoubleVector) f5.reinterpretShape(HALF, 0)).fma(bh, h5);
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
    static void twelveByOneAndHalf(Matrix<double[]> a, int i, Matrix<double[]> b, int j, Matrix<double[]> c) {
        double[] left = a.values();
        double[] right = b.values();
        double[] out = c.values();
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
        DoubleVector s0_0 = DoubleVector.zero(SPECIES);
        DoubleVector h0 = DoubleVector.zero(HALF);
        DoubleVector s1_0 = DoubleVector.zero(SPECIES);
        DoubleVector h1 = DoubleVector.zero(HALF);
        DoubleVector s2_0 = DoubleVector.zero(SPECIES);
        DoubleVector h2 = DoubleVector.zero(HALF);
        DoubleVector s3_0 = DoubleVector.zero(SPECIES);
        DoubleVector h3 = DoubleVector.zero(HALF);
        DoubleVector s4_0 = DoubleVector.zero(SPECIES);
        DoubleVector h4 = DoubleVector.zero(HALF);
        DoubleVector s5_0 = DoubleVector.zero(SPECIES);
        DoubleVector h5 = DoubleVector.zero(HALF);
        DoubleVector s6_0 = DoubleVector.zero(SPECIES);
        DoubleVector h6 = DoubleVector.zero(HALF);
        DoubleVector s7_0 = DoubleVector.zero(SPECIES);
        DoubleVector h7 = DoubleVector.zero(HALF);
        DoubleVector s8_0 = DoubleVector.zero(SPECIES);
        DoubleVector h8 = DoubleVector.zero(HALF);
        DoubleVector s9_0 = DoubleVector.zero(SPECIES);
        DoubleVector h9 = DoubleVector.zero(HALF);
        DoubleVector s10_0 = DoubleVector.zero(SPECIES);
        DoubleVector h10 = DoubleVector.zero(HALF);
        DoubleVector s11_0 = DoubleVector.zero(SPECIES);
        DoubleVector h11 = DoubleVector.zero(HALF);
        int x = 0;
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, y);
            DoubleVector bh = DoubleVector.fromArray(HALF, right, y + half);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, left[x0 + x]);
            s0_0 = f0.fma(b0, s0_0);
            h0 = ((DoubleVector) f0.reinterpretShape(HALF, 0)).fma(bh, h0);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, left[x1 + x]);
            s1_0 = f1.fma(b0, s1_0);
            h1 = ((DoubleVector) f1.reinterpretShape(HALF, 0)).fma(bh, h1);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, left[x2 + x]);
            s2_0 = f2.fma(b0, s2_0);
            h2 = ((DoubleVector) f2.reinterpretShape(HALF, 0)).fma(bh, h2);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, left[x3 + x]);
            s3_0 = f3.fma(b0, s3_0);
            h3 = ((DoubleVector) f3.reinterpretShape(HALF, 0)).fma(bh, h3);
            DoubleVector f4 = DoubleVector.broadcast(SPECIES, left[x4 + x]);
            s4_0 = f4.fma(b0, s4_0);
            h4 = ((DoubleVector) f4.reinterpretShape(HALF, 0)).fma(bh, h4);
            DoubleVector f5 = DoubleVector.broadcast(SPECIES, left[x5 + x]);
            s5_0 = f5.fma(b0, s5_0);
            h5 = ((DoubleVector) f5.reinterpretShape(HALF, 0)).fma(bh, h5);
            DoubleVector f6 = DoubleVector.broadcast(SPECIES, left[x6 + x]);
            s6_0 = f6.fma(b0, s6_0);
            h6 = ((DoubleVector) f6.reinterpretShape(HALF, 0)).fma(bh, h6);
            DoubleVector f7 = DoubleVector.broadcast(SPECIES, left[x7 + x]);
            s7_0 = f7.fma(b0, s7_0);
            h7 = ((DoubleVector) f7.reinterpretShape(HALF, 0)).fma(bh, h7);
            DoubleVector f8 = DoubleVector.broadcast(SPECIES, left[x8 + x]);
            s8_0 = f8.fma(b0, s8_0);
            h8 = ((DoubleVector) f8.reinterpretShape(HALF, 0)).fma(bh, h8);
            DoubleVector f9 = DoubleVector.broadcast(SPECIES, left[x9 + x]);
            s9_0 = f9.fma(b0, s9_0);
            h9 = ((DoubleVector) f9.reinterpretShape(HALF, 0)).fma(bh, h9);
            DoubleVector f10 = DoubleVector.broadcast(SPECIES, left[x10 + x]);
            s10_0 = f10.fma(b0, s10_0);
            h10 = ((DoubleVector) f10.reinterpretShape(HALF, 0)).fma(bh, h10);
            DoubleVector f11 = DoubleVector.broadcast(SPECIES, left[x11 + x]);
            s11_0 = f11.fma(b0, s11_0);
            h11 = ((DoubleVector) f11.reinterpretShape(HALF, 0)).fma(bh, h11);
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
