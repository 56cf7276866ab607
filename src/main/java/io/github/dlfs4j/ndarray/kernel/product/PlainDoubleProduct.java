package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.parallel.RowBlocks;

/**
 * The matrix product in loops that the JIT compiler turns into SIMD code.
 *
 * <p>It does so only if all arrays of a loop share one index, and it cannot prove that two rows of one array do not
 * overlap. So each row of a block of b is copied to an array of its own, and so are the rows of c while they are
 * summed. Then the JIT compiler vectorises the loop {@code c0[j] = c0[j] + x00 * b0[j] + x01 * b1[j] + …}, here for
 * three rows of c at once, each with its own factors. The copy costs one pass over b; the product needs one pass for
 * every three rows of a.
 *
 * <p>Such a loop computes up to a vector's length of elements one by one before its stores are aligned, and again at
 * the end. So it should be long, and it runs along the longer side of c. If both sides are short,
 * {@link DoubleRowByRow} computes the product.
 */
@AlsoFor(float.class)
final class PlainDoubleProduct implements MatrixProduct<double[]> {
    /** The rows of c in one loop. */
    private static final int ROWS_OF_TILE = 3;

    /** The rows of b in one loop. */
    private static final int DEPTH_OF_TILE = 3;

    /** The elements of a row in a block. They are 2 kB, so that a dozen rows fit the L1 cache. */
    static final int BLOCK_ROW = 2048 / Double.BYTES;

    /**
     * The bytes of the rows of c to which a few rows of b are added. All of these rows stay in the L1 cache, until the
     * next few rows of b come from the L2 cache.
     */
    private static final int BLOCK_OF_C = 28 * 1024;

    /** The bytes of b that stay in the L2 cache for all rows of c. */
    private static final int BLOCK_OF_B = 512 * 1024;

    /** The fewest rows of c that are the work of one thread. */
    private static final int ROWS_OF_THREAD = 12;

    /** With fewer columns, a loop over them would spend its time before and after its SIMD part. */
    private static final int FEW_COLUMNS = 16;

    /** With fewer rows, a copy of b pays only if it is a plain copy of rows. */
    private static final int FEW_ROWS = 4;

    /** From this many rows on, a search for infinities and NaN in b takes little time compared with the product. */
    private static final int MANY_ROWS = 16;

    /** With this many multiply-adds or fewer, a choice of the best method does not pay. */
    private static final int FEW_MULTIPLY_ADDS = 128;

    private static final RowPool<double[]> POOL_OF_B = new RowPool<>(double.class);

    /** Rows for sums. */
    static final RowPool<double[]> POOL_OF_C = new RowPool<>(double.class);

    private final RowBlocks rowBlocks;
    private final PlainDoubleColumn column;
    private final DoubleRowByRow rowByRow = new DoubleRowByRow();

    /**
     * Creates the product.
     *
     * @param rowBlocks distributes rows over threads
     */
    PlainDoubleProduct(RowBlocks rowBlocks) {
        this.rowBlocks = rowBlocks;
        this.column = new PlainDoubleColumn(rowBlocks);
    }

    @Override
    public void multiply(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        if (SummationOrder.hasChains(b)) {
            column.multiply(a, b, c);
        } else if ((long) a.rows() * a.columns() * b.columns() <= FEW_MULTIPLY_ADDS) {
            rowByRow.multiply(a, b, c);
        } else if (leavesZerosOut(a, b)) {
            multiplySparse(a, b, c);
        } else if (isBetterTransposed(a, b)) {
            multiplyChains(b.transpose(), a.transpose(), c.transpose());
        } else {
            multiplyChains(a, b, c);
        }
    }

    /** Returns whether to leave out the zeros in each row of a. */
    private static boolean leavesZerosOut(Matrix<double[]> a, Matrix<double[]> b) {
        return a.rows() >= FEW_ROWS
                && a.columnStep() == 1
                && b.columns() >= FEW_COLUMNS
                && b.columnStep() == 1
                && (long) b.rows() * rowLength(b.columns()) * Double.BYTES <= BLOCK_OF_B
                && Sparsity.isMostlyZero(a)
                && (b.finite() || (a.rows() >= MANY_ROWS && DoubleSparsity.areFinite(b)));
    }

    /** Computes c row by row, and adds only the terms that are not zero. */
    private void multiplySparse(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        int width = b.columns();
        int rowLength = rowLength(width);
        double[][] rowsOfB = POOL_OF_B.take(b.rows(), rowLength);
        DoubleRows.read(b, rowsOfB);
        long multiplyAdds = (long) a.rows() * a.columns() * width;
        rowBlocks.forEach(a.rows(), ROWS_OF_THREAD, multiplyAdds, new RowBlocks.Work() {
            @Override
            public void compute(int first, int end) {
                double[][] rowOfC = POOL_OF_C.take(1, rowLength);
                int[] columns = new int[a.columns()];
                for (int i = first; i < end; i++) {
                    DoubleRows.clear(rowOfC, 0, 1, width);
                    addNonZeros(a.rows(i, i + 1), columns, rowsOfB, rowOfC[0], width);
                    DoubleRows.end(rowOfC, 1, width);
                    DoubleRows.write(rowOfC, c.rows(i, i + 1));
                }
                POOL_OF_C.giveBack(rowOfC, rowLength);
            }
        });
        POOL_OF_B.giveBack(rowsOfB, rowLength);
    }

    private static void addNonZeros(
            Matrix<double[]> row, int[] columns, double[][] rowsOfB, double[] rowOfC, int width) {
        double[] a = row.values();
        int x = row.offset();
        int count = DoubleSparsity.nonZeroColumns(a, x, row.columns(), columns);
        int p = 0;
        for (; p + 4 <= count; p += 4) {
            int k0 = columns[p];
            int k1 = columns[p + 1];
            int k2 = columns[p + 2];
            int k3 = columns[p + 3];
            DoubleRows.addFour(
                    rowOfC,
                    rowsOfB[k0],
                    rowsOfB[k1],
                    rowsOfB[k2],
                    rowsOfB[k3],
                    a[x + k0],
                    a[x + k1],
                    a[x + k2],
                    a[x + k3],
                    width);
        }
        if (p < count) {
            int k0 = columns[p];
            int k1 = columns[Math.min(p + 1, count - 1)];
            int k2 = columns[count - 1];
            double x1 = p + 1 < count ? a[x + k1] : 0;
            double x2 = p + 2 < count ? a[x + k2] : 0;
            DoubleRows.addFour(rowOfC, rowsOfB[k0], rowsOfB[k1], rowsOfB[k2], rowsOfB[k2], a[x + k0], x1, x2, 0, width);
        }
    }

    /**
     * Returns whether c<sup>T</sup> = b<sup>T</sup> a<sup>T</sup> is faster because its inner loop is longer. A copy
     * across rows takes time, which pays only if the loop is a third longer.
     */
    private static boolean isBetterTransposed(Matrix<?> a, Matrix<?> b) {
        long own = (b.columnStep() == 1 ? 4L : 3L) * b.columns();
        long transposed = (a.rowStep() == 1 ? 4L : 3L) * a.rows();
        return transposed > own;
    }

    /** Computes each element as one chain; c may be in any layout. */
    private void multiplyChains(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        if (b.columns() < FEW_COLUMNS || a.rows() == 1 || (a.rows() < FEW_ROWS && b.columnStep() != 1)) {
            rowByRow.multiply(a, b, c);
            return;
        }
        int columns = evenPart(b.columns(), BLOCK_ROW);
        int rowLength = rowLength(columns);
        int depth = evenPart(b.rows(), BLOCK_OF_B / (rowLength * Double.BYTES));
        double[][] rowsOfB = POOL_OF_B.take(roundUp(depth, DEPTH_OF_TILE), rowLength);
        for (int j = 0; j < b.columns(); j += columns) {
            int width = Math.min(columns, b.columns() - j);
            for (int p = 0; p < b.rows(); p += depth) {
                int length = Math.min(depth, b.rows() - p);
                DoubleRows.read(b.block(p, j, length, width), rowsOfB);
                DoubleRows.clear(rowsOfB, length, roundUp(length, DEPTH_OF_TILE), width);
                AddedBlock block =
                        new AddedBlock(a.block(0, p, a.rows(), length), rowsOfB, c.columns(j, j + width), p > 0);
                long multiplyAdds = (long) c.rows() * width * length;
                if (rowBlocks.isWorthSharing(multiplyAdds)) {
                    rowBlocks.forEach(c.rows(), ROWS_OF_THREAD, multiplyAdds, block);
                } else {
                    block.compute(0, c.rows());
                }
            }
        }
        POOL_OF_B.giveBack(rowsOfB, rowLength);
    }

    /** Returns the length of the parts of a whole that is divided evenly into parts of at most the given length. */
    private static int evenPart(int whole, int longest) {
        int parts = (whole + longest - 1) / longest;
        return (whole + parts - 1) / parts;
    }

    private static int roundUp(int length, int unit) {
        return (length + unit - 1) / unit * unit;
    }

    private static int rowLength(int columns) {
        return RowPool.rowLength(columns, Double.BYTES);
    }

    /**
     * Adds the terms of some rows of b to a block of columns of c.
     *
     * @param continues whether c has the sums of the rows before these; otherwise it is overwritten
     */
    @SuppressWarnings("ArrayRecordComponent") // rows that are filled again for each block
    private record AddedBlock(Matrix<double[]> a, double[][] rowsOfB, Matrix<double[]> c, boolean continues)
            implements RowBlocks.Work {
        @Override
        public void compute(int first, int end) {
            int rowLength = rowLength(c.columns());
            int height = roundUp(Math.min(c.rows(), BLOCK_OF_C / (rowLength * Double.BYTES)), ROWS_OF_TILE);
            double[][] rowsOfC = POOL_OF_C.take(height, rowLength);
            for (int i = first; i < end; i += height) {
                int last = Math.min(i + height, end);
                addRows(a.rows(i, last), rowsOfB, c.rows(i, last), rowsOfC, continues);
            }
            POOL_OF_C.giveBack(rowsOfC, rowLength);
        }
    }

    private static void addRows(
            Matrix<double[]> a, double[][] rowsOfB, Matrix<double[]> c, double[][] rowsOfC, boolean continues) {
        int width = c.columns();
        if (continues) {
            DoubleRows.read(c, rowsOfC);
        }
        DoubleRows.clear(rowsOfC, continues ? c.rows() : 0, roundUp(c.rows(), ROWS_OF_TILE), width);
        int whole = a.columns() / DEPTH_OF_TILE * DEPTH_OF_TILE;
        for (int p = 0; p < whole; p += DEPTH_OF_TILE) {
            for (int i = 0; i < a.rows(); i += ROWS_OF_TILE) {
                DoubleTiles.addTile(a, i, p, rowsOfB, rowsOfC, width);
            }
        }
        if (whole < a.columns()) {
            addLast(a, whole, rowsOfB, rowsOfC, width);
        } else {
            DoubleRows.end(rowsOfC, c.rows(), width);
        }
        DoubleRows.write(rowsOfC, c);
    }

    /** Adds the last one or two rows of b, from row p on, as a tile that is filled with zeros. They end the sums. */
    private static void addLast(Matrix<double[]> a, int p, double[][] rowsOfB, double[][] rowsOfC, int width) {
        double[] factors = new double[a.rows() * DEPTH_OF_TILE];
        for (int i = 0; i < a.rows(); i++) {
            for (int k = p; k < a.columns(); k++) {
                factors[i * DEPTH_OF_TILE + k - p] = a.values()[a.offset() + i * a.rowStep() + k * a.columnStep()];
            }
        }
        Matrix<double[]> last = new Matrix<>(factors, -p, a.rows(), DEPTH_OF_TILE, DEPTH_OF_TILE, 1);
        for (int i = 0; i < a.rows(); i += ROWS_OF_TILE) {
            DoubleTiles.addTile(last, i, p, rowsOfB, rowsOfC, width);
        }
    }
}
