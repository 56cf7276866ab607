package io.github.dlfs4j.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.dlfs4j.BookFile;
import io.github.dlfs4j.mnist.download.MirrorServer;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npz;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
    private static final String[] NAMES = {
        "train-images-idx3-ubyte.gz",
        "train-labels-idx1-ubyte.gz",
        "t10k-images-idx3-ubyte.gz",
        "t10k-labels-idx1-ubyte.gz"
    };

    @TempDir
    private Path folder;

    private MirrorServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new MirrorServer();
    }

    @AfterEach
    void stopServer() {
        server.close();
        System.clearProperty("dlfs4j.mnist.mirrors");
        System.clearProperty("dlfs4j.weights.mirrors");
    }

    @Nested
    class OfMnist {
        private static final String LABELS = "t10k-labels-idx1-ubyte";

        private void download(String mirrors) throws IOException {
            System.setProperty("dlfs4j.mnist.mirrors", mirrors);
            Mnist.download(folder);
        }

        private void copyAllFiles() throws IOException {
            for (String name : NAMES) {
                Files.write(folder.resolve(name), MirrorServer.published(name));
            }
        }

        @Test
        void theFourFilesOfMnistAreDownloadedToAnEmptyFolder() throws IOException {
            download(server.good());
            for (String name : NAMES) {
                assertThat(folder.resolve(name)).hasBinaryContent(MirrorServer.published(name));
            }
            assertThat(server.requests()).hasSize(4);
            assertThat(Mnist.options().loadTest(folder).images().shape()).hasToString("(10000, 784)");
        }

        @Test
        void existingFilesOfMnistAreNotDownloaded() throws IOException {
            copyAllFiles();
            download(server.good());
            assertThat(server.requests()).isEmpty();
        }

        @Test
        void decompressedFilesOfMnistAreNotDownloaded() throws IOException {
            copyAllFiles();
            byte[] gzip = MirrorServer.published(LABELS + ".gz");
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
                Files.copy(in, folder.resolve(LABELS));
            }
            Files.delete(folder.resolve(LABELS + ".gz"));
            download(server.good());
            assertThat(server.requests()).isEmpty();
        }

        @Test
        void wrongFilesOfMnistAreReplaced() throws IOException {
            copyAllFiles();
            Path labels = folder.resolve(LABELS + ".gz");
            byte[] damaged = Files.readAllBytes(labels);
            damaged[2000] ^= 1;
            Files.write(labels, damaged);
            download(server.good());
            assertThat(server.requests()).containsExactly("/good/" + LABELS + ".gz");
            assertThat(labels).hasBinaryContent(MirrorServer.published(LABELS + ".gz"));
        }

        @Test
        void wrongFilesOfMnistAreKeptIfTheDownloadFails() throws IOException {
            copyAllFiles();
            Path labels = Files.writeString(folder.resolve(LABELS + ".gz"), "my labels");
            assertThatIOException()
                    .isThrownBy(() -> download(server.answering(404)))
                    .withMessageContaining("HTTP status 404");
            assertThat(labels).hasContent("my labels");
        }

        @Test
        void everyMirrorOfMnistIsAskedForEachFile() throws IOException {
            copyAllFiles();
            Files.delete(folder.resolve(NAMES[1]));
            Files.delete(folder.resolve(NAMES[3]));
            download(server.answering(403) + "," + server.good());
            assertThat(server.requests())
                    .containsExactly(
                            "/status-403/" + NAMES[1],
                            "/good/" + NAMES[1],
                            "/status-403/" + NAMES[3],
                            "/good/" + NAMES[3]);
        }

        @Test
        void noMirrorIsAskedIfAnAddressIsRefused() {
            assertThatIOException()
                    .isThrownBy(() -> download(server.good() + " http://example.org/mnist/"))
                    .withMessage("property dlfs4j.mnist.mirrors: http://example.org/mnist/ is refused: "
                            + "it is neither https nor http on this machine");
            assertThat(server.requests()).isEmpty();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Nested
    class OfTheWeights {
        private Path pickle;
        private Path npz;

        @BeforeEach
        void nameFiles() {
            pickle = folder.resolve("sample_weight.pkl");
            npz = folder.resolve("sample_weight.npz");
        }

        private byte[] book() throws IOException {
            return Files.readAllBytes(BookFile.SAMPLE_WEIGHT.showing("the digest that a download is known by"));
        }

        private void download(String mirrors) throws IOException {
            System.setProperty("dlfs4j.weights.mirrors", mirrors);
            SampleWeight.download(folder);
        }

        private void assertLoadable() throws IOException {
            assertThat(SampleWeight.load(folder)).hasSize(6);
        }

        @Test
        void weightsAreDownloadedAndConverted() throws IOException {
            byte[] book = book();
            download(server.answering(404) + "," + server.good());
            assertThat(pickle).hasBinaryContent(book);
            assertThat(npz).exists();
            assertLoadable();
        }

        @Test
        void existingWeightsAreNotDownloaded() throws IOException {
            Files.write(pickle, book());
            String mirror = server.good();
            download(mirror);
            Files.delete(pickle);
            download(mirror);
            assertThat(server.requests()).isEmpty();
            assertLoadable();
        }

        @Test
        void wrongWeightsAreReplaced() throws IOException {
            byte[] book = book();
            Files.writeString(pickle, "no pickle");
            Npz.write(npz, Map.of("W1", NDArray.of(1, 2)));
            download(server.good());
            assertThat(pickle).hasBinaryContent(book);
            assertLoadable();
        }

        @Test
        void aGoodPickleIsConvertedOverWrongArrays() throws IOException {
            Files.write(pickle, book());
            Npz.write(npz, Map.of("W1", NDArray.of(1, 2)));
            download(server.good());
            assertThat(server.requests()).isEmpty();
            assertLoadable();
        }

        @Test
        void wrongWeightsAreKeptIfTheDownloadFails() throws IOException {
            Files.writeString(pickle, "no pickle");
            Npz.write(npz, Map.of("W1", NDArray.of(1, 2)));
            assertThatIOException()
                    .isThrownBy(() -> download(server.giving("/wrong/", name -> new byte[181_853])))
                    .withMessageContaining("expected content with SHA-256");
            assertThat(pickle).hasContent("no pickle");
            assertThat(Npz.read(npz)).containsOnlyKeys("W1");
        }
    }
}
