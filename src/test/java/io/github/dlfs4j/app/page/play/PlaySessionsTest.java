package io.github.dlfs4j.app.page.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Limits;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.server.Server;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.SGD;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class PlaySessionsTest {
    private static final String SETTINGS = "\"data\":\"xor\",\"noise\":0,\"testShare\":50,\"dataSeed\":0,"
            + "\"hidden\":\"8-8-8\",\"activation\":\"relu\",\"optimizer\":\"sgd\",\"learningRate\":0.1,\"batch\":10,"
            + "\"weightDecay\":0,\"seed\":0,\"speed\":\"step\"";

    private static final String WEIGHT = ",\"layer\":1,\"neuron\":1,\"input\":1,\"value\":0";

    private Duration limit = Duration.ofMillis(500);
    private HttpServer server;
    private PlaySessions sessions;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try {
                sessions.serve(exchange);
            } catch (Refused e) {
                exchange.close();
            }
        });
        server.setExecutor(Executors.newCachedThreadPool(Server.daemons("test")));
        server.start();
    }

    private void open(Duration limit, Duration patience) {
        sessions = new PlaySessions(
                Map.of("sgd", SGD::new, "broken", PlaySessionsTest::broken), new Limits(limit, limit, limit, patience));
    }

    /** As if a class were of another version. */
    private static Optimizer broken(double learningRate) {
        throw new NoSuchMethodError("x");
    }

    @AfterEach
    void end() {
        sessions.close();
        server.stop(0);
    }

    /** Two names of classes in GB 18030 would be one, of characters that stand for what cannot be read. */
    @Test
    void pointsOfAnotherEncodingAreRefused() {
        open(limit, limit);
        byte[] lines = "0,0,甲\n1,1,乙\n".getBytes(Charset.forName("GB18030"));
        assertThatThrownBy(() -> sessions.routes().get("/api/play/lines").post().answer(Body.ofFile(lines)))
                .isInstanceOf(Refused.class)
                .hasMessage("the text is not in UTF-8");
    }

    private Socket listen() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1 << 12);
        socket.setSoTimeout(60_000);
        socket.connect(server.getAddress());
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Reads until a line that contains a text. */
    private static String find(BufferedReader reader, String text) throws IOException {
        String line = reader.readLine();
        while (!line.contains(text)) {
            line = reader.readLine();
        }
        return line;
    }

    private void order(String id, String action, String more) throws Refused {
        sessions.act(Body.ofJson("{\"action\":\"%s\",\"session\":\"%s\"%s}".formatted(action, id, more)));
    }

    private void waitForTheEnd() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (sessions.count() > 0) {
            assertThat(System.nanoTime()).as("a session goes on").isLessThan(end);
            Thread.sleep(10);
        }
    }

    @Test
    void aPlaySessionEndsIfItsTabOrdersNothing() throws Exception {
        open(Duration.ofSeconds(5), Duration.ofMillis(1));
        try (Socket socket = listen()) {
            BufferedReader reader = reader(socket);
            assertThat(find(reader, "message")).contains("Nobody has touched this");
            waitForTheEnd();
        }
    }

    /** It steps faster than it plays, and so fills the buffers of the system soon. */
    @Test
    void aPlaySessionDropsATabThatDoesNotRead() throws Exception {
        open(limit, Duration.ofMinutes(5));
        try (Socket socket = listen()) {
            String id = find(reader(socket), "\"id\"").replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
            order(id, "set", "," + SETTINGS);
            while (sessions.count() > 0) {
                try {
                    order(id, "step", "");
                } catch (Refused e) {
                    Thread.sleep(10); // many wait already, or it is dropped
                }
            }
        }
    }

    @Tag("long")
    @Test
    void aPlaySessionDropsATabThatDoesNotReadForTheUsualTime() throws Exception {
        limit = Limits.USUAL.transfer();
        aPlaySessionDropsATabThatDoesNotRead();
    }

    @Test
    void aPlaySessionTellsItsTabThatTheNetworkFailed() throws Exception {
        open(Duration.ofSeconds(5), Duration.ofMinutes(5));
        try (Socket socket = listen()) {
            BufferedReader reader = reader(socket);
            String id = find(reader, "\"id\"").replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
            order(id, "set", "," + SETTINGS.replace("sgd", "broken"));
            assertThat(find(reader, "message"))
                    .contains("The network no longer learns: java.lang.NoSuchMethodError: x");
            order(id, "set", "," + SETTINGS);
            assertThat(find(reader, "message")).contains("\"message\":\"\"");
        }
    }

    @Test
    void closingPlaySessionsEndsAllTabs() throws Exception {
        open(Duration.ofSeconds(5), Duration.ofMinutes(5));
        try (Socket socket = listen()) {
            BufferedReader reader = reader(socket);
            find(reader, "\"id\"");
            sessions.close();
            waitForTheEnd();
        }
    }

    @Test
    void aPlaySessionRefusesMoreChangesThanAProgramMayHave() throws Exception {
        open(Duration.ofSeconds(5), Duration.ofMinutes(5));
        try (Socket socket = listen()) {
            BufferedReader reader = reader(socket);
            String id = find(reader, "\"id\"").replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
            String settings = "," + SETTINGS.replace("8-8-8", "0");
            order(id, "set", settings);
            for (int i = 0; i < 1000; i++) {
                find(reader, "event: program");
                String rate = settings.replaceFirst("\"learningRate\":[^,]*", "\"learningRate\":0.5" + (i + 1));
                order(id, i % 2 == 0 ? "weight" : "set", i % 2 == 0 ? WEIGHT : rate);
            }
            String refusal = "the network has been changed 1000 times";
            assertThatThrownBy(() -> order(id, "weight", WEIGHT)).hasMessageContaining(refusal);
            assertThatThrownBy(() -> order(id, "set", settings)).hasMessageContaining(refusal);
        }
    }

    @Test
    void aPlaySessionRefusesMoreOrdersThanCanWait() throws Exception {
        open(Duration.ofSeconds(5), Duration.ofMinutes(5));
        PlaySession never = new PlaySession(null, Limits.USUAL, plan -> null);
        for (int i = 0; i < 32; i++) {
            never.order(() -> {});
        }
        assertThatThrownBy(() -> never.order(() -> {}))
                .isInstanceOf(Refused.class)
                .hasMessage("too many orders wait to be carried out");
    }
}
