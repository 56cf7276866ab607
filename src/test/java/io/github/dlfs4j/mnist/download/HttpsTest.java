package io.github.dlfs4j.mnist.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a server whose certificate, for this machine, is created for the test. */
class HttpsTest {
    private static final String NAME = "t10k-labels-idx1-ubyte.gz";
    private static final char[] PASSWORD = "password".toCharArray();

    private static SSLContext usual;
    private static SSLContext own;

    private MirrorServer server;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        usual = SSLContext.getDefault();
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        String.valueOf(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String printed = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        assertThat(keytool.waitFor()).as(printed).isZero();

        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        own = SSLContext.getInstance("TLS");
        own.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
    }

    @BeforeEach
    void startServer() throws IOException {
        SSLContext.setDefault(own);
        server = MirrorServer.https(own);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @AfterAll
    static void trustTheUsual() {
        SSLContext.setDefault(usual);
    }

    private static byte[] get(String mirror) throws IOException {
        return new HttpsDownload(Duration.ofMinutes(1)).get(URI.create(mirror + NAME), 10_000);
    }

    @Test
    void httpsGivesTheFile() throws IOException {
        assertThat(get(server.good())).isEqualTo(MirrorServer.published(NAME));
    }

    @Test
    void httpsIsRefusedWithAnUntrustedCertificate() {
        SSLContext.setDefault(usual);
        assertThatIOException().isThrownBy(() -> get(server.good())).withCauseInstanceOf(SSLException.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void httpsMayRedirectToHttps() throws IOException {
        String good = server.good();
        assertThat(get(server.redirecting("/moved/", 302, good + "NAME"))).isNotEmpty();
    }

    @Test
    void httpsMayNotRedirectToPlainHttpEvenOnThisMachine() throws IOException {
        try (MirrorServer plain = new MirrorServer()) {
            String target = plain.good() + NAME;
            assertThatIOException()
                    .isThrownBy(() -> get(server.redirecting("/moved/", 302, target)))
                    .withMessage("redirect from https to " + target + " is refused");
            assertThat(plain.requests()).isEmpty();
        }
    }

    @Test
    void httpsMayBeTheTargetOfARedirectFromPlainHttp() throws IOException {
        try (MirrorServer plain = new MirrorServer()) {
            assertThat(get(plain.redirecting("/moved/", 302, server.good() + "NAME")))
                    .isNotEmpty();
        }
    }
}
