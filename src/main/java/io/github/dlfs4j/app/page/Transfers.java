package io.github.dlfs4j.app.page;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The requests that are being read at this moment, or the answers that are being written. Each has a thread that waits
 * for its client. One that takes too long is cut. If there are too many, the one that began first is cut, so clients
 * that are slow or silent never keep out others. To cut is to interrupt the thread, which closes the connection.
 */
final class Transfers implements AutoCloseable {
    private final int most;
    private final Duration limit;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, Workers.daemons("page-clock"));
    /** The thread that began first comes first. */
    private final Map<Thread, Alarm> going = new LinkedHashMap<>();

    /** An object of its own for each transfer, since a thread has one transfer after the other. */
    private record Alarm(Object transfer, Future<?> cut) {}

    /**
     * @param most how many there may be at once
     * @param limit how long each may take
     */
    Transfers(int most, Duration limit) {
        this.most = most;
        this.limit = limit;
        clock.setRemoveOnCancelPolicy(true);
        // After this is closed, transfers have no limit.
        clock.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Begins the transfer of this thread. */
    synchronized void begin() {
        if (going.size() == most) {
            Map.Entry<Thread, Alarm> first = going.entrySet().iterator().next();
            first.getValue().cut().cancel(false);
            cut(first.getKey(), first.getValue().transfer());
        }
        Thread thread = Thread.currentThread();
        Object transfer = new Object();
        going.put(
                thread,
                new Alarm(
                        transfer,
                        clock.schedule(() -> cut(thread, transfer), limit.toMillis(), TimeUnit.MILLISECONDS)));
    }

    private synchronized void cut(Thread thread, Object transfer) {
        Alarm alarm = going.get(thread);
        if (alarm != null && alarm.transfer() == transfer) {
            going.remove(thread);
            thread.interrupt();
        }
    }

    /** Ends the transfer of this thread, if it has one. Afterwards the thread is not interrupted. */
    synchronized void end() {
        Alarm alarm = going.remove(Thread.currentThread());
        if (alarm != null) {
            alarm.cut().cancel(false);
        }
        Thread.interrupted();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
