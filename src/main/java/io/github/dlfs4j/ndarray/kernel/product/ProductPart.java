package io.github.dlfs4j.ndarray.kernel.product;

/** The parts of {@link VectorProduct}. Each part warms up separately. */
enum ProductPart {
    /** Tiles of a single row. They leave out its zeros if it is mostly zero, and b is known to be finite. */
    ROW,
    /** Tiles of one vector. */
    ONE_VECTOR,
    /** Tiles of two vectors. The second vector ends with the last column at the latest. */
    TWO_VECTORS,
    /** Tiles of three vectors. */
    THREE_VECTORS,
    /** Tiles of one vector and up to half a vector, which ends with the last column. */
    ONE_AND_A_HALF,
    /** Tiles of three vectors and up to half a vector, which ends with the last column. */
    THREE_AND_A_HALF,
    /** Tiles of less than a vector, in two half vectors. */
    TWO_HALVES,
    /**
     * Tiles that leave out columns of a that are zero in {@link ProductPlan#SPARSE_ROWS} rows, and the search for these
     * columns. The columns of c fill at least a vector.
     */
    NON_ZEROS,
    /** Tiles of packed blocks, and the packing itself. */
    BLOCKS,
    /** Products with few columns, where each element is the sum of several chains. */
    COLUMN,
    /** The same for a large a with contiguous columns. */
    LARGE_COLUMN,
    /** Copies of operands whose layout the tiles cannot read. */
    COPY
}
