package io.github.dlfs4j.app.page;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Interrupts work that takes too long. This frees a thread that waits for a slow client to send or to read, and closes
 * the connection.
 */
final class TimeLimit implements AutoCloseable {
    private final Duration limit;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, Workers.daemons("page-clock"));

    TimeLimit(Duration limit) {
        this.limit = limit;
        clock.setRemoveOnCancelPolicy(true);
        // Work that is still running when this is closed continues without a limit.
        clock.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Does the work in this thread, and interrupts it at the limit. Afterwards the thread is not interrupted. */
    void run(Runnable work) {
        Alarm alarm = new Alarm(Thread.currentThread());
        ScheduledFuture<?> scheduled = clock.schedule(alarm, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            work.run();
        } finally {
            alarm.turnOff();
            scheduled.cancel(false);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** Interrupts a thread unless it was turned off before. */
    private static final class Alarm implements Runnable {
        private final Thread thread;
        private boolean off;

        Alarm(Thread thread) {
            this.thread = thread;
        }

        @Override
        public synchronized void run() {
            if (!off) {
                thread.interrupt();
            }
        }

        synchronized void turnOff() {
            off = true;
            Thread.interrupted();
        }
    }
}
