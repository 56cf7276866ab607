package io.github.dlfs4j.ndarray.kernel;

/**
 * The matrix product with the Vector API: the blocks. The subclasses compute a tile of c, a few rows by three vectors,
 * in registers.
 *
 * <p>The method is that of K. Goto and R. van de Geijn, <i>Anatomy of High-Performance Matrix Multiplication</i>, 2008.
 * An element is a chain of fused multiply-adds in the order of k, from 0. A block leaves the sum in c and the next one
 * goes on from there, so neither blocks nor threads on blocks of rows change a bit. Only the last columns, less than a
 * vector, and a product with a vector may be summed in another order, which depends on the layouts and on k.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
abstract class VectorProduct<A> {
    /** Vectors in a row of a tile. */
    static final int TILE_VECTORS = 3;

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

    /** What it costs to sum the lanes of a dot product, in multiply-adds of vectors. */
    private static final int COST_OF_SUM = 16;

    private final int lanes;
    private final int tileRows;
    private final int bytes;

    /**
     * A product.
     *
     * @param lanes elements of a vector
     * @param tileRows rows of a tile
     * @param bytes bytes of an element
     */
    VectorProduct(int lanes, int tileRows, int bytes) {
        this.lanes = lanes;
        this.tileRows = tileRows;
        this.bytes = bytes;
    }

    /** As {@link Kernels} describes it. */
    final void multiply(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        if (b.rows() == 0) {
            clear(c);
        } else if (isVectorBetterTransposed(a, b)) {
            multiplyBlocks(b.transpose(), a.transpose(), c.transpose());
        } else {
            multiplyBlocks(a, b, c);
        }
    }

    /**
     * A vector times a matrix is the transposed matrix times the vector, and one of the two reads the matrix in order.
     */
    private static boolean isVectorBetterTransposed(Matrix<?> a, Matrix<?> b) {
        return (a.rows() == 1 && b.rowStep() == 1 && b.columnStep() != 1)
                || (b.columns() == 1 && a.rowStep() == 1 && a.columnStep() != 1);
    }

    private void multiplyBlocks(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        int whole = b.columns() - b.columns() % lanes;
        multiplyVectors(a, b.block(0, 0, b.rows(), whole), c.block(0, 0, c.rows(), whole));
        int left = b.columns() - whole;
        if (left > 0) {
            multiplyLast(a, b.block(0, whole, b.rows(), left), c.block(0, whole, c.rows(), left));
        }
    }

    /** The columns that fill whole vectors. */
    private void multiplyVectors(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        boolean inOrder = b.columnStep() == 1;
        boolean small = (long) b.rows() * b.columns() * bytes <= SMALL || (inOrder && a.rows() < FEW_ROWS);
        int depth = small ? b.rows() : BLOCK_DEPTH;
        int columns = small ? b.columns() : BLOCK_COLUMNS;
        for (int j = 0; j < b.columns(); j += columns) {
            int width = Math.min(columns, b.columns() - j);
            for (int p = 0; p < b.rows(); p += depth) {
                int length = Math.min(depth, b.rows() - p);
                Matrix<A>[] panels = panels(b.block(p, j, length, width), !(small && inOrder));
                for (int i = 0; i < a.rows(); i += BLOCK_ROWS) {
                    int rows = Math.min(BLOCK_ROWS, a.rows() - i);
                    multiplyBlock(a.block(i, p, rows, length), panels, c.block(i, j, rows, width), p > 0);
                }
            }
        }
    }

    /** Each panel of b against all strips of a. */
    private void multiplyBlock(Matrix<A> a, Matrix<A>[] panels, Matrix<A> c, boolean goOn) {
        int j = 0;
        for (Matrix<A> panel : panels) {
            for (int i = 0; i < a.rows(); i += tileRows) {
                int rows = Math.min(tileRows, a.rows() - i);
                tile(a.block(i, 0, rows, a.columns()), panel, c.block(i, j, rows, panel.columns()), goOn);
            }
            j += panel.columns();
        }
    }

    /** The last columns, less than a vector: dot products where that wastes less than computing a whole vector. */
    private void multiplyLast(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        if (a.columnStep() == 1 && b.columns() * (b.rows() / lanes + COST_OF_SUM) < b.rows()) {
            dots(a, packed(b.transpose(), b.rows()), c);
            return;
        }
        Matrix<A> padded = packed(b, lanes);
        A scratch = allocate(tileRows * lanes);
        for (int i = 0; i < a.rows(); i += tileRows) {
            int rows = Math.min(tileRows, a.rows() - i);
            tile(a.block(i, 0, rows, a.columns()), padded, new Matrix<>(scratch, 0, rows, lanes, lanes, 1), false);
            for (int r = 0; r < rows; r++) {
                System.arraycopy(scratch, r * lanes, c.values(), c.offset() + (i + r) * c.rowStep(), c.columns());
            }
        }
    }

    /** b in panels three vectors wide, and what is left in panels of one; packed, a panel is read from end to end. */
    private Matrix<A>[] panels(Matrix<A> b, boolean packs) {
        int wide = b.columns() / (TILE_VECTORS * lanes);
        int narrow = b.columns() / lanes - wide * TILE_VECTORS;
        @SuppressWarnings({"unchecked", "rawtypes"})
        Matrix<A>[] panels = new Matrix[wide + narrow];
        int j = 0;
        for (int i = 0; i < panels.length; i++) {
            int width = i < wide ? TILE_VECTORS * lanes : lanes;
            Matrix<A> panel = b.block(0, j, b.rows(), width);
            panels[i] = packs ? packed(panel, width) : panel;
            j += width;
        }
        return panels;
    }

    /** A copy in C order, with zeros after each row up to the width. */
    private Matrix<A> packed(Matrix<A> matrix, int width) {
        A values = allocate(matrix.rows() * width);
        copy(matrix, values, width);
        return new Matrix<>(values, 0, matrix.rows(), width, width, 1);
    }

    private void clear(Matrix<A> c) {
        A zeros = allocate(c.columns());
        for (int i = 0; i < c.rows(); i++) {
            System.arraycopy(zeros, 0, c.values(), c.offset() + i * c.rowStep(), c.columns());
        }
    }

    abstract A allocate(int length);

    /** Copies a matrix, in any layout, to rows that begin at the multiples of {@code rowStep}. */
    abstract void copy(Matrix<A> from, A to, int rowStep);

    /**
     * A tile: {@code c = a b}, or {@code c = c + a b} to go on.
     *
     * @param a in any layout, with at most the rows of a tile
     * @param b one or three vectors wide, its rows in order
     * @param c its rows in order
     */
    abstract void tile(Matrix<A> a, Matrix<A> b, Matrix<A> c, boolean goOn);

    /**
     * {@code c = a b} as dot products: vectors along k, so that a few columns waste no lane.
     *
     * @param a its rows in order
     * @param transposedB in C order
     */
    abstract void dots(Matrix<A> a, Matrix<A> transposedB, Matrix<A> c);
}
