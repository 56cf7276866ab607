package cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.training.Checkpoint;
import io.github.dlfs4j.training.RandomSearch;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Tuple2;

/** On a cluster of two workers comes out what comes out on one machine, whoever is killed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // so that tests share a session, which takes seconds to start
class ClusterTest {
    private static final int PARTS = 4;
    private static final int SIZE = 25;
    private static final int IMAGES = 20_000;
    private static final String TRAINING = "target/cluster/training.parquet";

    private static Samples training;
    private static Samples test;
    private static LocalCluster cluster;
    private static SparkSession session;
    private static int executors;

    /** A network that has learned nothing, and how it learns. */
    private enum Model {
        TWO_LAYER(40, 784),
        SIMPLE_CONV(8, 1, 28, 28);

        private final int steps;
        private final int[] shape;
        private Outcome expected;

        Model(int steps, int... shape) {
            this.steps = steps;
            this.shape = shape;
        }

        private Outcome train(Parts parts, LongConsumer beforeStep) {
            RandomState random = new RandomState(0);
            Network network = this == TWO_LAYER ? new TwoLayerNet(784, 50, 10, random) : SimpleConvNet.initial(random);
            Optimizer optimizer = new Adam(0.001);
            return Outcome.of(network, new DataParallelTraining(network, optimizer, parts), steps, beforeStep);
        }

        /** What comes out on this machine. */
        private Outcome expected() {
            if (expected == null) {
                int images = training.labels().shape(0);
                int[] shapes = this == TWO_LAYER ? new int[] {images, 784} : new int[] {images, 1, 28, 28};
                Samples samples = new Samples(training.images().reshape(shapes), training.labels());
                expected = train(new PartsHere(PartsHere.of(samples, PARTS), SIZE), step -> {});
            }
            return expected;
        }
    }

    @BeforeAll
    static void startAndWriteATable() throws IOException, InterruptedException {
        Samples all = Mnist.options().normalize(false).loadTraining();
        training = new Samples(all.images().get(Index.to(IMAGES)), all.labels().get(Index.to(IMAGES)));
        test = Mnist.options().normalize(false).loadTest();
        cluster = new LocalCluster(2);
        ImageTable.of(session(1), training).write().mode(SaveMode.Overwrite).parquet(TRAINING);
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        session.close();
        cluster.close();
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    /** A session with so many executors, which is that of the test before if that had as many. */
    private static SparkSession session(int count) throws IOException {
        if (session != null && executors != count) {
            session.close();
            session = null;
        }
        if (session == null) {
            SparkSession.Builder builder = SparkSession.builder();
            cluster.settings(count).forEach(builder::config);
            session = builder.getOrCreate();
            executors = count;
        }
        return session;
    }

    private static JavaSparkContext context(SparkSession session) {
        return JavaSparkContext.fromSparkContext(session.sparkContext());
    }

    private static Parts parts(SparkSession session, Model model) {
        JavaRDD<Part> parts = PartsOnSpark.of(session.read().parquet(TRAINING), PARTS, model.shape);
        return new PartsOnSpark(parts.cache(), SIZE);
    }

    @Order(1)
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 2})
    void trainsToTheSameBitsOnAnyNumberOfExecutors(int count) throws IOException {
        SparkSession spark = session(count);
        for (Model model : Model.values()) {
            assertThat(model.train(parts(spark, model), step -> {})).isEqualTo(model.expected());
        }
        // The driver counts as one.
        assertThat(spark.sparkContext().statusTracker().getExecutorInfos()).hasSize(count + 1);
    }

    @Order(2)
    @Test
    void classifiesATableAsOneMachineDoes() throws IOException {
        TwoLayerNet network = new TwoLayerNet(784, 50, 10, new RandomState(0));
        Outcome.of(
                network,
                new DataParallelTraining(network, new Adam(0.001), new PartsHere(PartsHere.of(training, PARTS), SIZE)),
                300,
                step -> {});
        long[] expected = network.predict(test.images().astype(DType.FLOAT32).divi(255))
                .argmax(1)
                .toLongArray();
        SparkSession spark = session(2);
        List<Tuple2<Integer, Integer>> found = Classification.of(
                        ImageTable.of(spark, test).repartition(5),
                        context(spark).broadcast(network))
                .collectAsList();
        long[] labels = new long[expected.length];
        found.forEach(row -> labels[row._1()] = row._2());
        assertThat(found).hasSameSizeAs(expected);
        assertThat(labels).isEqualTo(expected);
        assertThat(NDArray.of(labels).eq(test.labels()).mean().asDouble()).isGreaterThan(0.9);
    }

    @Order(2)
    @Test
    void findsTheBestTrialThatOneMachineFinds() throws IOException {
        RandomSearch search = new RandomSearch(Map.of("lr", new RandomSearch.LogRange(-4, 0)));
        ShortTraining score = new ShortTraining(part(training, 2000), part(test, 1000), 100);
        List<RandomSearch.Trial> expected = search.run(8, new RandomState(0), score);
        assertThat(ClusterSearch.run(context(session(2)), search, 8, new RandomState(0), score))
                .isEqualTo(expected);
        assertThat(expected.get(0).score()).isGreaterThan(expected.get(7).score());
    }

    private static Part part(Samples samples, int images) {
        return new Part(
                0, samples.images().get(Index.to(images)), samples.labels().get(Index.to(images)));
    }

    @EnabledOnOs(OS.LINUX)
    @Order(2)
    @Test
    void listensOnTheLoopbackInterfaceAlone() throws IOException {
        session(2);
        List<ProcessHandle> processes =
                ProcessHandle.current().descendants().collect(Collectors.toCollection(ArrayList::new));
        processes.add(ProcessHandle.current());
        // 127.0.0.1, and the same in IPv6.
        assertThat(ListeningSockets.addresses(processes))
                .hasSizeGreaterThan(processes.size())
                .isSubsetOf("0100007F", "0000000000000000FFFF00000100007F");
    }

    @Order(3)
    @Test
    void trainsToTheSameBitsWhenAWorkerIsKilled() throws IOException, InterruptedException {
        AtomicInteger lost = new AtomicInteger();
        SparkSession spark = session(2);
        spark.sparkContext().addSparkListener(new SparkListener() {
            @Override
            public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
                lost.incrementAndGet();
            }
        });
        Thread killer = new Thread(() -> cluster.killWorker(0));
        Outcome outcome = Model.TWO_LAYER.train(parts(spark, Model.TWO_LAYER), step -> {
            if (step == 20) {
                killer.start();
            }
        });
        killer.join();
        cluster.addWorker();
        assertThat(outcome).isEqualTo(Model.TWO_LAYER.expected());
        assertThat(lost).hasPositiveValue();
    }

    @Order(4)
    @Test
    void goesOnToTheSameBitsWhenTheDriverIsKilled() throws IOException, InterruptedException {
        int steps = 40;
        TwoLayerNet network = TrainMnist.network();
        Outcome expected = Outcome.of(
                network,
                new DataParallelTraining(
                        network,
                        TrainMnist.optimizer(),
                        new PartsHere(PartsHere.of(training, TrainMnist.PARTS), TrainMnist.SIZE)),
                steps,
                step -> {});
        Path folder = Files.createTempDirectory(Path.of("target/cluster"), "checkpoint")
                .toAbsolutePath();
        List<String> arguments = List.of(Path.of(TRAINING).toAbsolutePath().toString(), folder.toString(), steps + "");

        List<String> printed = drive(arguments, 10);
        int done = printed.size() - 1;
        List<String> printedThen = drive(arguments, Integer.MAX_VALUE);
        int from = Integer.parseInt(printedThen.get(0).replace("from step ", ""));

        assertThat(printed.get(0)).isEqualTo("from step 0");
        assertThat(from).isBetween(done - 1, steps - 1);
        List<String> losses = expected.losses().stream().map(String::valueOf).toList();
        assertThat(printed.subList(1, printed.size())).isEqualTo(losses.subList(0, done));
        assertThat(printedThen.subList(1, printedThen.size())).isEqualTo(losses.subList(from, steps));
        assertThat(Outcome.weights(
                        Checkpoint.read(folder.resolve("training.npz")).network()))
                .isEqualTo(expected.weights());
    }

    /** Runs a driver, and kills it after some steps; gives what it printed. */
    private static List<String> drive(List<String> arguments, int steps) throws IOException, InterruptedException {
        Process driver = cluster.driver(TrainMnist.class, 2, arguments.toArray(String[]::new));
        try (BufferedReader output = driver.inputReader()) {
            List<String> lines = new ArrayList<>();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (lines.size() == steps + 1) {
                    driver.toHandle().destroyForcibly(); // and leaves its output open
                }
            }
            return lines;
        } finally {
            driver.destroyForcibly().waitFor();
        }
    }
}
