/**
 * Decompositions of matrices: an algorithm a class, on rows of raw arrays.
 *
 * <p>The algorithms are blocked: most of their work is products of blocks, which
 * {@link io.github.dlfs4j.ndarray.kernel.product} computes. The rest are plain loops, whose sums have one order. So the
 * results have the same bits with either kernel, with any number of threads, alone or in a stack.
 *
 * <dl>
 *   <dt>QR: {@code DoubleQR}
 *   <dd>Reflections make the columns zero below the diagonal ({@code DoubleReflection}). Those of a block of columns
 *       are applied to the columns after it as products of matrices ({@code DoubleReflections}).
 *   <dt>Singular values and vectors: {@code SingularValueDecomposition}
 *   <dd>A matrix that is not square is first decomposed into q and r. Reflections of columns and rows make r bidiagonal
 *       ({@code Bidiagonalization}). Sweeps of rotations make that diagonal ({@code BidiagonalQR}). The rotations are
 *       collected and multiplied with each other, and products of matrices apply them to the vectors
 *       ({@code RotationSweeps}).
 * </dl>
 */
package io.github.dlfs4j.ndarray.kernel.decomposition;
