package io.github.dlfs4j.ndarray.kernel;

/**
 * The matrix product with the Vector API: which parts are multiplied in which order. The subclasses compute tiles of c,
 * a few rows by a few vectors, in registers. {@link SummationOrder} says in which order an element is summed.
 *
 * <p>A small b is read as it lies, row by row. A large one, and a with it, is multiplied by {@link PackedBlocks}.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
abstract class VectorProduct<A> implements MatrixProduct<A> {
    /**
     * Rows of a strip of {@link PackedBlocks}: by two vectors they are 24 sums, in the 32 registers of AVX-512 and of
     * NEON.
     */
    static final int STRIP = 12;

    /** Up to so many bytes b stays in the L2 cache while the rows of a pass. */
    private static final int SMALL = 400_000;

    /** Rows of a tile where zeros are left out. */
    static final int SPARSE_ROWS = 8;

    /** Vectors in a row of such a tile. */
    private static final int SPARSE_VECTORS = 3;

    /** Bytes of a vector of AVX-512. */
    private static final int LONGEST_VECTOR = 64;

    /** Up to so many rows each is computed by itself: a tile would repeat the last one too often. */
    private static final int SINGLE_ROWS = 2;

    /** With fewer rows than that, b is not read often enough to be worth packing. */
    private static final int FEW_ROWS = 16;

    /** So many rows of a at a time are in the L2 cache while all of b passes. A multiple of all tiles' heights. */
    private static final int BLOCK_ROWS = 48;

    private final RowBlocks rowBlocks;
    private final SummationOrder order;
    private final PackedBlocks<A> packedBlocks;
    private final Workspace<A> workspace = new Workspace<>(this::allocate);
    private final int bytes;

    /**
     * A product.
     *
     * @param rowBlocks spreads rows over threads
     * @param order the order in which products are added
     * @param panelVectors vectors in a row of a packed tile
     * @param bytes bytes of an element
     */
    VectorProduct(RowBlocks rowBlocks, SummationOrder order, int panelVectors, int bytes) {
        this.rowBlocks = rowBlocks;
        this.order = order;
        this.packedBlocks = new PackedBlocks<>(this, rowBlocks, workspace, panelVectors * order.lanes(), bytes);
        this.bytes = bytes;
    }

    final SummationOrder order() {
        return order;
    }

    /** Whether vectors are those of AVX-512. */
    final boolean hasLongestVectors() {
        return order.lanes() * bytes == LONGEST_VECTOR;
    }

    /** The algorithm for a large b. */
    final MatrixProduct<A> inBlocks() {
        return packedBlocks;
    }

    @Override
    public final void multiply(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        if (b.rows() == 0) {
            clear(c);
        } else if (SummationOrder.isTransposed(a, b)) {
            multiplyOriented(b.transpose(), a.transpose(), c.transpose());
        } else {
            multiplyOriented(a, b, c);
        }
    }

    private void multiplyOriented(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        int n = b.columns();
        int whole = n - order.dotColumns(a, b);
        boolean readsOnce = b.columnStep() == 1 && a.rows() < FEW_ROWS;
        if (!readsOnce && (long) b.rows() * whole * bytes > SMALL) {
            packedBlocks.multiply(a, b.columns(0, whole), c.columns(0, whole));
            if (whole < n) {
                multiplySmall(a, b.columns(whole, n), c.columns(whole, n), 0);
            }
        } else {
            multiplySmall(a, b, c, whole);
        }
    }

    /** Some rows of a at a time, with the first columns of b by tiles and the others as dot products. */
    private void multiplySmall(Matrix<A> a, Matrix<A> b, Matrix<A> c, int whole) {
        int n = b.columns();
        boolean copies = b.columnStep() != 1 || whole < shortestRow();
        Matrix<A> rowsOfB = copies ? filledUp(b.columns(0, whole)) : b;
        Matrix<A> dotsOfB = copyOf(b.columns(whole, n).transpose());
        boolean liesInOrder = a.columnStep() == 1 || a.rowStep() == 1;
        Matrix<A> inOrder = liesInOrder ? a : copyOf(a);
        long multiplyAdds = (long) c.rows() * n * b.rows();
        boolean sparse = leavesZerosOut(inOrder, rowsOfB.columns(0, whole));
        rowBlocks.forEach(c.rows(), BLOCK_ROWS, multiplyAdds, (first, end) -> {
            for (int i = first; i < end; i += BLOCK_ROWS) {
                int next = Math.min(i + BLOCK_ROWS, end);
                Matrix<A> rows = inOrder.rows(i, next);
                Matrix<A> columns = c.block(i, 0, next - i, whole);
                // Of columns in order, eight elements are read at once.
                if (sparse && (rows.columnStep() == 1 || rows.rows() >= SPARSE_ROWS)) {
                    multiplyNonZeros(rows, rowsOfB, columns);
                } else if (whole > 0) {
                    multiplyTiles(rows, rowsOfB, columns);
                }
                if (whole < n) {
                    dots(rows, dotsOfB, c.block(i, whole, next - i, n - whole));
                }
            }
        });
        if (!liesInOrder) {
            workspace.giveBack(inOrder.values());
        }
        workspace.giveBack(dotsOfB.values());
        if (copies) {
            workspace.giveBack(rowsOfB.values());
        }
    }

    /**
     * Whether to leave out columns of a that are zero in a few rows. Their terms add zeros, if b is finite, which
     * changes no bit of a sum, but for the sign of one that underflowed to -0. To list columns takes masks, which only
     * AVX-512 has in registers.
     *
     * @param a its rows or its columns in order
     * @param b its rows in order
     */
    private boolean leavesZerosOut(Matrix<A> a, Matrix<A> b) {
        return hasLongestVectors()
                && b.columns() >= SPARSE_VECTORS * order.lanes()
                && a.rows() >= SPARSE_ROWS
                && Sparsity.isMostlyZero(a)
                && (b.finite() || areFinite(b));
    }

    /**
     * {@code c = a b} by tiles. Where a row of c is too short for them, that of a wider matrix is not.
     *
     * @param a in any layout
     * @param b its rows in order; with a column less than {@link #shortestRow}, as long as a vector nevertheless
     * @param c its rows in order
     */
    private void multiplyTiles(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        int n = c.columns();
        if (n < order.lanes() && n >= shortestRow()) {
            multiplyTwoHalves(a, b, c);
        } else if (n < order.lanes()) {
            Matrix<A> wide = workspace.take(c.rows(), order.lanes());
            multiplyTiles(a, b, wide);
            copy(wide.columns(0, n), c);
            workspace.giveBack(wide.values());
        } else if (c.rows() <= SINGLE_ROWS) {
            for (int i = 0; i < c.rows(); i++) {
                multiplyRow(a, i, b, c);
            }
        } else {
            int end = n - columnsOfHalfTiles(n);
            multiplyVectors(a, b, c, end);
            if (end < n) {
                multiplyHalves(a, b, end, c);
            }
        }
    }

    /** So many of the last columns are left to tiles that end with half a vector: those that need no more, or none. */
    private int columnsOfHalfTiles(int n) {
        int lanes = order.lanes();
        int left = n % lanes;
        if (!hasLongestVectors() || left == 0 || 2 * left > lanes) {
            return 0;
        }
        return left + (n / lanes % 3 == 0 ? 3 * lanes : lanes);
    }

    /** The tiles read a row of b as it is if it has so many columns or more. */
    private int shortestRow() {
        return hasLongestVectors() ? order.lanes() / 2 : order.lanes();
    }

    /** A copy whose rows lie in order and are as long as a vector at least. */
    private Matrix<A> filledUp(Matrix<A> matrix) {
        Matrix<A> wide = workspace.take(matrix.rows(), Math.max(matrix.columns(), order.lanes()));
        copy(matrix, wide.columns(0, matrix.columns()));
        return wide;
    }

    /** A copy in C order. */
    private Matrix<A> copyOf(Matrix<A> matrix) {
        Matrix<A> copy = workspace.take(matrix.rows(), matrix.columns());
        copy(matrix, copy);
        return copy;
    }

    /** A matrix of zeros. */
    final Matrix<A> allocate(int rows, int columns) {
        return new Matrix<>(allocate(rows * columns), 0, rows, columns, columns, 1);
    }

    private void clear(Matrix<A> c) {
        A zeros = allocate(c.columns());
        for (int i = 0; i < c.rows(); i++) {
            System.arraycopy(zeros, 0, c.values(), c.offset() + i * c.rowStep(), c.columns());
        }
    }

    abstract A allocate(int length);

    /** Copies a matrix, in any layout, to one whose rows are in order. */
    abstract void copy(Matrix<A> from, Matrix<A> to);

    /**
     * Copies a strip of a so that its columns lie in order, {@value #STRIP} elements each. Where there are fewer rows,
     * the last one is repeated.
     */
    abstract void copyStrip(Matrix<A> rows, A strip, int offset);

    /** Row i of c by {@link #multiplyTiles}. */
    abstract void multiplyRow(Matrix<A> a, int i, Matrix<A> b, Matrix<A> c);

    /** The columns of c before {@code end} by {@link #multiplyTiles}; they fill vectors, or end with those of c. */
    abstract void multiplyVectors(Matrix<A> a, Matrix<A> b, Matrix<A> c, int end);

    /** The columns of c from j on by {@link #multiplyTiles}: one or three vectors, and half a vector or less. */
    abstract void multiplyHalves(Matrix<A> a, Matrix<A> b, int j, Matrix<A> c);

    /** {@link #multiplyTiles} where the columns of c fill half a vector, but no whole one. */
    abstract void multiplyTwoHalves(Matrix<A> a, Matrix<A> b, Matrix<A> c);

    /** Whether there is no infinity and no NaN in a matrix of three vectors' columns or more, its rows in order. */
    abstract boolean areFinite(Matrix<A> b);

    /**
     * {@code c = a b}, where columns of a that are zero in {@value #SPARSE_ROWS} rows are left out. The columns of b
     * fill a vector at least.
     *
     * @param a its rows or its columns in order
     * @param b its rows in order, as those of c
     */
    abstract void multiplyNonZeros(Matrix<A> a, Matrix<A> b, Matrix<A> c);

    /**
     * One tile from a strip and a panel that are packed: {@code c = a b}, or {@code c = c + a b} to go on.
     *
     * @param strip where the strip begins in its array
     * @param panel where the panel begins in its array
     * @param c its rows in order, a strip's height, and not wider than the panel
     */
    abstract void multiplyPacked(A strips, int strip, A panels, int panel, int depth, Matrix<A> c, boolean goOn);

    /**
     * {@code c = a b} as dot products: vectors along k, so that a few columns waste no lane.
     *
     * @param a its rows in order
     * @param transposedB in C order
     */
    abstract void dots(Matrix<A> a, Matrix<A> transposedB, Matrix<A> c);
}
