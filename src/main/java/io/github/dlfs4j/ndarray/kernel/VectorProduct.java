package io.github.dlfs4j.ndarray.kernel;

/**
 * The matrix product with the Vector API: the blocks. What a tile of c is, and how it is computed, the subclasses know.
 *
 * <p>The method is that of K. Goto and R. van de Geijn, <i>Anatomy of High-Performance Matrix Multiplication</i>, 2008.
 * An element is a chain of fused multiply-adds in the order of k, from 0. A block leaves the sum in c and the next one
 * goes on from there, so blocks, threads on blocks of rows and layouts change no bit.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
abstract class VectorProduct<A> {
    /** Rows of a tile. Eight times three vectors are 24 sums; with three of b and one of a they fit 32 registers. */
    static final int TILE_ROWS = 8;

    /** Vectors in a row of a tile. */
    static final int TILE_VECTORS = 3;

    /** Up to so many bytes a matrix is one block: it stays in the L2 cache beside the other operand's. */
    private static final int SMALL = 400_000;

    /** Rows of b in a block: a strip of a, 8 by 512, is 16 kB of float and 32 kB of double, which is the L1 cache. */
    private static final int BLOCK_DEPTH = 512;

    /**
     * Columns of b in a block: 512 by 1536 are 3 MB of float, in the L3 cache. A multiple of the tile for all species.
     */
    private static final int BLOCK_COLUMNS = 1536;

    /** Rows of a in a block: 64 by 512 are 128 kB of float, in the L2 cache while all of b's panels pass. */
    private static final int BLOCK_ROWS = 64;

    private final int lanes;
    private final int bytes;

    /**
     * A product.
     *
     * @param lanes elements of a vector
     * @param bytes bytes of an element
     */
    VectorProduct(int lanes, int bytes) {
        this.lanes = lanes;
        this.bytes = bytes;
    }

    /** As {@link Kernels} describes it. */
    final void multiply(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        if (b.rows() == 0) {
            clear(c);
            return;
        }
        boolean small = (long) b.rows() * b.columns() * bytes <= SMALL;
        int depth = small ? b.rows() : BLOCK_DEPTH;
        int columns = small ? b.columns() : BLOCK_COLUMNS;
        for (int j = 0; j < b.columns(); j += columns) {
            int width = Math.min(columns, b.columns() - j);
            for (int p = 0; p < b.rows(); p += depth) {
                int length = Math.min(depth, b.rows() - p);
                Matrix<A> blockOfA = block(a, 0, p, a.rows(), length);
                Matrix<A> blockOfB = block(b, p, j, length, width);
                multiplyBlock(blockOfA, blockOfB, small, block(c, 0, j, c.rows(), width), p > 0);
            }
        }
    }

    private static <A> Matrix<A> block(Matrix<A> matrix, int i, int j, int rows, int columns) {
        int offset = matrix.offset() + i * matrix.rowStep() + j * matrix.columnStep();
        return new Matrix<>(matrix.values(), offset, rows, columns, matrix.rowStep(), matrix.columnStep());
    }

    private void multiplyBlock(Matrix<A> a, Matrix<A> b, boolean small, Matrix<A> c, boolean goOn) {
        int whole = b.columns() - b.columns() % lanes;
        boolean packs = !small || b.columnStep() != 1;
        A packed = packs ? pack(b, whole) : null;
        A last = whole < b.columns() ? packLast(b, whole) : null;
        A lastOfC = last == null ? null : allocate(TILE_ROWS * lanes);
        for (int i0 = 0; i0 < a.rows(); i0 += BLOCK_ROWS) {
            int end = Math.min(i0 + BLOCK_ROWS, a.rows());
            int j = 0;
            while (j < whole) {
                int vectors = vectorsOfPanel(j, whole);
                A values = packs ? packed : b.values();
                int at = packs ? j * b.rows() : b.offset() + j;
                int step = packs ? vectors * lanes : b.rowStep();
                for (int i = i0; i < end; i += TILE_ROWS) {
                    tile(a, i, values, at, step, vectors, c, i, j, goOn);
                }
                j += vectors * lanes;
            }
            if (last != null) {
                for (int i = i0; i < end; i += TILE_ROWS) {
                    lastTile(a, i, last, c, whole, lastOfC, goOn);
                }
            }
        }
    }

    /** Panels are three vectors wide, and what is left is in panels of one. */
    private int vectorsOfPanel(int j, int whole) {
        return whole - j >= TILE_VECTORS * lanes ? TILE_VECTORS : 1;
    }

    /** b in panels, each of which is read from its first element to its last. */
    private A pack(Matrix<A> b, int whole) {
        A packed = allocate(b.rows() * whole);
        int j = 0;
        while (j < whole) {
            int width = vectorsOfPanel(j, whole) * lanes;
            copy(block(b, 0, j, b.rows(), width), packed, j * b.rows(), width);
            j += width;
        }
        return packed;
    }

    /** The last columns, less than a vector, with zeros beside them. */
    private A packLast(Matrix<A> b, int whole) {
        A last = allocate(b.rows() * lanes);
        copy(block(b, 0, whole, b.rows(), b.columns() - whole), last, 0, lanes);
        return last;
    }

    private void tile(
            Matrix<A> a, int i, A b, int at, int step, int vectors, Matrix<A> c, int row, int column, boolean goOn) {
        int rows = Math.min(TILE_ROWS, a.rows() - i);
        int to = c.offset() + row * c.rowStep() + column;
        int from = a.offset() + i * a.rowStep();
        if (rows < TILE_ROWS / 2) {
            for (int r = 0; r < rows; r++) {
                int x = from + r * a.rowStep();
                rowOfTile(
                        a.values(),
                        x,
                        a.columnStep(),
                        b,
                        at,
                        step,
                        vectors,
                        a.columns(),
                        c.values(),
                        to + r * c.rowStep(),
                        goOn);
            }
        } else {
            tile(
                    a.values(),
                    from,
                    a.rowStep(),
                    a.columnStep(),
                    rows,
                    b,
                    at,
                    step,
                    vectors,
                    a.columns(),
                    c.values(),
                    to,
                    c.rowStep(),
                    goOn);
        }
    }

    /** The last columns are computed beside c, a whole vector of them. */
    private void lastTile(Matrix<A> a, int i, A last, Matrix<A> c, int column, A scratch, boolean goOn) {
        int rows = Math.min(TILE_ROWS, a.rows() - i);
        int width = c.columns() - column;
        int at = c.offset() + i * c.rowStep() + column;
        if (goOn) {
            for (int r = 0; r < rows; r++) {
                System.arraycopy(c.values(), at + r * c.rowStep(), scratch, r * lanes, width);
            }
        }
        Matrix<A> beside = new Matrix<>(scratch, 0, rows, lanes, lanes, 1);
        tile(a, i, last, 0, lanes, 1, beside, 0, 0, goOn);
        for (int r = 0; r < rows; r++) {
            System.arraycopy(scratch, r * lanes, c.values(), at + r * c.rowStep(), width);
        }
    }

    private void clear(Matrix<A> c) {
        A zeros = allocate(c.columns());
        for (int i = 0; i < c.rows(); i++) {
            System.arraycopy(zeros, 0, c.values(), c.offset() + i * c.rowStep(), c.columns());
        }
    }

    abstract A allocate(int length);

    /** Copies a matrix, in any layout, to rows that are {@code rowStep} apart. */
    abstract void copy(Matrix<A> from, A to, int at, int rowStep);

    /**
     * A tile of c: {@code rows} rows, at most {@link #TILE_ROWS}, of one or three vectors.
     *
     * @param a element (i, p) is {@code a[x + i * rowStep + p * columnStep]}
     * @param b vector v of row p begins at {@code b[y + p * stepOfB + v * lanes]}
     * @param c row i begins at {@code c[z + i * stepOfC]}
     * @param goOn whether to add to what is in c
     */
    abstract void tile(
            A a,
            int x,
            int rowStep,
            int columnStep,
            int rows,
            A b,
            int y,
            int stepOfB,
            int vectors,
            int depth,
            A c,
            int z,
            int stepOfC,
            boolean goOn);

    /** A single row of a tile. */
    abstract void rowOfTile(
            A a, int x, int columnStep, A b, int y, int stepOfB, int vectors, int depth, A c, int z, boolean goOn);
}
