package io.github.dlfs4j.ndarray.kernel.decomposition;

import io.github.dlfs4j.ndarray.kernel.product.Matrix;

/**
 * The decomposition of a square matrix into <i>p l u</i>: l is a lower triangle with ones on its diagonal, u an upper
 * one, and p reorders the rows.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public interface LUDecomposition<A> {
    /**
     * Decomposes a matrix. Of each column, the element of largest magnitude, the first of equals, becomes the pivot.
     *
     * @param a n by n, with contiguous rows; becomes u and, below the diagonal, l
     * @param pivots becomes the row with which each row was swapped, in this order
     * @return whether no pivot is 0; otherwise only the columns before it are decomposed
     */
    boolean decompose(Matrix<A> a, int... pivots);

    /**
     * Solves a system.
     *
     * @param lu the decomposed matrix
     * @param pivots the swapped rows
     * @param b the right-hand sides, with contiguous rows; they become the solutions
     */
    void solve(Matrix<A> lu, int[] pivots, Matrix<A> b);

    /**
     * Inverts a matrix.
     *
     * @param lu the decomposed matrix
     * @param pivots the swapped rows
     * @param inverse zeros, with contiguous rows; becomes the inverse
     */
    void invert(Matrix<A> lu, int[] pivots, Matrix<A> inverse);
}
