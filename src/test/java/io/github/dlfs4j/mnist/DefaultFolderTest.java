package io.github.dlfs4j.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.BookFile;
import io.github.dlfs4j.mnist.download.MirrorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders that are used if the caller names none. */
class DefaultFolderTest {
    private final String home = System.getProperty("user.home");

    @TempDir
    private Path folder;

    private MirrorServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new MirrorServer();
        System.setProperty("user.home", folder.toString());
        String mirror = server.good();
        System.setProperty("dlfs4j.mnist.mirrors", mirror);
        System.setProperty("dlfs4j.weights.mirrors", mirror);
    }

    @AfterEach
    void stopServer() {
        server.close();
        System.setProperty("user.home", home);
        System.clearProperty("dlfs4j.data");
        System.clearProperty("dlfs4j.mnist.mirrors");
        System.clearProperty("dlfs4j.weights.mirrors");
    }

    private void assumeThatTheCacheIsInTheHome() throws IOException {
        assumeTrue(DataFolders.current().cache().startsWith(folder), "an environment variable says where the cache is");
    }

    @Test
    void imagesAreDownloadedToTheCacheAndLoadedFromTheNamedFolder() throws IOException {
        assumeThatTheCacheIsInTheHome();
        Path cache = Mnist.download();
        assertThat(cache).isEqualTo(DataFolders.current().cache());
        assertThat(server.requests()).hasSize(4);
        System.setProperty("dlfs4j.data", cache.toString());
        assertThat(Mnist.load().testImages().shape()).hasToString("(10000, 784)");
    }

    @Test
    void weightsAreDownloadedToTheCacheAndLoadedFromTheNamedFolder() throws IOException {
        BookFile.SAMPLE_WEIGHT.showing("the digest that a download is known by");
        assumeThatTheCacheIsInTheHome();
        Path cache = SampleWeight.download();
        assertThat(cache).isEqualTo(DataFolders.current().cache()).isDirectoryContaining("glob:**.pkl");
        System.setProperty("dlfs4j.data", cache.toString());
        assertThat(SampleWeight.load()).containsOnlyKeys("W1", "b1", "W2", "b2", "W3", "b3");
        // From now on, the converted file is read.
        Files.delete(cache.resolve("sample_weight.pkl"));
        assertThat(SampleWeight.load()).containsOnlyKeys("W1", "b1", "W2", "b2", "W3", "b3");
    }
}
