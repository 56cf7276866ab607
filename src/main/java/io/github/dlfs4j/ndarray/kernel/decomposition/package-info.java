/**
 * Decompositions of matrices, on rows of raw arrays. Each class is an algorithm.
 *
 * <p>The algorithms are blocked: most of their work is products of blocks, which
 * {@link io.github.dlfs4j.ndarray.kernel.product} computes. The rest are plain loops, whose sums have one order. So the
 * results have the same bits with either kernel, with any number of threads, alone or in a stack.
 *
 * <dl>
 *   <dt>Products: {@code BlockProduct}
 *   <dd>c - a b, where c is a part of the matrix that is decomposed.
 *   <dt>Rows: {@code RowLoops}
 *   <dd>The plain loops over blocks too small for a product: multiples of rows are added.
 *   <dt>Scaling: {@code ScaledRows}
 *   <dd>Division by a power of two, so that squares do not overflow.
 *   <dt>Reflections: {@code HouseholderReflection}
 *   <dd>One turns a vector into a multiple of the first unit vector. Several are applied as products of matrices
 *       ({@code BlockReflector}).
 *   <dt>Triangular systems: {@code TriangularSystem}
 *   <dd>Substitution, for any number of right-hand sides.
 *   <dt>Gaussian elimination: {@code LUDecomposition}
 *   <dd>Partial pivoting, systems of equations, and the inverse.
 *   <dt>Positive definite matrices: {@code CholeskyDecomposition}
 *   <dd>Half the work, and no pivots.
 *   <dt>Eigenvalues of a symmetric matrix: {@code SymmetricEigen}
 *   <dd>Reflections, in blocks, make the matrix tridiagonal ({@code Tridiagonalization}). A tridiagonal matrix is
 *       halved until its parts are small ({@code DivideAndConquer}), whose eigenvalues are found by rotations
 *       ({@code ImplicitQL}). Two halves differ from the whole by a matrix of rank 1: the eigenvalues of the whole are
 *       the roots of a rational function ({@code SecularEquation}), and its eigenvectors the product of those of the
 *       halves and a matrix that the roots give ({@code RankOneMerge}).
 *   <dt>QR: {@code QRDecomposition}
 *   <dd>Reflections make the columns zero below the diagonal. Those of a block of columns are applied to the columns
 *       after it at once.
 *   <dt>Singular values and vectors: {@code SingularValueDecomposition}
 *   <dd>A matrix that is not square is first decomposed into q and r. Reflections of columns and rows make r bidiagonal
 *       ({@code Bidiagonalization}). Sweeps of rotations make that diagonal ({@code BidiagonalQR}). The rotations are
 *       collected and multiplied with each other, and products of matrices apply them to the vectors
 *       ({@code RotationSweeps}).
 *   <dt>Eigenvalues of any square matrix: {@code GeneralEigen}
 *   <dd>The matrix is balanced ({@code Balancing}). Reflections, in blocks, make it triangular but for the elements
 *       beside its diagonal ({@code Hessenberg}). The QR algorithm makes these zero ({@code FrancisQR},
 *       {@code StandardPair}); then the eigenvalues are on the diagonal, and back substitution gives the eigenvectors
 *       ({@code TriangularVectors}).
 * </dl>
 */
package io.github.dlfs4j.ndarray.kernel.decomposition;
