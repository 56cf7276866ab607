package io.github.dlfs4j.app.page.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class EventStreamsTest {
    /** More than the system buffers for a client that does not read. */
    private static final String MUCH = ":" + "x".repeat(2_000_000) + "\n\n";

    private static final int MOST = 10;

    /** So many texts may wait for a client. */
    private static final int FEW = 5;

    /** How many texts there may be from now on. */
    private final Semaphore news = new Semaphore(0);

    private EventStreams streams;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private long read;
    private volatile boolean broken;

    @BeforeEach
    void serve(TestInfo test) throws IOException {
        Duration period = test.getTags().contains("long") ? EventStreams.PERIOD : Duration.ofMillis(10);
        streams = new EventStreams(MOST, period, () -> {
            String changes = news.tryAcquire() ? MUCH : "";
            return new EventStreams.News(() -> changes, this::whole);
        });
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try {
                streams.serve(exchange);
            } catch (Refused e) {
                Reply.error(e.status(), e.getMessage()).send(exchange);
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    private String whole() {
        if (broken) {
            broken = false;
            throw new StackOverflowError("of a test");
        }
        return "event: whole\ndata: 1\n\n";
    }

    @AfterEach
    void end() {
        streams.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private Socket listen() throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(60_000);
        socket.connect(server.getAddress());
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /** Reads some bytes. For each text that has come, there may be another, so the reader keeps up. */
    private void readSome(Socket reader) throws IOException {
        int count = reader.getInputStream().read(new byte[1 << 16]);
        assertThat(count).as("the reader is dropped after %d bytes", read).isPositive();
        news.release((int) ((read + count) / MUCH.length() - read / MUCH.length()));
        read += count;
    }

    /** The reader gets its news although many others do not read. */
    @Test
    void anEventStreamDropsClientsThatDoNotReadAndServesTheOthers() throws Exception {
        List<Socket> sleepers = new ArrayList<>();
        for (int i = 1; i < MOST; i++) {
            sleepers.add(listen());
        }
        try (Socket reader = listen()) {
            news.release(FEW);
            while (read < 3L * MUCH.length() || streams.count() > 1) {
                readSome(reader);
            }
            assertThat(streams.count()).isEqualTo(1);
            assertThat(sleepers).allMatch(Socket::isConnected);
        } finally {
            for (Socket sleeper : sleepers) {
                sleeper.close();
            }
        }
    }

    @Tag("long")
    @Test
    void anEventStreamDropsClientsThatDoNotReadForTheUsualTime() throws Exception {
        anEventStreamDropsClientsThatDoNotReadAndServesTheOthers();
    }

    @Test
    void anEventStreamDropsAllWhenThereIsNoNewsForAnError() throws Exception {
        broken = true;
        try (Socket first = listen()) {
            String answer = new String(first.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).doesNotContain("event: whole");
        }
        try (Socket second = listen()) {
            readSome(second);
        }
    }

    @Test
    void anEventStreamForgetsAClientThatHasGone() throws Exception {
        listen().close();
        try (Socket reader = listen()) {
            news.release(FEW);
            while (streams.count() != 1) {
                readSome(reader);
            }
        }
    }
}
