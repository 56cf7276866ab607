/**
 * Decompositions of matrices: an algorithm a class, on rows of raw arrays.
 *
 * <p>The algorithms are blocked: most of their work is products of blocks, which
 * {@link io.github.dlfs4j.ndarray.kernel.product} computes. The rest are plain loops, whose sums have one order. So the
 * results have the same bits with either kernel, with any number of threads, alone or in a stack.
 *
 * <dl>
 *   <dt>Eigenvalues of a symmetric matrix: {@code SymmetricEigen}
 *   <dd>Reflections, in blocks, make the matrix tridiagonal ({@code Tridiagonalization}). A tridiagonal matrix is
 *       halved until its parts are small ({@code DivideAndConquer}), whose eigenvalues are found by rotations
 *       ({@code ImplicitQL}). Two halves differ from the whole by a matrix of rank 1: the eigenvalues of the whole are
 *       the roots of a rational function ({@code SecularEquation}), and its eigenvectors the product of those of the
 *       halves and a matrix that the roots give ({@code RankOneMerge}).
 *   <dt>Eigenvalues of any square matrix: {@code GeneralEigen}
 *   <dd>The matrix is balanced ({@code Balancing}) and reflected until it is triangular but for the elements beside its
 *       diagonal ({@code Hessenberg}). The QR algorithm makes these zero ({@code FrancisQR}, {@code StandardPair});
 *       then the eigenvalues are on the diagonal, and back substitution gives the eigenvectors
 *       ({@code TriangularVectors}).
 * </dl>
 */
package io.github.dlfs4j.ndarray.kernel.decomposition;
