package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The dot products of {@link VectorDoubleProduct}: one sum for every lane of a vector along k. */
final class VectorDoubleDots {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int ROWS = 4;
    private static final int COLUMNS = 2;

    private VectorDoubleDots() {}

    /** {@code c = a b}, four rows by two columns at a time: a, which is the larger one, is read once for both. */
    static void multiply(Matrix<double[]> a, Matrix<double[]> transposedB, Matrix<double[]> c) {
        double[] lanes = new double[ROWS * COLUMNS * LANES];
        for (int i = 0; i < c.rows(); i += ROWS) {
            for (int j = 0; j < c.columns(); j += COLUMNS) {
                int columns = Math.min(COLUMNS, c.columns() - j);
                if (columns == COLUMNS) {
                    fourByTwo(a, i, transposedB, j, lanes);
                } else {
                    fourByOne(a, i, transposedB, j, lanes);
                }
                for (int element = 0; element < ROWS * columns; element += 4) {
                    sumFour(lanes, element);
                }
                store(lanes, c, i, j, columns);
            }
        }
    }

    /** Rows i to i + 3, or the last one again, with columns j and j + 1. */
    private static void fourByTwo(Matrix<double[]> a, int i, Matrix<double[]> transposedB, int j, double[] lanes) {
        double[] left = a.values();
        double[] right = transposedB.values();
        int last = a.rows() - 1 - i;
        int x0 = a.offset() + i * a.rowStep();
        int x1 = x0 + Math.min(1, last) * a.rowStep();
        int x2 = x0 + Math.min(2, last) * a.rowStep();
        int x3 = x0 + Math.min(3, last) * a.rowStep();
        int y0 = transposedB.offset() + j * transposedB.rowStep();
        int y1 = y0 + transposedB.rowStep();
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s01 = DoubleVector.zero(SPECIES);
        DoubleVector s10 = DoubleVector.zero(SPECIES);
        DoubleVector s11 = DoubleVector.zero(SPECIES);
        DoubleVector s20 = DoubleVector.zero(SPECIES);
        DoubleVector s21 = DoubleVector.zero(SPECIES);
        DoubleVector s30 = DoubleVector.zero(SPECIES);
        DoubleVector s31 = DoubleVector.zero(SPECIES);
        int p = 0;
        for (; p <= a.columns() - LANES; p += LANES) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, y0 + p);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, right, y1 + p);
            DoubleVector a0 = DoubleVector.fromArray(SPECIES, left, x0 + p);
            s00 = a0.fma(b0, s00);
            s01 = a0.fma(b1, s01);
            DoubleVector a1 = DoubleVector.fromArray(SPECIES, left, x1 + p);
            s10 = a1.fma(b0, s10);
            s11 = a1.fma(b1, s11);
            DoubleVector a2 = DoubleVector.fromArray(SPECIES, left, x2 + p);
            s20 = a2.fma(b0, s20);
            s21 = a2.fma(b1, s21);
            DoubleVector a3 = DoubleVector.fromArray(SPECIES, left, x3 + p);
            s30 = a3.fma(b0, s30);
            s31 = a3.fma(b1, s31);
        }
        s00.intoArray(lanes, 0);
        s01.intoArray(lanes, LANES);
        s10.intoArray(lanes, 2 * LANES);
        s11.intoArray(lanes, 3 * LANES);
        s20.intoArray(lanes, 4 * LANES);
        s21.intoArray(lanes, 5 * LANES);
        s30.intoArray(lanes, 6 * LANES);
        s31.intoArray(lanes, 7 * LANES);
        for (int lane = 0; p < a.columns(); p++, lane++) {
            double b0 = right[y0 + p];
            double b1 = right[y1 + p];
            lanes[lane] = Math.fma(left[x0 + p], b0, lanes[lane]);
            lanes[LANES + lane] = Math.fma(left[x0 + p], b1, lanes[LANES + lane]);
            lanes[2 * LANES + lane] = Math.fma(left[x1 + p], b0, lanes[2 * LANES + lane]);
            lanes[3 * LANES + lane] = Math.fma(left[x1 + p], b1, lanes[3 * LANES + lane]);
            lanes[4 * LANES + lane] = Math.fma(left[x2 + p], b0, lanes[4 * LANES + lane]);
            lanes[5 * LANES + lane] = Math.fma(left[x2 + p], b1, lanes[5 * LANES + lane]);
            lanes[6 * LANES + lane] = Math.fma(left[x3 + p], b0, lanes[6 * LANES + lane]);
            lanes[7 * LANES + lane] = Math.fma(left[x3 + p], b1, lanes[7 * LANES + lane]);
        }
    }

    /** Rows i to i + 3, or the last one again, with column j. */
    private static void fourByOne(Matrix<double[]> a, int i, Matrix<double[]> transposedB, int j, double[] lanes) {
        double[] left = a.values();
        double[] right = transposedB.values();
        int last = a.rows() - 1 - i;
        int x0 = a.offset() + i * a.rowStep();
        int x1 = x0 + Math.min(1, last) * a.rowStep();
        int x2 = x0 + Math.min(2, last) * a.rowStep();
        int x3 = x0 + Math.min(3, last) * a.rowStep();
        int y = transposedB.offset() + j * transposedB.rowStep();
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = DoubleVector.zero(SPECIES);
        DoubleVector s2 = DoubleVector.zero(SPECIES);
        DoubleVector s3 = DoubleVector.zero(SPECIES);
        int p = 0;
        for (; p <= a.columns() - LANES; p += LANES) {
            DoubleVector b = DoubleVector.fromArray(SPECIES, right, y + p);
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
            double b = right[y + p];
            lanes[lane] = Math.fma(left[x0 + p], b, lanes[lane]);
            lanes[LANES + lane] = Math.fma(left[x1 + p], b, lanes[LANES + lane]);
            lanes[2 * LANES + lane] = Math.fma(left[x2 + p], b, lanes[2 * LANES + lane]);
            lanes[3 * LANES + lane] = Math.fma(left[x3 + p], b, lanes[3 * LANES + lane]);
        }
    }

    /**
     * Adds the lanes of four elements from the first to the last; {@code reduceLanes} may take another order once it is
     * compiled. The four go side by side, since each waits for its own additions. The sums take the place of lanes that
     * are added by then.
     */
    private static void sumFour(double[] lanes, int element) {
        int from = element * LANES;
        double s0 = lanes[from];
        double s1 = lanes[from + LANES];
        double s2 = lanes[from + 2 * LANES];
        double s3 = lanes[from + 3 * LANES];
        for (int at = from + 1; at < from + LANES; at++) {
            s0 += lanes[at];
            s1 += lanes[at + LANES];
            s2 += lanes[at + 2 * LANES];
            s3 += lanes[at + 3 * LANES];
        }
        lanes[element] = s0;
        lanes[element + 1] = s1;
        lanes[element + 2] = s2;
        lanes[element + 3] = s3;
    }

    /** Stores the sums of those rows that c has. */
    private static void store(double[] sums, Matrix<double[]> c, int i, int j, int columns) {
        int rows = Math.min(ROWS, c.rows() - i);
        int at = c.offset() + i * c.rowStep() + j * c.columnStep();
        for (int r = 0; r < rows; r++) {
            for (int s = 0; s < columns; s++) {
                c.values()[at + r * c.rowStep() + s * c.columnStep()] = sums[r * columns + s];
            }
        }
    }
}
