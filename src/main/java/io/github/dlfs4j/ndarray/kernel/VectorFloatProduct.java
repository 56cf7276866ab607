package io.github.dlfs4j.ndarray.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link VectorProduct} of {@code float}: how its tiles are chosen, how a matrix is packed, and the dot products. */
final class VectorFloatProduct extends VectorProduct<float[]> {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /**
     * Eight rows by three vectors are 24 sums; with three vectors of b and one of a they fit the 32 registers of
     * AVX-512 and of NEON. AVX2, the one with 256 bits, has 16: four rows, 12 sums.
     */
    private static final int TILE_ROWS = SPECIES.vectorBitSize() == 256 ? 4 : 8;

    VectorFloatProduct() {
        super(LANES, TILE_ROWS, Float.BYTES);
    }

    @Override
    float[] allocate(int length) {
        return new float[length];
    }

    @Override
    void copy(Matrix<float[]> from, float[] to, int rowStep) {
        if (from.columnStep() == 1) {
            for (int i = 0; i < from.rows(); i++) {
                System.arraycopy(from.values(), from.offset() + i * from.rowStep(), to, i * rowStep, from.columns());
            }
            return;
        }
        int j = 0;
        for (; j + 8 <= from.columns(); j += 8) {
            copyEight(from, j, to, rowStep);
        }
        for (; j < from.columns(); j++) {
            int at = from.offset() + j * from.columnStep();
            for (int i = 0; i < from.rows(); i++) {
                to[j + i * rowStep] = from.values()[at + i * from.rowStep()];
            }
        }
    }

    /**
     * Eight columns at once, because in a transposed matrix a column lies in order: eight streams are read, one
     * written.
     */
    private static void copyEight(Matrix<float[]> from, int j, float[] to, int rowStep) {
        float[] values = from.values();
        int step = from.columnStep();
        int x = from.offset() + j * step;
        int y = j;
        for (int i = 0; i < from.rows(); i++) {
            to[y] = values[x];
            to[y + 1] = values[x + step];
            to[y + 2] = values[x + 2 * step];
            to[y + 3] = values[x + 3 * step];
            to[y + 4] = values[x + 4 * step];
            to[y + 5] = values[x + 5 * step];
            to[y + 6] = values[x + 6 * step];
            to[y + 7] = values[x + 7 * step];
            x += from.rowStep();
            y += rowStep;
        }
    }

    @Override
    void tile(Matrix<float[]> a, Matrix<float[]> b, Matrix<float[]> c, boolean goOn) {
        boolean wide = b.columns() > LANES;
        if (wide && c.rows() > 4) {
            VectorFloatTiles.tile8x3(a, b, c, goOn);
            return;
        }
        for (int i = 0; i < c.rows(); i += 4) {
            int rows = Math.min(4, c.rows() - i);
            Matrix<float[]> strip = a.block(i, 0, rows, a.columns());
            if (wide) {
                VectorFloatTiles.tile4x3(strip, b, c.block(i, 0, rows, c.columns()), goOn);
            } else {
                VectorFloatTiles.tile4x1(strip, b, c.block(i, 0, rows, c.columns()), goOn);
            }
        }
    }

    @Override
    void dots(Matrix<float[]> a, Matrix<float[]> transposedB, Matrix<float[]> c) {
        float[] lanes = new float[4 * LANES];
        for (int i = 0; i < c.rows(); i += 4) {
            int rows = Math.min(4, c.rows() - i);
            for (int j = 0; j < c.columns(); j++) {
                int y = transposedB.offset() + j * transposedB.rowStep();
                dots4(a.block(i, 0, rows, a.columns()), transposedB.values(), y, lanes);
                for (int r = 0; r < rows; r++) {
                    c.values()[c.offset() + (i + r) * c.rowStep() + j] = sum(lanes, r * LANES);
                }
            }
        }
    }

    /** Four rows with one column. The sums of each row's lanes are left to the caller. */
    private static void dots4(Matrix<float[]> a, float[] column, int y, float[] lanes) {
        float[] left = a.values();
        int last = a.rows() - 1;
        int x0 = a.offset();
        int x1 = x0 + Math.min(1, last) * a.rowStep();
        int x2 = x0 + Math.min(2, last) * a.rowStep();
        int x3 = x0 + Math.min(3, last) * a.rowStep();
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = FloatVector.zero(SPECIES);
        FloatVector s2 = FloatVector.zero(SPECIES);
        FloatVector s3 = FloatVector.zero(SPECIES);
        int p = 0;
        for (; p <= a.columns() - LANES; p += LANES) {
            FloatVector b = FloatVector.fromArray(SPECIES, column, y + p);
            s0 = FloatVector.fromArray(SPECIES, left, x0 + p).fma(b, s0);
            s1 = FloatVector.fromArray(SPECIES, left, x1 + p).fma(b, s1);
            s2 = FloatVector.fromArray(SPECIES, left, x2 + p).fma(b, s2);
            s3 = FloatVector.fromArray(SPECIES, left, x3 + p).fma(b, s3);
        }
        s0.intoArray(lanes, 0);
        s1.intoArray(lanes, LANES);
        s2.intoArray(lanes, 2 * LANES);
        s3.intoArray(lanes, 3 * LANES);
        for (; p < a.columns(); p++) {
            lanes[0] += left[x0 + p] * column[y + p];
            lanes[LANES] += left[x1 + p] * column[y + p];
            lanes[2 * LANES] += left[x2 + p] * column[y + p];
            lanes[3 * LANES] += left[x3 + p] * column[y + p];
        }
    }

    /** In a fixed order; {@code reduceLanes} may take another one after compilation. */
    private static float sum(float[] lanes, int from) {
        float sum = lanes[from];
        for (int i = 1; i < LANES; i++) {
            sum += lanes[from + i];
        }
        return sum;
    }
}
