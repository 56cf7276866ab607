package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.parallel.RowBlocks;

/**
 * The matrix product with the Vector API: which {@link ProductPart parts} multiply two matrices. The subclasses compute
 * tiles of c, a few rows by a few vectors, in registers.
 *
 * <p>A small b is read as it lies, row by row. A large one, and a with it, is multiplied by {@link PackedBlocks}. The
 * plain product serves where vectors have nothing to gain.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
abstract class VectorProduct<A> implements MatrixProduct<A> {
    /**
     * Rows of a strip of {@link PackedBlocks}: by two vectors they are 24 sums, in the 32 registers of AVX-512 and of
     * NEON.
     */
    static final int STRIP = 12;

    private final RowBlocks rowBlocks;
    private final MatrixProduct<A> plain;
    private final ProductPlan plan;
    private final int lanes;
    private final PackedBlocks<A> packedBlocks;
    private final Workspace<A> workspace = new Workspace<>(this::allocate);

    /**
     * A product.
     *
     * @param rowBlocks spreads rows over threads
     * @param plain multiplies what vectors do not
     * @param plan which parts multiply which matrices
     */
    VectorProduct(RowBlocks rowBlocks, MatrixProduct<A> plain, ProductPlan plan) {
        this.rowBlocks = rowBlocks;
        this.plain = plain;
        this.plan = plan;
        this.lanes = plan.lanes();
        int panelVectors = plan.hasManyRegisters() ? 2 : 1;
        this.packedBlocks = new PackedBlocks<>(this, rowBlocks, workspace, panelVectors * lanes, plan.bytes());
    }

    final ProductPlan plan() {
        return plan;
    }

    /** The algorithm for a large b. */
    final MatrixProduct<A> inBlocks() {
        return packedBlocks;
    }

    @Override
    public final void multiply(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        if (plan.isPlain(a, b)) {
            plain.multiply(a, b, c);
        } else if (SummationOrder.hasChains(b)) {
            multiplyColumns(a, b, c);
        } else {
            multiplyChains(a, b, c);
        }
    }

    /** Few columns, in several chains. */
    private void multiplyColumns(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        ProductPart part = plan.columnPart(a);
        boolean copies = b.rowStep() != 1;
        Matrix<A> columns = copies ? copyOf(b.transpose()).transpose() : b;
        rowBlocks.forEach(
                c.rows(),
                ProductPlan.ROWS_OF_COLUMN,
                (long) c.rows() * b.rows() * b.columns(),
                (first, end) -> multiply(part, a.rows(first, end), columns, 0, c.rows(first, end)));
        if (copies) {
            workspace.giveBack(columns.values());
        }
    }

    /** Each element as one chain. */
    private void multiplyChains(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        if (plan.isBetterTransposed(a, b)) {
            multiplyTransposed(a, b, c);
        } else if (plan.isInBlocks(a, b)) {
            packedBlocks.multiply(a, b, c);
        } else {
            multiplySmall(a, b, c);
        }
    }

    /** A copy of c<sup>T</sup> = b<sup>T</sup> a<sup>T</sup>. */
    private void multiplyTransposed(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        Matrix<A> transposed = workspace.take(b.columns(), a.rows());
        multiplyChains(b.transpose(), a.transpose(), transposed);
        copy(transposed.transpose(), c);
        workspace.giveBack(transposed.values());
    }

    /** Some rows of a at a time. */
    private void multiplySmall(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        int n = b.columns();
        boolean copies = plan.copies(b);
        Matrix<A> rowsOfB = copies ? filledUp(b) : b;
        boolean liesInOrder = plan.liesInOrder(a);
        Matrix<A> inOrder = liesInOrder ? a : copyOf(a);
        long multiplyAdds = (long) c.rows() * n * b.rows();
        boolean sparse = leavesZerosOut(inOrder, rowsOfB);
        rowBlocks.forEach(c.rows(), ProductPlan.BLOCK_ROWS, multiplyAdds, (first, end) -> {
            for (int i = first; i < end; i += ProductPlan.BLOCK_ROWS) {
                int next = Math.min(i + ProductPlan.BLOCK_ROWS, end);
                Matrix<A> rows = inOrder.rows(i, next);
                if (sparse && plan.leavesZerosOut(rows)) {
                    multiply(ProductPart.NON_ZEROS, rows, rowsOfB, 0, c.rows(i, next));
                } else {
                    multiplyTiles(rows, rowsOfB, c.rows(i, next));
                }
            }
        });
        if (!liesInOrder) {
            workspace.giveBack(inOrder.values());
        }
        if (copies) {
            workspace.giveBack(rowsOfB.values());
        }
    }

    /**
     * Whether to leave out columns of a that are zero in a few rows.
     *
     * @param a its rows or its columns in order
     * @param b its rows in order
     */
    private boolean leavesZerosOut(Matrix<A> a, Matrix<A> b) {
        return plan.isLargeEnoughForZeros(a, b) && Sparsity.isMostlyZero(a) && (b.finite() || areFinite(b));
    }

    /**
     * {@code c = a b} by tiles. Where a row of c is too short for them, that of a wider matrix is not.
     *
     * @param a in any layout
     * @param b its rows in order; with fewer than {@link ProductPlan#leastColumns}, as long as a vector nevertheless
     * @param c its rows in order
     */
    private void multiplyTiles(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        int n = c.columns();
        if (n < plan.leastColumns()) {
            Matrix<A> wide = workspace.take(c.rows(), lanes);
            multiplyTiles(a, b, wide);
            copy(wide.columns(0, n), c);
            workspace.giveBack(wide.values());
        } else if (n < lanes) {
            multiply(ProductPart.TWO_HALVES, a, b, 0, c);
        } else if (plan.areSingle(c.rows())) {
            multiply(ProductPart.ROW, a, b, 0, c);
        } else {
            int end = n - plan.columnsOfHalfTiles(n);
            multiplyVectors(a, b, c, end);
            if (end < n) {
                boolean three = n - end > 2 * lanes;
                multiply(three ? ProductPart.THREE_AND_A_HALF : ProductPart.ONE_AND_A_HALF, a, b, end, c);
            }
        }
    }

    /** The columns before {@code end}; they fill vectors, or end with those of c. */
    private void multiplyVectors(Matrix<A> a, Matrix<A> b, Matrix<A> c, int end) {
        int j = 0;
        for (; j + 3 * lanes <= end; j += 3 * lanes) {
            multiply(ProductPart.THREE_VECTORS, a, b, j, c);
        }
        while (j < end) {
            boolean two = plan.takesTwoVectors(end - j);
            multiply(two ? ProductPart.TWO_VECTORS : ProductPart.ONE_VECTOR, a, b, Math.min(j, c.columns() - lanes), c);
            j += two ? 2 * lanes : lanes;
        }
    }

    /** A copy whose rows lie in order and are as long as a vector at least. */
    private Matrix<A> filledUp(Matrix<A> matrix) {
        Matrix<A> wide = workspace.take(matrix.rows(), Math.max(matrix.columns(), lanes));
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

    abstract A allocate(int length);

    /**
     * Multiplies by a part: all rows of a, and those columns of b and c, from j on, that the part has.
     *
     * @param part any that works on rows and columns as they lie: not {@link ProductPart#BLOCKS} nor
     *     {@link ProductPart#COPY}
     * @param a its rows or its columns in order, or for tiles in any layout
     * @param b its rows in order, its columns where they are in chains
     * @param c its rows in order
     */
    abstract void multiply(ProductPart part, Matrix<A> a, Matrix<A> b, int j, Matrix<A> c);

    /** Copies a matrix, in any layout, to one whose rows are in order. */
    abstract void copy(Matrix<A> from, Matrix<A> to);

    /**
     * Copies a strip of a so that its columns lie in order, {@value #STRIP} elements each. Where there are fewer rows,
     * the last one is repeated.
     */
    abstract void copyStrip(Matrix<A> rows, A strip, int offset);

    /** Whether there is no infinity and no NaN in a matrix of three vectors' columns or more, its rows in order. */
    abstract boolean areFinite(Matrix<A> b);

    /**
     * One tile from a strip and a panel that are packed: {@code c = a b}, or {@code c = c + a b} to go on.
     *
     * @param strip where the strip begins in its array
     * @param panel where the panel begins in its array
     * @param c its rows in order, a strip's height, and not wider than the panel
     */
    abstract void multiplyPacked(A strips, int strip, A panels, int panel, int depth, Matrix<A> c, boolean goOn);
}
