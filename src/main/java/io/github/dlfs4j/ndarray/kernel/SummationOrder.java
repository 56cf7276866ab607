package io.github.dlfs4j.ndarray.kernel;

/**
 * In which order {@link VectorProduct} adds the products of an element, and {@link FusedProduct} after it, so that
 * their results are equal to the bit.
 *
 * <p>An element is one chain of fused multiply-adds in the order of k, from 0: neither blocks, tiles nor threads change
 * a bit of it. The exception are columns that do not fill a vector, beside few others, while the rows of a lie in
 * order. Each of their elements is a dot product with vectors along k: one chain for every lane, which takes each
 * {@code lanes}-th product, and the chains are added from the first to the last. A single row takes no exception where
 * b has a vector's columns: it reads b only once, and its last vector begins early enough to end with the row.
 *
 * @param lanes elements of a vector
 */
record SummationOrder(int lanes) {
    /** What it costs to add the chains of a dot product, in multiply-adds of vectors. */
    private static final int COST_OF_SUM = 32;

    /**
     * Beside so many vectors one that is not full costs little. The plain code that stands in for the vectors would
     * lose more by dot products.
     */
    private static final int FEW_VECTORS = 4;

    /**
     * Whether c<sup>T</sup> = b<sup>T</sup> a<sup>T</sup> is computed. A vector times a matrix is the transposed matrix
     * times the vector, and one of the two reads the matrix in order.
     */
    static boolean isTransposed(Matrix<?> a, Matrix<?> b) {
        return (a.rows() == 1 && b.rowStep() == 1 && b.columnStep() != 1)
                || (b.columns() == 1 && a.rowStep() == 1 && a.columnStep() != 1);
    }

    /** So many of the last columns are dot products: less than a vector, where computing a whole vector costs more. */
    int dotColumns(Matrix<?> a, Matrix<?> b) {
        int left = b.columns() % lanes;
        boolean single = a.rows() == 1 && b.columns() >= lanes;
        boolean pays = a.columnStep() == 1
                && b.columns() < FEW_VECTORS * lanes
                && left * (b.rows() / lanes + COST_OF_SUM) < b.rows();
        return pays && !single ? left : 0;
    }
}
