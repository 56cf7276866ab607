package io.github.dlfs4j.ndarray.kernel;

/** What {@link VectorProduct} is made of, and what of it warms up for itself. */
enum ProductPart {
    /** Tiles of a single row. */
    ROW,
    /** Tiles whose rows are so many vectors of c. */
    ONE_VECTOR,
    TWO_VECTORS,
    THREE_VECTORS,
    /** Tiles that end with half a vector. */
    ONE_AND_A_HALF,
    THREE_AND_A_HALF,
    /** Tiles of less than a vector, in two halves. */
    TWO_HALVES,
    /** Columns as dot products. */
    DOTS,
    /** Tiles that leave zeros out, and the search for them. */
    NON_ZEROS,
    /** Tiles of packed blocks, and the packing. */
    BLOCKS,
    /** Copies of operands that do not lie as the tiles read them. */
    COPY
}
