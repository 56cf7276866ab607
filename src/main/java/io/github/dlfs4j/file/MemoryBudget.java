package io.github.dlfs4j.file;

/**
 * The memory that the arrays of a file may take, and how much of it is left. A reader takes memory from the budget
 * before it allocates an array.
 */
public final class MemoryBudget {
    /** The memory that the arrays of one file may take unless the caller sets another limit. */
    public static final long DEFAULT = defaultFor(Runtime.getRuntime().maxMemory());

    private final long limit;
    private long left;

    /**
     * Creates a budget from which nothing has been taken.
     *
     * @param limit the number of bytes
     */
    public MemoryBudget(long limit) {
        this.limit = limit;
        this.left = limit;
    }

    /**
     * Returns the default of every reader: 1 GiB, or half of the heap if that is less.
     *
     * @param largestHeap the size in bytes to which the heap can grow
     * @return the number of bytes that the arrays of a file may take
     */
    static long defaultFor(long largestHeap) {
        return Math.min(1L << 30, largestHeap / 2);
    }

    /**
     * Takes memory from the budget, if enough is left.
     *
     * @param bytes the number of bytes
     * @return true if the memory was taken; false if too little was left, and nothing was taken
     */
    public boolean take(long bytes) {
        boolean enough = bytes <= left;
        left -= enough ? bytes : 0;
        return enough;
    }

    /** {@return the number of bytes of the whole budget} */
    public long limit() {
        return limit;
    }
}
