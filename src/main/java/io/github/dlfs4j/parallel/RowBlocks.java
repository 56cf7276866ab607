package io.github.dlfs4j.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Spreads the rows of a matrix, or the inputs of a batch, over threads, those of the common pool and the caller. A row
 * is computed by one thread and in the same way whichever it is, so the number of threads never changes a bit.
 */
public final class RowBlocks {
    static final String PROPERTY = "dlfs4j.threads";

    /** Of multiply-adds, for each thread: some 10 to 50 µs, while it takes up to 10 to wake a thread and hear of it. */
    private static final long WORK_THAT_PAYS = 1_500_000;

    /** More blocks than threads, so that a thread that is held up leaves its share to the others. */
    private static final int BLOCKS_PER_THREAD = 4;

    private static RowBlocks configured;

    /** For whom a thread of the pool works. */
    private static final ThreadLocal<Thread> CALLER = new ThreadLocal<>();

    private final int threads;
    private final long workThatPays;

    /**
     * A number of threads.
     *
     * @param threads the most that work at the same time, the caller included
     * @param workThatPays so much work is worth one more thread
     */
    public RowBlocks(int threads, long workThatPays) {
        this.threads = threads;
        this.workThatPays = workThatPays;
    }

    /**
     * As property {@code dlfs4j.threads} asks for; without it, as many threads as processors.
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

    /** The number of threads that a value of the property stands for. */
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

    /**
     * The most threads that work at the same time.
     *
     * @return from 1 on, the caller included
     */
    public int threads() {
        return threads;
    }

    /**
     * For whom this thread works now, if it is in a block of rows.
     *
     * @return the thread that called; null elsewhere
     */
    public static Thread caller() {
        return CALLER.get();
    }

    /** What is done with the rows of a block. */
    @FunctionalInterface
    public interface Work {
        /**
         * Computes some rows.
         *
         * @param first the first of them
         * @param end the one after the last
         */
        void compute(int first, int end);
    }

    /**
     * Computes all rows in blocks of {@code unit} rows each, the last one perhaps shorter: they are the same blocks for
     * any number of threads.
     *
     * @param rows how many there are
     * @param unit rows of a block
     * @param multiplyAdds what there is to do altogether, in multiply-adds of a matrix product
     * @param work computes the rows of a block; the blocks may run at the same time
     */
    public void forEachBlock(int rows, int unit, long multiplyAdds, Work work) {
        forEach(rows, unit, multiplyAdds, (first, end) -> {
            for (int i = first; i < end; i += unit) {
                work.compute(i, Math.min(i + unit, end));
            }
        });
    }

    /**
     * Computes all rows.
     *
     * @param rows how many there are
     * @param unit blocks begin at multiples of it
     * @param multiplyAdds what there is to do altogether
     * @param work computes the rows of a block; the blocks may run at the same time
     */
    public void forEach(int rows, int unit, long multiplyAdds, Work work) {
        int units = (rows + unit - 1) / unit;
        int workers = (int) Math.min(Math.min(threads, units), multiplyAdds / workThatPays);
        if (workers <= 1) {
            work.compute(0, rows);
            return;
        }
        int blocks = Math.min(units, workers * BLOCKS_PER_THREAD);
        AtomicInteger next = new AtomicInteger();
        Thread current = Thread.currentThread();
        Thread caller = CALLER.get() == null ? current : CALLER.get();
        List<RecursiveAction> workersThatTakeBlocks = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            workersThatTakeBlocks.add(new RecursiveAction() {
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
        ForkJoinTask.invokeAll(workersThatTakeBlocks);
    }
}
