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

    /** Twelve rows by two vectors. */
    static void twelveByTwo(Matrix<float[]> a, int i, Matrix<float[]> b, int j, Matrix<float[]> c) {
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
        int second = Math.min(LANES, c.columns() - j - LANES);
        FloatVector s0_0 = FloatVector.zero(SPECIES);
        FloatVector s0_1 = FloatVector.zero(SPECIES);
        FloatVector s1_0 = FloatVector.zero(SPECIES);
        FloatVector s1_1 = FloatVector.zero(SPECIES);
        FloatVector s2_0 = FloatVector.zero(SPECIES);
        FloatVector s2_1 = FloatVector.zero(SPECIES);
        FloatVector s3_0 = FloatVector.zero(SPECIES);
        FloatVector s3_1 = FloatVector.zero(SPECIES);
        FloatVector s4_0 = FloatVector.zero(SPECIES);
        FloatVector s4_1 = FloatVector.zero(SPECIES);
        FloatVector s5_0 = FloatVector.zero(SPECIES);
        FloatVector s5_1 = FloatVector.zero(SPECIES);
        FloatVector s6_0 = FloatVector.zero(SPECIES);
        FloatVector s6_1 = FloatVector.zero(SPECIES);
        FloatVector s7_0 = FloatVector.zero(SPECIES);
        FloatVector s7_1 = FloatVector.zero(SPECIES);
        FloatVector s8_0 = FloatVector.zero(SPECIES);
        FloatVector s8_1 = FloatVector.zero(SPECIES);
        FloatVector s9_0 = FloatVector.zero(SPECIES);
        FloatVector s9_1 = FloatVector.zero(SPECIES);
        FloatVector s10_0 = FloatVector.zero(SPECIES);
        FloatVector s10_1 = FloatVector.zero(SPECIES);
        FloatVector s11_0 = FloatVector.zero(SPECIES);
        FloatVector s11_1 = FloatVector.zero(SPECIES);
        int x = 0;
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, right, y);
            FloatVector b1 = FloatVector.fromArray(SPECIES, right, y + second);
            FloatVector f0 = FloatVector.broadcast(SPECIES, left[x0 + x]);
            s0_0 = f0.fma(b0, s0_0);
            s0_1 = f0.fma(b1, s0_1);
            FloatVector f1 = FloatVector.broadcast(SPECIES, left[x1 + x]);
            s1_0 = f1.fma(b0, s1_0);
            s1_1 = f1.fma(b1, s1_1);
            FloatVector f2 = FloatVector.broadcast(SPECIES, left[x2 + x]);
            s2_0 = f2.fma(b0, s2_0);
            s2_1 = f2.fma(b1, s2_1);
            FloatVector f3 = FloatVector.broadcast(SPECIES, left[x3 + x]);
            s3_0 = f3.fma(b0, s3_0);
            s3_1 = f3.fma(b1, s3_1);
            FloatVector f4 = FloatVector.broadcast(SPECIES, left[x4 + x]);
            s4_0 = f4.fma(b0, s4_0);
            s4_1 = f4.fma(b1, s4_1);
            FloatVector f5 = FloatVector.broadcast(SPECIES, left[x5 + x]);
            s5_0 = f5.fma(b0, s5_0);
            s5_1 = f5.fma(b1, s5_1);
            FloatVector f6 = FloatVector.broadcast(SPECIES, left[x6 + x]);
            s6_0 = f6.fma(b0, s6_0);
            s6_1 = f6.fma(b1, s6_1);
            FloatVector f7 = FloatVector.broadcast(SPECIES, left[x7 + x]);
            s7_0 = f7.fma(b0, s7_0);
            s7_1 = f7.fma(b1, s7_1);
            FloatVector f8 = FloatVector.broadcast(SPECIES, left[x8 + x]);
            s8_0 = f8.fma(b0, s8_0);
            s8_1 = f8.fma(b1, s8_1);
            FloatVector f9 = FloatVector.broadcast(SPECIES, left[x9 + x]);
            s9_0 = f9.fma(b0, s9_0);
            s9_1 = f9.fma(b1, s9_1);
            FloatVector f10 = FloatVector.broadcast(SPECIES, left[x10 + x]);
            s10_0 = f10.fma(b0, s10_0);
            s10_1 = f10.fma(b1, s10_1);
            FloatVector f11 = FloatVector.broadcast(SPECIES, left[x11 + x]);
            s11_0 = f11.fma(b0, s11_0);
            s11_1 = f11.fma(b1, s11_1);
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
        s0_1.intoArray(out, z0 + second);
        s1_0.intoArray(out, z1);
        s1_1.intoArray(out, z1 + second);
        s2_0.intoArray(out, z2);
        s2_1.intoArray(out, z2 + second);
        s3_0.intoArray(out, z3);
        s3_1.intoArray(out, z3 + second);
        s4_0.intoArray(out, z4);
        s4_1.intoArray(out, z4 + second);
        s5_0.intoArray(out, z5);
        s5_1.intoArray(out, z5 + second);
        s6_0.intoArray(out, z6);
        s6_1.intoArray(out, z6 + second);
        s7_0.intoArray(out, z7);
        s7_1.intoArray(out, z7 + second);
        s8_0.intoArray(out, z8);
        s8_1.intoArray(out, z8 + second);
        s9_0.intoArray(out, z9);
        s9_1.intoArray(out, z9 + second);
        s10_0.intoArray(out, z10);
        s10_1.intoArray(out, z10 + second);
        s11_0.intoArray(out, z11);
        s11_1.intoArray(out, z11 + second);
    }

    /** Twelve rows by a vector. */
    static void twelveByOne(Matrix<float[]> a, int i, Matrix<float[]> b, int j, Matrix<float[]> c) {
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
        FloatVector s0_0 = FloatVector.zero(SPECIES);
        FloatVector s1_0 = FloatVector.zero(SPECIES);
        FloatVector s2_0 = FloatVector.zero(SPECIES);
        FloatVector s3_0 = FloatVector.zero(SPECIES);
        FloatVector s4_0 = FloatVector.zero(SPECIES);
        FloatVector s5_0 = FloatVector.zero(SPECIES);
        FloatVector s6_0 = FloatVector.zero(SPECIES);
        FloatVector s7_0 = FloatVector.zero(SPECIES);
        FloatVector s8_0 = FloatVector.zero(SPECIES);
        FloatVector s9_0 = FloatVector.zero(SPECIES);
        FloatVector s10_0 = FloatVector.zero(SPECIES);
        FloatVector s11_0 = FloatVector.zero(SPECIES);
        int x = 0;
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, right, y);
            FloatVector f0 = FloatVector.broadcast(SPECIES, left[x0 + x]);
            s0_0 = f0.fma(b0, s0_0);
            FloatVector f1 = FloatVector.broadcast(SPECIES, left[x1 + x]);
            s1_0 = f1.fma(b0, s1_0);
            FloatVector f2 = FloatVector.broadcast(SPECIES, left[x2 + x]);
            s2_0 = f2.fma(b0, s2_0);
            FloatVector f3 = FloatVector.broadcast(SPECIES, left[x3 + x]);
            s3_0 = f3.fma(b0, s3_0);
            FloatVector f4 = FloatVector.broadcast(SPECIES, left[x4 + x]);
            s4_0 = f4.fma(b0, s4_0);
            FloatVector f5 = FloatVector.broadcast(SPECIES, left[x5 + x]);
            s5_0 = f5.fma(b0, s5_0);
            FloatVector f6 = FloatVector.broadcast(SPECIES, left[x6 + x]);
            s6_0 = f6.fma(b0, s6_0);
            FloatVector f7 = FloatVector.broadcast(SPECIES, left[x7 + x]);
            s7_0 = f7.fma(b0, s7_0);
            FloatVector f8 = FloatVector.broadcast(SPECIES, left[x8 + x]);
            s8_0 = f8.fma(b0, s8_0);
            FloatVector f9 = FloatVector.broadcast(SPECIES, left[x9 + x]);
            s9_0 = f9.fma(b0, s9_0);
            FloatVector f10 = FloatVector.broadcast(SPECIES, left[x10 + x]);
            s10_0 = f10.fma(b0, s10_0);
            FloatVector f11 = FloatVector.broadcast(SPECIES, left[x11 + x]);
            s11_0 = f11.fma(b0, s11_0);
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
        s1_0.intoArray(out, z1);
        s2_0.intoArray(out, z2);
        s3_0.intoArray(out, z3);
        s4_0.intoArray(out, z4);
        s5_0.intoArray(out, z5);
        s6_0.intoArray(out, z6);
        s7_0.intoArray(out, z7);
        s8_0.intoArray(out, z8);
        s9_0.intoArray(out, z9);
        s10_0.intoArray(out, z10);
        s11_0.intoArray(out, z11);
    }

    /** A row by four vectors, or fewer that are computed more than once. */
    static void oneByFour(Matrix<float[]> a, int i, Matrix<float[]> b, int j, Matrix<float[]> c) {
        float[] left = a.values();
        float[] right = b.values();
        float[] out = c.values();
        int x = a.offset() + i * a.rowStep();
        int columnStep = a.columnStep();
        int y = b.offset() + j;
        int rowStep = b.rowStep();
        int depth = b.rows();
        int end = c.columns() - j - LANES;
        int j1 = Math.min(LANES, end);
        int j2 = Math.min(2 * LANES, end);
        int j3 = Math.min(3 * LANES, end);
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = FloatVector.zero(SPECIES);
        FloatVector s2 = FloatVector.zero(SPECIES);
        FloatVector s3 = FloatVector.zero(SPECIES);
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, right, y);
            FloatVector b1 = FloatVector.fromArray(SPECIES, right, y + j1);
            FloatVector b2 = FloatVector.fromArray(SPECIES, right, y + j2);
            FloatVector b3 = FloatVector.fromArray(SPECIES, right, y + j3);
            FloatVector f = FloatVector.broadcast(SPECIES, left[x]);
            s0 = f.fma(b0, s0);
            s1 = f.fma(b1, s1);
            s2 = f.fma(b2, s2);
            s3 = f.fma(b3, s3);
            x += columnStep;
            y += rowStep;
        }
        int z = c.offset() + i * c.rowStep() + j;
        s0.intoArray(out, z);
        s1.intoArray(out, z + j1);
        s2.intoArray(out, z + j2);
        s3.intoArray(out, z + j3);
    }
}
