package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.parallel.RowBlocks;

/**
 * The product of large matrices, for {@link VectorProduct}: blocks of both are copied so that a tile reads them from
 * end to end.
 *
 * <p>The method is that of K. Goto and R. van de Geijn, <i>Anatomy of High-Performance Matrix Multiplication</i>, 2008.
 * A block leaves its sums in c and the next one goes on from there. Where the rows of a matrix are pages apart, only
 * the copy meets all of its pages, once.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class PackedBlocks<A> implements MatrixProduct<A> {
    /**
     * Rows of b in a block. A tile goes on from what c holds once for so many; with 256, when panels of two vectors fit
     * the L1 cache, double products of 2048 by 2048 took some 8 % longer than now, when they come from L2, read ahead.
     */
    private static final int DEPTH = 512;

    /** Columns of b in a block: 512 by 1024 are 2 MB of float, which come from the L2 or L3 cache a panel at a time. */
    private static final int COLUMNS = 1024;

    /** Rows of a in a block: 120 by 512 are 246 kB of float and 492 kB of double, in the L2 cache while panels pass. */
    private static final int ROWS = 120;

    private static final int CACHE_LINE = 64;
    private static final int ARRAY_HEADER = 16;

    private final VectorProduct<A> product;
    private final RowBlocks rowBlocks;
    private final Workspace<A> workspace;
    private final int panelWidth;

    /**
     * Where the panels begin in their array. An array of half a region or more of G1, Java's default collector, lies at
     * the start of one, so that no vector of a panel crosses a cache line. Products were 5 % longer where each did.
     */
    private final int start;

    /**
     * The blocks of a product.
     *
     * @param panelWidth columns of a tile
     * @param bytes bytes of an element
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

    /** The length of blocks that are equal but for the last, at most {@code most}, in multiples of {@code unit}. */
    private static int evenly(int length, int most, int unit) {
        int blocks = (length + most - 1) / most;
        return roundedUp((length + blocks - 1) / blocks, unit);
    }

    private static int roundedUp(int length, int unit) {
        return (length + unit - 1) / unit * unit;
    }

    /** Panel by panel. The last one may be narrower; what is beside it counts for no column of c. */
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

    /** Each panel with all strips. */
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

    /** A part of c that is smaller than a tile goes through a matrix that has its size. */
    private void multiplyTile(A strips, int strip, A panels, int panel, int depth, Matrix<A> c, boolean goOn) {
        if (c.rows() == VectorProduct.STRIP && c.columns() == panelWidth) {
            product.multiplyPacked(strips, strip, panels, panel, depth, c, goOn);
            return;
        }
        Matrix<A> tile = workspace.take(VectorProduct.STRIP, panelWidth);
        Matrix<A> own = tile.block(0, 0, c.rows(), c.columns());
        if (goOn) {
            product.copy(c, own);
        }
        product.multiplyPacked(strips, strip, panels, panel, depth, tile, goOn);
        product.copy(own, c);
        workspace.giveBack(tile.values());
    }
}
