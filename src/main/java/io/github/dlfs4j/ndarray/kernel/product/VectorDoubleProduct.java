package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.Kernel;
import io.github.dlfs4j.ndarray.kernel.Workspace;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.List;

/**
 * A matrix product with the Vector API, as it was planned. It computes tiles of c, a few rows by a few vectors, in
 * registers.
 *
 * @param plan how to multiply
 * @param rowBlocks distributes rows over threads
 */
@AlsoFor(float.class)
record VectorDoubleProduct(ProductPlan plan, RowBlocks rowBlocks) implements MatrixProduct<double[]> {
    private static final int LANES = Kernel.vectorBits() / Double.SIZE;

    static final VectorUnit UNIT = new VectorUnit(LANES, Double.BYTES);

    private static final boolean HAS_MANY_SUMS = UNIT.hasManySums();

    /** Returns the product of two matrices: one with vectors, or the plain one if vectors gain nothing. */
    static MatrixProduct<double[]> of(
            Matrix<double[]> a, Matrix<double[]> b, RowBlocks rowBlocks, MatrixProduct<double[]> plain) {
        ProductPlan plan = ProductPlan.of(UNIT, a, b);
        return plan.method() == ProductPlan.Method.PLAIN ? plain : new VectorDoubleProduct(plan, rowBlocks);
    }

    @Override
    public void multiply(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        boolean transposed = plan.transposed();
        Matrix<double[]> left = transposed ? b.transpose() : a;
        Matrix<double[]> right = transposed ? a.transpose() : b;
        Matrix<double[]> out = transposed ? take(left.rows(), right.columns()) : c;
        switch (plan.method()) {
            case COLUMNS, LARGE_COLUMNS -> multiplyColumns(left, right, out);
            case BLOCKS -> PackedDoubleBlocks.multiply(left, right, out, rowBlocks);
            case TILES -> multiplyTiles(left, right, out);
            case PLAIN -> throw new AssertionError(plan);
        }
        if (transposed) {
            VectorDoubleCopy.copy(out.transpose(), c);
            giveBack(out);
        }
    }

    /** Computes few columns, in several chains. */
    private void multiplyColumns(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        Matrix<double[]> columns =
                plan.copiesB() ? copyOf(b.transpose(), b.rows()).transpose() : b;
        boolean isLarge = plan.method() == ProductPlan.Method.LARGE_COLUMNS;
        rowBlocks.forEach(
                c.rows(), ProductPlan.ROWS_OF_COLUMN, (long) c.rows() * b.rows() * b.columns(), (first, end) -> {
                    Matrix<double[]> rows = a.rows(first, end);
                    if (isLarge) {
                        VectorDoubleColumn.multiplyLarge(rows, columns, c.rows(first, end));
                    } else {
                        VectorDoubleColumn.multiply(rows, columns, c.rows(first, end), HAS_MANY_SUMS ? 8 : 4);
                    }
                });
        if (plan.copiesB()) {
            giveBack(columns);
        }
    }

    /** Computes c by tiles, for some rows of a at a time. */
    private void multiplyTiles(Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c) {
        Matrix<double[]> rowsOfB = plan.copiesB() ? copyOf(b, Math.max(b.columns(), LANES)) : b;
        Matrix<double[]> contiguous = plan.copiesA() ? copyOf(a, a.columns()) : a;
        boolean sparse = plan.leavesZerosOut() && (rowsOfB.finite() || VectorDoubleZeros.areFinite(rowsOfB));
        rowBlocks.forEach(
                c.rows(),
                ProductPlan.BLOCK_ROWS,
                (long) c.rows() * c.columns() * b.rows(),
                new Tiled(plan.strips(), contiguous, rowsOfB, c, sparse));
        if (plan.copiesA()) {
            giveBack(contiguous);
        }
        if (plan.copiesB()) {
            giveBack(rowsOfB);
        }
    }

    /** Returns a copy with contiguous rows, which have room for some columns. */
    private static Matrix<double[]> copyOf(Matrix<double[]> matrix, int columns) {
        Matrix<double[]> copy = take(matrix.rows(), columns);
        VectorDoubleCopy.copy(matrix, copy.columns(0, matrix.columns()));
        return copy;
    }

    private static Matrix<double[]> take(int rows, int columns) {
        return new Matrix<>(Workspace.DOUBLES.take(rows * columns), 0, rows, columns, columns, 1);
    }

    private static void giveBack(Matrix<double[]> matrix) {
        Workspace.DOUBLES.giveBack(matrix.values());
    }

    /**
     * Computes rows of c by tiles.
     *
     * @param strips the tiles for more than a few rows
     * @param a with contiguous rows or columns
     * @param b with contiguous rows; if it has fewer columns than a tile reads, each row must still be as long as a
     *     vector
     * @param c with contiguous rows
     * @param sparse whether to leave out columns of a that are zero in a few rows
     */
    private record Tiled(
            List<ProductPlan.Strip> strips, Matrix<double[]> a, Matrix<double[]> b, Matrix<double[]> c, boolean sparse)
            implements RowBlocks.Work {
        @Override
        public void compute(int first, int end) {
            boolean isNarrow = c.columns() < UNIT.leastColumns();
            for (int i = first; i < end; i += ProductPlan.BLOCK_ROWS) {
                int next = Math.min(i + ProductPlan.BLOCK_ROWS, end);
                Matrix<double[]> rows = a.rows(i, next);
                Matrix<double[]> out = isNarrow ? take(next - i, LANES) : c.rows(i, next);
                if (sparse && ProductPlan.leavesZerosOut(rows)) {
                    multiplyNonZeros(rows, out);
                } else if (next - i <= ProductPlan.SINGLE_ROWS) {
                    multiplyRows(rows, out);
                } else {
                    for (ProductPlan.Strip strip : strips) {
                        multiply(strip.tile(), rows, strip.column(), out);
                    }
                }
                if (isNarrow) {
                    VectorDoubleCopy.copy(out.columns(0, c.columns()), c.rows(i, next));
                    giveBack(out);
                }
            }
        }

        private void multiply(ProductPlan.Tile tile, Matrix<double[]> rows, int j, Matrix<double[]> out) {
            int m = out.rows();
            int i = 0;
            if (tile == ProductPlan.Tile.THREE_VECTORS) {
                for (; HAS_MANY_SUMS && m - i > 4; i += 8) {
                    VectorDoubleTiles.eightByThree(rows, i, b, j, out);
                }
            }
            for (; i < m; i += tile.rows()) {
                switch (tile) {
                    case ONE_VECTOR -> VectorDoubleTiles.twelveByOne(rows, i, b, j, out);
                    case TWO_VECTORS -> VectorDoubleTiles.twelveByTwo(rows, i, b, j, out);
                    case THREE_VECTORS -> VectorDoubleTiles.fourByThree(rows, i, b, j, out);
                    case ONE_AND_A_HALF -> VectorDoubleTiles.twelveByOneAndHalf(rows, i, b, j, out);
                    case THREE_AND_A_HALF -> VectorDoubleTiles.sixByThreeAndHalf(rows, i, b, j, out);
                    case TWO_HALVES -> VectorDoubleTiles.twelveByTwoHalves(rows, i, b, j, out);
                }
            }
        }

        /** Computes rows one by one. Leaves out the zeros of a row that is mostly zero, if b is known to be finite. */
        private void multiplyRows(Matrix<double[]> rows, Matrix<double[]> out) {
            for (int i = 0; i < out.rows(); i++) {
                if (out.columns() < LANES) {
                    VectorDoubleTiles.oneByTwoHalves(rows, i, b, 0, out);
                } else if (b.finite() && Sparsity.isMostlyZero(rows.rows(i, i + 1))) {
                    multiplyNonZerosOfRow(rows, i, out);
                } else {
                    for (int j = 0; j < out.columns(); j += 4 * LANES) {
                        VectorDoubleTiles.oneByFour(rows, i, b, Math.min(j, out.columns() - LANES), out);
                    }
                }
            }
        }

        private void multiplyNonZerosOfRow(Matrix<double[]> rows, int i, Matrix<double[]> out) {
            int[] columns = Workspace.INTS.take(a.columns() + LANES);
            int x = rows.offset() + i * rows.rowStep();
            int count = UNIT.isLongest()
                    ? VectorDoubleZeros.nonZeroInRow(rows.values(), x, a.columns(), columns)
                    : DoubleSparsity.nonZeroColumns(rows.values(), x, a.columns(), columns);
            for (int j = 0; j < out.columns(); j += 4 * LANES) {
                VectorDoubleTiles.sparseOneByFour(rows, i, b, Math.min(j, out.columns() - LANES), out, columns, count);
            }
            Workspace.INTS.giveBack(columns);
        }

        /** Leaves out columns of a that are zero in eight rows. The columns of c fill at least three vectors. */
        private void multiplyNonZeros(Matrix<double[]> rows, Matrix<double[]> out) {
            int[] columns = Workspace.INTS.take(a.columns() + LANES);
            boolean inRows = rows.columnStep() == 1;
            int n = out.columns();
            for (int i = 0; i < out.rows(); i += ProductPlan.SPARSE_ROWS) {
                int row = inRows ? i : Math.min(i, out.rows() - ProductPlan.SPARSE_ROWS);
                int last = out.rows() - 1 - row;
                int x = rows.offset() + row * rows.rowStep();
                int count = inRows
                        ? VectorDoubleZeros.nonZeroInRows(rows.values(), x, rows.rowStep(), last, a.columns(), columns)
                        : VectorDoubleZeros.nonZeroInColumns(rows.values(), x, rows.columnStep(), a.columns(), columns);
                int j = 0;
                for (; j + 3 * LANES <= n; j += 3 * LANES) {
                    VectorDoubleTiles.sparseEightByThree(rows, row, b, j, out, columns, count);
                }
                for (; j < n; j += LANES) {
                    VectorDoubleTiles.sparseEightByOne(rows, row, b, Math.min(j, n - LANES), out, columns, count);
                }
            }
            Workspace.INTS.giveBack(columns);
        }
    }
}
