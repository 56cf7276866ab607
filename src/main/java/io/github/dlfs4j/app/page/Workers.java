package io.github.dlfs4j.app.page;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The few threads that answer requests. A slow client cannot keep one for long. */
final class Workers implements Executor, AutoCloseable {
    private static final int THREADS = 8;
    private static final int WAITING = 256;

    private final TimeLimit limit;
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), daemons("page-worker"));

    /** @param limit how long a request may take, from its first byte to the last byte of the answer */
    Workers(Duration limit) {
        this.limit = new TimeLimit(limit);
    }

    @Override
    public void execute(Runnable exchange) {
        pool.execute(() -> limit.run(exchange));
    }

    @Override
    public void close() {
        pool.shutdownNow();
        limit.close();
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
