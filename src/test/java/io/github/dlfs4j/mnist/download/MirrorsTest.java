package io.github.dlfs4j.mnist.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ServerSocket;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorsTest {
    private static final PublishedFile LABELS = new PublishedFile(
            "t10k-labels-idx1-ubyte.gz", 10_008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");
    private static final PublishedFile IMAGES = new PublishedFile(
            "t10k-images-idx3-ubyte.gz", 7_840_016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");
    /** The time-out for responses that do arrive. No test waits this long. */
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private MirrorServer server;
    private Path labels;

    @BeforeEach
    void startServer() throws IOException {
        server = new MirrorServer();
        labels = folder.resolve(LABELS.name());
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private void fetch(String... mirrors) throws IOException {
        Mirrors.of(LONG, mirrors).fetch(LABELS, folder);
    }

    private static byte[] decompressed(byte... gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }

    /** Asserts that what the mirror gives is refused for the reason, and that the folder stays empty. */
    private void assertRefused(String reason, String mirror) throws IOException {
        assertRefused(LONG, reason, mirror);
    }

    private void assertRefused(Duration timeout, String reason, String mirror) throws IOException {
        Mirrors mirrors = Mirrors.of(timeout, mirror);
        assertThatIOException()
                .isThrownBy(() -> mirrors.fetch(LABELS, folder))
                .withMessageStartingWith(
                        LABELS.name() + " could not be fetched; " + mirror + LABELS.name() + ": " + reason);
        assertThat(folder).isEmptyDirectory();
    }

    @Nested
    class AGoodMirror {
        @Test
        void aGoodMirrorGivesTheFile() throws IOException {
            fetch(server.good());
            assertThat(labels).hasBinaryContent(MirrorServer.published(LABELS.name()));
            assertThat(folder).isDirectoryNotContaining("glob:**.part");
            assertThat(server.requests()).containsExactly("/good/" + LABELS.name());
        }

        @Test
        void aGoodMirrorMayBeNamedWithoutItsLastSlash() throws IOException {
            String good = server.good();
            fetch(good.substring(0, good.length() - 1));
            assertThat(labels).exists();
        }

        @Test
        void aGoodMirrorGivesALargeFile() throws IOException {
            Mirrors.of(LONG, server.good()).fetch(IMAGES, folder);
            assertThat(folder.resolve(IMAGES.name())).hasBinaryContent(MirrorServer.published(IMAGES.name()));
        }

        @Test
        void aGoodMirrorMayCompressTheFileDifferently() throws IOException {
            byte[] stored = compressed(decompressed(MirrorServer.published(LABELS.name())));
            assertThat(stored).hasSizeGreaterThan(LABELS.length());
            fetch(server.giving("/stored/", name -> stored));
            assertThat(labels).hasBinaryContent(stored);
        }

        private static byte[] compressed(byte... content) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out) {
                {
                    def.setLevel(Deflater.NO_COMPRESSION);
                }
            }) {
                gzip.write(content);
            }
            return out.toByteArray();
        }

        @Test
        void aGoodMirrorIsAskedAfterBadMirrors() throws IOException {
            fetch(server.answering(404), server.answering(403), server.good(), server.silent());
            assertThat(labels).hasBinaryContent(MirrorServer.published(LABELS.name()));
            assertThat(server.requests())
                    .containsExactly(
                            "/status-404/" + LABELS.name(), "/status-403/" + LABELS.name(), "/good/" + LABELS.name());
        }

        @Test
        void aDownloadReplacesExistingFiles() throws IOException {
            Files.writeString(labels, "other labels");
            fetch(server.good());
            assertThat(labels).hasBinaryContent(MirrorServer.published(LABELS.name()));
        }

        @Test
        void aDownloadCreatesItsFolder() throws IOException {
            Path inner = folder.resolve("a").resolve("b");
            Mirrors.of(LONG, server.good()).fetch(LABELS, inner);
            assertThat(inner.resolve(LABELS.name())).exists();
        }

        @Test
        void aDownloadIsNotWrittenToAFileInPlaceOfTheFolder() throws IOException {
            Path file = Files.writeString(folder.resolve("file"), "text");
            Mirrors mirrors = Mirrors.of(LONG, server.good());
            assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> mirrors.fetch(LABELS, file));
            assertThat(file).hasContent("text");
        }
    }

    @Nested
    class ABadMirror {
        @ParameterizedTest
        @ValueSource(ints = {403, 404, 500, 503, 204, 304})
        void aMirrorWithAnotherStatusIsRefused(int status) throws IOException {
            String mirror = status == 204 || status == 304
                    ? server.redirecting("/status/", status, null)
                    : server.answering(status);
            assertRefused("HTTP status " + status, mirror);
        }

        @Test
        void aMirrorThatGivesAnotherFileIsRefused() throws IOException {
            assertRefused(
                    "more than 11,108 bytes",
                    server.giving("/wrong/", name -> MirrorServer.published("train-labels-idx1-ubyte.gz")));
        }

        @Test
        void aMirrorThatChangesOneBitIsRefused() throws IOException {
            byte[] content = decompressed(MirrorServer.published(LABELS.name()));
            content[5000] ^= 1;
            byte[] changed = AGoodMirror.compressed(content);
            assertRefused(
                    "t10k-labels-idx1-ubyte.gz, byte 0: expected content with SHA-256 " + LABELS.sha256() + ", found ",
                    server.giving("/wrong/", name -> changed));
        }

        @Test
        void aMirrorThatGivesAPageIsRefused() throws IOException {
            assertRefused(
                    "t10k-labels-idx1-ubyte.gz, byte 0: expected the gzip magic number 1f8b, found 3c68",
                    server.giving("/page/", name -> "<html>Please log in</html>".getBytes(UTF_8)));
        }

        @Test
        void aMirrorThatGivesTheFileDecompressedIsRefused() throws IOException {
            assertRefused(
                    "t10k-labels-idx1-ubyte.gz, byte 0: expected the gzip magic number 1f8b, found 0000",
                    server.giving("/plain/", name -> decompressed(MirrorServer.published(name))));
        }

        @Test
        void aMirrorThatGivesNothingIsRefused() throws IOException {
            assertRefused(
                    "t10k-labels-idx1-ubyte.gz, byte 0: expected 10 bytes of a gzip header, found 0 bytes",
                    server.redirecting("/nothing/", 200, null));
        }

        @Test
        void aMirrorThatClosesTheConnectionIsRefused() throws IOException {
            assertRefused("", server.truncating());
        }

        @Test
        void aMirrorThatTruncatesTheFileIsRefused() throws IOException {
            byte[] body = MirrorServer.published(LABELS.name());
            assertRefused(
                    "t10k-labels-idx1-ubyte.gz, byte 2000: expected more deflated data, found the end",
                    server.giving("/cut/", name -> Arrays.copyOf(body, 2000)));
        }

        @Test
        void aMirrorThatSendsBytesAfterTheFileIsRefused() throws IOException {
            byte[] body = MirrorServer.published(LABELS.name());
            assertRefused(
                    "t10k-labels-idx1-ubyte.gz, byte 4517: expected 10 bytes of a gzip header, " + "found 1 bytes",
                    server.giving("/more/", name -> Arrays.copyOf(body, body.length + 1)));
        }

        /** The body has an acceptable length, but expands to 100 MB of zeros. */
        @Test
        void aMirrorWhoseFileExpandsTooFarIsRefused() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(new byte[100 << 20]);
            }
            byte[] bomb = Arrays.copyOf(out.toByteArray(), 11_000);
            assertRefused(
                    "t10k-labels-idx1-ubyte.gz, byte 10008: expected the end of the content, found more bytes",
                    server.giving("/bomb/", name -> bomb));
        }

        /** The length of the body is announced or not. */
        @ParameterizedTest
        @ValueSource(longs = {1L << 40, 0})
        void aMirrorThatNeverEndsIsRefused(long announced) throws IOException {
            assertRefused("more than 11,108 bytes", server.endless(announced));
        }

        /** The body of such a response is not read; otherwise the time would be up. */
        @ParameterizedTest
        @CsvSource({"500, 0", "404, 1099511627776", "302, 0", "203, 0"})
        void aMirrorThatNeverEndsWithAnotherStatusIsRefused(int status, long announced) throws IOException {
            assertRefused("HTTP status " + status, server.endless(status, announced, null));
        }

        @Test
        void reasonsOfMirrorsOfAnyLengthAreCut() {
            byte[] other = {0x1f, (byte) 0x8b, 8};
            String[] mirrors = {
                server.giving("/a/", name -> other),
                server.redirecting("/b/", 302, "http://" + "long.".repeat(500) + "example/"),
                server.redirecting("/c/", 302, "http://[" + "\u00a0".repeat(500)),
            };
            for (String mirror : mirrors) {
                assertThatIOException()
                        .isThrownBy(() -> fetch(mirror))
                        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThanOrEqualTo(300));
            }
            String[] many = Collections.nCopies(30, server.answering(404)).toArray(String[]::new);
            assertThatIOException()
                    .isThrownBy(() -> fetch(many))
                    .satisfies(e -> assertThat(e.getMessage()).hasSize(300).endsWith("…"))
                    .satisfies(e -> assertThat(e.getSuppressed()).hasSize(30));
        }

        @Test
        void aMirrorThatDoesNotListenIsRefused() throws IOException {
            int port;
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(MirrorServer.address());
                port = socket.getLocalPort();
            }
            assertRefused("", "http://127.0.0.1:" + port + "/");
        }

        @Test
        void aBadMirrorLeavesExistingFilesUnchanged() throws IOException {
            Files.writeString(labels, "other labels");
            assertThatIOException().isThrownBy(() -> fetch(server.truncating(), server.answering(404)));
            assertThat(labels).hasContent("other labels");
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(labels);
            }
        }

        @Test
        void aBadMirrorIsNamedWithItsReason() {
            String missing = server.answering(404);
            String forbidden = server.answering(403);
            assertThatIOException()
                    .isThrownBy(() -> fetch(missing, forbidden))
                    .withMessage("t10k-labels-idx1-ubyte.gz could not be fetched; "
                            + missing + LABELS.name() + ": HTTP status 404; "
                            + forbidden + LABELS.name() + ": HTTP status 403")
                    .satisfies(e -> assertThat(e.getSuppressed()).hasSize(2));
        }
    }

    @Nested
    class TheTime {
        private static final Duration SHORT = Duration.ofMillis(400);

        @Test
        void theTimeEndsForAMirrorThatStallsInTheBody() throws IOException {
            assertRefused(SHORT, "no complete response within 0.4 s", server.stalling());
        }

        @Test
        void theTimeEndsForAMirrorThatDoesNotRespond() throws IOException {
            assertRefused(SHORT, "no complete response within 0.4 s", server.silent());
        }

        @Test
        void theTimeOfAMirrorIsTwoMinutesAsDocumented() {
            assertThat(Mirrors.TIMEOUT).isEqualTo(Duration.ofMinutes(2));
        }

        @Test
        void aDownloadEndsIfItsThreadIsInterrupted() throws IOException {
            Mirrors mirrors = Mirrors.of(LONG, server.silent(), server.good());
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(() -> mirrors.fetch(LABELS, folder));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Nested
    class ARedirect {
        @ParameterizedTest
        @ValueSource(ints = {301, 302, 303, 307, 308})
        void aRedirectOnThisMachineIsFollowed(int status) throws IOException {
            String good = server.good();
            fetch(server.redirecting("/moved/", status, good + "NAME"));
            assertThat(labels).exists();
        }

        @Test
        void aRedirectIsFollowedWithoutItsBody() throws IOException {
            String good = server.good();
            fetch(server.endless(302, 0, good + "NAME"));
            assertThat(labels).exists();
        }

        @Test
        void aRedirectMayBeRelative() throws IOException {
            server.good();
            fetch(server.redirecting("/moved/", 302, "../good/NAME"));
            assertThat(labels).exists();
        }

        /** 192.0.2.1 is reserved for documentation. A request to it would time out. */
        @ParameterizedTest
        @CsvSource({
            "http://192.0.2.1/NAME",
            "http://ossci-datasets.s3.amazonaws.com/mnist/NAME",
            "ftp://127.0.0.1/NAME",
            "file:///etc/hostname",
            "http:///NAME",
        })
        void aRedirectToPlainHttpElsewhereIsRefused(String location) throws IOException {
            assertRefused(
                    location.replace("NAME", LABELS.name())
                            + " is refused: it is neither https nor http on this machine",
                    server.redirecting("/moved/", 302, location));
        }

        @Test
        void redirectsInACircleEnd() throws IOException {
            assertRefused("more than 5 redirects", server.redirecting("/circle/", 302, "/circle/NAME"));
            assertThat(server.requests()).hasSize(6);
        }

        @Test
        void aRedirectToNowhereIsRefused() throws IOException {
            assertRefused("HTTP status 302", server.redirecting("/nowhere/", 302, null));
            assertRefused("redirect to an invalid address: http://[", server.redirecting("/broken/", 302, "http://["));
        }
    }

    @Nested
    class AnAddress {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://example.org/mnist/",
                    "HTTPS://example.org:8443/mnist/",
                    "http://localhost:80/",
                    "http://LOCALHOST/",
                    "http://127.0.0.1:8080/",
                    "http://127.255.0.3/",
                    "http://[::1]:80/",
                })
        void anAddressMayBeHttpsOrOnThisMachine(String address) throws IOException {
            assertThat(Mirrors.of(LONG, address)).isNotNull();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://example.org/mnist/",
                    "http://localhost.example.org/",
                    "http://127.0.0.1.example.org/",
                    "http://127.0.0.256/",
                    "http://128.0.0.1/",
                    "http://127.0.0.1@example.org/",
                    "http://[::2]/",
                    "ftp://localhost/",
                    "file:///tmp/",
                    "https:///mnist/",
                    "mnist/",
                })
        void anyOtherAddressIsRefused(String address) {
            assertThatIOException()
                    .isThrownBy(() -> Mirrors.of(LONG, address))
                    .withMessage(address + " is refused: it is neither https nor http on this machine");
        }

        @Test
        void anInvalidAddressIsRefused() {
            assertThatIOException()
                    .isThrownBy(() -> Mirrors.of(LONG, "https://a b/"))
                    .withMessage("not an address: https://a b/");
            assertThatIOException()
                    .isThrownBy(() -> Mirrors.of(LONG, "https://\u001b[31m" + "a".repeat(500)))
                    .withMessage("not an address: https://\\u001b[31m" + "a".repeat(42) + "…");
        }
    }

    @Nested
    class TheProperty {
        private static final String PROPERTY = "dlfs4j.test.mirrors";

        @AfterEach
        void clear() {
            System.clearProperty(PROPERTY);
        }

        @ParameterizedTest
        @ValueSource(strings = {"%s,%s", "%s %s", " %s ,\n %s "})
        void thePropertyListsMirrors(String format) throws IOException {
            System.setProperty(PROPERTY, format.formatted(server.answering(404), server.good()));
            Mirrors.of(PROPERTY, "http://not-asked.example/").fetch(LABELS, folder);
            assertThat(server.requests()).hasSize(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  "})
        void anEmptyPropertyLeavesTheDefaultMirrors(String value) throws IOException {
            System.setProperty(PROPERTY, value);
            Mirrors.of(PROPERTY, server.good()).fetch(LABELS, folder);
            assertThat(labels).exists();
        }

        @Test
        void thePropertyIsNamedIfAnAddressIsRefused() {
            System.setProperty(PROPERTY, server.good() + ",http://example.org/");
            assertThatIOException()
                    .isThrownBy(() -> Mirrors.of(PROPERTY))
                    .withMessage("property dlfs4j.test.mirrors: http://example.org/ is refused: "
                            + "it is neither https nor http on this machine");
        }
    }
}
