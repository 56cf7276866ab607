package cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.Networks;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.training.Checkpoint;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The lines of the page, typed in the folder of the job, with HDFS as the storage. */
class SubmitTest {
    private static final java.nio.file.Path JOB = java.nio.file.Path.of(System.getProperty("job"));
    private static final int STEPS = 100;

    private static LocalCluster cluster;
    private static LocalHdfs hdfs;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        // What the administrator of a cluster sets, beside what a command does.
        Files.writeString(
                Files.createDirectories(Servers.TARGET.resolve("spark/conf")).resolve("spark-defaults.conf"),
                """
                spark.driver.defaultJavaOptions %1$s
                spark.executor.defaultJavaOptions %1$s
                spark.ui.enabled false
                """.formatted(Servers.SHORT_LIVED));
        cluster = new LocalCluster(2);
        hdfs = new LocalHdfs();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        cluster.close();
        hdfs.close();
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    private static CheckpointFile file(String path) throws IOException {
        return CheckpointFile.of(new Path(hdfs.uri(), path), new Configuration());
    }

    @Test
    void aSubmittedJobTrainsToTheSameBitsThoughItsDriverIsKilled() throws IOException, InterruptedException {
        Samples training = Mnist.options().normalize(false).loadTraining();
        TwoLayerNet network = TrainMnist.network();
        Outcome expected = Outcome.of(
                network,
                new DataParallelTraining(
                        network,
                        TrainMnist.optimizer(),
                        new PartsHere(PartsHere.of(training, TrainMnist.PARTS), TrainMnist.SIZE)),
                STEPS,
                step -> {});
        List<String> losses = expected.losses().stream().map(String::valueOf).toList();

        assertThat(type(PageLines.starting(ImageTable.class), Integer.MAX_VALUE))
                .isEmpty();
        String train = PageLines.starting(TrainMnist.class);
        List<String> printed = type(train, TrainMnist.SAVE_EVERY + 3);
        int done = printed.size() - 1;
        List<String> printedThen = type(train, Integer.MAX_VALUE);
        int from = Integer.parseInt(printedThen.get(0).replace("from step ", ""));

        assertThat(printed.get(0)).isEqualTo("from step 0");
        assertThat(printed.subList(1, printed.size())).isEqualTo(losses.subList(0, done));
        assertThat(from).isPositive().isIn(saved(done), saved(done - 1));
        assertThat(printedThen.subList(1, printedThen.size())).isEqualTo(losses.subList(from, STEPS));
        java.nio.file.Path copy = Files.createTempFile(Servers.FOLDER, "training", ".npz");
        CheckpointFile trained = file("/user/me/checkpoint/training.npz");
        try (InputStream in = trained.storage().open(trained.path())) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        Network loaded = Networks.load(copy);
        assertThat(loaded).hasToString(network.toString());
        assertThat(Outcome.weights(loaded.parameters())).isEqualTo(expected.weights());
    }

    private static int saved(int steps) {
        return steps - steps % TrainMnist.SAVE_EVERY;
    }

    /** Types a command, and kills it when it has printed so many lines; gives what it printed. */
    private static List<String> type(String command, int most) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command)
                .directory(JOB.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        Servers.FOLDER.resolve("driver.log").toFile()));
        Map<String, String> environment = builder.environment();
        String scripts =
                java.nio.file.Path.of("src", "test", "bin").toAbsolutePath().toString();
        environment.put("PATH", scripts + File.pathSeparator + environment.get("PATH"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("MASTER", cluster.url());
        environment.put("STORAGE", hdfs.uri() + "/user/me");
        environment.put("DLFS4J_DATA", System.getProperty("dlfs4j.data"));
        Process shell = builder.start();
        try (BufferedReader output = shell.inputReader()) {
            List<String> lines = new ArrayList<>();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (lines.size() == most) {
                    kill(shell);
                }
            }
            assertThat(shell.waitFor() == 0).as(command).isEqualTo(lines.size() < most);
            return lines;
        } finally {
            kill(shell);
        }
    }

    private static void kill(Process shell) {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.toHandle().destroyForcibly(); // and leaves its output open
    }

    @Test
    void aCheckpointStaysUntilTheNextIsComplete() throws IOException {
        CheckpointFile file = file("/kept/training.npz");
        assertThat(file.exists()).isFalse();
        file.write(checkpoint(1));
        Path beside = file.path().suffix(".new");

        // What a driver leaves that is killed as it writes.
        FSDataOutputStream left = file.storage().create(beside, EnumSet.of(CreateFlag.CREATE));
        left.write(1);
        left.hflush();
        assertThat(file.read()).isEqualTo(checkpoint(1));

        file.write(checkpoint(2));
        assertThat(file.read()).isEqualTo(checkpoint(2));
        assertThat(file.storage().util().exists(beside)).isFalse();
        assertThat(file.storage().getFileStatus(file.path()).getLen()).isPositive();
    }

    private static Checkpoint checkpoint(int steps) {
        return new Checkpoint(steps, "", Map.of("W1", NDArray.full(steps, 3)), "SGD", Map.of(), Map.of());
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void aSubmittedJobListensOnTheLoopbackInterfaceAlone() throws IOException {
        List<ProcessHandle> servers = ProcessHandle.current().descendants().toList();
        assertThat(ListeningSockets.addresses(servers))
                .hasSizeGreaterThan(servers.size())
                .isSubsetOf(ListeningSockets.LOOPBACK);
    }
}
