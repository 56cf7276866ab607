package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import java.util.Arrays;

/**
 * The reduction of a matrix to Hessenberg form, <i>a = Q H Q<sup>T</sup></i>, where H is zero below the elements beside
 * its diagonal, by Householder reflections (R. S. Martin and J. H. Wilkinson, "Similarity reduction of a general matrix
 * to Hessenberg form", Numerische Mathematik 12 (1968), 349-368).
 */
final class Hessenberg {
    /** The reflections that are multiplied at a time. */
    private static final int BLOCK = 32;

    private final double[][] a;
    private final int n;
    private final int first;
    private final int end;

    /** The vector of each reflection, n elements each; null if Q is not wanted. */
    private final double[] vectors;

    private final double[] tau;

    /**
     * Reduces a matrix.
     *
     * @param a the rows; become those of H
     * @param first the first row of the middle, outside of which the matrix is triangular
     * @param end the row after the middle
     * @param withQ whether Q is wanted
     */
    Hessenberg(double[][] a, int first, int end, boolean withQ) {
        this.a = a;
        this.first = first;
        this.end = end;
        n = a.length;
        tau = new double[n];
        vectors = withQ ? new double[n * n] : null;
        reduce();
    }

    private void reduce() {
        double[] v = new double[n];
        double[] sum = new double[n];
        for (int k = first; k < end - 2; k++) {
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
            if (vectors != null) {
                System.arraycopy(v, k + 1, vectors, k * n + k + 1, end - k - 1);
            }
            if (factor != 0) {
                Arrays.fill(sum, k + 1, n, 0);
                for (int i = k + 1; i < end; i++) {
                    RowLoops.addMultiple(v[i], a[i], sum, k + 1, n);
                }
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
        double[] q = new double[n * n];
        for (int i = 0; i < n; i++) {
            q[i * n + i] = 1;
        }
        Matrix<double[]> all = new Matrix<>(q, 0, n, n, n, 1);
        Matrix<double[]> rows = new Matrix<>(vectors, 0, n, n, n, 1);
        int count = Math.max(0, end - 2 - first);
        for (int block = (count - 1) / BLOCK * BLOCK; count > 0 && block >= 0; block -= BLOCK) {
            int from = first + block;
            int height = Math.min(BLOCK, count - block);
            int below = end - from - 1;
            Matrix<double[]> columns = rows.block(from, from + 1, height, below).transpose();
            BlockReflector.of(columns, Arrays.copyOfRange(tau, from, from + height))
                    .apply(all.block(from + 1, from + 1, below, below));
        }
        double[][] transposed = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                transposed[j][i] = q[i * n + j];
            }
        }
        return transposed;
    }
}
