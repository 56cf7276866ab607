package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The wide tiles of {@link VectorDoubleProduct}: {@code c = a b} for a few rows of c, from row i on, and a few vectors,
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
final class VectorDoubleTiles {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final VectorSpecies<Double> HALF =
            VectorSpecies.of(double.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));

    private VectorDoubleTiles() {}

    /** Eight rows by three vectors. */
    static void eightByThree(Matrix<double[]> a, int i, Matrix<double[]> b, int j, Matrix<double[]> c) {
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
        int columnStep = a.columnStep();
        int y = b.offset() + j;
        int rowStep = b.rowStep();
        int depth = b.rows();
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
        int x = 0;
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, y);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, right, y + LANES);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, right, y + 2 * LANES);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, left[x0 + x]);
            s00 = f0.fma(b0, s00);
            s01 = f0.fma(b1, s01);
            s02 = f0.fma(b2, s02);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, left[x1 + x]);
            s10 = f1.fma(b0, s10);
            s11 = f1.fma(b1, s11);
            s12 = f1.fma(b2, s12);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, left[x2 + x]);
            s20 = f2.fma(b0, s20);
            s21 = f2.fma(b1, s21);
            s22 = f2.fma(b2, s22);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, left[x3 + x]);
            s30 = f3.fma(b0, s30);
            s31 = f3.fma(b1, s31);
            s32 = f3.fma(b2, s32);
            DoubleVector f4 = DoubleVector.broadcast(SPECIES, left[x4 + x]);
            s40 = f4.fma(b0, s40);
            s41 = f4.fma(b1, s41);
            s42 = f4.fma(b2, s42);
            DoubleVector f5 = DoubleVector.broadcast(SPECIES, left[x5 + x]);
            s50 = f5.fma(b0, s50);
            s51 = f5.fma(b1, s51);
            s52 = f5.fma(b2, s52);
            DoubleVector f6 = DoubleVector.broadcast(SPECIES, left[x6 + x]);
            s60 = f6.fma(b0, s60);
            s61 = f6.fma(b1, s61);
            s62 = f6.fma(b2, s62);
            DoubleVector f7 = DoubleVector.broadcast(SPECIES, left[x7 + x]);
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

    /** Four rows by three vectors. */
    static void fourByThree(Matrix<double[]> a, int i, Matrix<double[]> b, int j, Matrix<double[]> c) {
        double[] left = a.values();
        double[] right = b.values();
        double[] out = c.values();
        int last = c.rows() - 1 - i;
        int x0 = a.offset() + i * a.rowStep();
        int x1 = x0 + Math.min(1, last) * a.rowStep();
        int x2 = x0 + Math.min(2, last) * a.rowStep();
        int x3 = x0 + Math.min(3, last) * a.rowStep();
        int columnStep = a.columnStep();
        int y = b.offset() + j;
        int rowStep = b.rowStep();
        int depth = b.rows();
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
        int x = 0;
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, y);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, right, y + LANES);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, right, y + 2 * LANES);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, left[x0 + x]);
            s00 = f0.fma(b0, s00);
            s01 = f0.fma(b1, s01);
            s02 = f0.fma(b2, s02);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, left[x1 + x]);
            s10 = f1.fma(b0, s10);
            s11 = f1.fma(b1, s11);
            s12 = f1.fma(b2, s12);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, left[x2 + x]);
            s20 = f2.fma(b0, s20);
            s21 = f2.fma(b1, s21);
            s22 = f2.fma(b2, s22);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, left[x3 + x]);
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
