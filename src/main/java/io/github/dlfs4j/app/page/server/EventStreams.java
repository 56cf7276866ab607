package io.github.dlfs4j.app.page.server;

import com.sun.net.httpserver.HttpExchange;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.language.Language;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/**
 * The tabs that follow a training, or something else, by the server-sent events of the HTML standard. One thread looks
 * for news a few times a second and hands them to all tabs. Each tab has a thread that writes them. So nobody waits for
 * a tab that does not read, and soon it is dropped.
 */
public final class EventStreams implements AutoCloseable {
    /** From one look for news to the next. */
    public static final Duration PERIOD = Duration.ofMillis(200);

    /** After this many rounds without news, a comment is sent, which shows whether a tab is gone. */
    private static final int SILENT_ROUNDS = 25;
    /** A tab is dropped when more texts wait for it, usually those of five seconds. All tabs share them. */
    private static final int WAITING = 25;

    private final int most;
    private final Supplier<News> source;
    private final List<Tab> tabs = new ArrayList<>();
    private final Thread thread;
    private int silent;

    /**
     * What is new.
     *
     * @param changes writes the changes since the last call as the text of events, in the language of the thread; empty
     *     if there are none
     * @param whole writes the whole state as the text of events, for a new tab
     */
    public record News(Supplier<String> changes, Supplier<String> whole) {}

    /**
     * Starts to look for news.
     *
     * @param most how many tabs may be open at once
     * @param period from one look for news to the next
     * @param source returns the news; called by one thread
     */
    public EventStreams(int most, Duration period, Supplier<News> source) {
        this.most = most;
        this.source = source;
        thread = Server.daemons("page-events").newThread(() -> work(period));
        thread.start();
    }

    /**
     * Writes an event as text.
     *
     * @param name its name
     * @param data what {@link JsonWriter} writes
     * @return the text
     */
    public static String event(String name, Object data) {
        return "event: " + name + "\ndata: " + JsonWriter.write(data) + "\n\n";
    }

    /**
     * Serves a tab in this thread until it is gone, and never returns: the web server of the JDK takes a connection for
     * open until a handler answers it or throws.
     *
     * @param exchange the request of the tab
     * @throws IOException when the tab is gone or dropped, or this is closed
     * @throws Refused if too many tabs are open
     */
    public void serve(HttpExchange exchange) throws IOException, Refused {
        Tab tab = enter();
        try {
            Reply.beginEvents(exchange);
            OutputStream out = exchange.getResponseBody();
            while (true) {
                out.write(tab.texts.take());
                out.flush();
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException("the tab does not read, or the page is closed");
        } finally {
            leave(tab);
        }
    }

    private Tab enter() throws Refused {
        synchronized (tabs) {
            if (tabs.size() >= most) {
                throw Refused.because(Refused.UNAVAILABLE, "tabs");
            }
            Tab tab = new Tab();
            tabs.add(tab);
            return tab;
        }
    }

    private void leave(Tab tab) {
        synchronized (tabs) {
            tabs.remove(tab);
            Thread.interrupted();
        }
    }

    int count() {
        synchronized (tabs) {
            return tabs.size();
        }
    }

    private void work(Duration period) {
        try {
            while (true) {
                Thread.sleep(period.toMillis());
                if (count() > 0) {
                    tryRound();
                }
            }
        } catch (InterruptedException e) {
            // The page is closed.
        }
    }

    private void tryRound() {
        try {
            round();
        } catch (OutOfMemoryError e) {
            // The next round may have the memory, as when a training has failed for the want of it.
        } catch (RuntimeException | Error e) {
            dropAll(); // so that nobody waits for news that may never come
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    private void round() {
        News news = source.get();
        silent = news.changes().get().isEmpty() ? silent + 1 : 0;
        Supplier<String> text = silent == SILENT_ROUNDS ? () -> ": still here\n\n" : news.changes();
        silent %= SILENT_ROUNDS;
        Map<Language, byte[]> changes = new EnumMap<>(Language.class);
        Map<Language, byte[]> whole = new EnumMap<>(Language.class);
        synchronized (tabs) {
            for (Tab tab : tabs) {
                tab.hand(
                        tab.isNew
                                ? whole.computeIfAbsent(tab.language, language -> bytes(language, news.whole()))
                                : changes.computeIfAbsent(tab.language, language -> bytes(language, text)));
            }
        }
    }

    private static byte[] bytes(Language language, Supplier<String> text) {
        return language.speak(text::get).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        thread.interrupt();
        dropAll();
    }

    private void dropAll() {
        synchronized (tabs) {
            tabs.forEach(Tab::drop);
        }
    }

    /** A tab, and the texts that it has not read yet. */
    private static final class Tab {
        private final Thread thread = Thread.currentThread();
        private final Language language = Language.current();
        private final BlockingQueue<byte[]> texts = new ArrayBlockingQueue<>(WAITING);
        private boolean isNew = true;

        void hand(byte[] text) {
            isNew = false;
            if (text.length > 0 && !texts.offer(text)) {
                drop();
            }
        }

        void drop() {
            thread.interrupt();
        }
    }
}
