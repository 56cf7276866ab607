package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.app.data.DataSource;
import io.github.dlfs4j.app.page.Page;
import io.github.dlfs4j.app.page.server.Limits;
import io.github.dlfs4j.app.serving.Serving;
import io.github.dlfs4j.book.BookForPage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A running server, and the requests that a browser sends to it. */
public final class ServedPage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Pictures wait for others for a short time. What is sent has all its time, however busy the machine is. */
    static final Limits SHORT =
            new Limits(Limits.USUAL.transfer(), Duration.ofMillis(100), Limits.USUAL.reading(), Limits.USUAL.play());

    /** A training on the page ends within this time, even on a busy machine. */
    private static final Duration LONGEST_TRAINING = Duration.ofMinutes(5);

    private final Page page;
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param saves the folder that trainings are saved to */
    public ServedPage(Path saves) throws IOException {
        this(new DataSource(Optional.of(Path.of("data"))), saves, SHORT);
    }

    ServedPage(DataSource data, Path saves, Limits limits) throws IOException {
        Serving.show(new BookForPage());
        page = Page.open(new Serving(data), Optional.of(0), saves, limits);
    }

    /** Returns the address without the slash at its end. */
    String address() {
        return page.address().replaceFirst("/$", "");
    }

    int port() {
        return URI.create(page.address()).getPort();
    }

    /** Gets a path; headers are alternating names and values. */
    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request(path, headers).build(), BodyHandlers.ofString());
    }

    /** Posts an object of JSON; headers are alternating names and values. */
    public HttpResponse<String> post(String path, String json, String... headers)
            throws IOException, InterruptedException {
        HttpRequest request = request(path, headers)
                .header("Origin", address())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address() + path)).timeout(PATIENCE);
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** Opens streams of events, one after the other, which are served until the page closes. */
    List<BufferedReader> listen(int tabs) {
        HttpRequest events = request("/api/events").build();
        return Stream.generate(() -> client.sendAsync(events, BodyHandlers.ofInputStream()))
                .limit(tabs)
                .map(CompletableFuture::join)
                .peek(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                .map(answer -> new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)))
                .toList();
    }

    /** Opens a stream of events; closing its body closes the connection. */
    HttpResponse<InputStream> open(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request(path, headers).build(), BodyHandlers.ofInputStream());
    }

    /** Posts an action of the training. */
    public HttpResponse<String> train(String action) throws IOException, InterruptedException {
        return post("/api/training", "{\"action\":" + action + "}");
    }

    /** Asks for the state again and again until it contains a text. */
    public String waitFor(String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_TRAINING.toNanos();
        while (System.nanoTime() < end) {
            String state = get("/api/training").body();
            if (state.contains(text)) {
                return state;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no " + text + " in " + get("/api/training").body());
    }

    /** Returns the request to recognise a drawn digit. */
    static String drawn(String network, byte[] pixels) {
        return "{\"network\":\"%s\",\"width\":%s,\"pixels\":\"%s\"}"
                .formatted(
                        network,
                        (int) Math.sqrt(pixels.length),
                        Base64.getEncoder().encodeToString(pixels));
    }

    /** Posts the content of a file. */
    HttpResponse<String> upload(String path, byte[] content) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Origin", address())
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Opens a connection. */
    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    /** Sends bytes as they are, and returns the first bytes of the answer. */
    String send(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 14];
            int count = in.read(buffer);
            answer.write(buffer, 0, Math.max(0, count));
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        page.close();
    }
}
