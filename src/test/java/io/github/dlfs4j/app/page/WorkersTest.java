package io.github.dlfs4j.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server with routes of its own, and clients that send or read slowly. */
@Tag("long")
@Timeout(600)
class WorkersTest {
    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final int MEGABYTE = 1 << 20;
    /** More than the system buffers for a client that does not read. */
    private static final Reply LONG = Reply.of("text/plain", new byte[10 * MEGABYTE]);

    private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private Workers workers;

    private void serve(Duration limit) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        workers = new Workers(new Limits(Limits.USUAL.silence(), limit, limit, limit, limit));
        Map<String, Endpoints.Route> routes = Map.of(
                "/short", new Endpoints.Route(() -> Reply.json(true), WorkersTest::length),
                "/long", new Endpoints.Route(() -> LONG, null),
                "/large", new Endpoints.Route(null, WorkersTest::length, MEGABYTE),
                "/slow", new Endpoints.Route(WorkersTest::slow, null));
        Guard guard = new Guard(server.getAddress().getPort());
        server.createContext("/", new Requests(guard, routes, Map.of(), new Chapters(Optional.empty()), workers));
        server.setExecutor(workers);
        server.start();
    }

    @BeforeAll
    static void setProperties() {
        Page.setProperties();
    }

    @AfterEach
    void end() throws IOException {
        server.stop(0);
        workers.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private static Object length(Body body) throws Refused {
        return body.text("text", Pattern.compile("x*")).length();
    }

    /** An interrupt would end this too soon. */
    private static Reply slow() {
        try {
            Thread.sleep(4000);
            return Reply.json(true);
        } catch (InterruptedException e) {
            return Reply.json(false);
        }
    }

    private String head(String method, String path, int length) {
        String own = "127.0.0.1:" + server.getAddress().getPort();
        return method + " " + path + " HTTP/1.1\r\nHost: " + own + "\r\nOrigin: http://" + own
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length
                + "\r\nConnection: close\r\n\r\n";
    }

    private String post(String path, int length) {
        String json = "{\"text\":\"" + "x".repeat(length) + "\"}";
        return head("POST", path, json.length()) + json;
    }

    /** Sends bytes, of which a request has more. */
    private Socket send(String bytes) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1 << 12);
        socket.setSoTimeout(60_000);
        socket.connect(server.getAddress());
        sockets.add(socket);
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private String answer(String request) throws IOException {
        return new String(send(request).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Returns the answers to clients that all send the same request at once. */
    private List<String> answers(int clients, String request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<String>> requests = Collections.nCopies(clients, () -> answer(request));
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Waits until so many of the clients are cut. */
    private static void waitUntilCut(int count, List<Socket> clients) throws IOException {
        Set<Socket> cut = new HashSet<>();
        while (cut.size() < count) {
            for (Socket client : clients) {
                if (!cut.contains(client) && isCut(client)) {
                    cut.add(client);
                }
            }
        }
    }

    private static boolean isCut(Socket client) throws IOException {
        client.setSoTimeout(10);
        try {
            return client.getInputStream().read() == -1;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void cutTheOldestOf200UnfinishedHeadsForARequest() throws Exception {
        serve(FOR_EVER);
        for (int i = 0; i < 200; i++) {
            send("GET /short HTTP/1.1\r\nHos");
        }
        assertThat(answer(head("GET", "/short", 0))).startsWith("HTTP/1.1 200 ").endsWith("true");
        waitUntilCut(200 - 64, sockets);
    }

    @Test
    void cutTheOldestOf200UnfinishedBodiesForARequest() throws Exception {
        serve(FOR_EVER);
        for (int i = 0; i < 200; i++) {
            send(head("POST", "/short", 1000) + "{\"te");
        }
        assertThat(answer(post("/short", 7))).startsWith("HTTP/1.1 200 ").endsWith("7");
        waitUntilCut(200 - 64, sockets);
    }

    /** The server takes the rest of a body that it refuses. */
    @Test
    void cutTheOldestOf200RefusedBodiesThatDoNotCome() throws Exception {
        serve(FOR_EVER);
        for (int i = 0; i < 200; i++) {
            send(head("POST", "/nowhere", 1000));
        }
        assertThat(answer(post("/short", 7))).endsWith("7");
    }

    @Test
    void cutTheOldestOf100AnswersThatAreNotReadForAnother() throws Exception {
        serve(FOR_EVER);
        for (int i = 0; i < 100; i++) {
            send(head("GET", "/long", 0));
        }
        assertThat(answer(head("GET", "/short", 0))).endsWith("true");
    }

    @Test
    void cutTheOldestOf20LargeBodiesForAnotherAndLeaveTheShortOnesAlone() throws Exception {
        serve(FOR_EVER);
        Socket unfinished = send(post("/short", 7).replaceFirst(".$", ""));
        for (int i = 0; i < 20; i++) {
            send(head("POST", "/large", MEGABYTE) + "{\"text\":\"");
        }
        assertThat(answer(post("/large", 900_000))).endsWith("900000");
        waitUntilCut(20 - 4, sockets.subList(1, 21));
        unfinished.getOutputStream().write('}');
        assertThat(unfinished.getInputStream().readAllBytes()).asString().endsWith("7");
    }

    /** All come at once, more than are read at once, and none is silent. */
    @ParameterizedTest
    @ValueSource(ints = {12, 40})
    void answerEachOfManyLargeBodies(int clients) throws Exception {
        serve(FOR_EVER);
        String request = post("/large", 900_000);
        assertThat(answers(clients, request))
                .hasSize(clients)
                .allSatisfy(
                        answer -> assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("900000"));
    }

    /** The server takes a body that it refuses to its end, though it reads no more of it than it allows. */
    @ParameterizedTest
    @CsvSource({"/large, 413", "/short, 413", "/nowhere, 405"})
    void answerEachOfManyBodiesThatAreRefused(String path, int status) throws Exception {
        serve(Duration.ofSeconds(10));
        assertThat(answers(12, post(path, 30 * MEGABYTE)))
                .hasSize(12)
                .allSatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 " + status + " "));
    }

    /** All of it takes longer than the limit, but no megabyte does. */
    @Test
    void answerALongBodyThatComesSlowlyAndIsRefused() throws Exception {
        serve(Duration.ofSeconds(5));
        Socket client = send(head("POST", "/nowhere", 4 * MEGABYTE));
        for (int i = 0; i < 4; i++) {
            Thread.sleep(2000);
            client.getOutputStream().write(new byte[MEGABYTE]);
        }
        assertThat(client.getInputStream().readAllBytes()).asString().startsWith("HTTP/1.1 405 ");
    }

    @Test
    void limitTheLengthOfABodyByItsRoute() throws Exception {
        serve(FOR_EVER);
        assertThat(answer(post("/short", 40_000))).contains(" 413 ", "a request may have at most 32768 bytes");
        assertThat(answer(post("/large", 40_000))).endsWith("40000");
        assertThat(answer(post("/large", MEGABYTE))).contains(" 413 ", "a request may have at most 1048576 bytes");
    }

    @Test
    void limitTheTimeToReadAndToWrite() throws Exception {
        serve(Duration.ofMillis(500));
        for (String request : List.of(
                "GET /short HTTP/1.1\r\nHos", head("POST", "/short", 1000) + "{", head("POST", "/large", 1000) + "{")) {
            waitUntilCut(1, List.of(send(request)));
        }
        Socket sleeper = send(head("GET", "/long", 0));
        assertThat(sleeper.getInputStream().read()).isEqualTo('H');
        while (isAnswering()) {
            Thread.sleep(20);
        }
        assertThat(readUntilTheEnd(sleeper)).isLessThan(10L * MEGABYTE);
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
            for (int count = socket.getInputStream().read(buffer); count >= 0; ) {
                read += count;
                count = socket.getInputStream().read(buffer);
            }
            return read;
        } catch (IOException e) {
            return read; // the server has reset the connection
        }
    }

    @Test
    void doNotLimitTheTimeToWork() throws Exception {
        serve(Duration.ofSeconds(2));
        assertThat(answer(head("GET", "/slow", 0))).endsWith("true");
    }
}
