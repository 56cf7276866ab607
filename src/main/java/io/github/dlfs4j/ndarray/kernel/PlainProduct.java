package io.github.dlfs4j.ndarray.kernel;

/**
 * The matrix product in loops that the JIT compiler turns into SIMD code.
 *
 * <p>It does so only where all arrays of a loop share one index, and it does not prove that two rows of one array are
 * apart. So a block of b is copied, each row to an array of its own, and rows of c are summed in arrays of their own:
 * {@code c0[j] = c0[j] + x00 * b0[j] + x01 * b1[j] + …} is then a loop that vectorises, here for three rows of c at
 * once, each with its own factors. The copy costs one pass over b, against one pass for every three rows of a.
 *
 * <p>Such a loop takes up to a vector's length of elements one by one before a store is aligned, and again what is left
 * at the end. So it should be long: it runs along the longer side of c.
 *
 * <p>Whatever the layout and the block, an element is {@code 0 + a0 * b0 + a1 * b1 + …}, added from the left, so the
 * same matrices always give the same bits.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
abstract class PlainProduct<A> implements MatrixProduct<A>, RowPool.Allocator<A> {
    /** Rows of c in one loop. JDK 17 vectorises no more of them. */
    static final int TILE_ROWS = 3;

    /** Bytes of a row at a time: so few that a dozen of rows fit the L1 cache. */
    private static final int BLOCK_ROW = 2048;

    /** Bytes of the rows of c that pass a few rows of b, all in the L1 cache, before the next few come from L2. */
    private static final int BLOCK_OF_C = 28 * 1024;

    /** Bytes of b that are in the L2 cache while the rows of c pass. */
    private static final int BLOCK_OF_B = 512 * 1024;

    /** So many rows of c at least are the work of one thread. */
    private static final int ROWS_OF_THREAD = 4 * TILE_ROWS;

    /** Below so many columns the loop over them would spend its time before and after its SIMD part. */
    private static final int FEW_COLUMNS = 16;

    /** With fewer rows than that a copy of b is not worth making unless it is a plain copy of rows. */
    private static final int FEW_ROWS = 4;

    /** For so many rows it takes little time, beside their products, to look for infinities and NaN in b. */
    private static final int MANY_ROWS = 16;

    /** A product of so many multiply-adds is small: with {@link ErrorFree#fma} it takes a microsecond at most. */
    private static final int FEW_MULTIPLY_ADDS = 128;

    private final RowBlocks rowBlocks;
    private final RowByRowProduct<A> rowByRow;
    private final int bytes;
    /** Rows of b in one loop. */
    final int tileDepth;

    private final RowPool<A> poolOfB = new RowPool<>(this);
    private final RowPool<A> poolOfC = new RowPool<>(this);
    private final RowPool<A> poolOfTiles = new RowPool<>(this);

    /**
     * A product.
     *
     * @param rowBlocks spreads rows over threads
     * @param rowByRow the product where one side is short
     * @param bytes bytes of an element
     * @param tileDepth rows of b in one loop
     */
    PlainProduct(RowBlocks rowBlocks, RowByRowProduct<A> rowByRow, int bytes, int tileDepth) {
        this.rowBlocks = rowBlocks;
        this.rowByRow = rowByRow;
        this.bytes = bytes;
        this.tileDepth = tileDepth;
    }

    /** As every product, but c may be in any layout. */
    @Override
    public final void multiply(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        if ((long) a.rows() * a.columns() * b.columns() <= FEW_MULTIPLY_ADDS) {
            multiplyFused(a, b, c);
        } else if (leavesZerosOut(a, b)) {
            multiplySparse(a, b, c);
        } else if (isBetterTransposed(a, b)) {
            multiplyOriented(b.transpose(), a.transpose(), c.transpose());
        } else {
            multiplyOriented(a, b, c);
        }
    }

    /**
     * Whether the zeros of each row of a are left out. Their terms add zeros, if b is finite, which changes no bit of a
     * sum, but for the sign of one that underflowed to -0.
     */
    private boolean leavesZerosOut(Matrix<A> a, Matrix<A> b) {
        return a.rows() >= FEW_ROWS
                && a.columnStep() == 1
                && b.columns() >= FEW_COLUMNS
                && b.columnStep() == 1
                && (long) b.rows() * RowPool.rowLength(b.columns(), bytes) * bytes <= BLOCK_OF_B
                && Sparsity.isMostlyZero(a)
                && (b.finite() || (a.rows() >= MANY_ROWS && Sparsity.areFinite(b)));
    }

    /** Row by row: only the terms that are not zero. */
    private void multiplySparse(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        int width = b.columns();
        int rowLength = RowPool.rowLength(width, bytes);
        A[] rowsOfB = poolOfB.take(b.rows(), rowLength);
        copyToRows(b, rowsOfB);
        long multiplyAdds = (long) a.rows() * a.columns() * width;
        rowBlocks.forEach(a.rows(), ROWS_OF_THREAD, multiplyAdds, (first, end) -> {
            A[] rowOfC = poolOfC.take(1, rowLength);
            int[] columns = new int[a.columns()];
            for (int i = first; i < end; i++) {
                clear(rowOfC, 0, 1, width);
                addNonZeros(a.rows(i, i + 1), columns, rowsOfB, rowOfC[0], width);
                copyFromRows(rowOfC, c.rows(i, i + 1));
            }
            poolOfC.giveBack(rowOfC, rowLength);
        });
        poolOfB.giveBack(rowsOfB, rowLength);
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
            if (RowByRowProduct.takes(b, c)) {
                rowByRow.multiply(a, b, c);
            } else {
                multiplyFew(a, b, c);
            }
            return;
        }
        int columns = evenPart(b.columns(), BLOCK_ROW / bytes);
        int rowLength = RowPool.rowLength(columns, bytes);
        int depth = evenPart(b.rows(), BLOCK_OF_B / (rowLength * bytes));
        A[] rowsOfB = poolOfB.take(wholeTiles(depth, tileDepth), rowLength);
        for (int j = 0; j < b.columns(); j += columns) {
            int width = Math.min(columns, b.columns() - j);
            int p = 0;
            do {
                int length = Math.min(depth, b.rows() - p);
                copyToRows(b.block(p, j, length, width), rowsOfB);
                clear(rowsOfB, length, wholeTiles(length, tileDepth), width);
                addBlock(a.block(0, p, a.rows(), length), rowsOfB, c.columns(j, j + width), p > 0);
                p += depth;
            } while (p < b.rows());
        }
        poolOfB.giveBack(rowsOfB, rowLength);
    }

    /** The length of each part of a whole that is split evenly into parts of at most some length. */
    private static int evenPart(int whole, int longest) {
        int parts = Math.max(1, (whole + longest - 1) / longest);
        return Math.max(1, (whole + parts - 1) / parts);
    }

    /** A length rounded up to a multiple of a tile's. */
    private static int wholeTiles(int length, int tile) {
        return (length + tile - 1) / tile * tile;
    }

    /** Adds to a block of columns of c what some rows of b give; the first block overwrites c. */
    private void addBlock(Matrix<A> a, A[] rowsOfB, Matrix<A> c, boolean goOn) {
        long multiplyAdds = (long) c.rows() * c.columns() * a.columns();
        int rowLength = RowPool.rowLength(c.columns(), bytes);
        int blockRows = wholeTiles(Math.min(c.rows(), BLOCK_OF_C / (rowLength * bytes)), TILE_ROWS);
        rowBlocks.forEach(c.rows(), ROWS_OF_THREAD, multiplyAdds, (first, end) -> {
            A[] rowsOfC = poolOfC.take(blockRows, rowLength);
            for (int i = first; i < end; i += blockRows) {
                int last = Math.min(i + blockRows, end);
                addRows(a.rows(i, last), rowsOfB, c.rows(i, last), rowsOfC, goOn);
            }
            poolOfC.giveBack(rowsOfC, rowLength);
        });
    }

    private void addRows(Matrix<A> a, A[] rowsOfB, Matrix<A> c, A[] rowsOfC, boolean goOn) {
        int width = c.columns();
        if (goOn) {
            copyToRows(c, rowsOfC);
        }
        clear(rowsOfC, goOn ? c.rows() : 0, wholeTiles(c.rows(), TILE_ROWS), width);
        int whole = a.columns() / tileDepth * tileDepth;
        addTiles(a.columns(0, whole), rowsOfB, 0, rowsOfC, width);
        if (whole < a.columns()) {
            addLastTiles(a, whole, rowsOfB, rowsOfC, width);
        }
        copyFromRows(rowsOfC, c);
    }

    /**
     * The tiles of the last columns of a, from column p on, filled up with -0.0: times the rows of zeros that fill up
     * b, it leaves every sum as it is, even one that is a negative zero.
     */
    private void addLastTiles(Matrix<A> a, int p, A[] rowsOfB, A[] rowsOfC, int width) {
        int length = RowPool.rowLength(a.rows() * tileDepth, bytes);
        A[] kept = poolOfTiles.take(1, length);
        Matrix<A> tiles = new Matrix<>(kept[0], 0, a.rows(), tileDepth, tileDepth, 1);
        fillWithNegativeZeros(kept[0]);
        copy(a.block(0, p, a.rows(), a.columns() - p), tiles.columns(0, a.columns() - p));
        addTiles(tiles, rowsOfB, p, rowsOfC, width);
        poolOfTiles.giveBack(kept, length);
    }

    /**
     * Adds to a row of c what the elements of a row of a give that are not zero.
     *
     * @param row its elements in order
     * @param columns for a list of columns of a, with room for all
     * @param width the columns of b and c
     */
    abstract void addNonZeros(Matrix<A> row, int[] columns, A[] rowsOfB, A rowOfC, int width);

    /** The product with each multiply-add rounded once, in the order of k. */
    abstract void multiplyFused(Matrix<A> a, Matrix<A> b, Matrix<A> c);

    /**
     * The product where one side is short: scalar sums, ten columns side by side, which hides the latency of addition,
     * and divides the 50, 100 and 10 columns of the book's networks.
     */
    abstract void multiplyFew(Matrix<A> a, Matrix<A> b, Matrix<A> c);

    /**
     * Adds to the rows of c the products of the same rows of a and of rows of b, from row p on, as many as a has
     * columns: a multiple of a tile's. Three rows at a time: where a has no such row, the last one takes its place, and
     * the sum that it leads to is not used.
     *
     * <p>The loop over the tiles is the same for float and double, but here the JIT compiler would build the tiles of
     * both into it, and into its callers, and take half a second.
     */
    abstract void addTiles(Matrix<A> a, A[] rowsOfB, int p, A[] rowsOfC, int width);

    abstract void fillWithNegativeZeros(A row);

    /** Copies a matrix to the first elements of a larger one. */
    abstract void copy(Matrix<A> from, Matrix<A> to);

    /** Copies each row of a matrix to an array of its own. */
    abstract void copyToRows(Matrix<A> matrix, A[] rows);

    /** Copies arrays to the rows of a matrix. */
    abstract void copyFromRows(A[] rows, Matrix<A> matrix);

    /** Fills the rows from {@code first} up to {@code end}, not including it, with zeros. */
    abstract void clear(A[] rows, int first, int end, int width);
}
