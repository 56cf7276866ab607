package io.github.dlfs4j.ndarray.kernel.product;

import java.lang.reflect.Array;
import java.util.HashMap;
import java.util.Map;

/**
 * Rows for intermediate results, each an array of its own. Every thread keeps its rows, because allocating new ones
 * would take as long as a small product. Rows in use are not in the pool: a thread that waits for other threads may
 * compute another product in the meantime.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public final class RowPool<A> {
    private static final int CACHE_LINE = 64;
    private static final int ARRAY_HEADER = 16;

    /** The length of a row, in cache lines, is this times a power of two, plus one. */
    private static final int FEWEST_LINES = 4;

    private final Class<?> element;

    @SuppressWarnings("ThreadLocalUsage") // pools are constants
    private final ThreadLocal<Map<Integer, A[]>> rowsByLength = new ThreadLocal<>();

    /**
     * Creates an empty pool.
     *
     * @param element the type of the elements
     */
    public RowPool(Class<?> element) {
        this.element = element;
    }

    /**
     * Returns the length of rows for some columns. Only a few lengths occur, so that few rows are kept. All rows begin
     * at the same offset in a cache line, so a loop that aligns one of them aligns all. An odd number of lines keeps
     * them from mapping to the same lines of the cache.
     *
     * @param columns the elements that a row must hold
     * @param bytes the bytes of an element
     * @return at least {@code columns}
     */
    public static int rowLength(int columns, int bytes) {
        int lines = FEWEST_LINES;
        while ((lines + 1) * CACHE_LINE < ARRAY_HEADER + columns * bytes) {
            lines *= 2;
        }
        return ((lines + 1) * CACHE_LINE - ARRAY_HEADER) / bytes;
    }

    /**
     * Returns rows with undefined elements.
     *
     * @param count the least number of rows
     * @param length the length that {@link #rowLength} returned
     * @return rows for this thread alone, until it gives them back
     */
    public A[] take(int count, int length) {
        A[] rows = kept().remove(length);
        return rows != null && rows.length >= count ? rows : allocate(count, length);
    }

    @SuppressWarnings("unchecked")
    private A[] allocate(int count, int length) {
        return (A[]) Array.newInstance(element, count, length);
    }

    /**
     * Returns rows that were taken to the pool.
     *
     * @param rows the rows
     * @param length their length
     */
    public void giveBack(A[] rows, int length) {
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
