package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.training.Checkpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The main job as a process, with {@code --serve} and without it. */
class ServingTest {
    @TempDir
    private Path folder;

    @Test
    void theServerPrintsItsAddressAndServesUntilItIsInterrupted() throws Exception {
        Process process = new ProcessBuilder(MainProcess.command(List.of(), "--serve", "--port", "0", "--data", "data"))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader in = process.inputReader()) {
            Matcher line = Pattern.compile("dlfs4j is at (http://127\\.0\\.0\\.1:\\d+/) \\(Ctrl-C ends it\\)")
                    .matcher(in.readLine());
            assertThat(line.matches()).isTrue();
            assertThat(read(line.group(1))).startsWith("<!DOCTYPE html>");
            assertThat(read(line.group(1) + "api/chapters"))
                    .startsWith("{\"available\":false,\"command\":\"mvn -q -Pbook compile exec:java ");
            assumeTrue(process.supportsNormalTermination(), "needs signals");
            process.toHandle().destroy();
            assertThat(in.readLine()).isNull();
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String train(String address, String action) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "api/training"))
                .header("Origin", address.replaceFirst("/$", ""))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"action\":" + action + "}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Something that happens between a save and the end of the process. */
    private interface Mishap {
        void befall(Process process) throws Exception;
    }

    /** Starts a training on the page, saves it if it has a name, and interrupts the server. */
    private List<String> interruptedTraining(Optional<String> name, Mishap mishap) throws Exception {
        String data = Path.of("data").toAbsolutePath().toString();
        Process process = new ProcessBuilder(MainProcess.command(List.of(), "--serve", "--port", "0", "--data", data))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assumeTrue(process.supportsNormalTermination(), "needs signals");
        try (BufferedReader in = process.inputReader()) {
            String address = in.readLine().split(" ", -1)[3];
            train(address, "\"start\",\"options\":{\"steps\":\"1000000\",\"batch\":\"10\",\"hidden\":\"5\"}");
            if (name.isPresent()) {
                assertThat(train(address, "\"save\",\"name\":\"" + name.get() + "\""))
                        .contains("\"saved\":[\"" + name.get() + "\"]");
            }
            mishap.befall(process);
            process.toHandle().destroy();
            List<String> lines = in.lines().toList();
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void anInterruptedServerSavesItsTrainingAgain() throws Exception {
        List<String> lines = interruptedTraining(Optional.of("kept"), process -> {});
        Path file = Path.of("trainings", "kept.npz");
        long steps = Checkpoint.read(folder.resolve(file)).steps();
        assertThat(lines)
                .containsExactly("interrupted after step " + steps, "saved; --resume " + file + " goes on from there");
    }

    @Test
    @Tag("long")
    void anInterruptedServerSavesBesideTheFileOfAnother() throws Exception {
        Path file = Path.of("trainings", "kept.npz");
        List<String> lines = interruptedTraining(
                Optional.of("kept"), process -> Files.writeString(folder.resolve(file), "that of another"));
        assertThat(lines)
                .last()
                .isEqualTo("saved; --resume " + Path.of("trainings", "kept-2.npz") + " goes on from there");
        assertThat(folder.resolve(file)).hasContent("that of another");
    }

    @Test
    void anInterruptedServerSaysThatAnUnnamedTrainingIsNotSaved() throws Exception {
        List<String> lines = interruptedTraining(Optional.empty(), process -> {});
        assertThat(lines).hasSize(2).last().isEqualTo("not saved, since it was not saved on the page before");
        assertThat(folder.resolve("trainings")).doesNotExist();
    }

    /** The system refuses to write more than a kilobyte to a file, as a full disk would. */
    @Test
    void anInterruptedServerSaysThatTheDiskIsFull() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/prlimit")), "needs prlimit");
        List<String> lines = interruptedTraining(Optional.of("kept"), process -> {
            String pid = Long.toString(process.pid());
            assertThat(new ProcessBuilder("/usr/bin/prlimit", "--fsize=1024", "--pid", pid)
                            .start()
                            .waitFor())
                    .isZero();
        });
        Path file = Path.of("trainings", "kept.npz");
        assertThat(lines).singleElement().asString().startsWith("not saved: " + file + ": ");
        assertThat(lines.get(0)).doesNotContain("java", "Exception");
        assertThat(Checkpoint.read(folder.resolve(file)).steps()).isNotNegative();
    }

    @Test
    @Tag("long")
    void anInterruptedServerFollowsNoLink() throws Exception {
        Path file = Path.of("trainings", "kept.npz");
        Path precious = Files.writeString(folder.resolve("precious"), "precious");
        List<String> lines = interruptedTraining(Optional.of("kept"), process -> {
            Files.delete(folder.resolve(file));
            Files.createSymbolicLink(folder.resolve(file), precious);
        });
        assertThat(lines).containsExactly("not saved: " + file + " is a symbolic link, which the page does not follow");
        assertThat(precious).hasContent("precious");
    }

    @Test
    void theServerEndsAtTheFirstRequestWhileItLoads() throws Exception {
        assertEndsWhileItLoads("TERM");
    }

    @Test
    @Tag("long")
    void theServerEndsAtCtrlCWhileItLoads() throws Exception {
        assertEndsWhileItLoads("INT");
    }

    /**
     * After the class that is waited for, it loads the networks. Without a compiler, and with a log of more than a pipe
     * holds, that lasts until the signal has come, however busy the machine is.
     */
    private static void assertEndsWhileItLoads(String signal) throws Exception {
        List<String> slow = List.of("-Xint", "-Xlog:class+load,class+resolve=debug");
        Process process = new ProcessBuilder(MainProcess.command(slow, "--serve", "--port", "0", "--data", "data"))
                .redirectErrorStream(true)
                .start();
        assumeTrue(process.supportsNormalTermination(), "needs signals");
        assumeFalse(signal.equals("INT") && Signals.areInterruptsIgnored(), "ignores Ctrl-C");
        List<String> lines = new ArrayList<>();
        try (BufferedReader in = process.inputReader()) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
                if (line.contains(" io.github.dlfs4j.app.page.server.Server source: ")) {
                    Signals.send(signal, process);
                }
            }
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(signal.equals("TERM") ? 143 : 130);
        assertThat(lines).noneMatch(line -> line.startsWith("dlfs4j is at"));
    }

    /** The server counts its connections: here, it takes 50. */
    @Test
    @Timeout(600)
    void theServerForgetsConnectionsThatHaveEnded() throws Exception {
        List<String> few = List.of("-Djdk.httpserver.maxConnections=50");
        Process process = new ProcessBuilder(MainProcess.command(few, "--serve", "--port", "0", "--data", "data"))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader in = process.inputReader()) {
            String address = in.readLine().split(" ", -1)[3];
            String own = URI.create(address).getAuthority();
            String host = " HTTP/1.1\r\nHost: " + own + "\r\n";
            List<String> unfinished = List.of(
                    "GET /api/ne",
                    "POST /api/training" + host + "Origin: http://" + own
                            + "\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{",
                    "POST /api/training" + host + "Content-Length: 99\r\n\r\n");
            for (int i = 0; i < 150; i++) {
                try (Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), URI.create(address).getPort())) {
                    send(socket, unfinished.get(i % unfinished.size()));
                } catch (IOException e) {
                    // There are too many connections now; the server will miss some.
                }
            }
            for (int i = 0; i < 70; i++) {
                openAndClose(URI.create(address), "GET /api/events" + host + "\r\n");
            }
            openAndClose(URI.create(address), "GET /" + host + "\r\n");
        } finally {
            process.destroyForcibly();
        }
    }

    private static void send(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Opens a tab, if necessary again and again until the server has missed others, and closes it. */
    private static void openAndClose(URI server, String request) throws Exception {
        String begin = "";
        while (!begin.equals("HTTP/1.1 200")) {
            try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                send(socket, request);
                begin = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            } catch (IOException e) {
                begin = "";
            }
            Thread.sleep(begin.equals("HTTP/1.1 200") ? 0 : 100);
        }
    }

    private static String read(String address) throws IOException {
        try (InputStream in = URI.create(address).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theServerSaysWhichModuleItNeeds() throws Exception {
        MainProcess process = MainProcess.run(folder, MainProcess.commandOfModule("--serve"));
        assertThat(process.code()).isEqualTo(2);
        assertThat(process.err())
                .isEqualTo("--serve needs the web server of the JDK: add --add-modules jdk.httpserver to java\n");
    }

    @Test
    void theServerSaysThatAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            MainProcess process = MainProcess.here("--serve", "--port", port, "--data", "data");
            assertThat(process.code()).isEqualTo(2);
            assertThat(process.err())
                    .startsWith("port " + port + " is not available: ")
                    .hasLineCount(1);
        }
    }

    @Test
    void theMainJobLoadsNothingOfThePageUnlessItServes() throws Exception {
        Path loaded = folder.resolve("classes.txt");
        MainProcess process = MainProcess.run(
                folder,
                MainProcess.command(List.of("-Xlog:class+load:file=" + loaded), "--steps", "1", "--data", "data"));
        assertThat(process.code()).as(process.err()).isZero();
        assertThat(Files.readString(loaded))
                .contains("io.github.dlfs4j.app.training.Training ")
                .doesNotContain(
                        "io.github.dlfs4j.app.page.", "io.github.dlfs4j.app.serving.Serving", "com.sun.net.httpserver");
    }
}
