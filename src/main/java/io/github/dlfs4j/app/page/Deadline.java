package io.github.dlfs4j.app.page;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The time that the client of this thread has to send what is read, or to read what is written. Then the thread is
 * interrupted, which closes the connection. Clients that are slow or silent keep nobody else waiting, since each has a
 * thread of its own.
 */
final class Deadline {
    private static final ScheduledThreadPoolExecutor CLOCK =
            new ScheduledThreadPoolExecutor(1, Workers.daemons("page-clock"));

    static {
        CLOCK.setRemoveOnCancelPolicy(true);
    }

    private final Thread thread = Thread.currentThread();
    private final Future<?> cut;
    private boolean isMet;

    Deadline(Duration time) {
        cut = CLOCK.schedule(this::cut, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized void cut() {
        if (!isMet) {
            thread.interrupt();
        }
    }

    /** Says that all has been read or written. Afterwards the thread is not interrupted. */
    synchronized void meet() {
        isMet = true;
        cut.cancel(false);
        Thread.interrupted();
    }
}
