package io.github.dlfs4j.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server whose routes fail with errors. No client waits for ever. */
@Timeout(600)
class RequestsTest {
    private final Workers workers = new Workers(Limits.USUAL);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Map<String, Endpoints.Route> routes = Map.of("/broken", new Endpoints.Route(RequestsTest::fail, null));
        Map<String, Requests.Stream> streams = Map.of("/broken-stream", RequestsTest::begin);
        Guard guard = new Guard(server.getAddress().getPort());
        server.createContext("/", new Requests(guard, routes, streams, new Chapters(Optional.empty()), workers));
        server.setExecutor(workers);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
        workers.close();
    }

    private static Reply fail() {
        throw new StackOverflowError("of a test");
    }

    private static void begin(HttpExchange exchange) throws IOException {
        Reply.beginEvents(exchange);
        exchange.getResponseBody().write("event: first\n\n".getBytes(StandardCharsets.US_ASCII));
        fail();
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    @Test
    void answersWithAnError() throws Exception {
        HttpResponse<String> answer = get("/broken");
        assertThat(answer.statusCode()).isEqualTo(Refused.FAILED);
        assertThat(answer.body()).contains("the server failed: java.lang.StackOverflowError: of a test");
    }

    @Test
    void endsAStreamThatHasBegun() throws Exception {
        assertThat(get("/broken-stream").body()).isEqualTo("event: first\n\n");
    }
}
