package io.github.dlfs4j.app.page;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Interrupts what takes too long. That frees a thread which waits for a slow client, to read from it or to write to it,
 * and closes the connection.
 */
final class TimeLimit implements AutoCloseable {
    private final Duration limit;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, Workers.daemons("page-clock"));

    TimeLimit(Duration limit) {
        this.limit = limit;
        clock.setRemoveOnCancelPolicy(true);
        // What is still at work when this is closed goes on without a limit.
        clock.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Does the work in this thread, which may be interrupted meanwhile, and is not afterwards. */
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

    /** Rings no more once it is off. */
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
