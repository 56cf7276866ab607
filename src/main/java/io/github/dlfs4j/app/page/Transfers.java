package io.github.dlfs4j.app.page;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The requests that are being read at this moment, or the answers that are being written. Each has a thread that waits
 * for its client. If there are too many, the next ones stand in line, and the one that has been silent for longest is
 * cut once that was long enough, or at once if the line is long. So clients that are slow or silent never keep out
 * others, and those that send what they have are not cut for others. One that takes too long is cut as well. To cut is
 * to interrupt the thread, which closes the connection.
 */
final class Transfers implements AutoCloseable {
    private static final int IN_LINE = 64;
    /** With so many bytes, the time of a transfer begins anew. */
    private static final int MUCH = 1 << 20;

    private final int most;
    private final Limits limits;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, Workers.daemons("page-clock"));
    /** The first in line has it; the others wait for it. */
    private final ReentrantLock line = new ReentrantLock(true);
    /** The thread that has been silent for longest comes first. */
    private final Map<Thread, Transfer> going = new LinkedHashMap<>();

    /** An object of its own for each transfer, since a thread has one transfer after the other. */
    private static final class Transfer {
        private Future<?> cut;
        private long moved = System.nanoTime();
        private int bytes;
    }

    /**
     * @param most how many there may be at once
     * @param limits how long each may take, and each megabyte of those that are watched
     */
    Transfers(int most, Limits limits) {
        this.most = most;
        this.limits = limits;
        clock.setRemoveOnCancelPolicy(true);
        // After this is closed, transfers have no limit.
        clock.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Begins the transfer of this thread, as soon as there is room. */
    void begin() {
        if (line.getQueueLength() >= IN_LINE) {
            cutFirst();
        }
        line.lock();
        try {
            awaitRoom();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closes the connection
        } finally {
            line.unlock();
        }
    }

    private synchronized void awaitRoom() throws InterruptedException {
        while (going.size() >= most) {
            long silent = System.nanoTime() - going.values().iterator().next().moved;
            if (silent >= limits.silence().toNanos()) {
                cutFirst();
            } else {
                TimeUnit.NANOSECONDS.timedWait(this, limits.silence().toNanos() - silent);
            }
        }
        Thread thread = Thread.currentThread();
        Transfer transfer = new Transfer();
        limit(thread, transfer);
        going.put(thread, transfer);
    }

    private void limit(Thread thread, Transfer transfer) {
        transfer.cut =
                clock.schedule(() -> cut(thread, transfer), limits.transfer().toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void cutFirst() {
        if (going.size() >= most) {
            Map.Entry<Thread, Transfer> first = going.entrySet().iterator().next();
            first.getValue().cut.cancel(false);
            cut(first.getKey(), first.getValue());
        }
    }

    private synchronized void cut(Thread thread, Transfer transfer) {
        if (going.remove(thread, transfer)) {
            thread.interrupt();
            notifyAll();
        }
    }

    /** Returns a stream with the bytes of another, each of which says that this thread's client is not silent. */
    InputStream watched(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = super.read(bytes, offset, length);
                move(count);
                return count;
            }
        };
    }

    private synchronized void move(int count) {
        Thread thread = Thread.currentThread();
        Transfer transfer = going.remove(thread);
        if (transfer != null) {
            transfer.moved = System.nanoTime();
            transfer.bytes += count;
            if (transfer.bytes >= MUCH) {
                transfer.bytes = 0;
                transfer.cut.cancel(false);
                limit(thread, transfer);
            }
            going.put(thread, transfer);
        }
    }

    /** Ends the transfer of this thread, if it has one. Afterwards the thread is not interrupted. */
    synchronized void end() {
        Transfer transfer = going.remove(Thread.currentThread());
        if (transfer != null) {
            transfer.cut.cancel(false);
            notifyAll();
        }
        Thread.interrupted();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
