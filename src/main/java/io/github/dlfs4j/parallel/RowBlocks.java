package io.github.dlfs4j.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Distributes the rows of a matrix, or the inputs of a batch, over threads: the calling thread and those of the common
 * pool. One thread computes a row, in the same way as any other thread would. So the number of threads never changes a
 * bit.
 */
public final class RowBlocks {
    static final String PROPERTY = "dlfs4j.threads";

    /**
     * The multiply-adds for which another thread pays. They take 10 to 50 µs, and waking a thread and waiting for its
     * answer takes up to 10 µs.
     */
    private static final long WORK_THAT_PAYS = 1_500_000;

    /** There are more blocks than threads, so that the others take over the share of a thread that is interrupted. */
    private static final int BLOCKS_PER_THREAD = 4;

    private static RowBlocks configured;

    /** The thread that a thread of the pool works for. */
    private static final ThreadLocal<Thread> CALLER = new ThreadLocal<>();

    private final int threads;
    private final long workThatPays;

    /**
     * Creates a distribution over some threads.
     *
     * @param threads the most threads that work at the same time, including the caller
     * @param workThatPays the multiply-adds for which one more thread pays
     */
    public RowBlocks(int threads, long workThatPays) {
        this.threads = threads;
        this.workThatPays = workThatPays;
    }

    /**
     * Returns the distribution over as many threads as property {@code dlfs4j.threads} says, or by default as many as
     * there are processors.
     *
     * @return always the same object
     * @throws IllegalArgumentException {@code property dlfs4j.threads must be a positive integer, not '0'}
     */
    public static synchronized RowBlocks configured() {
        if (configured == null) {
            int threads =
                    threads(System.getProperty(PROPERTY), Runtime.getRuntime().availableProcessors());
            configured = new RowBlocks(threads, WORK_THAT_PAYS);
        }
        return configured;
    }

    /** Returns the number of threads that a value of the property asks for. */
    static int threads(String choice, int processors) {
        if (choice == null) {
            return processors;
        }
        try {
            int threads = Integer.parseInt(choice);
            if (threads > 0) {
                return threads;
            }
        } catch (NumberFormatException e) {
            throw invalid(choice, e);
        }
        throw invalid(choice, null);
    }

    private static IllegalArgumentException invalid(String choice, Throwable cause) {
        return new IllegalArgumentException(
                "property " + PROPERTY + " must be a positive integer, not '" + choice + "'", cause);
    }

    /** {@return the most threads that work at the same time, at least 1, since it includes the caller} */
    public int threads() {
        return threads;
    }

    /**
     * {@return the thread that this thread works for while it computes a block of rows: the one that asked for them;
     * {@code null} outside of a block}
     */
    public static Thread caller() {
        return CALLER.get();
    }

    /**
     * Computes the rows of a block. In code that a program's first predictions run, this is a class: a lambda takes
     * some milliseconds when it runs for the first time.
     */
    @FunctionalInterface
    public interface Work {
        /**
         * Computes some rows.
         *
         * @param first the first row
         * @param end the row after the last
         */
        void compute(int first, int end);
    }

    /**
     * Computes all rows in blocks of {@code unit} rows each; the last one may be shorter. The blocks are the same for
     * any number of threads.
     *
     * @param rows the number of rows
     * @param unit the rows of a block
     * @param multiplyAdds the work for all rows, in multiply-adds of a matrix product
     * @param work computes the rows of a block; the blocks may run at the same time
     */
    public void forEachBlock(int rows, int unit, long multiplyAdds, Work work) {
        forEach(rows, unit, multiplyAdds, (first, end) -> {
            int i = first;
            while (i < end) {
                int next = i + Math.min(unit, end - i);
                work.compute(i, next);
                i = next;
            }
        });
    }

    /**
     * Returns whether more than one thread would compute so much work; otherwise the caller can as well compute it.
     *
     * @param multiplyAdds the work, in multiply-adds of a matrix product
     * @return false if the caller computes it alone
     */
    public boolean isWorthSharing(long multiplyAdds) {
        return threads > 1 && multiplyAdds / workThatPays > 1;
    }

    /**
     * Computes all rows, in blocks of any size.
     *
     * @param rows the number of rows
     * @param unit every block begins at a multiple of this
     * @param multiplyAdds the work for all rows, in multiply-adds of a matrix product
     * @param work computes the rows of a block; the blocks may run at the same time
     */
    public void forEach(int rows, int unit, long multiplyAdds, Work work) {
        int units = (int) (((long) rows + unit - 1) / unit);
        int workers = (int) Math.min(Math.min(threads, units), Math.max(multiplyAdds / workThatPays, 0));
        if (workers <= 1) {
            work.compute(0, rows);
            return;
        }
        int blocks = Math.min(units, workers * BLOCKS_PER_THREAD);
        AtomicInteger next = new AtomicInteger();
        Thread current = Thread.currentThread();
        Thread caller = CALLER.get() == null ? current : CALLER.get();
        List<RecursiveAction> tasks = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            tasks.add(new RecursiveAction() {
                private static final long serialVersionUID = 1L;

                @Override
                protected void compute() {
                    Thread before = CALLER.get();
                    CALLER.set(caller);
                    try {
                        for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                            int first = (int) ((long) units * block / blocks) * unit;
                            int end = (int) ((long) units * (block + 1) / blocks) * unit;
                            work.compute(first, Math.min(end, rows));
                        }
                    } finally {
                        CALLER.set(before);
                    }
                }
            });
        }
        ForkJoinTask.invokeAll(tasks);
    }
}
