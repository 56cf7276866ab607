package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;
import java.util.Arrays;

/**
 * Eigenvalues and eigenvectors of a symmetric tridiagonal matrix by halves (J. J. M. Cuppen, "A divide and conquer
 * method for the symmetric tridiagonal eigenproblem", Numerische Mathematik 36 (1981), 177-195). Without one pair of
 * elements beside its diagonal the matrix is two matrices. From their eigenvalues and eigenvectors {@link RankOneMerge}
 * makes those of the whole.
 *
 * <p>A merge needs of the eigenvectors of its halves only the last row and the first one. So the eigenvalues alone take
 * a time that grows as n², and have the same bits, since every row is computed alike.
 */
final class DivideAndConquer {
    /** The largest matrix that is not halved. */
    private static final int LEAF = 32;

    private final double[] diagonal;
    private final double[] beside;
    private final boolean withVectors;

    /** All rows of the eigenvectors, or the first and the last row of those of each part. */
    private final Matrix<double[]> rows;

    private DivideAndConquer(double[] diagonal, double[] beside, boolean withVectors) {
        this.diagonal = diagonal;
        this.beside = beside;
        this.withVectors = withVectors;
        int n = diagonal.length;
        int height = withVectors ? n : 2;
        rows = BlockProduct.zeros(height, n);
    }

    /**
     * Computes eigenvalues and eigenvectors.
     *
     * @param diagonal the n elements of the diagonal, of a magnitude of about 1; becomes the eigenvalues, ascending
     * @param beside the elements beside it, and one more; is overwritten
     * @param withVectors whether the eigenvectors are wanted
     * @return the eigenvectors as columns; without them undefined; null if the eigenvalues did not converge
     */
    static Matrix<double[]> solve(double[] diagonal, double[] beside, boolean withVectors) {
        DivideAndConquer parts = new DivideAndConquer(diagonal, beside, withVectors);
        return parts.solve(0, diagonal.length) ? parts.rows : null;
    }

    private boolean solve(int first, int end) {
        if (end - first <= LEAF) {
            return leaf(first, end);
        }
        int middle = (first + end) / 2;
        double link = beside[middle - 1];
        diagonal[middle - 1] -= Math.abs(link);
        diagonal[middle] -= Math.abs(link);
        return solve(first, middle) && solve(middle, end) && merge(first, middle, end, link);
    }

    private boolean leaf(int first, int end) {
        int n = end - first;
        int height = withVectors ? n : 2;
        double[] own = new double[height * n];
        for (int i = 0; withVectors && i < n; i++) {
            own[i * n + i] = 1;
        }
        if (!withVectors) {
            own[0] = 1;
            own[2 * n - 1] = 1;
        }
        double[] values = Arrays.copyOfRange(diagonal, first, end);
        boolean converged = ImplicitQL.solve(values, Arrays.copyOfRange(beside, first, end), own);
        System.arraycopy(values, 0, diagonal, first, n);
        Matrix<double[]> block = rows.block(withVectors ? first : 0, first, height, n);
        for (int i = 0; i < height; i++) {
            System.arraycopy(own, i * n, block.values(), block.offset() + i * block.rowStep(), n);
        }
        return converged;
    }

    private boolean merge(int first, int middle, int end, double link) {
        int n = end - first;
        int half = middle - first;
        double[] z = new double[n];
        copyRow(withVectors ? middle - 1 : 1, first, half, z, 0);
        copyRow(withVectors ? middle : 0, middle, end - middle, z, half);
        if (link < 0) {
            for (int i = half; i < n; i++) {
                z[i] = -z[i];
            }
        }
        Matrix<double[]> upper;
        Matrix<double[]> lower;
        if (withVectors) {
            upper = rows.block(first, first, half, n);
            lower = rows.block(middle, first, end - middle, n);
        } else {
            // The first row of the lower half and the last of the upper one have served.
            upper = rows.block(0, first, 1, n);
            lower = rows.block(1, first, 1, n);
            Arrays.fill(rows.values(), lower.offset(), lower.offset() + half, 0);
            Arrays.fill(rows.values(), upper.offset() + half, upper.offset() + n, 0);
        }
        double[] values = Arrays.copyOfRange(diagonal, first, end);
        boolean converged = new RankOneMerge(values, half, z, Math.abs(link)).solve(upper, lower);
        System.arraycopy(values, 0, diagonal, first, n);
        return converged;
    }

    private void copyRow(int row, int column, int count, double[] to, int at) {
        System.arraycopy(rows.values(), row * rows.rowStep() + column, to, at, count);
    }
}
