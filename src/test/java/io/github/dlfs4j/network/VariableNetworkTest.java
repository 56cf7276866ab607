package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.Journey;
import io.github.dlfs4j.graph.Mode;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.model.BatchNorm;
import io.github.dlfs4j.graph.model.Conv2d;
import io.github.dlfs4j.graph.model.Linear;
import io.github.dlfs4j.graph.model.Loss;
import io.github.dlfs4j.graph.model.MLP;
import io.github.dlfs4j.graph.model.Model;
import io.github.dlfs4j.graph.model.RNN;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableNetworkTest {
    @Test
    void aNetworkOfVariablesRefusesNumbersInsteadOfClasses() {
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
    @ValueSource(booleans = false)
    void aNetworkOfVariablesLearnsMnistLikeATwoLayerNet(boolean oneHot) throws IOException {
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
    @Tag("long")
    void aNetworkOfVariablesLearnsMnistFromOneHotLabelsToo() throws IOException {
        aNetworkOfVariablesLearnsMnistLikeATwoLayerNet(true);
    }

    @Test
    void aNetworkOfVariablesIsSavedAndRestored(@TempDir Path folder) throws IOException {
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
    void aNetworkOfVariablesKeepsItsParametersInOrder() {
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
    void aNetworkOfVariablesRefusesParametersThatCannotLearn() {
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

    /** A model that normalises by running statistics, and adds up the steps of its input. */
    private static final class Running extends Model {
        private static final long serialVersionUID = 1;

        private final RNN rnn = part("rnn", new RNN(2, 4, new RandomState(0)));
        private final Linear output = part("output", new Linear(4, 1, new RandomState(1)));
        private final NDArray mean = statistic("runningMean", NDArray.zeros(1));
        private final NDArray variance = statistic("runningVariance", NDArray.ones(1));

        @Override
        public Variable forward(Variable x) {
            if (Mode.isTraining()) {
                mean.muli(0.5).addi(x.value().mean().mul(0.5));
                variance.muli(0.5).addi(x.value().var().mul(0.5));
            }
            Variable all = x.sub(Variable.constant(mean)).div(Variable.constant(variance.sqrt()));
            Variable last = null;
            for (int step = 0; step < x.shape().get(1); step++) {
                last = rnn.forward(all.get(Index.all(), Index.at(step)));
            }
            return output.forward(last);
        }
    }

    private static Dataset sequences() {
        NDArray x = new RandomState(2).randn(24, 3, 2);
        return Dataset.of(x, x.sum(2).sum(1, true));
    }

    @Test
    void aModelLearnsToPredictNumbers() {
        Dataset data = sequences();
        VariableNetwork network = new VariableNetwork(new Running(), Loss.meanSquaredError());
        assertThat(network.parameters().keySet())
                .containsExactly("rnn/x2h/W", "rnn/x2h/b", "rnn/h2h/W", "output/W", "output/b");
        assertThat(network.state().keySet()).endsWith("runningMean", "runningVariance");
        assertThat(network.variances()).containsExactly("runningVariance");
        double before = data.loss(network);
        new Trainer(network, new Adam(0.05), Batches.shuffled(data, 8, new RandomState(3))).runEpochs(20);
        assertThat(data.loss(network)).isLessThan(before / 5);
        String refusal = "a network that ends in MeanSquaredError has a loss, but no accuracy";
        assertThatThrownBy(() -> data.accuracy(network))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(refusal);
    }

    /** Neither a prediction nor a loss changes what the next one is. */
    @Test
    void aBatchForAModelIsAWholeSequence() {
        Running model = new Running();
        VariableNetwork network = new VariableNetwork(model, Loss.meanSquaredError());
        NDArray x = new RandomState(2).randn(6, 3, 2);
        NDArray first = network.predict(x);
        network.loss(x, NDArray.ones(6, 1));
        assertThat(network.predict(x)).isEqualTo(first);
        assertThat(model.statistics().get("runningMean")).hasToString("[0.]");
        network.gradient(x, NDArray.ones(6, 1));
        assertThat(model.statistics().get("runningMean").get(0).asDouble())
                .isEqualTo(x.mean().asDouble() / 2);
        assertThat(network.predict(x)).isNotEqualTo(first);
    }

    @Test
    void aLossOfYourOwnHasTheRightGradients() {
        Loss absolute = (y, t) -> y.sub(Variable.constant(t)).abs().mean();
        Model model = new MLP(new int[] {2, 3, 2}, Variable::sigmoid, new RandomState(0));
        VariableNetwork network = new VariableNetwork(model, absolute);
        NDArray x = new RandomState(2).randn(6, 2);
        NDArray t = new RandomState(3).randn(6, 2);
        Map<String, NDArray> numerical = network.numericalGradient(x, t);
        assertThat(network.gradient(x, t))
                .hasSize(4)
                .allSatisfy((name, gradient) -> assertThat(
                                gradient.sub(numerical.get(name)).abs().max().asDouble())
                        .isLessThan(1e-8));
        assertThatThrownBy(() -> network.accuracy(x, t))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("a network that ends in a loss of its own has a loss, but no accuracy");
    }

    @Test
    void aModelClassifies() {
        NDArray x = new RandomState(2).randn(60, 2);
        Dataset data = Dataset.of(x, x.get(Index.all(), Index.at(0)).gt(0).astype(DType.INT64));
        VariableNetwork network = new VariableNetwork(new MLP(new int[] {2, 8, 2}, Variable::relu, new RandomState(0)));
        new Trainer(network, new SGD(0.5), Batches.shuffled(data, 20, new RandomState(3))).runEpochs(30);
        assertThat(data.accuracy(network)).isGreaterThan(0.95);
        assertThatThrownBy(() -> network.loss(x, NDArray.ones(3))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Nothing of a step stays with the parameters. */
    @Test
    void aGradientLeavesNoGraphBehind() {
        Model model = new MLP(new int[] {2, 3, 2}, Variable::sigmoid, new RandomState(0));
        new VariableNetwork(model).gradient(NDArray.ones(1, 2), NDArray.of(0));
        assertThatThrownBy(() -> model.parameters().get("l0/W").gradient()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFunctionDoesNotTravelWithoutItsNetwork() {
        assertThatThrownBy(() -> Journey.end(Journey.crafted(FunctionModel.class)))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("FunctionModel can be read only from its serialised form");
    }

    /** A file of ready layers is refused by the checks that refuse a stream of them. */
    @Test
    void aFileOfAModelThatNoConstructorMakesIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("network.npz");
        Map<String, String> wrong = Map.of(
                "norm/gamma", "norm/gamma must be float64 of shape (2,), not float64 of shape (2, 3)",
                "norm/runningVariance", "norm/runningVariance must not be negative",
                "conv/W", "conv/W must be float64 of shape (2, 1, 3, 3), not float64 of shape (2, 1, 0, 0)",
                "conv/b", "conv/b must be float64 of shape (2,), not float64 of shape (3,)");
        Map<String, NDArray> arrays = Map.of(
                "norm/gamma", NDArray.ones(2, 3),
                "norm/runningVariance", NDArray.of(1.0, -1.0),
                "conv/W", NDArray.ones(2, 1, 0, 0),
                "conv/b", NDArray.ones(3));
        NetworkRegistry registry = NetworkRegistry.empty().network("Images", part -> new VariableNetwork(new Images()));
        for (String name : wrong.keySet()) {
            Networks.save(file, new VariableNetwork(new Images()));
            Map<String, NDArray> saved = new LinkedHashMap<>(Npz.read(file));
            saved.replace(name, arrays.get(name));
            Npz.write(file, saved);
            assertThatThrownBy(() -> Networks.load(file, registry))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageContaining(wrong.get(name));
            assertThatThrownBy(() -> Networks.restore(file, new VariableNetwork(new Images())))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageContaining(wrong.get(name));
        }
    }

    private static final class Images extends Model {
        private static final long serialVersionUID = 1;

        private final Conv2d conv = part("conv", new Conv2d(1, 2, 3, 1, 1, new RandomState(0)));
        private final BatchNorm norm = part("norm", new BatchNorm(2));

        @Override
        public Variable forward(Variable x) {
            return norm.forward(conv.forward(x)).sum(ReductionOptions.axes(2, 3));
        }
    }

    @Test
    void aModelTravelsAndTrainsOn() throws Exception {
        Dataset data = sequences();
        VariableNetwork network = new VariableNetwork(new Running(), Loss.meanSquaredError());
        new Trainer(network, new SGD(0.05), Batches.shuffled(data, 8, new RandomState(3))).run(3);
        VariableNetwork arrived = Journey.of(network);
        for (VariableNetwork each : List.of(network, arrived)) {
            new Trainer(each, new SGD(0.05), Batches.shuffled(data, 8, new RandomState(4))).run(3);
        }
        assertThat(arrived.state()).isEqualTo(network.state());
        NDArray x = new RandomState(1).randn(5, 2);
        Model mlp = new MLP(new int[] {2, 3, 2}, Variable::sigmoid, new RandomState(0));
        assertThat(Journey.of(new VariableNetwork(mlp)).predict(x)).isEqualTo(mlp.predict(x));
    }
}
