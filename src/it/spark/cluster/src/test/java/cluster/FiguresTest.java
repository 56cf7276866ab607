package cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.SGD;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Measures what src/docs/spark.md tells, and prints it; with {@code -Dfigures=true}, or the name of a model for that
 * alone. Nothing else should run meanwhile.
 */
class FiguresTest {
    private static final int PARTS = 2;
    private static final int WARM_UP = 5;
    private static final int COUNTED = 9;

    /** A network, and the sizes of batches that are tried. */
    private enum Model {
        TWO_LAYER(new int[] {784}, 100, 400, 1600, 6400, 25_600),
        SIMPLE_CONV(new int[] {1, 28, 28}, 100, 200, 400, 800);

        private final int[] shape;
        private final int[] sizes;

        Model(int[] shape, int... sizes) {
            this.shape = shape;
            this.sizes = sizes;
        }

        private Network network() {
            RandomState random = new RandomState(0);
            return this == TWO_LAYER ? new TwoLayerNet(784, 50, 10, random) : SimpleConvNet.initial(random);
        }
    }

    @FunctionalInterface
    private interface Action {
        void run() throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void stepsAreTimedOnOneMachineAndOnTheCluster(Model model) throws Exception {
        assumeTrue(Set.of("true", model.name()).contains(System.getProperty("figures")));
        Samples training = Mnist.options().normalize(false).loadTraining();
        System.out.println(model + ", " + NDArray.kernel() + " kernel");
        List<Part> here = PartsHere.of(shaped(training, model.shape), PARTS);
        double[] onOneMachine = steps(model, size -> new PartsHere(here, size), () -> {});
        print("one machine", onOneMachine);
        travel(model, here.get(0));
        try (LocalCluster cluster = new LocalCluster(2)) {
            for (int executors = 1; executors <= 2; executors++) {
                try (SparkSession session = session(cluster, executors)) {
                    Traffic traffic = new Traffic();
                    session.sparkContext().addSparkListener(traffic);
                    JavaRDD<Part> parts = PartsOnSpark.of(ImageTable.of(session, training), PARTS, model.shape)
                            .cache();
                    parts.count();
                    Traffic.Sums[] before = new Traffic.Sums[1];
                    double[] took =
                            steps(model, size -> new PartsOnSpark(parts, size), () -> before[0] = traffic.sums());
                    print(executors + " executors", took);
                    System.out.println(COUNTED + " steps: " + traffic.sums().minus(before[0]));
                    assertThat(took).hasSameSizeAs(onOneMachine);
                    if (executors == 2) {
                        tasks(JavaSparkContext.fromSparkContext(session.sparkContext()));
                    }
                }
            }
        }
    }

    private static void print(String where, double... seconds) {
        System.out.println(where + ", ms a step: "
                + Arrays.stream(seconds).mapToObj(FiguresTest::milliseconds).toList());
    }

    private interface Sized {
        Parts parts(int size);
    }

    /** The median of the steps of each size; the action comes before the steps of the last one that count. */
    private static double[] steps(Model model, Sized sized, Action beforeLast) throws Exception {
        Network network = model.network();
        double[] medians = new double[model.sizes.length];
        for (int i = 0; i < medians.length; i++) {
            DataParallelTraining training =
                    new DataParallelTraining(network, new SGD(0.01), sized.parts(model.sizes[i] / PARTS));
            long begin = System.nanoTime();
            for (int step = 0; step < WARM_UP || i == 0 && System.nanoTime() - begin < 4e9; step++) {
                training.step();
            }
            if (i == medians.length - 1) {
                beforeLast.run();
            }
            medians[i] = median(COUNTED, training::step);
        }
        return medians;
    }

    private static double median(int times, Action action) throws Exception {
        double[] seconds = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            action.run();
            seconds[i] = (System.nanoTime() - begin) / 1e9;
        }
        Arrays.sort(seconds);
        return seconds[times / 2];
    }

    /** How large what travels is, and how long Java takes to make bytes of it and to read them. */
    private static void travel(Model model, Part part) throws Exception {
        Network network = model.network();
        long parameters = network.parameters().values().stream()
                .mapToLong(array -> array.size() * (long) Double.BYTES)
                .sum();
        System.out.println(model + ", parameters: " + parameters + " bytes");
        Map<String, Object> travellers = Map.of("network", network, "share", part.share(network, 0, 50));
        for (Map.Entry<String, Object> traveller : travellers.entrySet()) {
            byte[] bytes = written(traveller.getValue());
            double writing = median(201, () -> written(traveller.getValue()));
            double reading = median(201, () -> new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject());
            System.out.println(model + " " + traveller.getKey() + ": " + bytes.length + " bytes, written in "
                    + milliseconds(writing) + " ms, read in " + milliseconds(reading) + " ms");
        }
    }

    private static byte[] written(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    /** What a task costs that does nothing. */
    private static void tasks(JavaSparkContext spark) throws Exception {
        for (int count : new int[] {2, 100}) {
            JavaRDD<Integer> numbers =
                    spark.parallelize(IntStream.range(0, count).boxed().toList(), count);
            median(20, numbers::count);
            System.out.println(count + " tasks that do nothing: " + milliseconds(median(21, numbers::count)) + " ms");
        }
    }

    private static Samples shaped(Samples samples, int... shape) {
        int[] all = IntStream.concat(IntStream.of(-1), IntStream.of(shape)).toArray();
        return new Samples(samples.images().reshape(all), samples.labels());
    }

    private static SparkSession session(LocalCluster cluster, int executors) throws IOException {
        SparkSession.Builder builder = SparkSession.builder();
        cluster.settings(executors).forEach(builder::config);
        return builder.config("spark.executor.memory", "1100m")
                .config("spark.executor.extraJavaOptions", LocalCluster.EXECUTOR)
                .getOrCreate();
    }

    private static String milliseconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds * 1e3);
    }
}
