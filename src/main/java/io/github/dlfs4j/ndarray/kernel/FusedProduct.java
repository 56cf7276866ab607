package io.github.dlfs4j.ndarray.kernel;

/**
 * The matrix product of {@link VectorProduct}, bit for bit, in plain loops of {@code Math.fma}. It serves where vectors
 * do not pay: for the smallest matrices, and until the vector code is compiled.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
abstract class FusedProduct<A> implements MatrixProduct<A> {
    /** So many rows of c at least are the work of one thread. */
    private static final int ROWS_OF_THREAD = 16;

    private final RowBlocks rowBlocks;
    private final SummationOrder order;
    private final PlainProduct<A> chains;

    /**
     * A product.
     *
     * @param rowBlocks spreads rows over threads
     * @param order the order in which products are added
     * @param chains computes each element as one chain of fused multiply-adds
     */
    FusedProduct(RowBlocks rowBlocks, SummationOrder order, PlainProduct<A> chains) {
        this.rowBlocks = rowBlocks;
        this.order = order;
        this.chains = chains;
    }

    final SummationOrder order() {
        return order;
    }

    @Override
    public final void multiply(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        if (SummationOrder.isTransposed(a, b)) {
            multiplyOriented(b.transpose(), a.transpose(), c.transpose());
        } else {
            multiplyOriented(a, b, c);
        }
    }

    private void multiplyOriented(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        int left = order.dotColumns(a, b);
        int whole = b.columns() - left;
        if (left == 0) {
            chains.multiply(a, b, c);
        } else {
            if (whole > 0) {
                chains.multiply(a, b.columns(0, whole), c.columns(0, whole));
            }
            Matrix<A> lastOfB = b.columns(whole, b.columns());
            Matrix<A> lastOfC = c.columns(whole, c.columns());
            long multiplyAdds = (long) a.rows() * a.columns() * left;
            rowBlocks.forEach(
                    a.rows(),
                    ROWS_OF_THREAD,
                    multiplyAdds,
                    (first, end) -> dots(a.rows(first, end), lastOfB, lastOfC.rows(first, end), order.lanes()));
        }
    }

    /**
     * {@code c = a b} as dot products, each summed in one chain for every lane.
     *
     * @param a its rows in order
     * @param lanes a power of two
     */
    abstract void dots(Matrix<A> a, Matrix<A> b, Matrix<A> c, int lanes);
}
