package cluster;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Spark cluster on this machine: a master and workers, a process each, from the jars that Maven fetched. It listens
 * on the loopback interface alone, and writes to one folder.
 */
final class LocalCluster implements AutoCloseable {
    private static final String HERE = "127.0.0.1";

    /** Saves most of the processor time of processes that live for seconds. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** An executor of one core computes with one thread. */
    static final String EXECUTOR = "-Ddlfs4j.threads=1 \"-Djava.io.tmpdir=" + TARGET + "\"";

    private static final Path FOLDER = TARGET.resolve("cluster");
    private static final String SPARK = TARGET.resolve("spark/jars/*").toString();
    private static final String TESTS = TARGET.resolve("test-classes").toString();

    private final int port = freePort();
    private final Process master;
    private final List<Process> workers = new ArrayList<>();

    LocalCluster(int count) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        master = start(
                "master",
                List.of(SPARK, TESTS),
                Map.of(),
                "org.apache.spark.deploy.master.Master",
                List.of("--host", HERE, "--port", port + "", "--webui-port", "0"));
        try {
            awaitMaster();
            for (int i = 0; i < count; i++) {
                addWorker();
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HERE))) {
            return socket.getLocalPort();
        }
    }

    private void awaitMaster() throws IOException, InterruptedException {
        for (int i = 0; ; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(HERE, port));
                return;
            } catch (IOException e) {
                if (i == 300 || !master.isAlive()) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    /** Starts a worker with room for two executors of one core. */
    void addWorker() throws IOException {
        String name = "worker-" + workers.size();
        workers.add(start(
                name,
                List.of(SPARK, TESTS),
                Map.of(),
                "org.apache.spark.deploy.worker.Worker",
                List.of(
                        "--host",
                        HERE,
                        "--cores",
                        "2",
                        "--memory",
                        "1200m",
                        "--webui-port",
                        "0",
                        "--work-dir",
                        FOLDER.resolve(name).toString(),
                        url())));
    }

    /** Kills a worker and its executors as a power cut would. */
    void killWorker(int number) {
        Process worker = workers.get(number);
        List<ProcessHandle> executors = worker.descendants().toList();
        worker.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
    }

    String url() {
        return "spark://" + HERE + ":" + port;
    }

    /** What a driver needs to run a job on so many executors of one core. */
    Map<String, String> settings(int executors) throws IOException {
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("application")))) {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("spark.app.name", "dlfs4j");
            settings.put("spark.master", url());
            settings.put("spark.jars", jars.map(Path::toString).collect(Collectors.joining(",")));
            settings.put("spark.driver.host", HERE);
            settings.put("spark.driver.bindAddress", HERE);
            settings.put("spark.ui.enabled", "false");
            settings.put("spark.sql.warehouse.dir", FOLDER.resolve("warehouse").toString());
            settings.put("spark.executor.memory", "512m");
            settings.put("spark.executor.cores", "1");
            settings.put("spark.cores.max", executors + "");
            settings.put("spark.executor.extraJavaOptions", SHORT_LIVED + " " + EXECUTOR);
            // No job begins on less than was asked for.
            settings.put("spark.scheduler.minRegisteredResourcesRatio", "1");
            // A machine that is gone stays gone here.
            settings.put("spark.shuffle.io.retryWait", "1s");
            return settings;
        }
    }

    /** Starts a driver in a process of its own. */
    Process driver(Class<?> main, int executors, String... arguments) throws IOException {
        return start(
                "driver",
                List.of(System.getProperty("application") + "/*", SPARK, TESTS),
                settings(executors),
                main.getName(),
                List.of(arguments));
    }

    private static Process start(
            String name, List<String> classPath, Map<String, String> settings, String main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // As Spark needs them here, so there.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of(SHORT_LIVED.split(" ", -1)));
        command.addAll(List.of("-Xmx512m", "-Djava.io.tmpdir=" + TARGET));
        command.addAll(List.of("-cp", String.join(":", classPath), Tethered.class.getName(), main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        FOLDER.resolve(name + ".log").toFile()));
        if (!name.equals("driver")) {
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                    FOLDER.resolve(name + ".log").toFile()));
        }
        return builder.start();
    }

    /** Ends all processes, the executors too. */
    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> all = new ArrayList<>();
        for (Process process : workers) {
            process.descendants().forEach(all::add);
            all.add(process.toHandle());
        }
        all.add(master.toHandle());
        workers.forEach(Process::destroy);
        for (Process worker : workers) {
            worker.waitFor(10, TimeUnit.SECONDS);
        }
        master.destroy();
        master.waitFor(10, TimeUnit.SECONDS);
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
