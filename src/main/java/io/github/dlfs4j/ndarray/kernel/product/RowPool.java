package io.github.dlfs4j.ndarray.kernel.product;

import java.util.HashMap;
import java.util.Map;

/**
 * Rows for intermediate results, each an array of its own. A thread keeps them: new ones would take as long as the
 * product of small matrices. While they are in use they are not in the pool, since a thread that waits for others may
 * meanwhile work on another product.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class RowPool<A> {
    private static final int CACHE_LINE = 64;
    private static final int ARRAY_HEADER = 16;

    /** A row has so many cache lines or twice, four times, … as many, and one more. */
    private static final int FEWEST_LINES = 4;

    private final Allocator<A> allocator;

    @SuppressWarnings("ThreadLocalUsage") // a product is made once
    private final ThreadLocal<Map<Integer, A[]>> rowsByLength = new ThreadLocal<>();

    /** Makes rows. */
    interface Allocator<A> {
        A[] allocateRows(int count, int length);
    }

    /**
     * An empty pool.
     *
     * @param allocator makes a number of rows of some length
     */
    RowPool(Allocator<A> allocator) {
        this.allocator = allocator;
    }

    /**
     * The length of rows for some columns. There are few lengths, so that few are kept. All rows begin at the same
     * place of a cache line, and so are aligned in a loop that aligns one of them. An odd number of lines keeps them
     * from falling on the same lines of the cache.
     *
     * @param columns the elements that a row must hold
     * @param bytes bytes of an element
     * @return at least {@code columns}
     */
    static int rowLength(int columns, int bytes) {
        int lines = FEWEST_LINES;
        while ((lines + 1) * CACHE_LINE < ARRAY_HEADER + columns * bytes) {
            lines *= 2;
        }
        return ((lines + 1) * CACHE_LINE - ARRAY_HEADER) / bytes;
    }

    /** Rows whose elements may be anything. */
    A[] take(int count, int length) {
        A[] rows = kept().remove(length);
        return rows != null && rows.length >= count ? rows : allocator.allocateRows(count, length);
    }

    /** Keeps rows for later, those that were taken. */
    void giveBack(A[] rows, int length) {
        A[] others = kept().get(length);
        if (others == null || others.length < rows.length) {
            kept().put(length, rows);
        }
    }

    private Map<Integer, A[]> kept() {
        Map<Integer, A[]> kept = rowsByLength.get();
        if (kept == null) {
            kept = new HashMap<>();
            rowsByLength.set(kept);
        }
        return kept;
    }
}
