package cluster;

import java.io.IOException;
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
    /** An executor of one core computes with one thread. */
    static final String EXECUTOR = "-Ddlfs4j.threads=1 \"-Djava.io.tmpdir=" + Servers.TARGET + "\"";

    private final int port = Servers.freePort();
    private final Process master;
    private final List<Process> workers = new ArrayList<>();

    LocalCluster(int count) throws IOException, InterruptedException {
        Files.createDirectories(Servers.FOLDER);
        master = start(
                "master",
                "org.apache.spark.deploy.master.Master",
                List.of("--host", Servers.HERE, "--port", port + "", "--webui-port", "0"));
        try {
            Servers.awaitListening(master, port);
            for (int i = 0; i < count; i++) {
                addWorker();
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts a worker with room for two executors of one core. */
    void addWorker() throws IOException {
        String name = "worker-" + workers.size();
        workers.add(start(
                name,
                "org.apache.spark.deploy.worker.Worker",
                List.of(
                        "--host",
                        Servers.HERE,
                        "--cores",
                        "2",
                        "--memory",
                        "1200m",
                        "--webui-port",
                        "0",
                        "--work-dir",
                        Servers.FOLDER.resolve(name).toString(),
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
        return "spark://" + Servers.HERE + ":" + port;
    }

    /** What a driver needs to run a job on so many executors of one core. */
    Map<String, String> settings(int executors) throws IOException {
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("application")))) {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("spark.app.name", "dlfs4j");
            settings.put("spark.master", url());
            settings.put("spark.jars", jars.map(Path::toString).collect(Collectors.joining(",")));
            settings.put("spark.driver.host", Servers.HERE);
            settings.put("spark.driver.bindAddress", Servers.HERE);
            settings.put("spark.ui.enabled", "false");
            settings.put(
                    "spark.sql.warehouse.dir",
                    Servers.FOLDER.resolve("warehouse").toString());
            settings.put("spark.executor.memory", "512m");
            settings.put("spark.executor.cores", "1");
            settings.put("spark.cores.max", executors + "");
            settings.put("spark.executor.extraJavaOptions", Servers.SHORT_LIVED + " " + EXECUTOR);
            // No job begins on less than was asked for.
            settings.put("spark.scheduler.minRegisteredResourcesRatio", "1");
            // A machine that is gone stays gone here.
            settings.put("spark.shuffle.io.retryWait", "1s");
            return settings;
        }
    }

    private static Process start(String name, String main, List<String> arguments) throws IOException {
        return Servers.start(name, List.of(Servers.SPARK, Servers.TESTS), main, arguments);
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
