package io.github.dlfs4j.ndarray.kernel;

/**
 * The matrix product in loops that the JIT compiler turns into SIMD code.
 *
 * <p>It does so only where all arrays of a loop share one index, and it does not prove that two rows of one array are
 * apart. So a block of b is copied, each row to an array of its own, and rows of c are summed in arrays of their own:
 * {@code c[j] = c[j] + x0 * b0[j] + x1 * b1[j] + …} is then a loop that vectorises. The copy costs one pass over b,
 * against one pass for each row of a.
 *
 * <p>Whatever the layout and the block, an element is {@code 0 + a0 * b0 + a1 * b1 + …}, added from the left and
 * rounded after each operation, so the same matrices always give the same bits.
 *
 * <p>A small product is rounded only once for each multiply-add, as with the instruction that the Vector API and
 * NumPy's BLAS use: where a result is a tie in the digits that are printed, all then print the same. So a few rows by
 * themselves can differ in the last bit from the same rows of a larger matrix.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
abstract class PlainProduct<A> implements MatrixProduct<A> {
    /** Rows of b in one loop. JDK 17 gives up at six, and at two rows of c by four; on 25 more is hardly faster. */
    private static final int LOOP_DEPTH = 4;

    /** With so many bytes of a row at a time, four rows of b and eight of c are 24 kB, which is the L1 cache. */
    private static final int BLOCK_ROW = 2048;

    /** So many rows of c pass four rows of b before the next four are read from the L2 cache. */
    private static final int BLOCK_ROWS = 8;

    /** So many rows of b at a time are up to 512 kB, in the L2 cache while the rows of c pass. */
    private static final int BLOCK_DEPTH = 256;

    /** Below so many columns the loop over them would spend its time before and after its SIMD part. */
    private static final int FEW_COLUMNS = 16;

    /** With fewer rows than that a copy of b is not worth making unless it is a plain copy of rows. */
    private static final int FEW_ROWS = 4;

    /** A product of so many multiply-adds is small: with {@link ErrorFree#fma} it takes a microsecond at most. */
    private static final int FEW_MULTIPLY_ADDS = 128;

    private final RowBlocks rowBlocks;
    private final int blockColumns;

    /**
     * A product.
     *
     * @param rowBlocks spreads rows over threads
     * @param bytes bytes of an element
     */
    PlainProduct(RowBlocks rowBlocks, int bytes) {
        this.rowBlocks = rowBlocks;
        this.blockColumns = BLOCK_ROW / bytes;
    }

    /** As every product, but c may be in any layout. */
    @Override
    public final void multiply(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        if ((long) a.rows() * a.columns() * b.columns() <= FEW_MULTIPLY_ADDS) {
            multiplyFused(a, b, c);
        } else if (isBetterTransposed(a, b)) {
            multiplyOriented(b.transpose(), a.transpose(), c.transpose());
        } else {
            multiplyOriented(a, b, c);
        }
    }

    /**
     * Whether c<sup>T</sup> = b<sup>T</sup> a<sup>T</sup> has the longer inner loop. A copy across the rows costs time
     * that only a third more length makes up for.
     */
    private static boolean isBetterTransposed(Matrix<?> a, Matrix<?> b) {
        long own = (b.columnStep() == 1 ? 4L : 3L) * b.columns();
        long transposed = (a.rowStep() == 1 ? 4L : 3L) * a.rows();
        return transposed > own;
    }

    private void multiplyOriented(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        if (b.columns() < FEW_COLUMNS || a.rows() == 1 || (a.rows() < FEW_ROWS && b.columnStep() != 1)) {
            multiplyFew(a, b, c);
            return;
        }
        int columns = Math.min(b.columns(), blockColumns);
        int depth = Math.max(1, Math.min(b.rows(), BLOCK_DEPTH));
        A[] rowsOfB = allocateRows(depth, columns);
        for (int j = 0; j < b.columns(); j += columns) {
            int width = Math.min(columns, b.columns() - j);
            int p = 0;
            do {
                int length = Math.min(depth, b.rows() - p);
                copyToRows(b, p, length, j, width, rowsOfB);
                addBlock(a.block(0, p, a.rows(), length), rowsOfB, c.columns(j, j + width), p > 0);
                p += depth;
            } while (p < b.rows());
        }
    }

    /** Adds to a block of columns of c what some rows of b give; the first block overwrites c. */
    private void addBlock(Matrix<A> a, A[] rowsOfB, Matrix<A> c, boolean goOn) {
        long multiplyAdds = (long) c.rows() * c.columns() * a.columns();
        rowBlocks.forEach(
                c.rows(),
                BLOCK_ROWS,
                multiplyAdds,
                (first, end) -> addRows(a.rows(first, end), rowsOfB, c.rows(first, end), goOn));
    }

    private void addRows(Matrix<A> a, A[] rowsOfB, Matrix<A> c, boolean goOn) {
        int depth = a.columns();
        int width = c.columns();
        A[] rowsOfC = allocateRows(Math.min(BLOCK_ROWS, c.rows()), width);
        for (int i = 0; i < c.rows(); i += BLOCK_ROWS) {
            int rows = Math.min(BLOCK_ROWS, c.rows() - i);
            for (int r = 0; r < rows; r++) {
                if (goOn) {
                    read(c, i + r, rowsOfC[r]);
                } else {
                    clear(rowsOfC[r], width);
                }
            }
            int p = 0;
            for (; p + LOOP_DEPTH <= depth; p += LOOP_DEPTH) {
                for (int r = 0; r < rows; r++) {
                    addFour(a, i + r, p, rowsOfB, rowsOfC[r], width);
                }
            }
            for (; p < depth; p++) {
                for (int r = 0; r < rows; r++) {
                    addOne(a, i + r, p, rowsOfB[p], rowsOfC[r], width);
                }
            }
            for (int r = 0; r < rows; r++) {
                write(rowsOfC[r], c, i + r);
            }
        }
    }

    /** The product with {@link ErrorFree#fma}, in the order of k. */
    abstract void multiplyFused(Matrix<A> a, Matrix<A> b, Matrix<A> c);

    /**
     * The product where one side is short: scalar sums, ten columns side by side, which hides the latency of addition,
     * and divides the 50, 100 and 10 columns of the book's networks.
     */
    abstract void multiplyFew(Matrix<A> a, Matrix<A> b, Matrix<A> c);

    abstract A[] allocateRows(int rows, int columns);

    /** Copies rows p to p + length - 1 and columns j to j + width - 1 of b, each row to an array of its own. */
    abstract void copyToRows(Matrix<A> b, int p, int length, int j, int width, A[] rows);

    /** Adds {@code a[i, p]} times row p of b to a row of c, and the same for the three that follow p. */
    abstract void addFour(Matrix<A> a, int i, int p, A[] rowsOfB, A rowOfC, int width);

    /** Adds {@code a[i, p]} times a row of b to a row of c. */
    abstract void addOne(Matrix<A> a, int i, int p, A rowOfB, A rowOfC, int width);

    abstract void clear(A row, int width);

    /** Copies row i of c to an array. */
    abstract void read(Matrix<A> c, int i, A row);

    /** Copies an array to row i of c. */
    abstract void write(A row, Matrix<A> c, int i);
}
