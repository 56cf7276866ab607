package io.github.dlfs4j.ndarray.kernel;

/**
 * The matrix product in loops that the JIT compiler turns into SIMD code.
 *
 * <p>It does so only where all arrays of a loop share one index, and it does not prove that two rows of one array are
 * apart. So a block of b is copied, each row to an array of its own, and the rows of c are summed in arrays of their
 * own: {@code c0[j] = c0[j] + x0 * b0[j] + x1 * b1[j]} is then a loop that vectorises. The copy costs one pass over b,
 * against one pass for each few rows of a.
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
abstract class PlainProduct<A> {
    /** So many columns at a time: long enough for the loop, and the rows of c that are summed stay in the L1 cache. */
    private static final int BLOCK_COLUMNS = 512;

    /** So many rows of b at a time: with 512 columns 512 kB of float, half of that where n is small; the L2 cache. */
    private static final int BLOCK_DEPTH = 256;

    /** Below so many columns the loop over them would spend its time before and after its SIMD part. */
    private static final int FEW_COLUMNS = 16;

    /** With fewer rows than that a copy of b is not worth making unless it is a plain copy of rows. */
    private static final int FEW_ROWS = 4;

    /** A product of so many multiply-adds is small: with {@link ErrorFree#fma} it takes a microsecond at most. */
    private static final int FEW_MULTIPLY_ADDS = 128;

    private final int tileRows;
    private final int tileDepth;

    /**
     * A product.
     *
     * @param tileRows how many rows of c {@link #addProducts} computes
     * @param tileDepth how many rows of b it takes at once
     */
    PlainProduct(int tileRows, int tileDepth) {
        this.tileRows = tileRows;
        this.tileDepth = tileDepth;
    }

    /** As {@link Kernels} describes it, but c may be in any layout. */
    final void multiply(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        if ((long) a.rows() * a.columns() * b.columns() <= FEW_MULTIPLY_ADDS) {
            multiplyFused(a, b, c);
        } else if (isBetterTransposed(a, b)) {
            multiplyOriented(b.transpose(), a.transpose(), c.transpose());
        } else {
            multiplyOriented(a, b, c);
        }
    }

    /** Whether c<sup>T</sup> = b<sup>T</sup> a<sup>T</sup> has the longer inner loop, at no price for the copy. */
    private static boolean isBetterTransposed(Matrix<?> a, Matrix<?> b) {
        return b.columns() < a.rows() && (b.columns() < 2 * FEW_COLUMNS || a.rowStep() == 1);
    }

    private void multiplyOriented(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        if (b.columns() < FEW_COLUMNS || (a.rows() < FEW_ROWS && b.columnStep() != 1)) {
            multiplyFew(a, b, c);
            return;
        }
        int columns = Math.min(b.columns(), BLOCK_COLUMNS);
        int depth = Math.max(1, Math.min(b.rows(), BLOCK_DEPTH));
        A[] rowsOfB = allocateRows(depth, columns);
        A[] rowsOfC = allocateRows(tileRows, columns);
        for (int j = 0; j < b.columns(); j += columns) {
            int width = Math.min(columns, b.columns() - j);
            int p = 0;
            do {
                int length = Math.min(depth, b.rows() - p);
                copyToRows(b, p, length, j, width, rowsOfB);
                addBlock(a, p, length, rowsOfB, c, j, width, rowsOfC);
                p += depth;
            } while (p < b.rows());
        }
    }

    /** Adds to a block of columns of c what {@code length} rows of b give; the first block overwrites c. */
    private void addBlock(Matrix<A> a, int p, int length, A[] rowsOfB, Matrix<A> c, int j, int width, A[] rowsOfC) {
        for (int i = 0; i < a.rows(); i += tileRows) {
            int rows = Math.min(tileRows, a.rows() - i);
            for (int r = 0; r < tileRows; r++) {
                if (p == 0 || r >= rows) {
                    clear(rowsOfC[r], width);
                } else {
                    read(c, i + r, j, width, rowsOfC[r]);
                }
            }
            int q = 0;
            for (; q + tileDepth <= length; q += tileDepth) {
                addProducts(a, i, p + q, rowsOfB, q, rowsOfC, width);
            }
            for (; q < length; q++) {
                for (int r = 0; r < rows; r++) {
                    addProduct(a, i + r, p + q, rowsOfB[q], rowsOfC[r], width);
                }
            }
            for (int r = 0; r < rows; r++) {
                write(rowsOfC[r], width, c, i + r, j);
            }
        }
    }

    /** The product with {@link ErrorFree#fma}, in the order of k. */
    abstract void multiplyFused(Matrix<A> a, Matrix<A> b, Matrix<A> c);

    /** The product where one side is short: scalar sums, eight columns side by side to hide the latency of addition. */
    abstract void multiplyFew(Matrix<A> a, Matrix<A> b, Matrix<A> c);

    abstract A[] allocateRows(int rows, int columns);

    /** Copies rows p to p + length - 1 and columns j to j + width - 1 of b, each row to an array of its own. */
    abstract void copyToRows(Matrix<A> b, int p, int length, int j, int width, A[] rows);

    /**
     * Adds rows p, p + 1, … of b, which are rows q, q + 1, … of the block, to rows i, i + 1, … of c. Where a has no
     * such row its last one stands in; nobody reads that sum.
     */
    abstract void addProducts(Matrix<A> a, int i, int p, A[] rowsOfB, int q, A[] rowsOfC, int width);

    /** Adds {@code a[i, p]} times a row of b to a row of c. */
    abstract void addProduct(Matrix<A> a, int i, int p, A rowOfB, A rowOfC, int width);

    abstract void clear(A row, int width);

    abstract void read(Matrix<A> c, int i, int j, int width, A row);

    abstract void write(A row, int width, Matrix<A> c, int i, int j);
}
