/**
 * Decompositions of matrices: an algorithm a class, on rows of raw arrays.
 *
 * <p>The algorithms are blocked: most of their work is products of blocks, which
 * {@link io.github.dlfs4j.ndarray.kernel.product} computes. The rest are plain loops, whose sums have one order. So the
 * results have the same bits with either kernel, with any number of threads, alone or in a stack.
 */
package io.github.dlfs4j.ndarray.kernel.decomposition;
