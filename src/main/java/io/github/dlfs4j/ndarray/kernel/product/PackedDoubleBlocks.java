package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.Workspace;
import io.github.dlfs4j.parallel.RowBlocks;

/**
 * The product of large matrices with the Vector API. Blocks of both operands are copied such that a tile reads them
 * from end to end.
 *
 * <p>The method is that of K. Goto and R. van de Geijn, <i>Anatomy of High-Performance Matrix Multiplication</i>, 2008.
 * A block leaves its sums in c, and the next block continues them. If the rows of a matrix are pages apart, only the
 * copy touches all its pages, and only once.
 */
@AlsoFor(float.class)
final class PackedDoubleBlocks {
    private static final int STRIP = ProductPlan.STRIP;

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

    /**
     * The rows of b that are copied to all panels together, if they are contiguous: so few that all are read from end
     * to end, and their pages are looked up once. Copying panel by panel took twice as long.
     */
    private static final int COPIED_ROWS = 8;

    private static final int CACHE_LINE = 64;
    private static final int ARRAY_HEADER = 16;

    private static final boolean HAS_MANY_SUMS = VectorDoubleProduct.UNIT.hasManySums();

    /** The columns of a tile. */
    private static final int PANEL = (HAS_MANY_SUMS ? 2 : 1) * VectorDoubleProduct.UNIT.lanes();

    /**
     * Where the panels begin in their array. G1, Java's default collector, places an array of at least half a region at
     * the start of a region, so no vector of a panel crosses a cache line. Products took 5 % longer when every vector
     * did.
     */
    private static final int START = (CACHE_LINE - ARRAY_HEADER) / Double.BYTES;

    /** Computes {@code c = a b}, as {@link MatrixProduct} describes it. */
    static void multiply(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c, RowBlocks rowBlocks) {
        int depth = evenly(b.rows(), DEPTH, 1);
        int columns = evenly(b.columns(), COLUMNS, PANEL);
        double[] panels = Workspace.DOUBLES.take(START + depth * columns);
        for (int j = 0; j < b.columns(); j += columns) {
            int width = Math.min(columns, b.columns() - j);
            for (int p = 0; p < b.rows(); p += depth) {
                int length = Math.min(depth, b.rows() - p);
                copyPanels(b.block(p, j, length, width), panels);
                multiply(a.columns(p, p + length), panels, c.columns(j, j + width), p > 0, rowBlocks);
            }
        }
        Workspace.DOUBLES.giveBack(panels);
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

    /** Copies b to panels. The last panel may be narrower; the elements after it affect no column of c. */
    private static void copyPanels(Matrix<double[]> b, double[] panels) {
        int whole = b.columnStep() == 1 ? b.columns() - b.columns() % PANEL : 0;
        VectorDoubleCopy.copyToPanels(b.columns(0, whole), COPIED_ROWS, PANEL, panels, START);
        for (int j = whole; j < b.columns(); j += PANEL) {
            Matrix<double[]> panel = b.columns(j, Math.min(j + PANEL, b.columns()));
            VectorDoubleCopy.copy(
                    panel, new Matrix<>(panels, START + j * b.rows(), b.rows(), panel.columns(), PANEL, 1));
        }
    }

    private static void multiply(
            Matrix<double[]> a, double[] panels, Matrix<double[]> c, boolean continues, RowBlocks rowBlocks) {
        int rows = evenly(a.rows(), ROWS, STRIP);
        long multiplyAdds = (long) c.rows() * c.columns() * a.columns();
        rowBlocks.forEach(a.rows(), STRIP, multiplyAdds, (first, end) -> {
            double[] strips = Workspace.DOUBLES.take(roundedUp(Math.min(rows, end - first), STRIP) * a.columns());
            for (int i = first; i < end; i += rows) {
                int next = Math.min(i + rows, end);
                copyStrips(a.rows(i, next), strips);
                multiplyBlock(strips, panels, a.columns(), c.rows(i, next), continues);
            }
            Workspace.DOUBLES.giveBack(strips);
        });
    }

    /** Copies a to strips whose columns are contiguous. What a last strip of fewer rows lacks affects no row of c. */
    private static void copyStrips(Matrix<double[]> a, double[] strips) {
        for (int i = 0; i < a.rows(); i += STRIP) {
            Matrix<double[]> rows = a.rows(i, Math.min(i + STRIP, a.rows()));
            if (a.columnStep() == 1) {
                Matrix<double[]> strip = new Matrix<>(strips, i * a.columns(), rows.rows(), a.columns(), 1, STRIP);
                VectorDoubleCopy.copy(rows.transpose(), strip.transpose());
            } else {
                DoubleTiles.copyStrip(rows, strips, i * a.columns());
            }
        }
    }

    /** Multiplies each panel by all strips. */
    private static void multiplyBlock(
            double[] strips, double[] panels, int depth, Matrix<double[]> c, boolean continues) {
        for (int j = 0; j < c.columns(); j += PANEL) {
            int width = Math.min(PANEL, c.columns() - j);
            for (int i = 0; i < c.rows(); i += STRIP) {
                int height = Math.min(STRIP, c.rows() - i);
                int panel = START + j * depth;
                multiplyTile(strips, i * depth, panels, panel, depth, c.block(i, j, height, width), continues);
            }
        }
    }

    /** Computes a tile. A part of c that is smaller than a tile is computed in a matrix of the tile's size. */
    private static void multiplyTile(
            double[] strips, int strip, double[] panels, int panel, int depth, Matrix<double[]> c, boolean continues) {
        if (c.rows() == STRIP && c.columns() == PANEL) {
            multiplyPacked(strips, strip, panels, panel, depth, c, continues);
            return;
        }
        Matrix<double[]> tile = new Matrix<>(Workspace.DOUBLES.take(STRIP * PANEL), 0, STRIP, PANEL, PANEL, 1);
        Matrix<double[]> part = tile.block(0, 0, c.rows(), c.columns());
        if (continues) {
            VectorDoubleCopy.copy(c, part);
        }
        multiplyPacked(strips, strip, panels, panel, depth, tile, continues);
        VectorDoubleCopy.copy(part, c);
        Workspace.DOUBLES.giveBack(tile.values());
    }

    private static void multiplyPacked(
            double[] strips, int strip, double[] panels, int panel, int depth, Matrix<double[]> c, boolean continues) {
        if (HAS_MANY_SUMS) {
            VectorDoubleTiles.packedTwelveByTwo(
                    strips, strip, panels, panel, c.values(), c.offset(), c.rowStep(), depth, continues);
        } else {
            VectorDoubleTiles.packedTwelveByOne(
                    strips, strip, panels, panel, c.values(), c.offset(), c.rowStep(), depth, continues);
        }
    }
}
