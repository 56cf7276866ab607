package cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Initialization;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.training.RandomSearch;
import java.io.IOException;
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
    void aClusterTrainsToTheSameBitsOnAnyNumberOfExecutors(int count) throws IOException {
        SparkSession spark = session(count);
        for (Model model : Model.values()) {
            assertThat(model.train(parts(spark, model), step -> {})).isEqualTo(model.expected());
        }
        // The driver counts as one.
        assertThat(spark.sparkContext().statusTracker().getExecutorInfos()).hasSize(count + 1);
    }

    @Order(2)
    @Test
    void aClusterClassifiesATableAsOneMachineDoes() throws IOException {
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
    void aClusterFindsTheBestTrialThatOneMachineFinds() throws IOException {
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

    @Order(2)
    @Test
    void aClusterTrainsALayerOfOnesOwn() throws IOException {
        Outcome expected = trainWith(new Swish(), new PartsHere(PartsHere.of(training, PARTS), SIZE));
        Parts parts = parts(session(2), Model.TWO_LAYER);
        assertThat(trainWith(new Swish(), parts)).isEqualTo(expected);
        assertThatThrownBy(() -> trainWith(new Immovable(), parts))
                .hasMessage("Task not serializable")
                .hasStackTraceContaining(
                        "layer 2 of 3, cluster.ClusterTest$Immovable, cannot be serialised: it is not Serializable");
    }

    private static Outcome trainWith(Layer layer, Parts parts) {
        RandomState random = new RandomState(0);
        Network network = new Sequential(
                Affine.of(784, 20, Initialization.he(), random), layer, Affine.of(20, 10, Initialization.he(), random));
        return Outcome.of(network, new DataParallelTraining(network, new Adam(0.001), parts), 5, step -> {});
    }

    private static final class Immovable implements Layer {
        @Override
        public NDArray forward(NDArray x) {
            return x;
        }

        @Override
        public NDArray backward(NDArray dout) {
            return dout;
        }
    }

    @EnabledOnOs(OS.LINUX)
    @Order(2)
    @Test
    void aClusterListensOnTheLoopbackInterfaceAlone() throws IOException {
        session(2);
        List<ProcessHandle> processes =
                ProcessHandle.current().descendants().collect(Collectors.toCollection(ArrayList::new));
        processes.add(ProcessHandle.current());
        assertThat(ListeningSockets.addresses(processes))
                .hasSizeGreaterThan(processes.size())
                .isSubsetOf(ListeningSockets.LOOPBACK);
    }

    @Order(3)
    @Test
    void aClusterTrainsToTheSameBitsWhenAWorkerIsKilled() throws IOException, InterruptedException {
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
}
