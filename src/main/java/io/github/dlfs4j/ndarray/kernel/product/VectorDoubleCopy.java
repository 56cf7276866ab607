package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.VectorLength;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Copies for {@link VectorDoubleProduct}: parts of the operands in the order in which tiles read them. */
@AlsoFor(float.class)
final class VectorDoubleCopy {
    private static final VectorSpecies<Double> SPECIES = VectorSpecies.of(double.class, VectorLength.SHAPE);
    private static final int LANES = SPECIES.length();

    /** The side of a square that is transposed in registers. */
    private static final int SIDE = 4;

    private static final VectorSpecies<Double> FOUR =
            VectorSpecies.of(double.class, VectorShape.forBitSize(SIDE * Double.SIZE));
    private static final VectorShuffle<Double> LOW = VectorShuffle.fromValues(FOUR, 0, 4, 1, 5);
    private static final VectorShuffle<Double> HIGH = VectorShuffle.fromValues(FOUR, 2, 6, 3, 7);

    /** Copies a matrix, in any layout, to one with contiguous rows. */
    static void copy(Matrix<double[]> from, Matrix<double[]> to) {
        if (from.columnStep() == 1) {
            int whole = from.columns() - from.columns() % LANES;
            if (whole > 0) {
                copyVectors(from, to, whole);
            }
            if (whole < from.columns()) {
                copyShortRows(from.columns(whole, from.columns()), to.columns(whole, from.columns()));
            }
        } else {
            boolean turns = from.rowStep() == 1 && LANES >= SIDE;
            int rows = turns ? from.rows() - from.rows() % SIDE : 0;
            int columns = turns ? from.columns() - from.columns() % SIDE : 0;
            turn(from.block(0, 0, rows, columns), to);
            copyElements(from.columns(0, columns), to, rows);
            copyElements(from.columns(columns, from.columns()), to.columns(columns, from.columns()), 0);
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

    /** Copies contiguous rows, which whole panels of a width fill, to these panels: some rows of all, then the next. */
    static void copyToPanels(Matrix<double[]> from, int together, int width, double[] panels, int start) {
        double[] values = from.values();
        for (int first = 0; first < from.rows(); first += together) {
            int height = Math.min(together, from.rows() - first);
            for (int j = 0; j < from.columns(); j += LANES) {
                int lane = j % width;
                int x = from.offset() + first * from.rowStep() + j;
                int y = start + (j - lane) * from.rows() + first * width + lane;
                for (int i = 0; i < height; i++) {
                    DoubleVector.fromArray(SPECIES, values, x).intoArray(panels, y);
                    x += from.rowStep();
                    y += width;
                }
            }
        }
    }

    /**
     * Copies columns whose elements are neighbours: squares of four by four, transposed in registers. Gathers took
     * twice the time, and so did copies of single elements.
     */
    private static void turn(Matrix<double[]> from, Matrix<double[]> to) {
        double[] values = from.values();
        double[] out = to.values();
        int step = to.rowStep();
        for (int j = 0; j < from.columns(); j += SIDE) {
            int x = from.offset() + j * from.columnStep();
            int y = to.offset() + j;
            for (int i = 0; i < from.rows(); i += SIDE) {
                DoubleVector a = DoubleVector.fromArray(FOUR, values, x);
                DoubleVector b = DoubleVector.fromArray(FOUR, values, x + from.columnStep());
                DoubleVector c = DoubleVector.fromArray(FOUR, values, x + 2 * from.columnStep());
                DoubleVector d = DoubleVector.fromArray(FOUR, values, x + 3 * from.columnStep());
                DoubleVector lowAC = a.rearrange(LOW, c);
                DoubleVector highAC = a.rearrange(HIGH, c);
                DoubleVector lowBD = b.rearrange(LOW, d);
                DoubleVector highBD = b.rearrange(HIGH, d);
                lowAC.rearrange(LOW, lowBD).intoArray(out, y);
                lowAC.rearrange(HIGH, lowBD).intoArray(out, y + step);
                highAC.rearrange(LOW, highBD).intoArray(out, y + 2 * step);
                highAC.rearrange(HIGH, highBD).intoArray(out, y + 3 * step);
                x += SIDE;
                y += SIDE * step;
            }
        }
    }
}
