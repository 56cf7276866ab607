package io.github.dlfs4j.ndarray.kernel.product;

/** What {@link VectorProduct} is made of, and what of it warms up for itself. */
enum ProductPart {
    /** Tiles of a single row. */
    ROW,
    /** Tiles of a vector. */
    ONE_VECTOR,
    /** Tiles of two vectors: the second one ends with the last column, if not before. */
    TWO_VECTORS,
    /** Tiles of three vectors. */
    THREE_VECTORS,
    /** Tiles of a vector, and half a one or less, which ends with the last column. */
    ONE_AND_A_HALF,
    /** Tiles of three vectors, and half a one or less, which ends with the last column. */
    THREE_AND_A_HALF,
    /** Tiles of less than a vector, in two halves. */
    TWO_HALVES,
    /**
     * Tiles that leave out columns of a that are zero in {@link ProductPlan#SPARSE_ROWS} rows, and the search for them;
     * the columns of c fill a vector at least.
     */
    NON_ZEROS,
    /** Tiles of packed blocks, and the packing. */
    BLOCKS,
    /** Few columns, each element in several chains. */
    COLUMN,
    /** The same, where the columns of a large a lie in order. */
    LARGE_COLUMN,
    /** Copies of operands that do not lie as the tiles read them. */
    COPY
}
