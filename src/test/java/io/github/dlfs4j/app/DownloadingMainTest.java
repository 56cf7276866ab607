package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BookFile;
import io.github.dlfs4j.mnist.download.MirrorServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job as a process, from the module path, without any data but what it downloads. */
class DownloadingMainTest {
    private static final String MODULE = "io.github.dlfs4j";

    private static final String HTTP_CLIENT = "--add-modules=java.net.http";

    /** The working directory, the user's home, and the cache folder of every platform. */
    @TempDir
    private Path home;

    private Path cache;

    @BeforeEach
    void chooseFolders() throws IOException {
        home = home.toRealPath();
        cache = home.resolve(
                switch (System.getProperty("os.name").substring(0, 3)) {
                    case "Win" -> "dlfs4j/Cache";
                    case "Mac" -> "Library/Caches/dlfs4j";
                    default -> "dlfs4j";
                });
    }

    private record Outcome(int status, String printed) {}

    private Outcome run(List<String> properties, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // In so short a time the second compiler costs more than it gains.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Duser.home=" + home));
        command.addAll(properties);
        command.addAll(
                List.of("-p", Path.of("target", "classes").toAbsolutePath().toString()));
        command.addAll(List.of("-m", MODULE + "/" + MODULE + ".app.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().remove("DLFS4J_DATA");
        builder.environment().put("XDG_CACHE_HOME", home.toString());
        builder.environment().put("LOCALAPPDATA", home.toString());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), printed);
    }

    @Test
    void theMainJobSaysWhichFoldersItSearchedAndHowToDownload() throws Exception {
        Outcome outcome = run(List.of("-Ddlfs4j.data=elsewhere"));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.printed())
                .isEqualTo("t10k-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz: not found in "
                        + "property dlfs4j.data (" + home.resolve("elsewhere") + "), "
                        + "environment variable DLFS4J_DATA (not set), "
                        + "./data (" + home.resolve("data") + "), "
                        + "cache folder (" + cache + "); Mnist.download() downloads them to the cache folder"
                        + System.lineSeparator());
    }

    @Test
    void theMainJobDownloadsToTheCacheFolderOnce() throws Exception {
        BookFile.SAMPLE_WEIGHT.showing("the digest that a download is known by");
        List<String> mirrors;
        try (MirrorServer server = new MirrorServer()) {
            String mirror = server.good();
            mirrors = List.of(HTTP_CLIENT, "-Ddlfs4j.mnist.mirrors=" + mirror, "-Ddlfs4j.weights.mirrors=" + mirror);
            Outcome first = run(mirrors, "--download", "--steps", "0");
            assertThat(first.status()).as(first.printed()).isZero();
            assertThat(first.printed()).contains("accuracy: 0.9207", "accuracy: 0.9352");
            assertThat(server.requests()).hasSize(5);
            try (Stream<Path> files = Files.list(cache)) {
                assertThat(files)
                        .extracting(file -> file.getFileName().toString())
                        .containsExactlyInAnyOrder(
                                "train-images-idx3-ubyte.gz",
                                "train-labels-idx1-ubyte.gz",
                                "t10k-images-idx3-ubyte.gz",
                                "t10k-labels-idx1-ubyte.gz",
                                "sample_weight.pkl",
                                "sample_weight.npz");
            }
        }
        // The server is closed, so nothing can be downloaded again.
        Outcome second = run(mirrors, "--download", "--steps", "0");
        assertThat(second).as(second.printed()).extracting(Outcome::status).isEqualTo(0);
    }

    @Test
    void theMainJobSaysWhichModuleADownloadNeeds() throws Exception {
        Outcome outcome = run(List.of(), "--download", "--data", "here");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.printed())
                .isEqualTo("a download needs module java.net.http, which is missing: start java with --add-modules"
                        + " java.net.http" + System.lineSeparator());
    }

    @Test
    void whatIsThereIsNotDownloaded() throws Exception {
        String there = "-Ddlfs4j.data=" + Files.createDirectory(home.resolve("there"));
        try (DirectoryStream<Path> images = Files.newDirectoryStream(Path.of("data"), "*.gz")) {
            for (Path file : images) {
                Files.copy(file, home.resolve("there").resolve(file.getFileName()));
            }
        }
        try (MirrorServer server = new MirrorServer()) {
            String mirror = server.answering(404);
            List<String> mirrors = List.of("-Ddlfs4j.mnist.mirrors=" + mirror, "-Ddlfs4j.weights.mirrors=" + mirror);
            Outcome outcome = run(List.of(HTTP_CLIENT, there, mirrors.get(0), mirrors.get(1)), "--download");
            // The weights are not there.
            assertThat(outcome.printed()).startsWith("sample_weight.pkl could not be fetched; " + mirror);
        }
    }

    @Test
    void theMainJobEndsWithOneLineIfNothingCanBeDownloaded() throws Exception {
        try (MirrorServer server = new MirrorServer()) {
            String mirror = server.answering(404);
            Outcome outcome =
                    run(List.of(HTTP_CLIENT, "-Ddlfs4j.mnist.mirrors=" + mirror), "--download", "--data", "here");
            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.printed())
                    .isEqualTo("train-images-idx3-ubyte.gz could not be fetched; " + mirror
                            + "train-images-idx3-ubyte.gz: HTTP status 404" + System.lineSeparator());
        }
        assertThat(home).isEmptyDirectory();
    }
}
