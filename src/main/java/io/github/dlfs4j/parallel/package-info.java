/**
 * The distribution of work over threads. {@link io.github.dlfs4j.parallel.RowBlocks} cuts the rows of a matrix, or the
 * inputs of a batch, into blocks, and threads compute the blocks. Every row is computed in the same way, whichever
 * thread computes it, so the number of threads never changes a bit.
 *
 * <p>The package is not exported.
 */
package io.github.dlfs4j.parallel;
