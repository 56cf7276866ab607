package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The dot products of {@link VectorDoubleProduct}: one sum for every lane of a vector along k. */
final class VectorDoubleDots {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorDoubleDots() {}

    /** {@code c = a b}, four rows at a time. */
    static void multiply(Matrix<double[]> a, Matrix<double[]> transposedB, Matrix<double[]> c) {
        double[] lanes = new double[4 * LANES];
        for (int i = 0; i < c.rows(); i += 4) {
            int rows = Math.min(4, c.rows() - i);
            for (int j = 0; j < c.columns(); j++) {
                int y = transposedB.offset() + j * transposedB.rowStep();
                four(a, i, transposedB.values(), y, lanes);
                sum(lanes, c, i, j, rows);
            }
        }
    }

    /** Rows i to i + 3 with one column, or the last row again. */
    private static void four(Matrix<double[]> a, int i, double[] column, int y, double[] lanes) {
        double[] left = a.values();
        int last = a.rows() - 1 - i;
        int x0 = a.offset() + i * a.rowStep();
        int x1 = x0 + Math.min(1, last) * a.rowStep();
        int x2 = x0 + Math.min(2, last) * a.rowStep();
        int x3 = x0 + Math.min(3, last) * a.rowStep();
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = DoubleVector.zero(SPECIES);
        DoubleVector s2 = DoubleVector.zero(SPECIES);
        DoubleVector s3 = DoubleVector.zero(SPECIES);
        int p = 0;
        for (; p <= a.columns() - LANES; p += LANES) {
            DoubleVector b = DoubleVector.fromArray(SPECIES, column, y + p);
            s0 = DoubleVector.fromArray(SPECIES, left, x0 + p).fma(b, s0);
            s1 = DoubleVector.fromArray(SPECIES, left, x1 + p).fma(b, s1);
            s2 = DoubleVector.fromArray(SPECIES, left, x2 + p).fma(b, s2);
            s3 = DoubleVector.fromArray(SPECIES, left, x3 + p).fma(b, s3);
        }
        s0.intoArray(lanes, 0);
        s1.intoArray(lanes, LANES);
        s2.intoArray(lanes, 2 * LANES);
        s3.intoArray(lanes, 3 * LANES);
        for (int lane = 0; p < a.columns(); p++, lane++) {
            double b = column[y + p];
            lanes[lane] = Math.fma(left[x0 + p], b, lanes[lane]);
            lanes[LANES + lane] = Math.fma(left[x1 + p], b, lanes[LANES + lane]);
            lanes[2 * LANES + lane] = Math.fma(left[x2 + p], b, lanes[2 * LANES + lane]);
            lanes[3 * LANES + lane] = Math.fma(left[x3 + p], b, lanes[3 * LANES + lane]);
        }
    }

    /**
     * Adds the lanes of four sums from the first to the last; {@code reduceLanes} may take another order once it is
     * compiled. The four go side by side, since each waits for its own additions.
     */
    private static void sum(double[] lanes, Matrix<double[]> c, int i, int j, int rows) {
        double s0 = lanes[0];
        double s1 = lanes[LANES];
        double s2 = lanes[2 * LANES];
        double s3 = lanes[3 * LANES];
        for (int lane = 1; lane < LANES; lane++) {
            s0 += lanes[lane];
            s1 += lanes[LANES + lane];
            s2 += lanes[2 * LANES + lane];
            s3 += lanes[3 * LANES + lane];
        }
        lanes[0] = s0;
        lanes[1] = s1;
        lanes[2] = s2;
        lanes[3] = s3;
        int at = c.offset() + i * c.rowStep() + j * c.columnStep();
        for (int r = 0; r < rows; r++) {
            c.values()[at + r * c.rowStep()] = lanes[r];
        }
    }
}
