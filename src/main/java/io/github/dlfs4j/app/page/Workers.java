package io.github.dlfs4j.app.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that answer requests, one for each request that has begun.
 *
 * <ol>
 *   <li>The thread reads the request. This has a time limit, and if too many are being read, the next ones wait until
 *       one has been read, or has been silent for too long and is cut. So a request that comes in one piece is read
 *       soon, however many others never end.
 *   <li>It does the work, together with a few others at most. The work has no time limit: it may save to a slow disk.
 *   <li>It writes the answer. This has limits as well.
 * </ol>
 */
final class Workers implements Executor, AutoCloseable {
    /** How many requests are read at once, and how many answers are written. */
    private static final int TRANSFERS = 64;
    /** How many requests with a large body are read at once. Each may take a few times its length in memory. */
    private static final int LARGE = 4;

    private static final long LONGEST_REST = 128 << 20;

    private static final int WORKING = 8;
    private static final int WAITING = 64;
    /** Room for all of these, for many tabs that follow streams of events, and for threads that have just been cut. */
    private static final int THREADS = 1024;

    private static final long SECONDS_IDLE = 10;

    private final Transfers reading;
    private final Transfers large;
    private final Transfers writing;
    private final Semaphore working = new Semaphore(WORKING, true);
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            0, THREADS, SECONDS_IDLE, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons("page-worker"));

    /** Makes an answer. */
    interface Work {
        Reply reply() throws IOException, Refused;
    }

    /** @param limits how long requests are read, and answers written */
    Workers(Limits limits) {
        reading = new Transfers(TRANSFERS, limits);
        large = new Transfers(LARGE, limits);
        writing = new Transfers(TRANSFERS, limits);
    }

    /** Begins to read a request. A handler goes on with the other methods, in the same thread. */
    @Override
    public void execute(Runnable exchange) {
        pool.execute(() -> {
            reading.begin();
            try {
                exchange.run();
            } finally {
                reading.end();
            }
        });
    }

    /**
     * Reads a body.
     *
     * @param longest its largest length in bytes
     */
    Body read(HttpExchange exchange, int longest) throws IOException, Refused {
        if (longest <= Body.SHORT) {
            return Body.of(exchange, longest);
        }
        reading.end();
        large.begin();
        exchange.setStreams(large.watched(exchange.getRequestBody()), null);
        try {
            return Body.of(exchange, longest);
        } finally {
            large.end();
        }
    }

    /**
     * Does the work of a request that has been read.
     *
     * @throws Refused if too many requests wait for others
     */
    Reply work(Work work) throws IOException, Refused {
        reading.end();
        if (working.getQueueLength() >= WAITING) {
            throw new Refused(Refused.UNAVAILABLE, "the server is busy");
        }
        working.acquireUninterruptibly();
        try {
            return work.reply();
        } finally {
            working.release();
        }
    }

    /** Serves a stream of events after the request has been read. */
    void follow(Requests.Stream stream, HttpExchange exchange) throws IOException, Refused {
        reading.end();
        stream.serve(exchange);
    }

    /** Sends an answer and ends the exchange. The rest of a request that was not read is taken too. */
    void send(Reply reply, HttpExchange exchange) throws IOException {
        reading.end();
        writing.begin();
        try {
            reply.send(exchange);
            takeRest(writing.watched(exchange.getRequestBody()));
        } finally {
            exchange.close();
            writing.end();
        }
    }

    /** Takes what is left of a body that was refused. Unless it is endless, its client has all the time it needs. */
    private static void takeRest(InputStream body) throws IOException {
        byte[] block = new byte[1 << 16];
        long left = LONGEST_REST;
        for (int count = body.read(block); count >= 0 && left > 0; count = body.read(block)) {
            left -= count;
        }
    }

    /** Takes no more requests. Work goes on. */
    @Override
    public void close() {
        pool.shutdown();
        reading.close();
        large.close();
        writing.close();
    }

    /** Creates daemon threads, which do not keep Java from exiting. */
    static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, "dlfs4j-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
