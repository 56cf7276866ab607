package io.github.dlfs4j.ndarray.kernel.product;

/**
 * An algorithm for {@code c = a b}.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public interface MatrixProduct<A> {
    /**
     * Multiplies two matrices.
     *
     * @param a m by k, in any layout
     * @param b k by n, in any layout
     * @param c m by n, in C order without gaps; overwritten; must share no memory with a and b
     */
    void multiply(Matrix<A> a, Matrix<A> b, Matrix<A> c);
}
