package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BothKernels
class VariableNetworkTest {
    @Test
    void refusesNumbersInsteadOfClasses() {
        Network network = new VariableNetwork(Map.of("W", NDArray.ones(2, 1)), (p, x) -> x.dot(p.get("W")));
        NDArray x = NDArray.ones(3, 2);
        String message = "softmax needs scores of at least 2 classes, not the shape (3, 1)";
        assertThatThrownBy(() -> network.loss(x, NDArray.ones(3, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> network.gradient(x, NDArray.ones(3, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static final int STEPS = 300;

    /** Returns the network of section 5.7 as parameters and a function, with the first weights of the other network. */
    private static VariableNetwork twoLayers(TwoLayerNet begin) {
        Map<String, NDArray> copies = new LinkedHashMap<>();
        begin.parameters().forEach((name, parameter) -> copies.put(name, parameter.copy()));
        return new VariableNetwork(copies, VariableNetworkTest::scores);
    }

    private static Variable scores(Map<String, Variable> p, Variable x) {
        Variable hidden = x.dot(p.get("W1")).add(p.get("b1")).relu();
        return hidden.dot(p.get("W2")).add(p.get("b2"));
    }

    private static List<Double> losses(Network network, Dataset images, long seed) {
        List<Double> losses = new ArrayList<>();
        Trainer trainer = new Trainer(network, new SGD(0.1), Batches.random(images, 100, new RandomState(seed)));
        trainer.every(1, t -> losses.add(t.loss().asDouble()));
        trainer.run(STEPS);
        return losses;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void learnsMnistLikeATwoLayerNet(boolean oneHot) throws IOException {
        Mnist mnist = Mnist.options().oneHotLabel(oneHot).load();
        Dataset images = Dataset.of(mnist.trainImages(), mnist.trainLabels());
        TwoLayerNet layers = new TwoLayerNet(784, 50, 10, new RandomState(0));
        VariableNetwork variables = twoLayers(layers);
        List<Double> expected = losses(layers, images, 1);
        List<Double> actual = losses(variables, images, 1);
        assertThat(expected.get(STEPS - 1)).isLessThan(0.7);
        for (int step = 0; step < STEPS; step++) {
            assertThat(actual.get(step)).as("step %d", step).isCloseTo(expected.get(step), within(1e-12));
        }
        NDArray test = mnist.testImages();
        assertThat(variables.accuracy(test, mnist.testLabels())).isEqualTo(layers.accuracy(test, mnist.testLabels()));
    }

    @Test
    void isSavedAndRestored(@TempDir Path folder) throws IOException {
        RandomState random = new RandomState(0);
        Dataset data = Dataset.of(random.randn(40, 3), random.randint(0, 2, 40));
        TwoLayerNet begin = new TwoLayerNet(3, 4, 2, random);
        VariableNetwork network = twoLayers(begin);
        VariableNetwork other = twoLayers(begin);
        Trainer trainer = new Trainer(network, new Adam(0.01), Batches.shuffled(data, 8, new RandomState(1)));
        trainer.run(7);
        trainer.save(folder.resolve("state.npz"));
        Trainer resumed = new Trainer(other, new Adam(0.01), Batches.shuffled(data, 8, new RandomState(2)));
        resumed.resume(folder.resolve("state.npz"));
        trainer.run(9);
        resumed.run(9);
        assertThat(other.parameters()).isEqualTo(network.parameters());
    }

    @Test
    void keepsItsParametersInOrderAndDoesNotCopyThem() {
        NDArray w = NDArray.zeros(2, 2);
        Map<String, NDArray> parameters = new LinkedHashMap<>(Map.of("W", w));
        VariableNetwork network = new VariableNetwork(parameters, (p, x) -> x.dot(p.get("W")));
        parameters.clear();
        assertThat(network.parameters().get("W")).isSameAs(w);
        w.at(0, 1).set(5);
        assertThat(network.predict(NDArray.of(new int[][] {{1, 1}}))).hasToString("[[0. 5.]]");
        assertThatThrownBy(() -> network.parameters().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesParametersThatCannotLearn() {
        assertThatThrownBy(() -> new VariableNetwork(Map.of("W", NDArray.of(1, 2)), (p, x) -> x))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "a variable needs an array of float64 or float32, not int64; use astype first, or constant");
        Map<String, NDArray> parameters = Map.of("W", NDArray.zeros(2, 2), "V", NDArray.zeros(2, 2));
        VariableNetwork network = new VariableNetwork(parameters, (p, x) -> x.dot(p.get("W")));
        assertThatThrownBy(() -> network.gradient(NDArray.ones(1, 2), NDArray.of(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("V has no gradient: no backward of a result that depends on it came before");
    }
}
