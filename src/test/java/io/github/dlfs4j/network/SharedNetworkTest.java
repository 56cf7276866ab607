package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.graph.Mode;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.model.Attention;
import io.github.dlfs4j.graph.model.LSTM;
import io.github.dlfs4j.graph.model.LayerNorm;
import io.github.dlfs4j.graph.model.Model;
import io.github.dlfs4j.graph.model.RNN;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many threads that share a network get the same results as one thread, to the bit. */
class SharedNetworkTest {
    private static final int ROUNDS = 12;
    private static final RandomState RANDOM = new RandomState(0);

    /** Computes a result many times in all threads at once, and compares it with the expected one. */
    private static void assertSameInThreads(int threads, NDArray expected, Callable<NDArray> task) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<Integer>> wrong = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                wrong.add(executor.submit(() -> {
                    start.await();
                    int count = 0;
                    for (int round = 0; round < ROUNDS; round++) {
                        count += task.call().equals(expected) ? 0 : 1;
                    }
                    return count;
                }));
            }
            for (Future<Integer> count : wrong) {
                assertThat(count.get()).as("results that differ").isZero();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static NDArray images() throws IOException {
        Samples samples = Mnist.options().normalize(false).loadTest();
        return samples.images().get(Index.to(100)).astype(DType.FLOAT32).divi(255);
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {2, 4, 16})
    void oneNetworkPredictsTheSameInManyThreads(int threads) throws Exception {
        ThreeLayerNet network = ThreeLayerNet.pretrained();
        NDArray images = images();
        assertSameInThreads(threads, network.predict(images), () -> network.predict(images));
    }

    @Test
    void oneNetworkThatDoesNotTrainPredictsTheSameInManyThreads() throws Exception {
        TwoLayerNet network = new TwoLayerNet(784, 50, 10, new RandomState(1));
        NDArray images = images();
        NDArray targets = network.predict(images).argmax(1);
        assertSameInThreads(4, network.predict(images), () -> network.predict(images));
        assertSameInThreads(4, network.loss(images, targets), () -> network.loss(images, targets));
    }

    /** The layers of this network use memory of each thread. */
    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {2, 4, 16})
    void oneConvolutionalNetworkPredictsTheSameInManyThreads(int threads) throws Exception {
        RandomState random = new RandomState(1);
        Sequential network = SimpleConvNet.initial(random);
        NDArray images = random.rand(20, 1, 28, 28);
        NDArray targets = random.randint(0, 10, 20);
        network.gradient(images, targets);
        assertSameInThreads(threads, network.predict(images), () -> network.predict(images));
        assertSameInThreads(threads, network.loss(images, targets), () -> network.loss(images, targets));
        NDArray one = images.get(Index.to(1));
        assertSameInThreads(threads, network.predict(one), () -> network.predict(one));
    }

    /** A layer as the model of all steps of a sequence; x has the shape (n, steps, 4). */
    private static final class Steps extends Model {
        private static final long serialVersionUID = 1;
        private final Model layer;

        Steps(Model layer) {
            this.layer = part("layer", layer);
        }

        @Override
        public Variable forward(Variable x) {
            Variable last = x;
            for (int step = 0; step < x.shape().get(1); step++) {
                last = layer.forward(x.get(Index.all(), Index.at(step)));
            }
            return last;
        }
    }

    /** A block of a transformer. */
    private static final class Block extends Model {
        private static final long serialVersionUID = 1;
        private final LayerNorm norm = part("norm", new LayerNorm(4));
        private final Attention attention = part("attention", new Attention(4, 2, RANDOM));

        @Override
        public Variable forward(Variable x) {
            return x.add(attention.forward(norm.forward(x)).invertedDropout(0.5, RANDOM))
                    .sum(1);
        }
    }

    static Stream<Model> models() {
        return Stream.of(new Steps(new LSTM(4, 6, RANDOM)), new Steps(new RNN(4, 6, RANDOM)), new Block());
    }

    @ParameterizedTest
    @MethodSource("models")
    void oneModelPredictsTheSameInEightThreads(Model model) throws Exception {
        NDArray x = RANDOM.randn(2, 9, 4);
        NDArray t = NDArray.of(0, 2);
        NDArray expected = model.predict(x);
        // The model is no part of the second network.
        for (Network network : List.of(
                new VariableNetwork(model),
                new VariableNetwork(Map.of("a", NDArray.ones(1)), (p, input) -> model.forward(input)))) {
            assertSameInThreads(8, expected, () -> network.predict(x));
            assertSameInThreads(8, network.loss(x, t), () -> network.loss(x, t));
            NDArray accuracy = NDArray.scalar(network.accuracy(x, t));
            assertSameInThreads(8, accuracy, () -> NDArray.scalar(network.accuracy(x, t)));
        }
        assertSameInThreads(8, expected, () -> model.predict(x));
        Variable input = Variable.constant(x);
        Supplier<Variable> twice = () -> model.forward(input).add(model.forward(input));
        Callable<NDArray> sequence =
                () -> model.sequence(() -> Mode.testing(twice)).value();
        assertSameInThreads(8, sequence.call(), sequence);
    }

    @Test
    void arraysAreReadTheSameInManyThreads() throws Exception {
        RandomState random = new RandomState(3);
        NDArray a = random.randn(60, 50);
        NDArray positions = random.randint(0, 60, 80);
        NDArray mask = a.gt(0);
        Stream<Function<NDArray, NDArray>> readings = Stream.of(
                x -> x.dot(x.transpose()),
                x -> x.exp().add(x.get(0)).sum(0),
                x -> x.transpose().mean(1),
                x -> x.get(positions).argmax(1),
                x -> x.get(mask),
                x -> x.astype(DType.INT64),
                x -> NDArray.scalar((long) x.toString().hashCode()),
                x -> NDArray.scalar((long) x.hashCode()));
        for (Function<NDArray, NDArray> reading : readings.toList()) {
            assertSameInThreads(4, reading.apply(a), () -> reading.apply(a));
        }
    }

    /** Each thread has its own generator, as the documentation of RandomState advises. */
    @Test
    void eachThreadHasAGeneratorOfItsOwn() throws Exception {
        NDArray expected = new RandomState(5).randn(50, 40);
        assertSameInThreads(4, expected, () -> new RandomState(5).randn(50, 40));
    }
}
