package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.OneKernel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job with {@code --serve}, and without, as a process. */
@OneKernel
class ServingTest {
    @TempDir
    private Path folder;

    @Test
    void printsItsAddressAndServesUntilItIsAskedToEnd() throws Exception {
        Process process = new ProcessBuilder(MainProcess.command(List.of(), "--serve", "--port", "0", "--data", "data"))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader in = process.inputReader()) {
            Matcher line = Pattern.compile("dlfs4j is at (http://127\\.0\\.0\\.1:\\d+/) \\(Ctrl-C ends it\\)")
                    .matcher(in.readLine());
            assertThat(line.matches()).isTrue();
            assertThat(read(line.group(1))).startsWith("<!DOCTYPE html>");
            assertThat(read(line.group(1) + "api/chapters"))
                    .startsWith("{\"available\":false,\"command\":\"mvn -q test-compile exec:java ");
            assumeTrue(process.supportsNormalTermination(), "needs signals");
            process.toHandle().destroy();
            assertThat(in.readLine()).isNull();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(String address) throws IOException {
        try (InputStream in = URI.create(address).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void saysWhatToAddOnAModulePathWithoutAWebServer() throws Exception {
        MainProcess process = MainProcess.run(folder, MainProcess.commandOfModule("--serve"));
        assertThat(process.code()).isEqualTo(2);
        assertThat(process.err())
                .isEqualTo("--serve needs the web server of the JDK: add --add-modules jdk.httpserver to java\n");
    }

    @Test
    void saysThatAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            MainProcess process = MainProcess.run(folder, "--serve", "--port", port, "--data", "data");
            assertThat(process.code()).isEqualTo(2);
            assertThat(process.err())
                    .startsWith("port " + port + " cannot be had: ")
                    .hasLineCount(1);
        }
    }

    @Test
    void loadsNothingOfThePageUnlessItServes() throws Exception {
        Path loaded = folder.resolve("classes.txt");
        MainProcess process = MainProcess.run(
                folder,
                MainProcess.command(List.of("-Xlog:class+load:file=" + loaded), "--steps", "1", "--data", "data"));
        assertThat(process.code()).as(process.err()).isZero();
        assertThat(Files.readString(loaded))
                .contains("io.github.dlfs4j.app.Training ")
                .doesNotContain("io.github.dlfs4j.app.page.", "io.github.dlfs4j.app.Serving", "com.sun.net.httpserver");
    }
}
