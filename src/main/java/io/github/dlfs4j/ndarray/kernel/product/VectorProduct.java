package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.parallel.RowBlocks;

/**
 * The matrix product with the Vector API. This class selects the {@link ProductPart parts} that multiply two matrices.
 * Its subclasses compute tiles of c, a few rows by a few vectors, in registers.
 *
 * <p>A small b is read row by row, without a copy. If b is large, {@link PackedBlocks} multiplies. If vectors gain
 * nothing, the plain product does.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
abstract class VectorProduct<A> implements MatrixProduct<A> {
    /**
     * The rows of a strip of {@link PackedBlocks}. Twelve rows by two vectors are 24 sums, which fit the 32 registers
     * of AVX-512 and NEON.
     */
    static final int STRIP = 12;

    private final RowBlocks rowBlocks;
    private final MatrixProduct<A> plain;
    private final ProductPlan plan;
    private final int lanes;
    private final PackedBlocks<A> packedBlocks;
    private final Workspace<A> workspace = new Workspace<>(this::allocate);

    /**
     * Creates the product.
     *
     * @param rowBlocks distributes rows over threads
     * @param plain multiplies matrices for which vectors gain nothing
     * @param plan tells which parts multiply two matrices
     */
    VectorProduct(RowBlocks rowBlocks, MatrixProduct<A> plain, ProductPlan plan) {
        this.rowBlocks = rowBlocks;
        this.plain = plain;
        this.plan = plan;
        this.lanes = plan.lanes();
        int panelVectors = plan.hasManySums() ? 2 : 1;
        this.packedBlocks = new PackedBlocks<>(this, rowBlocks, workspace, panelVectors * lanes, plan.bytes());
    }

    final ProductPlan plan() {
        return plan;
    }

    /** Returns the product for a large b. */
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

    /** Computes few columns, in several chains. */
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

    /** Computes each element as one chain. */
    private void multiplyChains(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        if (plan.isBetterTransposed(a, b)) {
            multiplyTransposed(a, b, c);
        } else if (plan.isInBlocks(a, b)) {
            packedBlocks.multiply(a, b, c);
        } else {
            multiplySmall(a, b, c);
        }
    }

    /** Computes c<sup>T</sup> = b<sup>T</sup> a<sup>T</sup> and copies it to c. */
    private void multiplyTransposed(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        Matrix<A> transposed = workspace.take(b.columns(), a.rows());
        multiplyChains(b.transpose(), a.transpose(), transposed);
        copy(transposed.transpose(), c);
        workspace.giveBack(transposed.values());
    }

    /** Computes c for some rows of a at a time. */
    private void multiplySmall(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        int n = b.columns();
        boolean copies = plan.copies(b);
        Matrix<A> rowsOfB = copies ? copyOfWideRows(b) : b;
        boolean isContiguous = plan.isContiguous(a);
        Matrix<A> contiguous = isContiguous ? a : copyOf(a);
        long multiplyAdds = (long) c.rows() * n * b.rows();
        boolean sparse = leavesZerosOut(contiguous, rowsOfB);
        rowBlocks.forEach(c.rows(), ProductPlan.BLOCK_ROWS, multiplyAdds, (first, end) -> {
            for (int i = first; i < end; i += ProductPlan.BLOCK_ROWS) {
                int next = Math.min(i + ProductPlan.BLOCK_ROWS, end);
                Matrix<A> rows = contiguous.rows(i, next);
                if (sparse && plan.leavesZerosOut(rows)) {
                    multiply(ProductPart.NON_ZEROS, rows, rowsOfB, 0, c.rows(i, next));
                } else {
                    multiplyTiles(rows, rowsOfB, c.rows(i, next));
                }
            }
        });
        if (!isContiguous) {
            workspace.giveBack(contiguous.values());
        }
        if (copies) {
            workspace.giveBack(rowsOfB.values());
        }
    }

    /**
     * Returns whether to leave out columns of a that are zero in a few rows.
     *
     * @param a with contiguous rows or columns
     * @param b with contiguous rows
     */
    private boolean leavesZerosOut(Matrix<A> a, Matrix<A> b) {
        return plan.isLargeEnoughForZeros(a, b) && Sparsity.isMostlyZero(a) && (b.finite() || areFinite(b));
    }

    /**
     * Computes {@code c = a b} by tiles. If the rows of c are too short for tiles, the result is computed in a wider
     * matrix and copied.
     *
     * @param a in any layout
     * @param b with contiguous rows; if it has fewer columns than {@link ProductPlan#leastColumns}, each row must still
     *     be as long as a vector
     * @param c with contiguous rows
     */
    private void multiplyTiles(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        int n = c.columns();
        if (n < plan.leastColumns()) {
            Matrix<A> wide = workspace.take(c.rows(), lanes);
            multiplyTiles(a, b, wide);
            copy(wide.columns(0, n), c);
            workspace.giveBack(wide.values());
        } else if (plan.areSingle(c.rows())) {
            multiply(ProductPart.ROW, a, b, 0, c);
        } else if (n < lanes) {
            multiply(ProductPart.TWO_HALVES, a, b, 0, c);
        } else {
            int end = n - plan.columnsOfHalfTiles(n);
            multiplyVectors(a, b, c, end);
            if (end < n) {
                boolean three = n - end > 2 * lanes;
                multiply(three ? ProductPart.THREE_AND_A_HALF : ProductPart.ONE_AND_A_HALF, a, b, end, c);
            }
        }
    }

    /** Computes the columns before {@code end}. They fill whole vectors, or end with the columns of c. */
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

    /** Returns a copy with contiguous rows, which are at least as long as a vector. */
    private Matrix<A> copyOfWideRows(Matrix<A> matrix) {
        Matrix<A> wide = workspace.take(matrix.rows(), Math.max(matrix.columns(), lanes));
        copy(matrix, wide.columns(0, matrix.columns()));
        return wide;
    }

    /** Returns a copy in C order. */
    private Matrix<A> copyOf(Matrix<A> matrix) {
        Matrix<A> copy = workspace.take(matrix.rows(), matrix.columns());
        copy(matrix, copy);
        return copy;
    }

    /** Returns a matrix of zeros. */
    final Matrix<A> allocate(int rows, int columns) {
        return new Matrix<>(allocate(rows * columns), 0, rows, columns, columns, 1);
    }

    abstract A allocate(int length);

    /**
     * Multiplies all rows of a by the columns of b that a part handles, from column j on.
     *
     * @param part any part except {@link ProductPart#BLOCKS} and {@link ProductPart#COPY}
     * @param a with contiguous rows or columns; for tiles in any layout
     * @param b with contiguous rows; for chains with contiguous columns
     * @param c with contiguous rows
     */
    abstract void multiply(ProductPart part, Matrix<A> a, Matrix<A> b, int j, Matrix<A> c);

    /** Copies a matrix, in any layout, to one with contiguous rows. */
    abstract void copy(Matrix<A> from, Matrix<A> to);

    /**
     * Copies a strip of a such that its columns, of {@value #STRIP} elements each, are contiguous. If there are fewer
     * rows, the last one is repeated.
     */
    abstract void copyStrip(Matrix<A> rows, A strip, int offset);

    /**
     * Returns whether a matrix contains neither infinities nor NaN. Its rows must be contiguous and fill at least three
     * vectors.
     */
    abstract boolean areFinite(Matrix<A> b);

    /**
     * Computes a tile from a packed strip and a packed panel: {@code c = a b}, or, to continue the sums of c, {@code c
     * = c + a b}.
     *
     * @param strip where the strip begins in its array
     * @param panel where the panel begins in its array
     * @param c with contiguous rows, as high as a strip and not wider than the panel
     */
    abstract void multiplyPacked(A strips, int strip, A panels, int panel, int depth, Matrix<A> c, boolean goOn);
}
