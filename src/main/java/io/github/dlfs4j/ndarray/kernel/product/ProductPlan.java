package io.github.dlfs4j.ndarray.kernel.product;

import java.util.ArrayList;
import java.util.List;

/**
 * How {@link VectorDoubleProduct} or its twin multiplies two matrices. It carries the plan out as it is. This class
 * loads no vector code.
 *
 * @param method computes the product
 * @param transposed whether to compute c<sup>T</sup> = b<sup>T</sup> a<sup>T</sup> and to copy it to c; all else
 *     describes that product
 * @param copiesA whether a is copied first, because neither its rows nor its columns are contiguous
 * @param copiesB whether b is copied first, because its rows (for chains, its columns) are not contiguous, or its rows
 *     do not fill a vector
 * @param leavesZerosOut whether to leave out columns of a that are zero in {@link #SPARSE_ROWS} rows, if b is finite
 * @param strips the tiles of {@link Method#TILES} for more than {@link #SINGLE_ROWS} rows, from the first column of c
 *     to the last
 */
record ProductPlan(
        Method method,
        boolean transposed,
        boolean copiesA,
        boolean copiesB,
        boolean leavesZerosOut,
        List<Strip> strips) {
    /** The rows of a that stay in the L2 cache for all of b. It is a multiple of the heights of all tiles. */
    static final int BLOCK_ROWS = 48;

    /** The rows that are multiplied by few columns at a time. It is a multiple of a vector's length. */
    static final int ROWS_OF_COLUMN = 64;

    /** The rows of a tile that leaves out zeros. */
    static final int SPARSE_ROWS = 8;

    /**
     * The rows of a strip of {@link PackedDoubleBlocks}. Twelve rows by two vectors are 24 sums, which fit the 32
     * registers of AVX-512 and NEON.
     */
    static final int STRIP = 12;

    /** Up to this many rows are computed one by one. A tile would repeat the last row too often. */
    static final int SINGLE_ROWS = 2;

    /** The vectors in a row of a tile that leaves out zeros. */
    private static final int SPARSE_VECTORS = 3;

    /** The bytes up to which b stays in the L2 cache for all rows of a. */
    private static final int SMALL = 400_000;

    /** The bytes from which a wide b is packed for many rows of a: products of a transformer take 10 % less time. */
    private static final int MEDIUM = 128 * 1024;

    /** The vectors in a row of a wide b. Its columns leave few panels unfilled. */
    private static final int WIDE = 16;

    /** The bytes above which a matrix does not fit the L2 cache. */
    private static final int LARGE = 1024 * 1024;

    /** With fewer rows, b is not read often enough for packing to pay. */
    private static final int FEW_ROWS = 16;

    /**
     * Up to this depth, the vectors of b that a tile reads stay in the L1 cache for a block of rows. So packing does
     * not pay: the products of a convolution, such as (16x144)·(144x784), took twice as long with it.
     */
    private static final int SHALLOW = 320;

    /** The methods. */
    enum Method {
        /** The plain product, for matrices for which vectors gain nothing. */
        PLAIN,
        /** {@link VectorDoubleColumn}: each element is the sum of several chains. */
        COLUMNS,
        /** The same for a large a with contiguous columns. */
        LARGE_COLUMNS,
        /** {@link PackedDoubleBlocks}, for a large b. */
        BLOCKS,
        /** Tiles that read b row by row. */
        TILES
    }

    /** The vectors of a tile, and its least rows. */
    enum Tile {
        ONE_VECTOR(12),
        /** The second vector ends with the last column at the latest. */
        TWO_VECTORS(12),
        THREE_VECTORS(4),
        /** One vector and up to half a vector, which ends with the last column. */
        ONE_AND_A_HALF(12),
        /** Three vectors and up to half a vector, which ends with the last column. */
        THREE_AND_A_HALF(6),
        /** Less than a vector, in two half vectors. */
        TWO_HALVES(12);

        private final int rows;

        Tile(int rows) {
            this.rows = rows;
        }

        int rows() {
            return rows;
        }
    }

    /**
     * The tiles of some columns, for all rows.
     *
     * @param tile their vectors
     * @param column the first column
     */
    record Strip(Tile tile, int column) {}

    /** Creates a plan without copies and strips. */
    ProductPlan(Method method) {
        this(method, false, false, false, false, List.of());
    }

    /** Plans the product of two matrices, in any layout. */
    static ProductPlan of(VectorUnit unit, Matrix<?> a, Matrix<?> b) {
        if (isPlain(unit, a, b)) {
            return new ProductPlan(Method.PLAIN);
        }
        if (SummationOrder.hasChains(b)) {
            boolean isLarge = bytes(unit, a) > LARGE && a.columnStep() != 1;
            Method method = isLarge ? Method.LARGE_COLUMNS : Method.COLUMNS;
            return new ProductPlan(method, false, false, b.rowStep() != 1, false, List.of());
        }
        return isBetterTransposed(unit, a, b)
                ? ofChains(unit, b.transpose(), a.transpose(), true)
                : ofChains(unit, a, b, false);
    }

    private static ProductPlan ofChains(VectorUnit unit, Matrix<?> a, Matrix<?> b, boolean transposed) {
        boolean isShallow = a.rows() <= BLOCK_ROWS && b.rows() <= SHALLOW;
        boolean isReadOnce = b.columnStep() == 1 && (a.rows() < FEW_ROWS || isShallow);
        if (!isReadOnce && bytes(unit, b) > SMALL) {
            return new ProductPlan(Method.BLOCKS, transposed, false, false, false, List.of());
        }
        int n = b.columns();
        boolean isNarrow = n < unit.leastColumns();
        boolean leavesZerosOut = unit.isLongest()
                && n >= SPARSE_VECTORS * unit.lanes()
                && a.rows() >= SPARSE_ROWS
                && Sparsity.isMostlyZero(a);
        boolean isWide = unit.hasManySums() && n >= WIDE * unit.lanes() && a.rows() >= 2 * BLOCK_ROWS;
        if (isWide && !leavesZerosOut && bytes(unit, b) >= MEDIUM) {
            return new ProductPlan(Method.BLOCKS, transposed, false, false, false, List.of());
        }
        return new ProductPlan(
                Method.TILES,
                transposed,
                a.columnStep() != 1 && a.rowStep() != 1,
                b.columnStep() != 1 || isNarrow,
                leavesZerosOut,
                a.rows() <= SINGLE_ROWS ? List.of() : strips(unit, isNarrow ? unit.lanes() : n));
    }

    /** Returns the strips that cover n columns, which fill a vector or can be halved. */
    private static List<Strip> strips(VectorUnit unit, int n) {
        int lanes = unit.lanes();
        if (n < lanes) {
            return List.of(new Strip(Tile.TWO_HALVES, 0));
        }
        List<Strip> strips = new ArrayList<>();
        int end = n - columnsOfHalfTiles(unit, n);
        int j = 0;
        for (; j + 3 * lanes <= end; j += 3 * lanes) {
            strips.add(new Strip(Tile.THREE_VECTORS, j));
        }
        while (j < end) {
            boolean two = unit.hasManySums() && end - j > lanes;
            strips.add(new Strip(two ? Tile.TWO_VECTORS : Tile.ONE_VECTOR, Math.min(j, n - lanes)));
            j += two ? 2 * lanes : lanes;
        }
        if (end < n) {
            strips.add(new Strip(n - end > 2 * lanes ? Tile.THREE_AND_A_HALF : Tile.ONE_AND_A_HALF, end));
        }
        return strips;
    }

    /**
     * Returns how many of the last columns are left to tiles that end with half a vector. It is 0 if the last columns
     * fill whole vectors or need more than half of one.
     */
    private static int columnsOfHalfTiles(VectorUnit unit, int n) {
        int lanes = unit.lanes();
        int left = n % lanes;
        if (!unit.isLongest() || left == 0 || 2 * left > lanes) {
            return 0;
        }
        return left + (n / lanes % 3 == 0 ? 3 * lanes : lanes);
    }

    /**
     * Returns whether the plain product multiplies the matrices. It does if there is nothing to multiply, or if vectors
     * would have to be gathered: along k for few columns, or along a row of c if a has only one row.
     */
    private static boolean isPlain(VectorUnit unit, Matrix<?> a, Matrix<?> b) {
        if (a.rows() == 0 || b.rows() == 0 || b.columns() == 0) {
            return true;
        }
        if (SummationOrder.hasChains(b)) {
            return a.columnStep() != 1 && (a.rowStep() != 1 || a.rows() < unit.lanes());
        }
        return b.columns() == 1 || (a.rows() == 1 && b.rowStep() == 1 && b.columnStep() != 1);
    }

    /**
     * Returns whether to compute the transposed product. Its elements are the same chains. This pays if a row of c
     * would not fill a vector, but a row of c<sup>T</sup> fills several, whose elements are adjacent in a. With fewer
     * rows of c, the copy may take longer than it saves.
     */
    private static boolean isBetterTransposed(VectorUnit unit, Matrix<?> a, Matrix<?> b) {
        boolean areColumns = a.rowStep() == 1 && a.columnStep() != 1;
        boolean areRows = b.columnStep() == 1 && b.rowStep() != 1;
        return unit.isLongest()
                && areColumns
                && areRows
                && b.columns() < unit.lanes()
                && a.rows() >= BLOCK_ROWS
                && bytes(unit, a) <= SMALL;
    }

    private static long bytes(VectorUnit unit, Matrix<?> matrix) {
        return (long) matrix.rows() * matrix.columns() * unit.bytes();
    }

    /**
     * Returns whether to leave out the zeros of a block of a, given that zeros are left out of a. If columns are
     * contiguous, eight rows are read at once, so the block needs eight.
     */
    static boolean leavesZerosOut(Matrix<?> rows) {
        return rows.columnStep() == 1 || rows.rows() >= SPARSE_ROWS;
    }
}
