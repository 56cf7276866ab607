package io.github.dlfs4j.app.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The tabs that follow a training by the server-sent events of the HTML standard. One thread looks for news a few times
 * a second and writes them to all tabs. A tab that does not read is dropped. The training itself does not know of tabs
 * and never waits for one, and nothing is queued.
 */
final class EventStreams implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMillis(200);
    /** After this many rounds without news, a comment is sent, which shows whether a tab is gone. */
    private static final int SILENT_ROUNDS = 25;

    private final int most;
    private final Supplier<News> source;
    private final TimeLimit writing;
    private final AtomicInteger open = new AtomicInteger();
    private final Queue<HttpExchange> arrived = new ConcurrentLinkedQueue<>();
    private final List<HttpExchange> streams = new ArrayList<>();
    private final Thread thread = Workers.daemons("page-events").newThread(this::work);
    private int silent;

    /**
     * What is new.
     *
     * @param changes the changes since the last call, as the text of events; empty if there are none
     * @param whole writes the whole state as the text of events, for a new tab
     */
    record News(String changes, Supplier<String> whole) {}

    /**
     * Starts to look for news.
     *
     * @param most how many tabs may be open at once
     * @param patience how long a tab may take to read
     * @param source returns the news; called by one thread
     */
    EventStreams(int most, Duration patience, Supplier<News> source) {
        this.most = most;
        this.source = source;
        writing = new TimeLimit(patience);
        thread.start();
    }

    /** Writes an event as text. */
    static String event(String name, Object data) {
        return "event: " + name + "\ndata: " + Json.write(data) + "\n\n";
    }

    /**
     * Takes over an exchange, which stays open.
     *
     * @throws Refused if too many tabs are open
     */
    void add(HttpExchange exchange) throws IOException, Refused {
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            throw new Refused(Refused.UNAVAILABLE, "too many tabs are open");
        }
        try {
            Reply.beginEvents(exchange);
        } catch (IOException e) {
            open.decrementAndGet();
            throw e;
        }
        arrived.add(exchange);
    }

    int count() {
        return open.get();
    }

    private void work() {
        try {
            while (true) {
                Thread.sleep(PERIOD.toMillis());
                round();
            }
        } catch (InterruptedException e) {
            // The page is closed.
        }
    }

    private void round() {
        if (open.get() == 0) {
            return;
        }
        News news = source.get();
        silent = news.changes().isEmpty() ? silent + 1 : 0;
        String text = silent == SILENT_ROUNDS ? ": still here\n\n" : news.changes();
        silent %= SILENT_ROUNDS;
        if (!text.isEmpty()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            streams.removeIf(stream -> !write(stream, bytes));
        }
        if (!arrived.isEmpty()) {
            byte[] whole = news.whole().get().getBytes(StandardCharsets.UTF_8);
            for (HttpExchange stream = arrived.poll(); stream != null; stream = arrived.poll()) {
                if (write(stream, whole)) {
                    streams.add(stream);
                }
            }
        }
    }

    /** Returns whether the bytes were written. If not, the stream is closed. */
    private boolean write(HttpExchange stream, byte[] bytes) {
        try {
            writing.run(() -> {
                try {
                    OutputStream out = stream.getResponseBody();
                    out.write(bytes);
                    out.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return true;
        } catch (UncheckedIOException e) {
            open.decrementAndGet();
            stream.close();
            return false;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        writing.close();
    }
}
