/**
 * Work that is shared out over threads. {@link io.github.dlfs4j.parallel.RowBlocks} cuts the rows of a matrix, or the
 * inputs of a batch, into blocks; a row is computed by one thread and in the same way whichever it is, so the number of
 * threads never changes a bit.
 *
 * <p>The package is not exported.
 */
package io.github.dlfs4j.parallel;
