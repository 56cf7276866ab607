package cluster;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java processes that listen on the loopback interface, and write what they log to one folder. */
final class Servers {
    static final String HERE = "127.0.0.1";

    /** Saves most of the processor time of processes that live for seconds. */
    static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    static final Path TARGET = Path.of("target").toAbsolutePath();
    static final Path FOLDER = TARGET.resolve("cluster");
    static final String SPARK = TARGET.resolve("spark/jars/*").toString();
    static final String TESTS = TARGET.resolve("test-classes").toString();

    /** So many tenths of a second a server may take until it answers, on a machine that is busy. */
    static final int PATIENCE = 1800;

    private Servers() {}

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HERE))) {
            return socket.getLocalPort();
        }
    }

    /** Starts a process that ends with this one. */
    static Process start(String name, List<String> classPath, String main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // As Spark needs them here, so there.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of(SHORT_LIVED.split(" ", -1)));
        command.addAll(List.of("-Xmx512m", "-Djava.io.tmpdir=" + TARGET));
        command.addAll(List.of("-cp", String.join(":", classPath), Tethered.class.getName(), main));
        command.addAll(arguments);
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(FOLDER.resolve(name + ".log").toFile());
        return new ProcessBuilder(command)
                .redirectError(log)
                .redirectOutput(log)
                .start();
    }

    static void awaitListening(Process server, int port) throws IOException, InterruptedException {
        for (int i = 0; ; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(HERE, port));
                return;
            } catch (IOException e) {
                if (i == PATIENCE || !server.isAlive()) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }
}
