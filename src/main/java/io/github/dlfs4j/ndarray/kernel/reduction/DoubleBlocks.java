package io.github.dlfs4j.ndarray.kernel.reduction;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.Workspace;

/**
 * Short arrays for intermediate results, one block each. The loops over them are short and share one index, because the
 * JIT compiler does not vectorise long loops.
 */
@AlsoFor(float.class)
final class DoubleBlocks {
    /** The elements of a block. A block has 4 KB, so that five blocks fit the first-level cache. */
    static final int LENGTH = 4096 / Double.BYTES;

    /** Arrays of blocks. */
    static final Workspace<double[][]> WORKSPACE = new Workspace<>(double.class, LENGTH);
}
