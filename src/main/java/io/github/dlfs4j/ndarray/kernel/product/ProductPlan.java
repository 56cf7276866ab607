package io.github.dlfs4j.ndarray.kernel.product;

import java.util.EnumSet;
import java.util.Set;

/**
 * Tells which {@link ProductPart parts} of {@link VectorProduct} multiply two matrices. This class loads no vector
 * code.
 *
 * @param lanes the elements of a vector
 * @param bytes the bytes of an element
 */
record ProductPlan(int lanes, int bytes) {
    /** The rows of a that stay in the L2 cache for all of b. It is a multiple of the heights of all tiles. */
    static final int BLOCK_ROWS = 48;

    /** The rows that are multiplied by few columns at a time. It is a multiple of a vector's length. */
    static final int ROWS_OF_COLUMN = 64;

    /** The rows of a tile that leaves out zeros. */
    static final int SPARSE_ROWS = 8;

    /** The vectors in a row of such a tile. */
    private static final int SPARSE_VECTORS = 3;

    /** The bytes up to which b stays in the L2 cache for all rows of a. */
    private static final int SMALL = 400_000;

    /** The bytes above which a matrix does not fit the L2 cache. */
    private static final int LARGE = 1024 * 1024;

    /** With fewer rows, b is not read often enough for packing to pay. */
    private static final int FEW_ROWS = 16;

    /** Up to this many rows are computed one by one. A tile would repeat the last row too often. */
    private static final int SINGLE_ROWS = 2;

    /** The bytes of an AVX-512 vector. */
    private static final int LONGEST_VECTOR = 64;

    /** The bytes of an AVX2 vector. AVX2 has 16 registers; AVX-512 and NEON have 32. */
    private static final int VECTOR_OF_FEW_REGISTERS = 32;

    /**
     * Returns the parts that multiply two matrices, in any layout.
     *
     * <p>If a matrix must be copied first, it is not yet known whether its zeros are left out; then the parts for both
     * cases are returned. The parts that are needed only if zeros meet an infinity or a NaN are not returned.
     */
    Set<ProductPart> parts(Matrix<?> a, Matrix<?> b) {
        Set<ProductPart> parts = EnumSet.noneOf(ProductPart.class);
        if (isPlain(a, b)) {
            return parts;
        }
        if (SummationOrder.hasChains(b)) {
            parts.add(columnPart(a));
            if (b.rowStep() != 1) {
                parts.add(ProductPart.COPY);
            }
        } else {
            addParts(a, b, parts);
        }
        return parts;
    }

    private void addParts(Matrix<?> a, Matrix<?> b, Set<ProductPart> parts) {
        if (isBetterTransposed(a, b)) {
            parts.add(ProductPart.COPY);
            addParts(b.transpose(), a.transpose(), parts);
            return;
        }
        if (isInBlocks(a, b)) {
            parts.add(ProductPart.BLOCKS);
            parts.add(ProductPart.COPY);
        } else {
            addSmallParts(a, b, parts);
        }
    }

    private void addSmallParts(Matrix<?> a, Matrix<?> b, Set<ProductPart> parts) {
        boolean inOrder = isContiguous(a);
        if (!inOrder || copies(b)) {
            parts.add(ProductPart.COPY);
        }
        int columns = b.columns() < leastColumns() ? lanes : b.columns();
        int lastRows = lastRows(a.rows());
        boolean mayLeaveZerosOut = isLargeEnoughForZeros(a, b) && (!inOrder || Sparsity.isMostlyZero(a));
        if (mayLeaveZerosOut) {
            parts.add(ProductPart.NON_ZEROS);
        }
        if (!mayLeaveZerosOut || !inOrder) {
            addTiles(a.rows(), columns, parts);
        } else if (!leavesZerosOut(a.rows(0, lastRows))) {
            addTiles(lastRows, columns, parts);
        }
    }

    /** Returns the rows of the last block. */
    private static int lastRows(int rows) {
        return (rows - 1) % BLOCK_ROWS + 1;
    }

    private void addTiles(int rows, int columns, Set<ProductPart> parts) {
        if (areSingle(lastRows(rows))) {
            parts.add(ProductPart.ROW);
        }
        if (areSingle(rows)) {
            return;
        }
        if (columns < lanes) {
            parts.add(ProductPart.TWO_HALVES);
        } else {
            int halves = columnsOfHalfTiles(columns);
            if (halves > 0) {
                parts.add(halves > 2 * lanes ? ProductPart.THREE_AND_A_HALF : ProductPart.ONE_AND_A_HALF);
            }
            addVectors(columns - halves, parts);
        }
    }

    private void addVectors(int columns, Set<ProductPart> parts) {
        if (columns >= 3 * lanes) {
            parts.add(ProductPart.THREE_VECTORS);
        }
        int left = columns % (3 * lanes);
        boolean two = takesTwoVectors(left);
        if (two) {
            parts.add(ProductPart.TWO_VECTORS);
        }
        if (left > (two ? 2 * lanes : 0)) {
            parts.add(ProductPart.ONE_VECTOR);
        }
    }

    /**
     * Returns whether the plain product multiplies the matrices. It does if there is nothing to multiply, or if vectors
     * would have to be gathered: along k for few columns, or along a row of c if a has only one row.
     */
    boolean isPlain(Matrix<?> a, Matrix<?> b) {
        if (a.rows() == 0 || b.rows() == 0 || b.columns() == 0) {
            return true;
        }
        if (SummationOrder.hasChains(b)) {
            return a.columnStep() != 1 && (a.rowStep() != 1 || a.rows() < lanes);
        }
        return b.columns() == 1 || (a.rows() == 1 && b.rowStep() == 1 && b.columnStep() != 1);
    }

    /** Returns the part that multiplies few columns, in several chains. */
    ProductPart columnPart(Matrix<?> a) {
        boolean isLarge = (long) a.rows() * a.columns() * bytes > LARGE;
        return isLarge && a.columnStep() != 1 ? ProductPart.LARGE_COLUMN : ProductPart.COLUMN;
    }

    /**
     * Returns whether to compute c<sup>T</sup> = b<sup>T</sup> a<sup>T</sup> and to copy it to c. Its elements are the
     * same chains. This pays if a row of c would not fill a vector, but a row of c<sup>T</sup> fills several, whose
     * elements are adjacent in a. With fewer rows of c, the copy may take longer than it saves.
     */
    boolean isBetterTransposed(Matrix<?> a, Matrix<?> b) {
        boolean areColumns = a.rowStep() == 1 && a.columnStep() != 1;
        boolean areRows = b.columnStep() == 1 && b.rowStep() != 1;
        return hasLongestVectors()
                && areColumns
                && areRows
                && b.columns() < lanes
                && a.rows() >= BLOCK_ROWS
                && (long) a.rows() * a.columns() * bytes <= SMALL;
    }

    /** Returns whether b is packed into blocks. */
    boolean isInBlocks(Matrix<?> a, Matrix<?> b) {
        boolean isReadOnce = b.columnStep() == 1 && a.rows() < FEW_ROWS;
        return !isReadOnce && (long) b.rows() * b.columns() * bytes > SMALL;
    }

    /** Returns whether the rows or the columns of a matrix are contiguous. */
    boolean isContiguous(Matrix<?> a) {
        return a.columnStep() == 1 || a.rowStep() == 1;
    }

    /** Returns whether the tiles need a copy of b. */
    boolean copies(Matrix<?> b) {
        return b.columnStep() != 1 || b.columns() < leastColumns();
    }

    /** Returns the fewest columns with which tiles can read a row of b without a copy. */
    int leastColumns() {
        return takesHalves() ? lanes / 2 : lanes;
    }

    /**
     * Returns how many of the last columns are left to tiles that end with half a vector. It is 0 if the last columns
     * fill whole vectors or need more than half of one.
     */
    int columnsOfHalfTiles(int n) {
        int left = n % lanes;
        if (!takesHalves() || left == 0 || 2 * left > lanes) {
            return 0;
        }
        return left + (n / lanes % 3 == 0 ? 3 * lanes : lanes);
    }

    /**
     * Returns whether the next tiles have two vectors, not one, given the remaining columns, which fill fewer than
     * three.
     */
    boolean takesTwoVectors(int columns) {
        return hasManySums() && columns > lanes;
    }

    /** Returns whether this many rows are computed one by one. */
    boolean areSingle(int rows) {
        return rows <= SINGLE_ROWS;
    }

    /** Returns whether the matrices are large enough to leave out zeros of eight rows at a time. */
    boolean isLargeEnoughForZeros(Matrix<?> a, Matrix<?> b) {
        return hasMasks() && b.columns() >= SPARSE_VECTORS * lanes && a.rows() >= SPARSE_ROWS;
    }

    /** Returns whether to list the columns that are not zero by masks. Only AVX-512 has them in registers. */
    boolean hasMasks() {
        return hasLongestVectors();
    }

    /**
     * Returns whether to leave out the zeros of a block of a, given that zeros are left out of a. If columns are
     * contiguous, eight rows are read at once, so the block needs eight.
     */
    boolean leavesZerosOut(Matrix<?> rows) {
        return rows.columnStep() == 1 || rows.rows() >= SPARSE_ROWS;
    }

    /**
     * Returns whether tiles have 24 sums, eight rows by three vectors or twelve by two. They need 32 registers; others
     * hold vectors of b and one of a. Otherwise tiles have twelve sums, four rows by three vectors or twelve by one.
     */
    boolean hasManySums() {
        return lanes * bytes != VECTOR_OF_FEW_REGISTERS;
    }

    /**
     * Returns whether tiles may end with half a vector, or consist of two halves. Vectors shorter than those of AVX-512
     * are not halved, because half an AVX2 vector has only two doubles.
     */
    boolean takesHalves() {
        return hasLongestVectors();
    }

    private boolean hasLongestVectors() {
        return lanes * bytes == LONGEST_VECTOR;
    }
}
