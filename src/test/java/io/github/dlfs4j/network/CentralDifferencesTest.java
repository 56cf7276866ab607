package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.gradient.NumericalGradient;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast numerical gradients of the network agree with their definition, {@link NumericalGradient}. */
class CentralDifferencesTest {
    private static final double RELATIVE = 1e-6;
    private static final double ABSOLUTE = 1e-9;

    private static Layer activation(String name) {
        return name.equals("relu") ? new Relu() : new Sigmoid();
    }

    /** Returns inputs like images: most elements are 0, and the others are between 0 and the largest. */
    private static NDArray images(RandomState random, int batch, int inputs, double largest) {
        NDArray x = random.uniform(-largest, largest, batch, inputs);
        return x.maximum(0);
    }

    private static NDArray labels(RandomState random, int batch, int outputs) {
        return random.randint(0, outputs, batch);
    }

    private static void assertIsPlain(TwoLayerNet net, NDArray x, NDArray t) {
        Map<String, NDArray> gradients = net.numericalGradient(x, t);
        assertThat(gradients.keySet()).containsExactly("W1", "b1", "W2", "b2");
        net.parameters().forEach((name, parameter) -> {
            NDArray plain = NumericalGradient.of(changed -> net.loss(x, t), parameter);
            NDArray gradient = gradients.get(name);
            assertThat(gradient.shape()).isEqualTo(plain.shape());
            for (int[] index : plain.indices()) {
                assertIsClose(gradient.getDouble(index), plain.getDouble(index), name, index);
            }
        });
    }

    private static void assertIsClose(double actual, double plain, String name, int... index) {
        assertThat(actual)
                .as("%s %s", name, Arrays.toString(index))
                .isCloseTo(plain, within(Math.max(ABSOLUTE, RELATIVE * Math.abs(plain))));
    }

    static Stream<Arguments> networks() {
        int[][] sizes = {{1, 1, 2, 1}, {3, 2, 2, 1}, {7, 4, 3, 5}, {5, 1, 4, 9}, {20, 12, 10, 16}};
        return Stream.of("relu", "sigmoid")
                .flatMap(name -> Stream.of(sizes).map(s -> Arguments.of(name, s[0], s[1], s[2], s[3])));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void fastGradientsAgreeForNetworksOfAnySize(String activation, int inputs, int hidden, int outputs, int batch) {
        RandomState random = new RandomState(5);
        TwoLayerNet net = new TwoLayerNet(inputs, hidden, outputs, 0.5, activation(activation), random);
        net.parameters().get("b1").addi(random.uniform(-1, 1, hidden));
        net.parameters().get("b2").addi(random.uniform(-1, 1, outputs));
        NDArray x = images(random, batch, inputs, 1);
        NDArray t = labels(random, batch, outputs);
        assertIsPlain(net, x, t);
        assertIsPlain(net, x, NDArray.eye(outputs).get(t));
    }

    /** Large weights give probabilities of 0 and 1; with large inputs, a change of 0.0001 changes the scores much. */
    @ParameterizedTest
    @CsvSource({
        "relu, 2, 1",
        "relu, 20, 1",
        "relu, 1, 255",
        "relu, 1, 1e4",
        "relu, 1e-3, 1e-3",
        "sigmoid, 2, 1",
        "sigmoid, 20, 1",
        "sigmoid, 1, 255",
        "sigmoid, 300, 1",
        "sigmoid, 1e-3, 1e-3",
        "sigmoid, 1e3, 1e-3"
    })
    void fastGradientsAgreeForWeightsAndInputsOfAnyScale(String activation, double deviation, double largest) {
        RandomState random = new RandomState(6);
        TwoLayerNet net = new TwoLayerNet(6, 5, 4, deviation, activation(activation), random);
        NDArray x = images(random, 8, 6, largest);
        NDArray t = labels(random, 8, 4);
        assertIsPlain(net, x, t);
        assertIsPlain(net, x, NDArray.eye(4).get(t));
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "sigmoid"})
    void fastGradientsAgreeForTargetsBetweenZeroAndOne(String activation) {
        RandomState random = new RandomState(7);
        TwoLayerNet net = new TwoLayerNet(4, 5, 3, 1, activation(activation), random);
        NDArray t = random.rand(6, 3);
        assertIsPlain(net, random.randn(6, 4), t.div(t.sum(1, true)));
    }

    @Test
    void fastGradientsAgreeForOneInputAndForImages() {
        RandomState random = new RandomState(8);
        TwoLayerNet net = new TwoLayerNet(6, 5, 3, 1, new Sigmoid(), random);
        assertIsPlain(net, random.rand(6), NDArray.scalar(1));
        assertIsPlain(net, random.rand(6), NDArray.of(0, 0, 1));
        assertIsPlain(net, random.rand(4, 1, 2, 3), NDArray.of(2, 1, 0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLOAT32", "UINT8", "INT64", "BOOL"})
    void fastGradientsAgreeForInputsOfAnyDtype(DType dtype) {
        RandomState random = new RandomState(9);
        TwoLayerNet net = new TwoLayerNet(6, 5, 3, 1, new Relu(), random);
        NDArray x = random.randint(0, 3, 4, 6).astype(dtype);
        assertIsPlain(net, x, NDArray.of(new byte[] {2, 1, 0, 2}));
        assertIsPlain(net, x.transpose().copy().transpose(), NDArray.of(2, 1, 0, 2));
    }

    /** The network does not know this layer, so it uses the definition. */
    @Test
    void fastGradientsAgreeForALayerThatMixesItsInputs() {
        class Centring implements Layer {
            @Override
            public NDArray forward(NDArray x) {
                return x.sub(x.mean(1, true));
            }

            @Override
            public NDArray backward(NDArray dout) {
                return dout.sub(dout.mean(1, true));
            }
        }
        RandomState random = new RandomState(10);
        TwoLayerNet net = new TwoLayerNet(4, 3, 3, 1, new Centring(), random);
        assertIsPlain(net, random.randn(5, 4), labels(random, 5, 3));
    }

    @ParameterizedTest
    @CsvSource({"W1, NaN", "b1, Infinity", "W2, -Infinity", "b2, -Infinity"})
    void fastGradientsAgreeForNumbersThatAreNotFinite(String name, double value) {
        RandomState random = new RandomState(11);
        TwoLayerNet net = new TwoLayerNet(3, 2, 2, 1, new Sigmoid(), random);
        net.parameters().get(name).reshape(-1).at(0).set(value);
        NDArray x = NDArray.of(new double[][] {{0, 1, 2}, {1, 0, 0}});
        NDArray t = NDArray.of(1, 1);
        Map<String, NDArray> gradients = net.numericalGradient(x, t);
        net.parameters()
                .forEach((key, parameter) -> assertThat(gradients.get(key))
                        .as(key)
                        .isEqualTo(NumericalGradient.of(changed -> net.loss(x, t), parameter)));
    }

    @Test
    void fastGradientsChangeNeitherParametersNorInputs() {
        RandomState random = new RandomState(12);
        TwoLayerNet net = new TwoLayerNet(5, 4, 3, 1, new Relu(), random);
        Map<String, NDArray> before = new HashMap<>(net.parameters());
        before.replaceAll((name, parameter) -> parameter.copy());
        NDArray x = random.rand(6, 5);
        NDArray t = labels(random, 6, 3);
        NDArray copyOfX = x.copy();
        NDArray copyOfT = t.copy();
        net.numericalGradient(x, t);
        assertThat(net.parameters()).isEqualTo(before);
        assertThat(x).isEqualTo(copyOfX);
        assertThat(t).isEqualTo(copyOfT);
    }

    @Test
    void fastGradientsRefuseInputsAndTargetsThatDoNotFit() {
        TwoLayerNet net = new TwoLayerNet(3, 2, 2, new RandomState(0));
        assertThatThrownBy(() -> net.numericalGradient(NDArray.ones(1, 4), NDArray.of(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shapes (1,4) and (3,2) not aligned: 4 (dim 1) != 3 (dim 0)");
        assertThatThrownBy(() -> net.numericalGradient(NDArray.ones(1, 3), NDArray.of(2)))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("label 2 is out of bounds for 2 classes");
    }

    @Test
    void fastGradientsHaveTheSameBitsOnAnyNumberOfThreads() throws Exception {
        RandomState random = new RandomState(13);
        TwoLayerNet net = new TwoLayerNet(40, 10, 10, 1, new Sigmoid(), random);
        NDArray x = images(random, 30, 40, 1);
        NDArray t = labels(random, 30, 10);
        Map<String, NDArray> one = onThreads(1, net, x, t);
        assertThat(onThreads(2, net, x, t)).isEqualTo(one);
        assertThat(onThreads(3, net, x, t)).isEqualTo(one);
    }

    /** A parallel stream uses the threads of the pool in which it is started. */
    private static Map<String, NDArray> onThreads(int threads, TwoLayerNet net, NDArray x, NDArray t) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> net.numericalGradient(x, t)).get();
        } finally {
            pool.shutdown();
        }
    }

    /** Checks about a hundred of the 39,760 elements of the book's network, since the definition is slow. */
    @ParameterizedTest
    @ValueSource(strings = {"relu", "sigmoid"})
    void fastGradientsAgreeForTheBooksNetwork(String activation) {
        RandomState random = new RandomState(14);
        TwoLayerNet net = new TwoLayerNet(784, 50, 10, 0.1, activation(activation), random);
        NDArray x = images(random, 100, 784, 1);
        NDArray t = labels(random, 100, 10);
        Map<String, NDArray> gradients = net.numericalGradient(x, t);
        Random positions = new Random(15);
        net.parameters().forEach((name, parameter) -> {
            for (int n = 0; n < 30; n++) {
                int[] index = IntStream.of(parameter.shape().toArray())
                        .map(positions::nextInt)
                        .toArray();
                double plain = NumericalGradient.partial(changed -> net.loss(x, t), parameter, index);
                assertIsClose(gradients.get(name).getDouble(index), plain, name, index);
            }
        });
    }
}
