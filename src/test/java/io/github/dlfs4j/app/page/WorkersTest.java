package io.github.dlfs4j.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkersTest {
    /** Each client that sends half a request keeps a thread until the time limit. */
    @Test
    void answerARequestAlthoughMoreClientsThanThreadsSendHalfARequest() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> Reply.json(true).send(exchange));
        List<Socket> halves = new ArrayList<>();
        try (Workers workers = new Workers(Duration.ofMillis(500))) {
            server.setExecutor(workers);
            server.start();
            for (int i = 0; i < 20; i++) {
                Socket half = new Socket(
                        InetAddress.getLoopbackAddress(), server.getAddress().getPort());
                half.setSoTimeout(20_000);
                half.getOutputStream().write("GET / HTTP/1.1\r\nHos".getBytes(StandardCharsets.US_ASCII));
                half.getOutputStream().flush();
                halves.add(half);
            }
            URI address =
                    URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                            + server.getAddress().getPort() + "/");
            try (InputStream in = address.toURL().openStream()) {
                assertThat(in.readAllBytes()).asString().isEqualTo("true");
            }
            for (Socket half : halves) {
                assertThat(half.getInputStream().read()).isEqualTo(-1);
            }
        } finally {
            server.stop(0);
            for (Socket half : halves) {
                half.close();
            }
        }
    }
}
