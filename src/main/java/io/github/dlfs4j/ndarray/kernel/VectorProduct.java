package io.github.dlfs4j.ndarray.kernel;

/**
 * The matrix product with the Vector API: the blocks. The subclasses compute tiles of c, a few rows by a few vectors,
 * in registers.
 *
 * <p>The method is that of K. Goto and R. van de Geijn, <i>Anatomy of High-Performance Matrix Multiplication</i>, 2008.
 * A block leaves its sums in c and the next one goes on from there. {@link SummationOrder} says in which order an
 * element is summed.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
abstract class VectorProduct<A> implements MatrixProduct<A> {
    /** Vectors in a row of a wide tile. */
    static final int TILE_VECTORS = 3;

    /** Rows of a narrow tile. */
    static final int TILE_ROWS = 8;

    /** Up to so many bytes b is one block: it stays in the L2 cache, and rows that lie in order need no copy. */
    private static final int SMALL = 400_000;

    /** With fewer rows than that, b is not read often enough to be worth packing. */
    private static final int FEW_ROWS = 16;

    /** Rows of b in a block: a strip of a, 8 by 512, is 16 kB of float and 32 kB of double, which is the L1 cache. */
    private static final int BLOCK_DEPTH = 512;

    /**
     * Columns of b in a block: 512 by 1536 are 3 MB of float, in the L3 cache. A multiple of the tile for all species.
     */
    private static final int BLOCK_COLUMNS = 1536;

    /** Rows of a in a block: 64 by 512 are 128 kB of float, in the L2 cache while all of b's panels pass. */
    private static final int BLOCK_ROWS = 64;

    private final RowBlocks rowBlocks;
    private final SummationOrder order;
    private final int lanes;
    private final int narrowVectors;
    private final int bytes;

    /**
     * A product.
     *
     * @param rowBlocks spreads rows over threads
     * @param order the order in which products are added
     * @param narrowVectors the most vectors of a narrow tile
     * @param bytes bytes of an element
     */
    VectorProduct(RowBlocks rowBlocks, SummationOrder order, int narrowVectors, int bytes) {
        this.rowBlocks = rowBlocks;
        this.order = order;
        this.lanes = order.lanes();
        this.narrowVectors = narrowVectors;
        this.bytes = bytes;
    }

    final SummationOrder order() {
        return order;
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
        if (whole > 0) {
            multiplyChains(a, b.columns(0, whole), c.columns(0, whole));
        }
        if (whole < n) {
            dots(a, packed(b.columns(whole, n).transpose(), b.rows()), c.columns(whole, n));
        }
    }

    /**
     * Where the columns of a lie in order, the last columns of c, less than a vector, are computed as rows of the
     * transposed product: vectors along m waste no lanes.
     */
    private void multiplyChains(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        int n = b.columns();
        int left = n % lanes;
        if (left == 0 || a.rowStep() != 1 || a.columnStep() == 1 || 2 * left > lanes || a.rows() < 8 * lanes) {
            multiplyBlocks(a, b, c);
            return;
        }
        if (left < n) {
            multiplyBlocks(a, b.columns(0, n - left), c.columns(0, n - left));
        }
        Matrix<A> turned = allocate(left, a.rows());
        multiplyBlocks(b.columns(n - left, n).transpose(), a.transpose(), turned);
        copy(turned.transpose(), c.columns(n - left, n));
    }

    private void multiplyBlocks(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        boolean inOrder = b.columnStep() == 1;
        boolean small = (long) b.rows() * b.columns() * bytes <= SMALL || (inOrder && a.rows() < FEW_ROWS);
        int depth = small ? b.rows() : BLOCK_DEPTH;
        int columns = small ? b.columns() : BLOCK_COLUMNS;
        for (int j = 0; j < b.columns(); j += columns) {
            int width = Math.min(columns, b.columns() - j);
            for (int p = 0; p < b.rows(); p += depth) {
                int length = Math.min(depth, b.rows() - p);
                Matrix<A>[] panels = panels(b.block(p, j, length, width), !(small && inOrder));
                multiplyPanels(a.columns(p, p + length), panels, c.columns(j, j + width), p > 0);
            }
        }
    }

    /** b in panels that are as wide as tiles; packed, a panel is read from end to end. The last one is filled up. */
    private Matrix<A>[] panels(Matrix<A> b, boolean packs) {
        int wide = b.columns() / (TILE_VECTORS * lanes);
        int left = b.columns() - wide * TILE_VECTORS * lanes;
        int narrow = (left + narrowVectors * lanes - 1) / (narrowVectors * lanes);
        @SuppressWarnings({"unchecked", "rawtypes"})
        Matrix<A>[] panels = new Matrix[wide + narrow];
        int j = 0;
        for (int i = 0; i < panels.length; i++) {
            int end = Math.min(j + (i < wide ? TILE_VECTORS : narrowVectors) * lanes, b.columns());
            int width = (end - j + lanes - 1) / lanes * lanes;
            Matrix<A> panel = b.columns(j, end);
            panels[i] = packs || end < j + width ? packed(panel, width) : panel;
            j += width;
        }
        return panels;
    }

    private void multiplyPanels(Matrix<A> a, Matrix<A>[] panels, Matrix<A> c, boolean goOn) {
        long multiplyAdds = (long) c.rows() * c.columns() * a.columns();
        rowBlocks.forEach(a.rows(), TILE_ROWS, multiplyAdds, (first, end) -> {
            for (int i = first; i < end; i += BLOCK_ROWS) {
                int next = Math.min(i + BLOCK_ROWS, end);
                multiplyBlock(a.rows(i, next), panels, c.rows(i, next), goOn);
            }
        });
    }

    /** Each panel of b against all of a. */
    private void multiplyBlock(Matrix<A> a, Matrix<A>[] panels, Matrix<A> c, boolean goOn) {
        int j = 0;
        for (Matrix<A> panel : panels) {
            int end = j + panel.columns();
            if (end <= c.columns()) {
                tiles(a, panel, c.columns(j, end), goOn);
            } else {
                multiplyFilledUp(a, panel, c.columns(j, c.columns()), goOn);
            }
            j = end;
        }
    }

    /**
     * A panel that is wider than c. Where c has no other columns, a tile may store its rows in full: what is too much
     * is overwritten by the rows that follow. The last rows, and all where c has more columns, go through an array as
     * wide as the panel.
     */
    private void multiplyFilledUp(Matrix<A> a, Matrix<A> panel, Matrix<A> c, boolean goOn) {
        int width = panel.columns();
        int direct = 0;
        if (c.rowStep() == c.columns() && !goOn) {
            int fitting = c.rows() - width / c.columns();
            direct = Math.max(0, fitting / TILE_ROWS * TILE_ROWS);
            tiles(a.rows(0, direct), panel, c.block(0, 0, direct, width), false);
        }
        Matrix<A> last = c.rows(direct, c.rows());
        Matrix<A> wide = allocate(last.rows(), width);
        Matrix<A> own = wide.columns(0, c.columns());
        if (goOn) {
            copy(last, own);
        }
        tiles(a.rows(direct, a.rows()), panel, wide, goOn);
        copy(own, last);
    }

    /** A copy in C order, with zeros after each row up to the width. */
    private Matrix<A> packed(Matrix<A> matrix, int width) {
        Matrix<A> wide = allocate(matrix.rows(), width);
        copy(matrix, wide.columns(0, matrix.columns()));
        return wide;
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
     * One panel: {@code c = a b}, or {@code c = c + a b} to go on.
     *
     * @param a in any layout
     * @param b its rows in order, three vectors wide or at most {@code narrowVectors}
     * @param c its rows in order
     */
    abstract void tiles(Matrix<A> a, Matrix<A> b, Matrix<A> c, boolean goOn);

    /**
     * {@code c = a b} as dot products: vectors along k, so that a few columns waste no lane.
     *
     * @param a its rows in order
     * @param transposedB in C order
     */
    abstract void dots(Matrix<A> a, Matrix<A> transposedB, Matrix<A> c);
}
