package io.github.dlfs4j.ndarray.kernel.product;

import java.util.EnumSet;
import java.util.Set;

/**
 * By which {@link ProductPart parts} {@link VectorProduct} multiplies two matrices. To know that, none of the code of
 * vectors need be loaded.
 *
 * @param lanes elements of a vector
 * @param bytes bytes of an element
 * @param takesHalves whether tiles may end with half a vector, or be two halves
 */
record ProductPlan(int lanes, int bytes, boolean takesHalves) {
    /** So many rows of a at a time are in the L2 cache while all of b passes. A multiple of all tiles' heights. */
    static final int BLOCK_ROWS = 48;

    /** So many rows are multiplied by few columns at a time. A multiple of a vector's length. */
    static final int ROWS_OF_COLUMN = 64;

    /** Rows of a tile where zeros are left out. */
    static final int SPARSE_ROWS = 8;

    /** Vectors in a row of such a tile. */
    private static final int SPARSE_VECTORS = 3;

    /** Up to so many bytes b stays in the L2 cache while the rows of a pass. */
    private static final int SMALL = 400_000;

    /** More bytes are no longer in the L2 cache. */
    private static final int LARGE = 1024 * 1024;

    /** With fewer rows than that, b is not read often enough to be worth packing. */
    private static final int FEW_ROWS = 16;

    /** Up to so many rows each is computed by itself: a tile would repeat the last one too often. */
    private static final int SINGLE_ROWS = 2;

    /** Bytes of a vector of AVX-512. */
    private static final int LONGEST_VECTOR = 64;

    /** Bytes of a vector of AVX2, which has 16 registers; AVX-512 and NEON have 32. */
    private static final int VECTOR_OF_FEW_REGISTERS = 32;

    /**
     * Once a program has stored vectors of two lengths, JDK 17 makes an object of every vector that is stored, whole or
     * half, which takes 25 to 50 times as long. JDK 25 does not; those between were not tried.
     */
    private static final int JDK_OF_HALVES = 25;

    /** The plan of this JDK. Shorter vectors are not halved: a half of AVX2's has two double. */
    ProductPlan(int lanes, int bytes) {
        this(lanes, bytes, lanes * bytes == LONGEST_VECTOR && Runtime.version().feature() >= JDK_OF_HALVES);
    }

    /**
     * The parts that multiply two matrices, in any layout.
     *
     * <p>Whether the zeros of a matrix are left out that is copied first, is not known yet: then there are the parts
     * for both. On the other hand, those are missing that serve if there is an infinity or a NaN beside the zeros.
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
        boolean inOrder = liesInOrder(a);
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

    /** Rows of the last block. */
    private static int lastRows(int rows) {
        return (rows - 1) % BLOCK_ROWS + 1;
    }

    private void addTiles(int rows, int columns, Set<ProductPart> parts) {
        if (columns < lanes) {
            parts.add(ProductPart.TWO_HALVES);
            return;
        }
        if (areSingle(lastRows(rows))) {
            parts.add(ProductPart.ROW);
        }
        if (!areSingle(rows)) {
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
     * Whether the plain product serves, because there is nothing to multiply, or vectors would have to be gathered:
     * those along k for few columns, and those along a row of c where a has but one row.
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

    /** Which part multiplies few columns, in several chains. */
    ProductPart columnPart(Matrix<?> a) {
        boolean isLarge = (long) a.rows() * a.columns() * bytes > LARGE;
        return isLarge && a.columnStep() != 1 ? ProductPart.LARGE_COLUMN : ProductPart.COLUMN;
    }

    /**
     * Whether to copy c from c<sup>T</sup> = b<sup>T</sup> a<sup>T</sup>, each element of which is the same chain:
     * where a row of c would leave lanes of a vector empty, and a row of c<sup>T</sup> is several vectors, as a has
     * them. For fewer rows of c the copy may take more than is saved.
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

    /** Whether b is packed. */
    boolean isInBlocks(Matrix<?> a, Matrix<?> b) {
        boolean readsOnce = b.columnStep() == 1 && a.rows() < FEW_ROWS;
        return !readsOnce && (long) b.rows() * b.columns() * bytes > SMALL;
    }

    /** Whether the rows or the columns of a matrix lie in order. */
    boolean liesInOrder(Matrix<?> a) {
        return a.columnStep() == 1 || a.rowStep() == 1;
    }

    /** Whether the tiles read a copy of b. */
    boolean copies(Matrix<?> b) {
        return b.columnStep() != 1 || b.columns() < leastColumns();
    }

    /** The tiles read a row of b as it is if it has so many columns or more. */
    int leastColumns() {
        return takesHalves ? lanes / 2 : lanes;
    }

    /** So many of the last columns are left to tiles that end with half a vector: those that need no more, or none. */
    int columnsOfHalfTiles(int n) {
        int left = n % lanes;
        if (!takesHalves || left == 0 || 2 * left > lanes) {
            return 0;
        }
        return left + (n / lanes % 3 == 0 ? 3 * lanes : lanes);
    }

    /** Whether the next tiles of so many columns, fewer than three vectors', are of two vectors and not of one. */
    boolean takesTwoVectors(int columns) {
        return hasManyRegisters() && columns > lanes;
    }

    /** Whether each of some rows is computed by itself. */
    boolean areSingle(int rows) {
        return rows <= SINGLE_ROWS;
    }

    /**
     * Whether the matrices are so large that zeros may be left out. To list columns takes masks, which only AVX-512 has
     * in registers.
     */
    boolean isLargeEnoughForZeros(Matrix<?> a, Matrix<?> b) {
        return hasLongestVectors() && b.columns() >= SPARSE_VECTORS * lanes && a.rows() >= SPARSE_ROWS;
    }

    /**
     * Whether zeros of a block of a are left out, if they are left out of a. Of columns in order, eight are read at
     * once.
     */
    boolean leavesZerosOut(Matrix<?> rows) {
        return rows.columnStep() == 1 || rows.rows() >= SPARSE_ROWS;
    }

    /**
     * Whether there are 32 registers. Then tiles have 24 sums, eight rows by three vectors or twelve by two, beside
     * vectors of b and one of a; with 16 registers twelve sums, four rows by three vectors or twelve by one.
     */
    boolean hasManyRegisters() {
        return lanes * bytes != VECTOR_OF_FEW_REGISTERS;
    }

    private boolean hasLongestVectors() {
        return lanes * bytes == LONGEST_VECTOR;
    }
}
