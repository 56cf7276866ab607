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

    /** Twelve rows by two vectors. */
    static void twelveByTwo(Matrix<double[]> a, int i, Matrix<double[]> b, int j, Matrix<double[]> c) {
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
        int second = Math.min(LANES, c.columns() - j - LANES);
        DoubleVector s0_0 = DoubleVector.zero(SPECIES);
        DoubleVector s0_1 = DoubleVector.zero(SPECIES);
        DoubleVector s1_0 = DoubleVector.zero(SPECIES);
        DoubleVector s1_1 = DoubleVector.zero(SPECIES);
        DoubleVector s2_0 = DoubleVector.zero(SPECIES);
        DoubleVector s2_1 = DoubleVector.zero(SPECIES);
        DoubleVector s3_0 = DoubleVector.zero(SPECIES);
        DoubleVector s3_1 = DoubleVector.zero(SPECIES);
        DoubleVector s4_0 = DoubleVector.zero(SPECIES);
        DoubleVector s4_1 = DoubleVector.zero(SPECIES);
        DoubleVector s5_0 = DoubleVector.zero(SPECIES);
        DoubleVector s5_1 = DoubleVector.zero(SPECIES);
        DoubleVector s6_0 = DoubleVector.zero(SPECIES);
        DoubleVector s6_1 = DoubleVector.zero(SPECIES);
        DoubleVector s7_0 = DoubleVector.zero(SPECIES);
        DoubleVector s7_1 = DoubleVector.zero(SPECIES);
        DoubleVector s8_0 = DoubleVector.zero(SPECIES);
        DoubleVector s8_1 = DoubleVector.zero(SPECIES);
        DoubleVector s9_0 = DoubleVector.zero(SPECIES);
        DoubleVector s9_1 = DoubleVector.zero(SPECIES);
        DoubleVector s10_0 = DoubleVector.zero(SPECIES);
        DoubleVector s10_1 = DoubleVector.zero(SPECIES);
        DoubleVector s11_0 = DoubleVector.zero(SPECIES);
        DoubleVector s11_1 = DoubleVector.zero(SPECIES);
        int x = 0;
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, y);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, right, y + second);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, left[x0 + x]);
            s0_0 = f0.fma(b0, s0_0);
            s0_1 = f0.fma(b1, s0_1);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, left[x1 + x]);
            s1_0 = f1.fma(b0, s1_0);
            s1_1 = f1.fma(b1, s1_1);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, left[x2 + x]);
            s2_0 = f2.fma(b0, s2_0);
            s2_1 = f2.fma(b1, s2_1);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, left[x3 + x]);
            s3_0 = f3.fma(b0, s3_0);
            s3_1 = f3.fma(b1, s3_1);
            DoubleVector f4 = DoubleVector.broadcast(SPECIES, left[x4 + x]);
            s4_0 = f4.fma(b0, s4_0);
            s4_1 = f4.fma(b1, s4_1);
            DoubleVector f5 = DoubleVector.broadcast(SPECIES, left[x5 + x]);
            s5_0 = f5.fma(b0, s5_0);
            s5_1 = f5.fma(b1, s5_1);
            DoubleVector f6 = DoubleVector.broadcast(SPECIES, left[x6 + x]);
            s6_0 = f6.fma(b0, s6_0);
            s6_1 = f6.fma(b1, s6_1);
            DoubleVector f7 = DoubleVector.broadcast(SPECIES, left[x7 + x]);
            s7_0 = f7.fma(b0, s7_0);
            s7_1 = f7.fma(b1, s7_1);
            DoubleVector f8 = DoubleVector.broadcast(SPECIES, left[x8 + x]);
            s8_0 = f8.fma(b0, s8_0);
            s8_1 = f8.fma(b1, s8_1);
            DoubleVector f9 = DoubleVector.broadcast(SPECIES, left[x9 + x]);
            s9_0 = f9.fma(b0, s9_0);
            s9_1 = f9.fma(b1, s9_1);
            DoubleVector f10 = DoubleVector.broadcast(SPECIES, left[x10 + x]);
            s10_0 = f10.fma(b0, s10_0);
            s10_1 = f10.fma(b1, s10_1);
            DoubleVector f11 = DoubleVector.broadcast(SPECIES, left[x11 + x]);
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
    static void twelveByOne(Matrix<double[]> a, int i, Matrix<double[]> b, int j, Matrix<double[]> c) {
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
        DoubleVector s0_0 = DoubleVector.zero(SPECIES);
        DoubleVector s1_0 = DoubleVector.zero(SPECIES);
        DoubleVector s2_0 = DoubleVector.zero(SPECIES);
        DoubleVector s3_0 = DoubleVector.zero(SPECIES);
        DoubleVector s4_0 = DoubleVector.zero(SPECIES);
        DoubleVector s5_0 = DoubleVector.zero(SPECIES);
        DoubleVector s6_0 = DoubleVector.zero(SPECIES);
        DoubleVector s7_0 = DoubleVector.zero(SPECIES);
        DoubleVector s8_0 = DoubleVector.zero(SPECIES);
        DoubleVector s9_0 = DoubleVector.zero(SPECIES);
        DoubleVector s10_0 = DoubleVector.zero(SPECIES);
        DoubleVector s11_0 = DoubleVector.zero(SPECIES);
        int x = 0;
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, y);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, left[x0 + x]);
            s0_0 = f0.fma(b0, s0_0);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, left[x1 + x]);
            s1_0 = f1.fma(b0, s1_0);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, left[x2 + x]);
            s2_0 = f2.fma(b0, s2_0);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, left[x3 + x]);
            s3_0 = f3.fma(b0, s3_0);
            DoubleVector f4 = DoubleVector.broadcast(SPECIES, left[x4 + x]);
            s4_0 = f4.fma(b0, s4_0);
            DoubleVector f5 = DoubleVector.broadcast(SPECIES, left[x5 + x]);
            s5_0 = f5.fma(b0, s5_0);
            DoubleVector f6 = DoubleVector.broadcast(SPECIES, left[x6 + x]);
            s6_0 = f6.fma(b0, s6_0);
            DoubleVector f7 = DoubleVector.broadcast(SPECIES, left[x7 + x]);
            s7_0 = f7.fma(b0, s7_0);
            DoubleVector f8 = DoubleVector.broadcast(SPECIES, left[x8 + x]);
            s8_0 = f8.fma(b0, s8_0);
            DoubleVector f9 = DoubleVector.broadcast(SPECIES, left[x9 + x]);
            s9_0 = f9.fma(b0, s9_0);
            DoubleVector f10 = DoubleVector.broadcast(SPECIES, left[x10 + x]);
            s10_0 = f10.fma(b0, s10_0);
            DoubleVector f11 = DoubleVector.broadcast(SPECIES, left[x11 + x]);
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
    static void oneByFour(Matrix<double[]> a, int i, Matrix<double[]> b, int j, Matrix<double[]> c) {
        double[] left = a.values();
        double[] right = b.values();
        double[] out = c.values();
        int x = a.offset() + i * a.rowStep();
        int columnStep = a.columnStep();
        int y = b.offset() + j;
        int rowStep = b.rowStep();
        int depth = b.rows();
        int end = c.columns() - j - LANES;
        int j1 = Math.min(LANES, end);
        int j2 = Math.min(2 * LANES, end);
        int j3 = Math.min(3 * LANES, end);
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = DoubleVector.zero(SPECIES);
        DoubleVector s2 = DoubleVector.zero(SPECIES);
        DoubleVector s3 = DoubleVector.zero(SPECIES);
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, y);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, right, y + j1);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, right, y + j2);
            DoubleVector b3 = DoubleVector.fromArray(SPECIES, right, y + j3);
            DoubleVector f = DoubleVector.broadcast(SPECIES, left[x]);
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
