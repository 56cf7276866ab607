package io.github.dlfs4j.app.page.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server whose routes fail with errors, and whose clients are slow. No client waits for ever. */
@Timeout(600)
class RequestsTest {
    private static final int MEGABYTE = 1 << 20;
    /** More than the system buffers for a client that does not read. */
    private static final Reply LONG = Reply.of("text/plain", new byte[10 * MEGABYTE]);

    private Server server;

    /** @param limit how long a request may take to come, and its answer to be read */
    private void serve(Duration limit) throws IOException {
        server = new Server(Optional.of(0), new Limits(limit, limit, limit, limit));
        Map<String, Route> routes = Map.of(
                "/broken", Route.get(RequestsTest::fail),
                "/broken-stream", Route.events(RequestsTest::begin),
                "/long", Route.get(() -> LONG),
                "/large", Route.file(body -> body.file().length, MEGABYTE));
        server.start(routes::get);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private static Reply fail() {
        throw new StackOverflowError("of a test");
    }

    private static void begin(HttpExchange exchange) throws IOException {
        Reply.beginEvents(exchange);
        exchange.getResponseBody().write("event: first\n\n".getBytes(StandardCharsets.US_ASCII));
        fail();
    }

    /** Sends lines that end in {@code ;}. */
    private Socket send(String lines) throws IOException {
        URI address = URI.create(server.address());
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1 << 12);
        socket.setSoTimeout(120_000);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        String request = lines.replace(";", "\r\n").replace("OWN", address.getAuthority());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private String answer(String request) throws IOException {
        try (Socket socket = send(request)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1;Host: OWN;Connection: close;;";
    }

    private static String post(int length, String begin) {
        return "POST /large HTTP/1.1;Host: OWN;Origin: http://OWN;Content-Type: application/octet-stream;Connection: close;"
                + "Content-Length: " + length + ";;" + begin;
    }

    @Test
    void aFailingRouteAnswersWithItsError() throws Exception {
        serve(Limits.USUAL.transfer());
        assertThat(answer(get("/broken")))
                .startsWith("HTTP/1.1 500 ")
                .contains("the server failed: java.lang.StackOverflowError: of a test");
    }

    @Test
    void aFailingRouteEndsAStreamThatHasBegun() throws Exception {
        serve(Limits.USUAL.transfer());
        assertThat(answer(get("/broken-stream"))).contains("event: first\n\n");
    }

    @Test
    void theServerCutsARequestThatDoesNotEnd() throws Exception {
        serve(Duration.ofMillis(500));
        for (String unfinished : List.of("GET /long HTTP/1.1;Hos", post(1000, "{"))) {
            try (Socket client = send(unfinished)) {
                assertThat(readUntilTheEnd(client)).isZero();
            }
        }
    }

    @Test
    void theServerCutsAnAnswerThatIsNotRead() throws Exception {
        serve(Duration.ofMillis(500));
        try (Socket sleeper = send(get("/long"))) {
            assertThat(sleeper.getInputStream().read()).isEqualTo('H');
            while (isAnswering()) {
                Thread.sleep(20);
            }
            assertThat(readUntilTheEnd(sleeper)).isLessThan(10L * MEGABYTE);
        }
    }

    /** Whether the server writes an answer at this moment. */
    private static boolean isAnswering() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(call -> call.getClassName().equals(Reply.class.getName()));
    }

    private static long readUntilTheEnd(Socket socket) {
        byte[] buffer = new byte[1 << 16];
        long read = 0;
        try {
            for (int count = 0; count >= 0; count = socket.getInputStream().read(buffer)) {
                read += count;
            }
            return read;
        } catch (IOException e) {
            return read; // the server has reset the connection
        }
    }

    /** The server takes the whole body that it refuses, so that the client sees the answer. */
    @Test
    void theServerAnswersLargeRequestsThatItRefuses() throws Exception {
        serve(Limits.USUAL.transfer());
        for (int i = 0; i < 5; i++) {
            assertThat(answer(post(30 * MEGABYTE, "x".repeat(30 * MEGABYTE)))).startsWith("HTTP/1.1 413 ");
        }
        assertThat(answer(post(900_000, "x".repeat(900_000)))).endsWith("900000");
    }
}
