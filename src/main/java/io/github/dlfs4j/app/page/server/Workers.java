package io.github.dlfs4j.app.page.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that answer requests, one for each request that has begun.
 *
 * <ol>
 *   <li>The thread reads the request, which has a {@link Deadline}.
 *   <li>It does the work, together with a few others at most. The work has no time limit: it may save to a slow disk.
 *   <li>It writes the answer, which has a deadline as well.
 * </ol>
 */
final class Workers implements Executor, AutoCloseable {
    /** As many as there may be connections, so that a request never waits for others that do not end. */
    static final int THREADS = 2000;

    /** How many requests with a large body there are at once. Each may take a few times its length in memory. */
    private static final int LARGE = 2;

    private static final int WORKING = 8;
    private static final int WAITING = 64;
    private static final long SECONDS_IDLE = 10;

    private final Limits limits;

    @SuppressWarnings("ThreadLocalUsage") // of this server
    private final ThreadLocal<Deadline> reading = new ThreadLocal<>();

    private final Semaphore large = new Semaphore(LARGE, true);
    private final Semaphore working = new Semaphore(WORKING, true);
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            0, THREADS, SECONDS_IDLE, TimeUnit.SECONDS, new SynchronousQueue<>(), Server.daemons("page-worker"));

    /** @param limits how long it may take to read a request or to write an answer, and how long a picture waits */
    Workers(Limits limits) {
        this.limits = limits;
    }

    /** Begins to read a request. A handler goes on with the other methods, in the same thread. */
    @Override
    public void execute(Runnable exchange) {
        pool.execute(() -> {
            reading.set(new Deadline(limits.transfer()));
            try {
                exchange.run();
            } finally {
                reading.get().meet();
            }
        });
    }

    /**
     * Reads and answers a request with a large body.
     *
     * @throws Refused if others take too long
     */
    Reply large(Route.Get work) throws IOException, Refused {
        reading.get().meet();
        if (!hasRoom()) {
            throw Refused.because(Refused.UNAVAILABLE, "pictures");
        }
        try {
            reading.set(new Deadline(limits.transfer()));
            return work.answer();
        } finally {
            large.release();
        }
    }

    private boolean hasRoom() {
        try {
            return large.tryAcquire(limits.picture().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Does the work of a request that has been read.
     *
     * @throws Refused if too many requests wait for others, or a file cannot be used
     */
    Reply work(Route.Get work) throws Refused {
        reading.get().meet();
        if (working.getQueueLength() >= WAITING) {
            throw Refused.because(Refused.UNAVAILABLE, "busy");
        }
        working.acquireUninterruptibly();
        try {
            return work.answer();
        } catch (IOException e) {
            throw new Refused(Refused.FAILED, e.getMessage());
        } finally {
            working.release();
        }
    }

    /** Serves a stream of events after the request has been read. */
    void follow(Route.Stream stream, HttpExchange exchange) throws IOException, Refused {
        reading.get().meet();
        stream.serve(exchange);
    }

    /** Sends an answer and ends the exchange. */
    void send(Reply reply, HttpExchange exchange) throws IOException {
        reading.get().meet();
        Deadline writing = new Deadline(limits.transfer());
        try {
            reply.send(exchange);
            // If the connection closed before the rest of a refused body has come, the client might never see why.
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        } finally {
            exchange.close();
            writing.meet();
        }
    }

    /** Takes no more requests. Work goes on. */
    @Override
    public void close() {
        pool.shutdown();
    }
}
