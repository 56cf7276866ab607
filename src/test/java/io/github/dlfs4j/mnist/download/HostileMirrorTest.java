package io.github.dlfs4j.mnist.download;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mirrors that do not keep to the rules of HTTP, which no web server is needed for. */
class HostileMirrorTest {
    private static final PublishedFile LABELS = new PublishedFile(
            "t10k-labels-idx1-ubyte.gz", 10_008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");
    /** More than a connection holds on its way, and less than a heap. */
    private static final long FEW = 32 << 20;

    private final AtomicLong sent = new AtomicLong();

    @TempDir
    private Path folder;

    /**
     * Answers each request with a text, in which {@code |} is the end of a line, and then with another text again and
     * again, until the server is closed. Java's client asks again if there was no answer.
     */
    private void serve(ServerSocket server, String start, String repeated) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                client.getInputStream().read(new byte[10_000]);
                OutputStream out = client.getOutputStream();
                out.write(bytes(start));
                byte[] block = bytes(repeated.repeat(10_000));
                while (block.length > 0) {
                    out.write(block);
                    sent.addAndGet(block.length);
                }
            } catch (IOException e) {
                // The client has closed the connection, or the test the server.
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.replace("|", "\r\n").getBytes(ISO_8859_1);
    }

    private String reasonFor(String start, String repeated) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread serving = new Thread(() -> serve(server, start, repeated));
            serving.setDaemon(true);
            serving.start();
            String mirror = "http://127.0.0.1:" + server.getLocalPort() + "/";
            Mirrors mirrors = Mirrors.of(Mirrors.TIMEOUT, mirror);
            String[] reason = new String[1];
            String before = "%s could not be fetched; %s%s: ".formatted(LABELS.name(), mirror, LABELS.name());
            assertThatIOException()
                    .isThrownBy(() -> mirrors.fetch(LABELS, folder))
                    .withMessageStartingWith(before)
                    .satisfies(e -> reason[0] = e.getMessage().substring(before.length()));
            assertThat(reason[0]).isNotBlank().doesNotStartWith("no complete response");
            assertThat(folder).isEmptyDirectory();
            return reason[0];
        }
    }

    /**
     * Java's client has a limit for each of them: 384 KiB of a head, eight preliminary answers. JDK 17 has had them
     * since October 2024.
     */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "HTTP/1.1 200 ,a",
                "HTTP/1.1 200 OK|X: ,a",
                "HTTP/1.1 200 OK|,X: a|",
                "\"\",HTTP/1.1 100 Continue||",
                "\"\",HTTP/1.1 102 Processing||",
                "HTTP/1.1 200 OK|Transfer-Encoding: chunked||5;,x",
                "HTTP/1.1 200 OK|Transfer-Encoding: chunked||,0",
                "HTTP/1.1 200 OK|Transfer-Encoding: chunked||,1|a|",
                "HTTP/1.1 200 OK|Transfer-Encoding: chunked||0|,X: a|",
                "HTTP/1.1 404 Not Found|Transfer-Encoding: chunked||,1|a|",
                "\"\",~",
            })
    void endlessHeadsAreReadNoFurtherThanALimit(String start, String repeated) throws Exception {
        Runtime.Version java = Runtime.version();
        assumeTrue(java.feature() > 17 || java.update() >= 13, "needs the limits of Java 17.0.13");
        reasonFor(start, repeated);
        assertThat(sent).hasValueLessThan(FEW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK|Content-Length: -7||abc",
                "HTTP/1.1 200 OK|Content-Length: 99999999999999999999||abc",
                "HTTP/1.1 200 OK|Content-Length: ten||abc",
                "HTTP/1.1 200 OK|Content-Length: 3|Content-Length: 5||abc",
                "HTTP/1.1 200 OK|Content-Length: 3|Transfer-Encoding: chunked||abc",
                "HTTP/1.1 200 OK|Transfer-Encoding: chunked||FFFFFFFFFFFF|abc",
                "HTTP/1.1 200 OK|Content-Encoding: gzip||abc",
                "HTTP/1.1 302 Found|Location: http://127.0.0.1:99999999/||",
                "HTTP/1.1 302 Found|Location: file:///etc/passwd||",
                "HTTP/1.1 401 Unauthorized|WWW-Authenticate: Basic realm=\"x\"||",
                "HTTP/1.1 101 Switching Protocols|Upgrade: h2c|Connection: upgrade||",
                "SSH-2.0-OpenSSH_9.2|",
                "",
            })
    void liesOfAMirrorAreRefused(String response) throws Exception {
        assertThat(reasonFor(response, "")).doesNotStartWith("For input string");
    }

    @Test
    void aLengthThatIsNoNumberIsRefusedInWords() throws Exception {
        assertThat(reasonFor("HTTP/1.1 200 OK|Content-Length: ten||abc", ""))
                .isEqualTo("a wrong address or response: For input string: \"ten\"");
    }
}
