package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import java.util.Arrays;

/**
 * The reduction of a symmetric matrix to tridiagonal form, <i>a = H T H<sup>T</sup></i>, by Householder reflections in
 * blocks (J. J. Dongarra, D. C. Sorensen and S. J. Hammarling, "Block reduction of matrices to condensed forms for
 * eigenvalue computations", Journal of Computational and Applied Mathematics 27 (1989), 215-227).
 *
 * <p>The reflections of a block change only its own rows at once. The rest of the matrix is changed when the block is
 * complete, by a matrix product. Half of the work is products of the matrix and a vector, which need all of the matrix
 * for each reflection; they add up its rows, since both triangles are kept.
 */
final class Tridiagonalization {
    /** The reflections of a block. */
    private static final int BLOCK = 32;

    private final int n;

    /** The matrix; its reduced rows hold the vectors of the reflections. */
    private final double[] a;

    private final double[] tau;
    private final double[] diagonal;
    private final double[] beside;

    /** The vectors v of a block, its vectors w, and v once more; so two of its parts are v beside w and w beside v. */
    private final double[] panel;

    private Tridiagonalization(double[] a, int n) {
        this.a = a;
        this.n = n;
        tau = new double[n];
        diagonal = new double[n];
        beside = new double[n];
        panel = new double[3 * Math.min(BLOCK, n) * n];
    }

    /**
     * Reduces a matrix.
     *
     * @param a n rows of n elements, symmetric, of magnitudes that do not overflow when squared; becomes a part of the
     *     result
     * @param n at least 1
     */
    static Tridiagonalization of(double[] a, int n) {
        Tridiagonalization reduction = new Tridiagonalization(a, n);
        for (int first = 0; first < n - 1; first += BLOCK) {
            reduction.reduce(first, Math.min(first + BLOCK, n - 1));
        }
        reduction.diagonal[n - 1] = a[n * n - 1];
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
        for (int row = 0; row < n - 1; row++) {
            Arrays.fill(a, row * n, row * n + row + 1, 0);
        }
        Matrix<double[]> vectors = new Matrix<>(a, 0, n, n, n, 1);
        for (int first = (n - 2) / BLOCK * BLOCK; n > 1 && first >= 0; first -= BLOCK) {
            int count = Math.min(BLOCK, n - 1 - first);
            int below = n - first - 1;
            new RowReflectors(vectors.block(first, first + 1, count, below), tau, first)
                    .multiply(c.block(first + 1, 0, below, c.columns()));
        }
    }

    private void reduce(int first, int end) {
        int width = n - first;
        int count = end - first;
        Arrays.fill(panel, 0, count * width, 0);
        for (int row = first; row < end; row++) {
            int vectors = row - first;
            update(first, row, count);
            diagonal[row] = a[row * n + row];
            int next = row * n + row + 1;
            tau[row] = Householder.reflect(a, next, (row + 1) * n, beside, row);
            int v = vectors * width;
            System.arraycopy(a, next, panel, v + vectors + 1, n - row - 1);
            companion(first, row, count);
        }
        System.arraycopy(panel, 0, panel, 2 * count * width, count * width);
        Matrix<double[]> vw = new Matrix<>(panel, count, 2 * count, n - end, width, 1);
        Matrix<double[]> wv = new Matrix<>(panel, count * width + count, 2 * count, n - end, width, 1);
        Matrix<double[]> rest = new Matrix<>(a, end * n + end, n - end, n - end, n, 1);
        Strips.subtract(vw.transpose(), wv, rest);
    }

    /** Applies the earlier reflections of a block to a row. */
    private void update(int first, int row, int count) {
        int width = n - first;
        int column = row - first;
        int ofW = count * width;
        for (int k = 0; k < column; k++) {
            int v = k * width + column;
            int w = ofW + v;
            addTwo(-panel[w], panel, v, -panel[v], panel, w, a, row * n + row, n - row);
        }
    }

    /** Computes the vector w for which <i>a − v w<sup>T</sup> − w v<sup>T</sup></i> is the reflected matrix. */
    private void companion(int first, int row, int count) {
        int width = n - first;
        int vectors = row - first;
        int column = vectors + 1;
        int length = n - row - 1;
        int ofW = count * width;
        int v = vectors * width + column;
        int w = ofW + v;
        Arrays.fill(panel, ofW + vectors * width, w, 0);
        double factor = tau[row];
        Arrays.fill(panel, w, w + length, 0);
        if (factor == 0) {
            return;
        }
        multiply(row + 1, v, w);
        for (int k = 0; k < vectors; k++) {
            int earlierV = k * width + column;
            int earlierW = ofW + earlierV;
            double alongV = Householder.dot(panel, earlierV, panel, v, length);
            double alongW = Householder.dot(panel, earlierW, panel, v, length);
            addTwo(-alongW, panel, earlierV, -alongV, panel, earlierW, panel, w, length);
        }
        for (int i = w; i < w + length; i++) {
            panel[i] *= factor;
        }
        double half = -0.5 * factor * Householder.dot(panel, w, panel, v, length);
        Householder.add(half, panel, v, panel, w, length);
    }

    /** Multiplies the rest of the matrix by v, the rows in the order of v's components. */
    private void multiply(int from, int v, int w) {
        int length = n - from;
        double[] sum = new double[length];
        int i = 0;
        for (; i + 3 < length; i += 4) {
            addFour(v + i, (from + i) * n + from, sum, length);
        }
        for (; i < length; i++) {
            Householder.add(panel[v + i], a, (from + i) * n + from, sum, 0, length);
        }
        System.arraycopy(sum, 0, panel, w, length);
    }

    private void addFour(int v, int row, double[] sum, int length) {
        double v0 = panel[v];
        double v1 = panel[v + 1];
        double v2 = panel[v + 2];
        double v3 = panel[v + 3];
        double[] x = a;
        int row1 = row + n;
        int row2 = row1 + n;
        int row3 = row2 + n;
        for (int j = 0; j < length; j++) {
            sum[j] += v0 * x[row + j] + v1 * x[row1 + j] + (v2 * x[row2 + j] + v3 * x[row3 + j]);
        }
    }

    private static void addTwo(
            double p, double[] x, int atX, double q, double[] y, int atY, double[] sum, int at, int count) {
        for (int i = 0; i < count; i++) {
            sum[at + i] += p * x[atX + i] + q * y[atY + i];
        }
    }
}
