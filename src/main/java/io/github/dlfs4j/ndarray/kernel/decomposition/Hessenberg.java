package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.DoubleRows;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import java.util.Arrays;

/**
 * The reduction of a matrix to Hessenberg form, <i>a = Q H Q<sup>T</sup></i>, where H is zero below the elements beside
 * its diagonal, by Householder reflections (R. S. Martin and J. H. Wilkinson, "Similarity reduction of a general matrix
 * to Hessenberg form", Numerische Mathematik 12 (1968), 349-368).
 *
 * <p>The reflections of a block change only its own columns at once. The rest of the matrix is left as it was until the
 * block is complete, but each reflection needs a product of it and a vector (J. Dongarra, D. Sorensen and S.
 * Hammarling, "Block reduction of matrices to condensed forms for eigenvalue computations", Journal of Computational
 * and Applied Mathematics 27 (1989), 215-227). The rows above the block are not needed for that (G. Quintana-Ortí and
 * R. van de Geijn, "Improving the performance of reduction to Hessenberg form", ACM Transactions on Mathematical
 * Software 32 (2006), 180-194). So four fifths of the work are products of matrices at the end of each block.
 */
final class Hessenberg {
    /** The reflections of a block. */
    private static final int BLOCK = 32;

    /** So many last rows of the middle are reduced one reflection at a time: products of small matrices take longer. */
    private static final int SMALL = 100;

    private final double[][] a;
    private final int n;
    private final int first;
    private final int end;

    /** The vector of each reflection, a row each: that of column k begins with a 1 at k + 1, after zeros. */
    private final Matrix<double[]> vectors;

    private final double[] tau;

    /**
     * Reduces a matrix.
     *
     * @param a the rows; become those of H
     * @param first the first row of the middle, outside of which the matrix is triangular
     * @param end the row after the middle
     */
    Hessenberg(double[][] a, int first, int end) {
        this.a = a;
        this.first = first;
        this.end = end;
        n = a.length;
        tau = new double[n];
        vectors = BlockProduct.zeros(n, n);
        reduceOneByOne(end - first > SMALL ? reduceBlocks() : first);
    }

    /** Reduces the first columns in blocks; returns the first that is left. */
    private int reduceBlocks() {
        Matrix<double[]> matrix = BlockProduct.zeros(n, n);
        DoubleRows.write(a, matrix);
        double[][] v = new double[BLOCK][n];
        double[][] y = new double[BLOCK][n];
        int column = first;
        for (; end - column > SMALL; column += BLOCK) {
            reduceBlock(matrix, column, v, y);
            update(matrix, column, y);
        }
        DoubleRows.read(matrix, a);
        return column;
    }

    /**
     * Reduces the columns of a block, except above the rows that its reflections change.
     *
     * @param start the first column
     * @param v takes the vectors of the reflections
     * @param y takes as many vectors: the reflections turn these rows, from the right, into <i>a − y v<sup>T</sup></i>
     */
    private void reduceBlock(Matrix<double[]> matrix, int start, double[][] v, double[][] y) {
        int from = start + 1;
        double[] values = matrix.values();
        double[] factors = new double[BLOCK];
        for (int step = 0; step < BLOCK; step++) {
            int k = start + step;
            double[] x = v[step];
            for (int i = from; i < end; i++) {
                x[i] = values[i * n + k];
            }
            for (int p = 0; p < step; p++) {
                factors[p] = -v[p][k];
            }
            RowLoops.addMultiples(y, factors, 0, step, x, from, end);
            for (int p = 0; p < step; p++) {
                double along = RowLoops.dot(v[p], x, from + p, end);
                RowLoops.addMultiple(-tau[start + p] * along, v[p], x, from + p, end);
            }
            tau[k] = HouseholderReflection.reflect(x, k + 1, end);
            for (int i = from; i < end; i++) {
                values[i * n + k] = i <= k + 1 ? x[i] : 0;
            }
            Arrays.fill(x, from, k + 1, 0);
            x[k + 1] = 1;
            System.arraycopy(x, k + 1, vectors.values(), k * n + k + 1, end - k - 1);
            if (tau[k] == 0) {
                Arrays.fill(y[step], from, end, 0);
                continue;
            }
            BlockProduct.multiply(
                    matrix.block(from, k + 1, end - from, end - k - 1), column(x, k + 1), column(y[step], from));
            for (int p = 0; p < step; p++) {
                factors[p] = -RowLoops.dot(v[p], x, k + 1, end);
            }
            RowLoops.addMultiples(y, factors, 0, step, y[step], from, end);
            RowLoops.scale(tau[k], y[step], from, end);
        }
    }

    /** Applies the reflections of a block to all that they have not changed yet. */
    private void update(Matrix<double[]> matrix, int start, double[][] y) {
        int from = start + 1;
        int next = start + BLOCK;
        int height = end - from;
        BlockReflector reflections = reflections(start, BLOCK);
        reflections.applyTransposed(matrix.block(0, from, from, height).transpose());
        Matrix<double[]> rows = BlockProduct.zeros(BLOCK, height);
        for (int step = 0; step < BLOCK; step++) {
            System.arraycopy(y[step], from, rows.values(), step * height, height);
        }
        BlockProduct.subtract(
                rows.transpose(),
                vectors.block(start, next, BLOCK, end - next),
                matrix.block(from, next, height, end - next));
        reflections.applyTransposed(matrix.block(from, next, height, n - next));
    }

    private Matrix<double[]> column(double[] x, int from) {
        return new Matrix<>(x, from, end - from, 1, 1, 1);
    }

    /** Reduces the columns from one on. */
    private void reduceOneByOne(int start) {
        double[] v = new double[n];
        double[] sum = new double[n];
        for (int k = start; k < end - 2; k++) {
            for (int i = k + 1; i < end; i++) {
                v[i] = a[i][k];
            }
            double factor = HouseholderReflection.reflect(v, k + 1, end);
            a[k + 1][k] = v[k + 1];
            v[k + 1] = 1;
            for (int i = k + 2; i < end; i++) {
                a[i][k] = 0;
            }
            tau[k] = factor;
            System.arraycopy(v, k + 1, vectors.values(), k * n + k + 1, end - k - 1);
            if (factor != 0) {
                Arrays.fill(sum, k + 1, n, 0);
                RowLoops.addMultiples(a, v, k + 1, end, sum, k + 1, n);
                for (int i = k + 1; i < end; i++) {
                    RowLoops.addMultiple(-factor * v[i], sum, a[i], k + 1, n);
                }
                for (int i = 0; i < end; i++) {
                    double along = RowLoops.dot(a[i], v, k + 1, end);
                    RowLoops.addMultiple(-factor * along, v, a[i], k + 1, end);
                }
            }
        }
    }

    /** Returns the rows of the transpose of Q. */
    double[][] transposedQ() {
        Matrix<double[]> q = BlockProduct.zeros(n, n);
        for (int i = 0; i < n; i++) {
            q.values()[i * n + i] = 1;
        }
        int count = Math.max(0, end - 2 - first);
        for (int block = (count - 1) / BLOCK * BLOCK; count > 0 && block >= 0; block -= BLOCK) {
            int from = first + block + 1;
            reflections(first + block, Math.min(BLOCK, count - block))
                    .apply(q.block(from, from, end - from, end - from));
        }
        double[][] transposed = new double[n][n];
        DoubleRows.read(q.transpose(), transposed);
        return transposed;
    }

    /** Returns the product of the reflections of some columns. */
    private BlockReflector reflections(int column, int count) {
        Matrix<double[]> rows = vectors.block(column, column + 1, count, end - column - 1);
        return BlockReflector.of(rows.transpose(), Arrays.copyOfRange(tau, column, column + count));
    }
}
