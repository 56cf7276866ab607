package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;

/**
 * An algorithm for a = q r, where the columns of q are orthonormal and r is upper triangular.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public interface QRDecomposition<A> {
    /**
     * Decomposes a matrix.
     *
     * @param a m by n, with contiguous rows; overwritten
     * @param q takes q, m by k, where k is at least the lesser of m and n, and at most m; in C order without gaps, all
     *     zeros
     * @param r takes r, k by n; in C order without gaps, all zeros
     */
    void decompose(Matrix<A> a, Matrix<A> q, Matrix<A> r);
}
