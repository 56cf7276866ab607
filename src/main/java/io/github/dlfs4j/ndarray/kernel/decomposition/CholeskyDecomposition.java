package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;

/**
 * The decomposition of a symmetric positive definite matrix into <i>u<sup>T</sup> u</i>, where u is an upper triangle.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public interface CholeskyDecomposition<A> {
    /**
     * Decomposes a matrix.
     *
     * @param a n by n, with contiguous rows or columns; its upper triangle is read and becomes u, and the rest becomes
     *     0
     * @return whether the matrix is positive definite; otherwise a becomes undefined
     */
    boolean decompose(Matrix<A> a);
}
