package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The zeros of {@code double} matrices that {@link VectorDoubleProduct} leaves out. */
@AlsoFor(float.class)
final class VectorDoubleZeros {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** As many lanes as {@link ProductPlan#SPARSE_ROWS}. */
    private static final VectorSpecies<Double> STRIP =
            VectorSpecies.of(double.class, VectorShape.forBitSize(ProductPlan.SPARSE_ROWS * Double.SIZE));

    private VectorDoubleZeros() {}

    /** Whether neither an infinity nor a NaN is in a matrix of three vectors' columns or more, its rows in order. */
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
     * Lists the columns in which not all of eight rows are zero. Of a last vector that is not whole it lists all.
     *
     * @param a the rows, each in order
     * @param x where the first of them begins
     * @param last the last row that there is, counted from the first; it is taken for those after it
     * @param columns the list, with room for a vector more than there are columns
     * @return how many there are
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
            int bits = (int) mask.toLong();
            for (int q = p; q < p + LANES; q += ColumnList.WIDTH) {
                count = ColumnList.append(columns, count, q, bits & 0xff);
                bits >>>= ColumnList.WIDTH;
            }
        }
        for (; p < depth; p++) {
            columns[count++] = p;
        }
        return count;
    }

    private static VectorMask<Double> nonZero(double[] a, int x) {
        return DoubleVector.fromArray(SPECIES, a, x).compare(VectorOperators.NE, 0);
    }

    /**
     * Lists the columns in which not all of eight rows are zero.
     *
     * @param a the columns, each in order
     * @param x where the first of them begins
     * @param columns the list, with room for all columns
     * @return how many there are
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
