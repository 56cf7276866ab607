package cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
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
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Measures what src/docs/spark.md tells, and prints it. Nothing else should run meanwhile. */
@EnabledIfSystemProperty(named = "figures", matches = "true")
class FiguresTest {
    private static final int PARTS = 2;

    /** A network, and the sizes of batches that are tried. */
    private enum Model {
        TWO_LAYER(new int[] {784}, 100, 400, 1600, 6400, 12_800, 25_600),
        SIMPLE_CONV(new int[] {1, 28, 28}, 100, 200, 400, 800, 1600);

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

    @Test
    void stepsOnOneMachineAndOnTheCluster() throws Exception {
        Samples training = Mnist.options().normalize(false).loadTraining();
        try (LocalCluster cluster = new LocalCluster(2)) {
            Map<String, double[]> seconds = new TreeMap<>();
            System.out.println(NDArray.kernel() + " kernel");
            for (Model model : Model.values()) {
                List<Part> here = PartsHere.of(shaped(training, model.shape), PARTS);
                seconds.put(model + " here", steps(model, size -> new PartsHere(here, size), () -> {}));
                travel(model, here.get(0));
            }
            for (int executors = 1; executors <= 2; executors++) {
                try (SparkSession session = session(cluster, executors)) {
                    Traffic traffic = new Traffic();
                    session.sparkContext().addSparkListener(traffic);
                    for (Model model : Model.values()) {
                        JavaRDD<Part> parts = PartsOnSpark.of(
                                        ImageTable.of(session, training), PARTS, model.shape)
                                .cache();
                        Traffic.Sums[] before = new Traffic.Sums[1];
                        parts.count();
                        double[] took = steps(
                                model, size -> new PartsOnSpark(parts, size), () -> before[0] = traffic.sums());
                        Traffic.Sums moved = traffic.sums().minus(before[0]);
                        System.out.println(model + ", " + executors + " executors, " + COUNTED + " steps: " + moved);
                        seconds.put(model + " on " + executors, took);
                        parts.unpersist(true);
                    }
                    if (executors == 2) {
                        tasks(JavaSparkContext.fromSparkContext(session.sparkContext()));
                    }
                }
            }
            for (Model model : Model.values()) {
                System.out.println(model + ", batches of " + Arrays.toString(model.sizes) + ", ms a step");
            }
            seconds.forEach((name, values) -> System.out.println(name + ": "
                    + Arrays.stream(values).mapToObj(FiguresTest::milliseconds).toList()));
            assertThat(seconds).hasSize(6);
        }
    }
    // The rest is how it is done.

    private static final int WARM_UP = 5;
    private static final int COUNTED = 9;

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
            JavaRDD<Integer> numbers = spark.parallelize(
                    IntStream.range(0, count).boxed().toList(), count);
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
