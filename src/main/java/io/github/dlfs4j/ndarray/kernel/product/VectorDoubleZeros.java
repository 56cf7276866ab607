package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Finds the zeros of {@code double} matrices that {@link VectorDoubleProduct} leaves out. */
@AlsoFor(float.class)
final class VectorDoubleZeros {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Vectors of {@link ProductPlan#SPARSE_ROWS} lanes. */
    private static final VectorSpecies<Double> STRIP =
            VectorSpecies.of(double.class, VectorShape.forBitSize(ProductPlan.SPARSE_ROWS * Double.SIZE));

    private VectorDoubleZeros() {}

    /**
     * Returns whether a matrix contains neither infinities nor NaN. Its rows must be contiguous and fill at least three
     * vectors.
     */
    static boolean areFinite(Matrix<double[]> b) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector sum0 = zero;
        DoubleVector sum1 = zero;
        DoubleVector sum2 = zero;
        for (int i = 0; i < b.rows(); i++) {
            for (int j = 0; j < b.columns(); j += 3 * LANES) {
                int y = b.offset() + i * b.rowStep() + Math.min(j, b.columns() - 3 * LANES);
                sum0 = DoubleVector.fromArray(SPECIES, b.values(), y).fma(zero, sum0);
                sum1 = DoubleVector.fromArray(SPECIES, b.values(), y + LANES).fma(zero, sum1);
                sum2 = DoubleVector.fromArray(SPECIES, b.values(), y + 2 * LANES)
                        .fma(zero, sum2);
            }
        }
        return sum0.lanewise(VectorOperators.ADD, sum1)
                .lanewise(VectorOperators.ADD, sum2)
                .compare(VectorOperators.EQ, 0)
                .allTrue();
    }

    /**
     * Lists the columns in which a row is not zero. At the end, it lists all columns that do not fill a vector.
     *
     * @param a the array of the row, which is contiguous
     * @param x where the row begins
     * @param columns the list, with room for a vector more than there are columns
     * @return the number of listed columns
     */
    static int nonZeroInRow(double[] a, int x, int depth, int[] columns) {
        int count = 0;
        int p = 0;
        for (; p + LANES <= depth; p += LANES) {
            count = append(columns, count, p, nonZero(a, x + p));
        }
        return appendRest(columns, count, p, depth);
    }

    /**
     * Lists the columns in which not all of eight rows are zero. At the end, it lists all columns that do not fill a
     * vector.
     *
     * @param a the array of the rows, which are contiguous
     * @param x where the first row begins
     * @param last the last existing row, counted from the first; it takes the place of missing rows
     * @param columns the list, with room for a vector more than there are columns
     * @return the number of listed columns
     */
    static int nonZeroInRows(double[] a, int x, int rowStep, int last, int depth, int[] columns) {
        int x1 = x + Math.min(1, last) * rowStep;
        int x2 = x + Math.min(2, last) * rowStep;
        int x3 = x + Math.min(3, last) * rowStep;
        int x4 = x + Math.min(4, last) * rowStep;
        int x5 = x + Math.min(5, last) * rowStep;
        int x6 = x + Math.min(6, last) * rowStep;
        int x7 = x + Math.min(7, last) * rowStep;
        int count = 0;
        int p = 0;
        for (; p + LANES <= depth; p += LANES) {
            VectorMask<Double> mask = nonZero(a, x + p)
                    .or(nonZero(a, x1 + p))
                    .or(nonZero(a, x2 + p))
                    .or(nonZero(a, x3 + p))
                    .or(nonZero(a, x4 + p))
                    .or(nonZero(a, x5 + p))
                    .or(nonZero(a, x6 + p))
                    .or(nonZero(a, x7 + p));
            count = append(columns, count, p, mask);
        }
        return appendRest(columns, count, p, depth);
    }

    /** Appends the columns that a mask selects, and returns the new length of the list. */
    private static int append(int[] columns, int count, int first, VectorMask<Double> mask) {
        int bits = (int) mask.toLong();
        int length = count;
        for (int p = first; p < first + LANES; p += ColumnList.WIDTH) {
            length = ColumnList.append(columns, length, p, bits & 0xff);
            bits >>>= ColumnList.WIDTH;
        }
        return length;
    }

    /** Appends all columns from the given one on, and returns the new length of the list. */
    private static int appendRest(int[] columns, int count, int first, int depth) {
        int length = count;
        for (int p = first; p < depth; p++) {
            columns[length++] = p;
        }
        return length;
    }

    private static VectorMask<Double> nonZero(double[] a, int x) {
        return DoubleVector.fromArray(SPECIES, a, x).compare(VectorOperators.NE, 0);
    }

    /**
     * Lists the columns in which not all of eight rows are zero.
     *
     * @param a the array of the columns, which are contiguous
     * @param x where the first column begins
     * @param columns the list, with room for all columns
     * @return the number of listed columns
     */
    static int nonZeroInColumns(double[] a, int x, int columnStep, int depth, int[] columns) {
        int count = 0;
        int at = x;
        for (int p = 0; p < depth; p++) {
            if (DoubleVector.fromArray(STRIP, a, at)
                    .compare(VectorOperators.NE, 0)
                    .anyTrue()) {
                columns[count++] = p;
            }
            at += columnStep;
        }
        return count;
    }
}
