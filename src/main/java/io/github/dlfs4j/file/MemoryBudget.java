package io.github.dlfs4j.file;

/** How much memory the arrays of a file may take, and how much of it they have taken. It is asked before they do. */
public final class MemoryBudget {
    /** What the arrays of one file may take unless the caller says otherwise. */
    public static final long DEFAULT = defaultFor(Runtime.getRuntime().maxMemory());

    private final long limit;
    private long left;

    /**
     * A budget of which nothing has been taken.
     *
     * @param limit the number of bytes
     */
    public MemoryBudget(long limit) {
        this.limit = limit;
        this.left = limit;
    }

    /**
     * The rule for every reader: 1 GiB, or half of the heap where that is less.
     *
     * @param largestHeap the number of bytes that the heap can grow to
     * @return the number of bytes that the arrays of a file may take
     */
    static long defaultFor(long largestHeap) {
        return Math.min(1L << 30, largestHeap / 2);
    }

    /**
     * Takes memory, if there is enough left.
     *
     * @param bytes the number of bytes
     * @return whether it could be taken; if not, none has been
     */
    public boolean take(long bytes) {
        boolean enough = bytes <= left;
        left -= enough ? bytes : 0;
        return enough;
    }

    /**
     * The budget at its start.
     *
     * @return the number of bytes
     */
    public long limit() {
        return limit;
    }
}
