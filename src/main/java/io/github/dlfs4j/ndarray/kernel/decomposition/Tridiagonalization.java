package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.Workspace;
import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import java.util.Arrays;

/**
 * The reduction of a symmetric matrix to tridiagonal form, <i>a = H T H<sup>T</sup></i>, by Householder reflections in
 * blocks (J. J. Dongarra, D. C. Sorensen and S. J. Hammarling, "Block reduction of matrices to condensed forms for
 * eigenvalue computations", Journal of Computational and Applied Mathematics 27 (1989), 215-227).
 *
 * <p>The reflections of a block change only its own rows at once. The rest of the matrix is changed when the block is
 * complete, by a matrix product, below the diagonal, and copied to the other side of it. Half of the work is products
 * of the matrix and a vector, which need all of the matrix for each reflection; they add up its rows.
 */
final class Tridiagonalization {
    /** The reflections of a block. */
    private static final int BLOCK = 32;

    /** The reflections that are multiplied at a time. */
    private static final int MULTIPLIED = 64;

    /** The rows that a product changes at a time; the product stays in the cache. */
    private static final int STRIP = 64;

    /**
     * The rows and columns that are copied across the diagonal at a time; a cache line of each fits in the L1 cache.
     */
    private static final int TILE = 8;

    private final int n;

    /** The rows of the matrix; those reduced hold the vectors of the reflections. */
    private final double[][] a;

    private final double[] tau;
    private final double[] diagonal;
    private final double[] beside;

    /**
     * The vectors v of a block, and the vectors w for which <i>a − v w<sup>T</sup> − w v<sup>T</sup></i> is reflected.
     */
    private final double[][] v;

    private final double[][] w;

    private Tridiagonalization(double[][] a) {
        this.a = a;
        n = a.length;
        tau = new double[n];
        diagonal = new double[n];
        beside = new double[n];
        v = new double[Math.min(BLOCK, n)][n];
        w = new double[Math.min(BLOCK, n)][n];
    }

    /**
     * Reduces a matrix.
     *
     * @param a the rows of the matrix, at least one, symmetric, of magnitudes that do not overflow when squared; become
     *     a part of the result
     */
    static Tridiagonalization of(double[][] a) {
        Tridiagonalization reduction = new Tridiagonalization(a);
        int n = a.length;
        for (int first = 0; first < n - 1; first += BLOCK) {
            int end = Math.min(first + BLOCK, n - 1);
            reduction.reduce(first, end);
            reduction.update(first, end);
        }
        reduction.diagonal[n - 1] = a[n - 1][n - 1];
        return reduction;
    }

    /** Returns the diagonal of T, not a copy. */
    double[] diagonal() {
        return diagonal;
    }

    /** Returns the n - 1 elements beside the diagonal of T, and one more, not a copy. */
    double[] beside() {
        return beside;
    }

    /** Multiplies a matrix of n rows by H from the left. */
    void multiply(Matrix<double[]> c) {
        for (int first = (n - 2) / MULTIPLIED * MULTIPLIED; n > 1 && first >= 0; first -= MULTIPLIED) {
            int count = Math.min(MULTIPLIED, n - 1 - first);
            int below = n - first - 1;
            Matrix<double[]> vectors = BlockProduct.zeros(count, below);
            for (int i = 0; i < count; i++) {
                System.arraycopy(a[first + i], first + i + 1, vectors.values(), i * below + i, below - i);
            }
            BlockReflector.of(vectors.transpose(), Arrays.copyOfRange(tau, first, first + count))
                    .apply(c.block(first + 1, 0, below, c.columns()));
        }
    }

    private void reduce(int first, int end) {
        for (int row = first; row < end; row++) {
            int earlier = row - first;
            double[] x = a[row];
            for (int k = 0; k < earlier; k++) {
                addTwo(-w[k][row], v[k], -v[k][row], w[k], x, row, n);
            }
            diagonal[row] = x[row];
            tau[row] = HouseholderReflection.reflect(x, row + 1, n);
            beside[row] = x[row + 1];
            x[row + 1] = 1;
            System.arraycopy(x, row + 1, v[earlier], row + 1, n - row - 1);
            companion(row, earlier);
        }
    }

    /** Computes the vector w of a row. */
    private void companion(int row, int earlier) {
        int from = row + 1;
        double[] own = v[earlier];
        double[] sum = w[earlier];
        double factor = tau[row];
        Arrays.fill(sum, from, n, 0);
        if (factor == 0) {
            return;
        }
        RowLoops.addMultiples(a, own, from, n, sum, from, n);
        for (int k = 0; k < earlier; k++) {
            double alongV = RowLoops.dot(v[k], own, from, n);
            double alongW = RowLoops.dot(w[k], own, from, n);
            addTwo(-alongW, v[k], -alongV, w[k], sum, from, n);
        }
        double half = -0.5 * factor * RowLoops.dot(sum, own, from, n);
        for (int j = from; j < n; j++) {
            sum[j] = factor * (sum[j] + half * own[j]);
        }
    }

    /** Applies the reflections of a block to the rows below it. */
    private void update(int first, int end) {
        int count = end - first;
        int width = n - end;
        // The vectors v, w, and v once more: v beside w is a part of it, and so is w beside v.
        double[] vectors = new double[3 * count * width];
        for (int k = 0; k < count; k++) {
            System.arraycopy(v[k], end, vectors, k * width, width);
            System.arraycopy(w[k], end, vectors, (count + k) * width, width);
            System.arraycopy(v[k], end, vectors, (2 * count + k) * width, width);
        }
        Matrix<double[]> vw = new Matrix<>(vectors, 0, 2 * count, width, width, 1);
        Matrix<double[]> wv = new Matrix<>(vectors, count * width, 2 * count, width, width, 1);
        double[] product = Workspace.DOUBLES.take(STRIP * width);
        double[] line = new double[n];
        for (int i = end; i < n; i += STRIP) {
            int height = Math.min(STRIP, n - i);
            int columns = i + height - end;
            Matrix<double[]> left = vw.columns(i - end, columns).transpose();
            Matrix<double[]> right = wv.columns(0, columns);
            BlockProduct.multiply(left, right, new Matrix<>(product, 0, height, columns, columns, 1));
            for (int k = 0; k < height; k++) {
                System.arraycopy(product, k * columns, line, end, columns);
                RowLoops.subtract(line, a[i + k], end, end + columns);
            }
            mirror(i, i + height, end);
        }
        Workspace.DOUBLES.giveBack(product);
    }

    /** Copies the elements of some rows left of the diagonal, from a column on, to the other side of it. */
    private void mirror(int first, int end, int from) {
        for (int tile = first; tile < end; tile += TILE) {
            int to = Math.min(tile + TILE, end);
            for (int j = from; j < to; j++) {
                double[] row = a[j];
                for (int i = Math.max(tile, j + 1); i < to; i++) {
                    row[i] = a[i][j];
                }
            }
        }
    }

    private static void addTwo(double p, double[] x, double q, double[] y, double[] sum, int from, int end) {
        for (int j = from; j < end; j++) {
            sum[j] += p * x[j] + q * y[j];
        }
    }
}
