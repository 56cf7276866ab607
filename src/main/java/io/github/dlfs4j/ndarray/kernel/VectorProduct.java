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

    private final RowBlocks rowBlocks;
    private final ProductPlan plan;
    private final int lanes;
    private final PackedBlocks<A> packedBlocks;
    private final Workspace<A> workspace = new Workspace<>(this::allocate);

    /**
     * A product.
     *
     * @param rowBlocks spreads rows over threads
     * @param plan which parts multiply which matrices
     */
    VectorProduct(RowBlocks rowBlocks, ProductPlan plan) {
        this.rowBlocks = rowBlocks;
        this.plan = plan;
        this.lanes = plan.order().lanes();
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
        int whole = plan.wholeColumns(a, b);
        if (plan.isBetterTransposed(a, b)) {
            multiplyTransposed(a, b, c);
        } else if (plan.isInBlocks(a, b, whole)) {
            packedBlocks.multiply(a, b.columns(0, whole), c.columns(0, whole));
            if (whole < n) {
                multiplySmall(a, b.columns(whole, n), c.columns(whole, n), 0);
            }
        } else {
            multiplySmall(a, b, c, whole);
        }
    }

    /** A copy of c<sup>T</sup> = b<sup>T</sup> a<sup>T</sup>. */
    private void multiplyTransposed(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        Matrix<A> transposed = workspace.take(b.columns(), a.rows());
        multiplyOriented(b.transpose(), a.transpose(), transposed);
        copy(transposed.transpose(), c);
        workspace.giveBack(transposed.values());
    }

    /** Some rows of a at a time, with the first columns of b by tiles and the others as dot products. */
    private void multiplySmall(Matrix<A> a, Matrix<A> b, Matrix<A> c, int whole) {
        int n = b.columns();
        boolean copies = plan.copies(b.columns(0, whole));
        Matrix<A> rowsOfB = copies ? filledUp(b.columns(0, whole)) : b;
        Matrix<A> dotsOfB = copyOf(b.columns(whole, n).transpose());
        boolean liesInOrder = plan.liesInOrder(a);
        Matrix<A> inOrder = liesInOrder ? a : copyOf(a);
        long multiplyAdds = (long) c.rows() * n * b.rows();
        boolean sparse = leavesZerosOut(inOrder, rowsOfB.columns(0, whole));
        rowBlocks.forEach(c.rows(), ProductPlan.BLOCK_ROWS, multiplyAdds, (first, end) -> {
            for (int i = first; i < end; i += ProductPlan.BLOCK_ROWS) {
                int next = Math.min(i + ProductPlan.BLOCK_ROWS, end);
                Matrix<A> rows = inOrder.rows(i, next);
                Matrix<A> columns = c.block(i, 0, next - i, whole);
                if (sparse && plan.leavesZerosOut(rows)) {
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
     * changes no bit of a sum, but for the sign of one that underflowed to -0.
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
            multiplyTwoHalves(a, b, c);
        } else if (plan.areSingle(c.rows())) {
            for (int i = 0; i < c.rows(); i++) {
                multiplyRow(a, i, b, c);
            }
        } else {
            int end = n - plan.columnsOfHalfTiles(n);
            multiplyVectors(a, b, c, end);
            if (n - end > 2 * lanes) {
                multiplyThreeAndAHalf(a, b, end, c);
            } else if (end < n) {
                multiplyOneAndAHalf(a, b, end, c);
            }
        }
    }

    /** The columns before {@code end}; they fill vectors, or end with those of c. */
    private void multiplyVectors(Matrix<A> a, Matrix<A> b, Matrix<A> c, int end) {
        int j = 0;
        for (; j + 3 * lanes <= end; j += 3 * lanes) {
            multiplyThreeVectors(a, b, j, c);
        }
        while (j < end) {
            boolean two = plan.takesTwoVectors(end - j);
            int first = Math.min(j, c.columns() - lanes);
            if (two) {
                multiplyTwoVectors(a, b, first, c);
            } else {
                multiplyOneVector(a, b, first, c);
            }
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

    /** A vector's columns of c, from j on, by {@link #multiplyTiles}. */
    abstract void multiplyOneVector(Matrix<A> a, Matrix<A> b, int j, Matrix<A> c);

    /** The columns of c from j on, up to two vectors of them: the second one ends with the row, if not before. */
    abstract void multiplyTwoVectors(Matrix<A> a, Matrix<A> b, int j, Matrix<A> c);

    /** Three vectors' columns of c, from j on. */
    abstract void multiplyThreeVectors(Matrix<A> a, Matrix<A> b, int j, Matrix<A> c);

    /** The columns of c from j on: a vector, and half a one or less. */
    abstract void multiplyOneAndAHalf(Matrix<A> a, Matrix<A> b, int j, Matrix<A> c);

    /** The columns of c from j on: three vectors, and half a one or less. */
    abstract void multiplyThreeAndAHalf(Matrix<A> a, Matrix<A> b, int j, Matrix<A> c);

    /** All columns of c, where they fill half a vector, but no whole one. */
    abstract void multiplyTwoHalves(Matrix<A> a, Matrix<A> b, Matrix<A> c);

    /** Whether there is no infinity and no NaN in a matrix of three vectors' columns or more, its rows in order. */
    abstract boolean areFinite(Matrix<A> b);

    /**
     * {@code c = a b}, where columns of a that are zero in {@link ProductPlan#SPARSE_ROWS} rows are left out. The
     * columns of b fill a vector at least.
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
