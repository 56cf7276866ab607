package io.github.dlfs4j.app.page.server;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The time that the client of this thread has to send what is read, or to read what is written. Then the thread is
 * interrupted, which closes the connection, or ends the search for digits. Clients that are slow or silent keep nobody
 * else waiting, since each has a thread of its own.
 */
public final class Deadline {
    private static final ScheduledThreadPoolExecutor CLOCK =
            new ScheduledThreadPoolExecutor(1, Server.daemons("page-clock"));

    static {
        CLOCK.setRemoveOnCancelPolicy(true);
    }

    private final Thread thread = Thread.currentThread();
    private final Future<?> cut;
    private boolean isMet;

    /**
     * Begins now.
     *
     * @param time the time from now
     */
    public Deadline(Duration time) {
        cut = CLOCK.schedule(this::cut, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized void cut() {
        if (!isMet) {
            thread.interrupt();
        }
    }

    /** Says that all is done. Afterwards the thread is not interrupted. */
    public synchronized void meet() {
        isMet = true;
        cut.cancel(false);
        Thread.interrupted();
    }
}
