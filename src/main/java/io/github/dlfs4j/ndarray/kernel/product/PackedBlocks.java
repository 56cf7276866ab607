package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.parallel.RowBlocks;

/**
 * The product of large matrices, for {@link VectorProduct}. Blocks of both operands are copied such that a tile reads
 * them from end to end.
 *
 * <p>The method is that of K. Goto and R. van de Geijn, <i>Anatomy of High-Performance Matrix Multiplication</i>, 2008.
 * A block leaves its sums in c, and the next block continues them. If the rows of a matrix are pages apart, only the
 * copy touches all its pages, and only once.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class PackedBlocks<A> implements MatrixProduct<A> {
    /**
     * The rows of b in a block. A tile reads the sums in c once for each block. With 256 rows, panels of two vectors
     * would fit the L1 cache, but double products of 2048 by 2048 took about 8 % longer than with 512 rows, whose
     * panels are prefetched from the L2 cache.
     */
    private static final int DEPTH = 512;

    /**
     * The columns of b in a block. 512 by 1024 floats are 2 MB, which come from the L2 or L3 cache one panel at a time.
     */
    private static final int COLUMNS = 1024;

    /**
     * The rows of a in a block. 120 by 512 elements are 246 kB of float or 492 kB of double, which stay in the L2 cache
     * for all panels.
     */
    private static final int ROWS = 120;

    private static final int CACHE_LINE = 64;
    private static final int ARRAY_HEADER = 16;

    private final VectorProduct<A> product;
    private final RowBlocks rowBlocks;
    private final Workspace<A> workspace;
    private final int panelWidth;

    /**
     * Where the panels begin in their array. G1, Java's default collector, places an array of at least half a region at
     * the start of a region, so no vector of a panel crosses a cache line. Products took 5 % longer when every vector
     * did.
     */
    private final int start;

    /**
     * Creates the product.
     *
     * @param panelWidth the columns of a tile
     * @param bytes the bytes of an element
     */
    PackedBlocks(VectorProduct<A> product, RowBlocks rowBlocks, Workspace<A> workspace, int panelWidth, int bytes) {
        this.product = product;
        this.rowBlocks = rowBlocks;
        this.workspace = workspace;
        this.panelWidth = panelWidth;
        this.start = (CACHE_LINE - ARRAY_HEADER) / bytes;
    }

    @Override
    public void multiply(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        int depth = evenly(b.rows(), DEPTH, 1);
        int columns = evenly(b.columns(), COLUMNS, panelWidth);
        A panels = workspace.take(start + depth * columns);
        for (int j = 0; j < b.columns(); j += columns) {
            int width = Math.min(columns, b.columns() - j);
            for (int p = 0; p < b.rows(); p += depth) {
                int length = Math.min(depth, b.rows() - p);
                copyPanels(b.block(p, j, length, width), panels);
                multiply(a.columns(p, p + length), panels, c.columns(j, j + width), p > 0);
            }
        }
        workspace.giveBack(panels);
    }

    /**
     * Returns the length of equal blocks, of which only the last may be shorter: at most {@code most}, and a multiple
     * of {@code unit}.
     */
    private static int evenly(int length, int most, int unit) {
        int blocks = (length + most - 1) / most;
        return roundedUp((length + blocks - 1) / blocks, unit);
    }

    private static int roundedUp(int length, int unit) {
        return (length + unit - 1) / unit * unit;
    }

    /** Copies b panel by panel. The last panel may be narrower; the elements after it affect no column of c. */
    private void copyPanels(Matrix<A> b, A panels) {
        for (int j = 0; j < b.columns(); j += panelWidth) {
            int width = Math.min(panelWidth, b.columns() - j);
            Matrix<A> panel = new Matrix<>(panels, start + j * b.rows(), b.rows(), width, panelWidth, 1);
            product.copy(b.columns(j, j + width), panel);
        }
    }

    private void multiply(Matrix<A> a, A panels, Matrix<A> c, boolean goOn) {
        int rows = evenly(a.rows(), ROWS, VectorProduct.STRIP);
        long multiplyAdds = (long) c.rows() * c.columns() * a.columns();
        rowBlocks.forEach(a.rows(), VectorProduct.STRIP, multiplyAdds, (first, end) -> {
            A strips = workspace.take(roundedUp(Math.min(rows, end - first), VectorProduct.STRIP) * a.columns());
            for (int i = first; i < end; i += rows) {
                int next = Math.min(i + rows, end);
                copyStrips(a.rows(i, next), strips);
                multiplyBlock(strips, panels, a.columns(), c.rows(i, next), goOn);
            }
            workspace.giveBack(strips);
        });
    }

    private void copyStrips(Matrix<A> a, A strips) {
        for (int i = 0; i < a.rows(); i += VectorProduct.STRIP) {
            int next = Math.min(i + VectorProduct.STRIP, a.rows());
            product.copyStrip(a.rows(i, next), strips, i * a.columns());
        }
    }

    /** Multiplies each panel by all strips. */
    private void multiplyBlock(A strips, A panels, int depth, Matrix<A> c, boolean goOn) {
        for (int j = 0; j < c.columns(); j += panelWidth) {
            int width = Math.min(panelWidth, c.columns() - j);
            for (int i = 0; i < c.rows(); i += VectorProduct.STRIP) {
                int height = Math.min(VectorProduct.STRIP, c.rows() - i);
                int panel = start + j * depth;
                multiplyTile(strips, i * depth, panels, panel, depth, c.block(i, j, height, width), goOn);
            }
        }
    }

    /** Computes a tile. A part of c that is smaller than a tile is computed in a matrix of the tile's size. */
    private void multiplyTile(A strips, int strip, A panels, int panel, int depth, Matrix<A> c, boolean goOn) {
        if (c.rows() == VectorProduct.STRIP && c.columns() == panelWidth) {
            product.multiplyPacked(strips, strip, panels, panel, depth, c, goOn);
            return;
        }
        Matrix<A> tile = workspace.take(VectorProduct.STRIP, panelWidth);
        Matrix<A> part = tile.block(0, 0, c.rows(), c.columns());
        if (goOn) {
            product.copy(c, part);
        }
        product.multiplyPacked(strips, strip, panels, panel, depth, tile, goOn);
        product.copy(part, c);
        workspace.giveBack(tile.values());
    }
}
