package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The dot products of {@link VectorFloatProduct}: one sum for every lane of a vector along k. */
final class VectorFloatDots {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int ROWS = 4;
    private static final int COLUMNS = 2;

    private VectorFloatDots() {}

    /** {@code c = a b}, four rows by two columns at a time: a, which is the larger one, is read once for both. */
    static void multiply(Matrix<float[]> a, Matrix<float[]> transposedB, Matrix<float[]> c) {
        float[] lanes = new float[ROWS * COLUMNS * LANES];
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
    private static void fourByTwo(Matrix<float[]> a, int i, Matrix<float[]> transposedB, int j, float[] lanes) {
        float[] left = a.values();
        float[] right = transposedB.values();
        int last = a.rows() - 1 - i;
        int x0 = a.offset() + i * a.rowStep();
        int x1 = x0 + Math.min(1, last) * a.rowStep();
        int x2 = x0 + Math.min(2, last) * a.rowStep();
        int x3 = x0 + Math.min(3, last) * a.rowStep();
        int y0 = transposedB.offset() + j * transposedB.rowStep();
        int y1 = y0 + transposedB.rowStep();
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES);
        FloatVector s11 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES);
        FloatVector s21 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES);
        FloatVector s31 = FloatVector.zero(SPECIES);
        int p = 0;
        for (; p <= a.columns() - LANES; p += LANES) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, right, y0 + p);
            FloatVector b1 = FloatVector.fromArray(SPECIES, right, y1 + p);
            FloatVector a0 = FloatVector.fromArray(SPECIES, left, x0 + p);
            s00 = a0.fma(b0, s00);
            s01 = a0.fma(b1, s01);
            FloatVector a1 = FloatVector.fromArray(SPECIES, left, x1 + p);
            s10 = a1.fma(b0, s10);
            s11 = a1.fma(b1, s11);
            FloatVector a2 = FloatVector.fromArray(SPECIES, left, x2 + p);
            s20 = a2.fma(b0, s20);
            s21 = a2.fma(b1, s21);
            FloatVector a3 = FloatVector.fromArray(SPECIES, left, x3 + p);
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
            float b0 = right[y0 + p];
            float b1 = right[y1 + p];
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
    private static void fourByOne(Matrix<float[]> a, int i, Matrix<float[]> transposedB, int j, float[] lanes) {
        float[] left = a.values();
        float[] right = transposedB.values();
        int last = a.rows() - 1 - i;
        int x0 = a.offset() + i * a.rowStep();
        int x1 = x0 + Math.min(1, last) * a.rowStep();
        int x2 = x0 + Math.min(2, last) * a.rowStep();
        int x3 = x0 + Math.min(3, last) * a.rowStep();
        int y = transposedB.offset() + j * transposedB.rowStep();
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = FloatVector.zero(SPECIES);
        FloatVector s2 = FloatVector.zero(SPECIES);
        FloatVector s3 = FloatVector.zero(SPECIES);
        int p = 0;
        for (; p <= a.columns() - LANES; p += LANES) {
            FloatVector b = FloatVector.fromArray(SPECIES, right, y + p);
            s0 = FloatVector.fromArray(SPECIES, left, x0 + p).fma(b, s0);
            s1 = FloatVector.fromArray(SPECIES, left, x1 + p).fma(b, s1);
            s2 = FloatVector.fromArray(SPECIES, left, x2 + p).fma(b, s2);
            s3 = FloatVector.fromArray(SPECIES, left, x3 + p).fma(b, s3);
        }
        s0.intoArray(lanes, 0);
        s1.intoArray(lanes, LANES);
        s2.intoArray(lanes, 2 * LANES);
        s3.intoArray(lanes, 3 * LANES);
        for (int lane = 0; p < a.columns(); p++, lane++) {
            float b = right[y + p];
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
    private static void sumFour(float[] lanes, int element) {
        int from = element * LANES;
        float s0 = lanes[from];
        float s1 = lanes[from + LANES];
        float s2 = lanes[from + 2 * LANES];
        float s3 = lanes[from + 3 * LANES];
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
    private static void store(float[] sums, Matrix<float[]> c, int i, int j, int columns) {
        int rows = Math.min(ROWS, c.rows() - i);
        int at = c.offset() + i * c.rowStep() + j * c.columnStep();
        for (int r = 0; r < rows; r++) {
            for (int s = 0; s < columns; s++) {
                c.values()[at + r * c.rowStep() + s * c.columnStep()] = sums[r * columns + s];
            }
        }
    }
}
