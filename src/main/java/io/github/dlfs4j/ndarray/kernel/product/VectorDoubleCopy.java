package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.VectorLength;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Copies for {@link VectorDoubleProduct}: parts of the operands in the order in which tiles read them. */
@AlsoFor(float.class)
final class VectorDoubleCopy {
    private static final VectorSpecies<Double> SPECIES = VectorSpecies.of(double.class, VectorLength.SHAPE);
    private static final int LANES = SPECIES.length();

    /** Copies a matrix, in any layout, to one with contiguous rows. */
    static void copy(Matrix<double[]> from, Matrix<double[]> to) {
        int whole = from.columns() - from.columns() % LANES;
        if (whole > 0) {
            if (from.columnStep() == 1) {
                copyVectors(from, to, whole);
            } else {
                gatherVectors(from, to, whole);
            }
        }
        if (whole < from.columns()) {
            if (from.columnStep() == 1) {
                copyShortRows(from.columns(whole, from.columns()), to.columns(whole, from.columns()));
            } else {
                copyElements(from.columns(whole, from.columns()), to.columns(whole, from.columns()), 0);
            }
        }
    }

    /**
     * Copies rows that are shorter than a vector. Whole vectors are read and masked, as long as they are within both
     * arrays.
     */
    private static void copyShortRows(Matrix<double[]> from, Matrix<double[]> to) {
        double[] values = from.values();
        double[] out = to.values();
        VectorMask<Double> mask = SPECIES.indexInRange(0, from.columns());
        int i = 0;
        int x = from.offset();
        int y = to.offset();
        while (i < from.rows() && isWithin(x, values) && isWithin(y, out)) {
            DoubleVector.fromArray(SPECIES, values, x).intoArray(out, y, mask);
            x += from.rowStep();
            y += to.rowStep();
            i++;
        }
        copyElements(from, to, i);
    }

    private static boolean isWithin(int offset, double[] array) {
        return offset + LANES <= array.length;
    }

    private static void copyElements(Matrix<double[]> from, Matrix<double[]> to, int first) {
        double[] values = from.values();
        double[] out = to.values();
        for (int j = 0; j < from.columns(); j++) {
            int x = from.offset() + first * from.rowStep() + j * from.columnStep();
            int y = to.offset() + first * to.rowStep() + j;
            for (int i = first; i < from.rows(); i++) {
                out[y] = values[x];
                x += from.rowStep();
                y += to.rowStep();
            }
        }
    }

    private static void copyVectors(Matrix<double[]> from, Matrix<double[]> to, int whole) {
        for (int i = 0; i < from.rows(); i++) {
            int x = from.offset() + i * from.rowStep();
            int y = to.offset() + i * to.rowStep();
            for (int j = 0; j < whole; j += LANES) {
                DoubleVector.fromArray(SPECIES, from.values(), x + j).intoArray(to.values(), y + j);
            }
        }
    }

    /**
     * Copies the columns of one vector after the other. In a transposed matrix, the next rows then use the rest of the
     * cache lines that a row has read.
     */
    private static void gatherVectors(Matrix<double[]> from, Matrix<double[]> to, int whole) {
        int[] steps = new int[LANES];
        for (int lane = 1; lane < LANES; lane++) {
            steps[lane] = lane * from.columnStep();
        }
        for (int j = 0; j < whole; j += LANES) {
            int x = from.offset() + j * from.columnStep();
            int y = to.offset() + j;
            for (int i = 0; i < from.rows(); i++) {
                DoubleVector.fromArray(SPECIES, from.values(), x, steps, 0).intoArray(to.values(), y);
                x += from.rowStep();
                y += to.rowStep();
            }
        }
    }
}
