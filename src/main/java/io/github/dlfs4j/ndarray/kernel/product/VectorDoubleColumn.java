package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The product of a matrix and a long column with vectors. Its elements are sums of {@link DoubleChains}. */
@AlsoFor(float.class)
final class VectorDoubleColumn {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int CHAINS = DoubleChains.COUNT;
    private static final int ROWS = 4;
    private static final int VECTORS = 4;

    private VectorDoubleColumn() {}

    /**
     * {@code c = a b}.
     *
     * @param a its rows in order, or its columns, which fill a vector at least
     * @param b one column
     * @param c one column, in order
     */
    static void multiply(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        Matrix<double[]> column = b;
        if (b.rowStep() != 1) {
            column = new Matrix<>(new double[b.rows()], 0, b.rows(), 1, 1, 1);
            DoubleRows.read(b.transpose(), 0, column.values());
        }
        if (a.columnStep() == 1) {
            multiplyRows(a, column, c);
        } else {
            multiplyColumns(a, column, c);
        }
    }

    /** Vectors along k, a chain in each lane. */
    private static void multiplyRows(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        double[] chains = new double[ROWS * CHAINS];
        for (int i = 0; i < c.rows(); i += ROWS) {
            for (int chain = 0; chain < CHAINS; chain += LANES) {
                addVector(a, i, b, chain, chains);
            }
            for (int row = 0; row < ROWS && i + row < c.rows(); row++) {
                int x = a.offset() + (i + row) * a.rowStep();
                int at = row * CHAINS;
                DoubleChains.addLast(a.values(), x, b.values(), b.offset(), b.rows(), chains, at);
                c.values()[c.offset() + i + row] = DoubleChains.sum(chains, at);
            }
        }
    }

    /** A vector's chains of rows i to i + 3, or of the last one again. */
    private static void addVector(Matrix<double[]> a, int i, Matrix<double[]> b, int chain, double[] chains) {
        double[] left = a.values();
        double[] right = b.values();
        int last = a.rows() - 1 - i;
        int x0 = a.offset() + i * a.rowStep() + chain;
        int x1 = x0 + Math.min(1, last) * a.rowStep();
        int x2 = x0 + Math.min(2, last) * a.rowStep();
        int x3 = x0 + Math.min(3, last) * a.rowStep();
        int y = b.offset() + chain;
        int depth = b.rows();
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = DoubleVector.zero(SPECIES);
        DoubleVector s2 = DoubleVector.zero(SPECIES);
        DoubleVector s3 = DoubleVector.zero(SPECIES);
        for (int p = 0; p <= depth - CHAINS; p += CHAINS) {
            DoubleVector factors = DoubleVector.fromArray(SPECIES, right, y + p);
            s0 = DoubleVector.fromArray(SPECIES, left, x0 + p).fma(factors, s0);
            s1 = DoubleVector.fromArray(SPECIES, left, x1 + p).fma(factors, s1);
            s2 = DoubleVector.fromArray(SPECIES, left, x2 + p).fma(factors, s2);
            s3 = DoubleVector.fromArray(SPECIES, left, x3 + p).fma(factors, s3);
        }
        s0.intoArray(chains, chain);
        s1.intoArray(chains, CHAINS + chain);
        s2.intoArray(chains, 2 * CHAINS + chain);
        s3.intoArray(chains, 3 * CHAINS + chain);
    }

    /** Vectors along the rows of a, four at a time; those that would go beyond the last row begin earlier. */
    private static void multiplyColumns(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        double[] chains = new double[CHAINS * VECTORS * LANES];
        int last = c.rows() - LANES;
        for (int i = 0; i < c.rows(); i += VECTORS * LANES) {
            for (int chain = 0; chain < CHAINS; chain += 4) {
                addFourColumns(a, i, b, chain, chains);
            }
            for (int vector = 0; vector < VECTORS; vector++) {
                int row = Math.min(i + vector * LANES, last);
                addLastColumns(a, row, b, chains, vector * LANES);
                sum(chains, vector * LANES).intoArray(c.values(), c.offset() + row);
            }
        }
    }

    /** Four chains of the rows from i on. */
    private static void addFourColumns(Matrix<double[]> a, int i, Matrix<double[]> b, int chain, double[] chains) {
        double[] left = a.values();
        double[] right = b.values();
        int last = a.rows() - LANES;
        int x0 = a.offset() + Math.min(i, last);
        int x1 = a.offset() + Math.min(i + LANES, last);
        int x2 = a.offset() + Math.min(i + 2 * LANES, last);
        int x3 = a.offset() + Math.min(i + 3 * LANES, last);
        int columnStep = a.columnStep();
        int nextRound = (CHAINS - 3) * columnStep;
        int y = b.offset() + chain;
        int x = chain * columnStep;
        int rounds = b.rows() / CHAINS;
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s01 = DoubleVector.zero(SPECIES);
        DoubleVector s02 = DoubleVector.zero(SPECIES);
        DoubleVector s03 = DoubleVector.zero(SPECIES);
        DoubleVector s10 = DoubleVector.zero(SPECIES);
        DoubleVector s11 = DoubleVector.zero(SPECIES);
        DoubleVector s12 = DoubleVector.zero(SPECIES);
        DoubleVector s13 = DoubleVector.zero(SPECIES);
        DoubleVector s20 = DoubleVector.zero(SPECIES);
        DoubleVector s21 = DoubleVector.zero(SPECIES);
        DoubleVector s22 = DoubleVector.zero(SPECIES);
        DoubleVector s23 = DoubleVector.zero(SPECIES);
        DoubleVector s30 = DoubleVector.zero(SPECIES);
        DoubleVector s31 = DoubleVector.zero(SPECIES);
        DoubleVector s32 = DoubleVector.zero(SPECIES);
        DoubleVector s33 = DoubleVector.zero(SPECIES);
        for (int round = 0; round < rounds; round++) {
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, right[y]);
            s00 = f0.fma(DoubleVector.fromArray(SPECIES, left, x0 + x), s00);
            s01 = f0.fma(DoubleVector.fromArray(SPECIES, left, x1 + x), s01);
            s02 = f0.fma(DoubleVector.fromArray(SPECIES, left, x2 + x), s02);
            s03 = f0.fma(DoubleVector.fromArray(SPECIES, left, x3 + x), s03);
            x += columnStep;
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, right[y + 1]);
            s10 = f1.fma(DoubleVector.fromArray(SPECIES, left, x0 + x), s10);
            s11 = f1.fma(DoubleVector.fromArray(SPECIES, left, x1 + x), s11);
            s12 = f1.fma(DoubleVector.fromArray(SPECIES, left, x2 + x), s12);
            s13 = f1.fma(DoubleVector.fromArray(SPECIES, left, x3 + x), s13);
            x += columnStep;
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, right[y + 2]);
            s20 = f2.fma(DoubleVector.fromArray(SPECIES, left, x0 + x), s20);
            s21 = f2.fma(DoubleVector.fromArray(SPECIES, left, x1 + x), s21);
            s22 = f2.fma(DoubleVector.fromArray(SPECIES, left, x2 + x), s22);
            s23 = f2.fma(DoubleVector.fromArray(SPECIES, left, x3 + x), s23);
            x += columnStep;
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, right[y + 3]);
            s30 = f3.fma(DoubleVector.fromArray(SPECIES, left, x0 + x), s30);
            s31 = f3.fma(DoubleVector.fromArray(SPECIES, left, x1 + x), s31);
            s32 = f3.fma(DoubleVector.fromArray(SPECIES, left, x2 + x), s32);
            s33 = f3.fma(DoubleVector.fromArray(SPECIES, left, x3 + x), s33);
            x += nextRound;
            y += CHAINS;
        }
        int at = chain * VECTORS * LANES;
        s00.intoArray(chains, at);
        s01.intoArray(chains, at + LANES);
        s02.intoArray(chains, at + 2 * LANES);
        s03.intoArray(chains, at + 3 * LANES);
        s10.intoArray(chains, at + 4 * LANES);
        s11.intoArray(chains, at + 5 * LANES);
        s12.intoArray(chains, at + 6 * LANES);
        s13.intoArray(chains, at + 7 * LANES);
        s20.intoArray(chains, at + 8 * LANES);
        s21.intoArray(chains, at + 9 * LANES);
        s22.intoArray(chains, at + 10 * LANES);
        s23.intoArray(chains, at + 11 * LANES);
        s30.intoArray(chains, at + 12 * LANES);
        s31.intoArray(chains, at + 13 * LANES);
        s32.intoArray(chains, at + 14 * LANES);
        s33.intoArray(chains, at + 15 * LANES);
    }

    /** The columns of a that do not fill another round of all chains, for a vector of rows from i on. */
    private static void addLastColumns(Matrix<double[]> a, int i, Matrix<double[]> b, double[] chains, int at) {
        int whole = b.rows() - b.rows() % CHAINS;
        for (int p = whole; p < b.rows(); p++) {
            int chain = at + (p - whole) * VECTORS * LANES;
            DoubleVector.fromArray(SPECIES, a.values(), a.offset() + i + p * a.columnStep())
                    .fma(DoubleVector.broadcast(SPECIES, b.values()[b.offset() + p]), vector(chains, chain))
                    .intoArray(chains, chain);
        }
    }

    /** {@link DoubleChains#sum} of a vector of elements. */
    private static DoubleVector sum(double[] chains, int at) {
        int step = VECTORS * LANES;
        DoubleVector sum0 = vector(chains, at);
        DoubleVector sum1 = vector(chains, at + step);
        DoubleVector sum2 = vector(chains, at + 2 * step);
        DoubleVector sum3 = vector(chains, at + 3 * step);
        for (int i = 4; i < CHAINS; i += 4) {
            int from = at + i * step;
            sum0 = sum0.add(vector(chains, from));
            sum1 = sum1.add(vector(chains, from + step));
            sum2 = sum2.add(vector(chains, from + 2 * step));
            sum3 = sum3.add(vector(chains, from + 3 * step));
        }
        return sum0.add(sum1).add(sum2.add(sum3)).add(0.0);
    }

    private static DoubleVector vector(double[] array, int at) {
        return DoubleVector.fromArray(SPECIES, array, at);
    }
}
