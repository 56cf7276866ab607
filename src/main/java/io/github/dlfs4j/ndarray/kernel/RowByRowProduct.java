package io.github.dlfs4j.ndarray.kernel;

/**
 * The matrix product in scalar sums, row by row of c and ten columns side by side, which hides the latency of addition,
 * and divides the 50, 100 and 10 columns of the book's networks. The rows of b and c lie in order.
 *
 * <p>An image is mostly background. Where most of a row of a is zero, and all of b is known to be finite, the zeros are
 * left out: each would add a zero. That changes no bit of a sum, but for the sign of one that underflowed to -0.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
abstract class RowByRowProduct<A> implements MatrixProduct<A> {
    /** Columns of c that are summed side by side. */
    static final int TILE = 10;

    /** Bytes of b that stay in the L1 cache while ten columns at a time are read. */
    private static final int BLOCK_OF_B = 20 * 1024;

    /** A thread keeps the terms of rows up to so many elements. */
    private static final int LONGEST_KEPT = 64 * 1024;

    private final int bytes;

    @SuppressWarnings("ThreadLocalUsage") // a product is made once
    private final ThreadLocal<Terms<A>> kept = new ThreadLocal<>();

    /**
     * The terms of the sums of one row of c.
     *
     * @param factors elements of a
     * @param rows how far from the first row of b the row is that each is a factor of
     */
    @SuppressWarnings("ArrayRecordComponent") // arrays that are filled again for each row
    record Terms<A>(A factors, int[] rows) {}

    /**
     * A product.
     *
     * @param bytes bytes of an element
     */
    RowByRowProduct(int bytes) {
        this.bytes = bytes;
    }

    /** Whether this product takes these operands. */
    static boolean takes(Matrix<?> b, Matrix<?> c) {
        return b.columns() >= TILE && b.columnStep() == 1 && c.columnStep() == 1;
    }

    @Override
    public final void multiply(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        Terms<A> terms = take(a.columns());
        for (int i = 0; i < a.rows(); i++) {
            Matrix<A> row = a.rows(i, i + 1);
            int count = find(row, b.rowStep(), !b.finite() || !Sparsity.isMostlyZero(row), terms);
            multiplyRow(terms, count, b, c.values(), c.offset() + i * c.rowStep());
        }
        if (a.columns() <= LONGEST_KEPT) {
            kept.set(terms);
        }
    }

    private Terms<A> take(int length) {
        Terms<A> terms = kept.get();
        return terms == null || terms.rows().length < length ? new Terms<>(allocate(length), new int[length]) : terms;
    }

    /** One row of c, some rows of b after the other. */
    private void multiplyRow(Terms<A> terms, int count, Matrix<A> b, A out, int at) {
        int n = b.columns();
        // The last ten begin earlier where there are not ten of them left. They must not be added to twice.
        int block = n % TILE == 0 ? Math.max(1, BLOCK_OF_B / (bytes * n)) : Math.max(1, count);
        int p = 0;
        do {
            int end = Math.min(p + block, count);
            for (int j = 0; j < n; j += TILE) {
                int first = Math.min(j, n - TILE);
                addTen(terms, p, end, b.values(), b.offset() + first, out, at + first);
            }
            p = end;
        } while (p < count);
    }

    abstract A allocate(int length);

    /** Finds the terms of a row, all of them or those whose factor is not zero, and returns how many there are. */
    abstract int find(Matrix<A> row, int stepOfB, boolean all, Terms<A> terms);

    /**
     * Adds the terms from p up to {@code end} to ten elements of a row of c, which the first terms overwrite.
     *
     * @param y where the ten begin in the first row of b
     */
    abstract void addTen(Terms<A> terms, int p, int end, A b, int y, A out, int at);
}
