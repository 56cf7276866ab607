package io.github.dlfs4j.graph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.graph.Graph;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.NDArrayAssert;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ready models; numbers with many digits are DeZero's. */
class LayersOfVariablesTest {
    /** Fills each parameter with sines that depend on its name. */
    private static void fill(Model model) {
        model.values()
                .forEach((name, array) -> array.at(Index.ellipsis())
                        .set(NDArray.arange(array.size())
                                .add(name.length() + name.charAt(2))
                                .astype(DType.FLOAT64)
                                .sin()
                                .reshape(array.shape().toArray())));
    }

    /** Returns the inputs of a step. */
    private static Variable inputs(int step, int columns) {
        return Variable.constant(NDArray.arange(2 * columns)
                .add(step)
                .astype(DType.FLOAT64)
                .cos()
                .reshape(2, columns));
    }

    private static Variable squaresOfThreeSteps(Model model, int columns) {
        Variable sum = Variable.of(0);
        for (int step = 0; step < 3; step++) {
            sum = sum.add(model.forward(inputs(step, columns)).pow(2).sum());
        }
        return sum;
    }

    private static void assertSumOfGradients(Model model, Map<String, Double> expected) {
        assertThat(model.gradients())
                .hasSameSizeAs(expected)
                .allSatisfy((name, gradient) ->
                        assertThat(gradient.sum().asDouble()).isCloseTo(expected.get(name), within(1e-14)));
    }

    @Test
    void anRnnComputesAsDeZero() {
        RNN rnn = new RNN(3, 3, new RandomState(0));
        fill(rnn);
        Variable loss = squaresOfThreeSteps(rnn, 3);
        loss.backward();
        assertThat(loss.value().asDouble()).isCloseTo(6.295381675330987, within(1e-14));
        assertSumOfGradients(
                rnn, Map.of("h2h/W", 0.33619062820088674, "x2h/W", -0.24027068567544957, "x2h/b", -0.5967201876163344));
    }

    @Test
    void anLstmComputesAsDeZero() {
        LSTM lstm = new LSTM(2, 3, new RandomState(0));
        fill(lstm);
        Variable loss = squaresOfThreeSteps(lstm, 2);
        loss.backward();
        assertThat(loss.value().asDouble()).isCloseTo(0.4472061180889569, within(1e-14));
        assertSumOfGradients(
                lstm,
                Map.ofEntries(
                        Map.entry("h2f/W", 0.020876913907226898),
                        Map.entry("h2i/W", 0.03443724946863644),
                        Map.entry("h2o/W", 0.0501152513590481),
                        Map.entry("h2u/W", 0.033143280640360276),
                        Map.entry("x2f/W", -0.12581533075738272),
                        Map.entry("x2f/b", 0.13861081175891593),
                        Map.entry("x2i/W", -0.19909606126321527),
                        Map.entry("x2i/b", 0.419626537859657),
                        Map.entry("x2o/W", -0.3149279370602775),
                        Map.entry("x2o/b", 0.3898318855519386),
                        Map.entry("x2u/W", -0.12334299132133866),
                        Map.entry("x2u/b", 0.4462946388381485)));
    }

    /** Sequences of a batch, for example, are two axes before that of the inputs. */
    @Test
    void aLinearLayerTakesAnyAxesBeforeItsInputs() {
        Linear linear = new Linear(3, 2, new RandomState(0));
        NDArray x = new RandomState(1).randn(4, 5, 3);
        Variable y = linear.forward(Variable.constant(x));
        NDArray rows = linear.predict(x.reshape(20, 3));
        NDArrayAssert.assertThat(y.value()).isEqualTo(rows.reshape(4, 5, 2));
        NDArrayAssert.assertThat(linear.predict(x.get(0, 0))).isEqualTo(rows.get(0));
        y.sum().backward();
        NDArrayAssert.assertThat(linear.gradients().get("b")).hasElements(20, 20);
    }

    @Test
    void aLinearLayerMayHaveNoBias() {
        NDArray x = new RandomState(1).randn(4, 3);
        NDArray y = new Linear(3, 2, new RandomState(0)).predict(x);
        Linear linear = Linear.withoutBias(3, 2, new RandomState(0));
        NDArrayAssert.assertThat(linear.predict(x)).isEqualTo(y);
        assertThat(linear.parameters().keySet()).containsExactly("W");
    }

    @Test
    void aPerceptronOfSizesAloneHasReLU() {
        NDArray x = new RandomState(1).randn(4, 3);
        NDArray y = new MLP(new int[] {3, 5, 2}, Variable::relu, new RandomState(0)).predict(x);
        NDArrayAssert.assertThat(new MLP(new RandomState(0), 3, 5, 2).predict(x))
                .isEqualTo(y);
    }

    /** DeZero's step 44, with weights of float64. */
    @Test
    void anMlpOfTwoLayersLearnsAsDeZero() {
        RandomState random = new RandomState(0);
        NDArray x = random.rand(100, 1);
        NDArray y = x.mul(2 * Math.PI).sin().add(random.rand(100, 1));
        MLP model = new MLP(new int[] {1, 10, 1}, Variable::sigmoid, random);
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i <= 500; i++) {
            Variable loss = Loss.meanSquaredError().of(model.forward(Variable.constant(x)), y);
            loss.backward();
            model.parameters()
                    .values()
                    .forEach(p -> p.value().subi(p.gradient().value().mul(0.2)));
            losses.add(loss.value().asDouble());
        }
        assertThat(losses.get(0)).isCloseTo(0.8165178386036895, within(1e-13));
        assertThat(losses.get(500)).isCloseTo(0.25135688909462023, within(1e-11));
    }

    @Test
    void theStateOfARecurrentLayerIsKeptUntilItIsReset() {
        for (Model model : List.of(new RNN(2, 3, new RandomState(0)), new LSTM(2, 3, new RandomState(0)))) {
            Variable x = inputs(0, 2);
            NDArray first = model.forward(x).value();
            NDArray second = model.forward(x).value();
            assertThat(second).isNotEqualTo(first);
            model.resetState();
            assertThat(model.forward(x).value()).isEqualTo(first);
            Model whole = new Model() {
                private static final long serialVersionUID = 1;

                private final Model inner = part("inner", model);

                @Override
                public Variable forward(Variable x) {
                    return inner.forward(x);
                }
            };
            whole.resetState();
            assertThat(whole.forward(x).value()).isEqualTo(first);
        }
    }

    @Test
    void aPredictionIsASequenceOfItsOwn() {
        for (Model model : List.of(new RNN(2, 3, new RandomState(0)), new LSTM(2, 3, new RandomState(0)))) {
            Variable x = inputs(0, 2);
            NDArray first = model.forward(x).value();
            assertThat(model.predict(x.value())).isEqualTo(first);
            NDArray second = model.sequence(() -> {
                model.forward(x);
                assertThat(model.predict(x.value())).isEqualTo(first);
                return model.forward(x).value();
            });
            assertThat(model.forward(x).value()).isEqualTo(second).isNotEqualTo(first);
        }
    }

    /** The state goes on, but its graph ends where it was cut off. */
    @Test
    void backpropagationThroughTimeIsTruncated() {
        for (Model model : List.of(new RNN(2, 3, new RandomState(0)), new LSTM(2, 3, new RandomState(0)))) {
            Variable whole = squaresOfThreeSteps(model, 2);
            long lines = Graph.of(whole).toString().lines().count();
            whole.backward();
            whole.unchainBackward();
            Variable next = squaresOfThreeSteps(model, 2);
            assertThat(Graph.of(next).toString().lines().count()).isBetween(lines, lines + 20);
            assertThat(next.value()).isNotEqualTo(whole.value());
            next.backward();
            assertThat(model.gradients()).isNotEmpty();
        }
    }

    @Test
    void anEmbeddingAddsUpTheGradientsOfARow() {
        Embedding words = new Embedding(3, 2, new RandomState(0));
        assertThat(words.values().get("W")).isEqualTo(new RandomState(0).randn(3, 2));
        words.forward(Variable.constant(NDArray.of(new int[][] {{2, 0}, {2, 2}})))
                .sum()
                .backward();
        assertThat(words.gradients().get("W")).hasToString("[[1. 1.]\n [0. 0.]\n [3. 3.]]");
        assertThat(words.predict(NDArray.of(new int[][] {{2, 0}, {2, 2}})).shape())
                .hasToString("(2, 2, 2)");
        assertThatThrownBy(() -> words.predict(NDArray.of(7))).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aConvolutionFiltersAsTheLayerDoes() {
        for (DType dtype : new DType[] {DType.FLOAT64, DType.FLOAT32}) {
            Conv2d model = new Conv2d(2, 3, 3, 2, 1, new RandomState(0), dtype);
            Map<String, NDArray> parameters = model.values();
            assertThat(parameters.get("W"))
                    .isEqualTo(new RandomState(0)
                            .randn(3, 2, 3, 3)
                            .mul(Math.sqrt(1.0 / 18))
                            .astype(dtype));
            Convolution layer = new Convolution(parameters.get("W"), parameters.get("b"), 2, 1);
            NDArray images = new RandomState(1).randn(2, 2, 7, 6).astype(dtype);
            Variable y = model.forward(Variable.constant(images));
            assertThat(y.value()).isEqualTo(layer.forward(images));
            y.backward(y.value());
            layer.backward(y.value());
            double most = dtype == DType.FLOAT64 ? 1e-12 : 1e-4;
            assertThat(model.gradients())
                    .hasSize(2)
                    .allSatisfy((name, gradient) -> assertThat(
                                    gradient.sub(layer.gradients().get(name))
                                            .abs()
                                            .max()
                                            .asDouble())
                            .isLessThan(most));
        }
    }

    @Test
    void batchNormalizationLearnsRunningAveragesAndTestsWithThem() {
        BatchNorm model = new BatchNorm(2, DType.FLOAT32);
        NDArray x = new RandomState(1).randn(50, 2).mul(3).add(5).astype(DType.FLOAT32);
        NDArray before = model.predict(x);
        Variable y = model.forward(Variable.constant(x));
        assertThat(y.value().mean(0).abs().max().asDouble()).isLessThan(1e-6);
        assertThat(y.value().dtype()).isEqualTo(DType.FLOAT32);
        assertThat(before.mean().asDouble()).isCloseTo(x.mean().asDouble(), within(1e-3));
        for (int i = 0; i < 200; i++) {
            model.forward(Variable.constant(x));
        }
        assertThat(model.predict(x).sub(y.value()).abs().max().asDouble()).isLessThan(0.05);
        assertThat(model.statistics()
                        .get("runningMean")
                        .sub(x.mean(0))
                        .abs()
                        .max()
                        .asDouble())
                .isLessThan(1e-4);
        y.sum().backward();
        assertThat(model.gradients().get("beta")).hasToString("[50. 50.]");
    }

    @Test
    void layersOfVariablesDescribeThemselves() {
        RandomState random = new RandomState(0);
        assertThat(List.of(
                        new Linear(2, 3, random),
                        new Linear(NDArray.zeros(2, 3), null),
                        new MLP(new int[] {2, 3, 4}, Variable::relu, random),
                        new RNN(2, 3, random),
                        new LSTM(2, 3, random),
                        new Embedding(2, 3, random),
                        new Conv2d(2, 3, 5, 1, 2, random),
                        new BatchNorm(3)))
                .extracting(Model::toString)
                .containsExactly(
                        "Linear(2, 3)",
                        "Linear(2, 3, bias=false)",
                        "MLP(2, 3, 4)",
                        "RNN(2, 3)",
                        "LSTM(2, 3)",
                        "Embedding(2, 3)",
                        "Conv2d(2, 3, 5, stride=1, padding=2)",
                        "BatchNorm(3)");
    }

    /** NumPy takes bools as a mask; they are no numbers of rows. */
    @Test
    void anEmbeddingTakesIntegersAlone() {
        Embedding words = new Embedding(2, 3, new RandomState(0));
        assertThat(words.predict(NDArray.of(1, 0).astype(DType.UINT8))).isEqualTo(words.predict(NDArray.of(1, 0)));
        for (NDArray wrong : List.of(NDArray.of(true, false), NDArray.of(1.0, 0.0))) {
            assertThatThrownBy(() -> words.predict(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("an Embedding takes integers, the numbers of its rows, not " + wrong.dtype());
        }
    }

    @Test
    void layersOfVariablesRefuseShapesThatDoNotFit() {
        assertThatThrownBy(() -> new Linear(NDArray.zeros(2), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("W must be a matrix, not of shape (2,)");
        assertThatThrownBy(() -> new Linear(NDArray.zeros(2, 3), NDArray.zeros(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("b must have the shape (3,), not (2,)");
        assertThatThrownBy(() -> new Embedding(NDArray.zeros(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("W must be a matrix, not of shape (2,)");
        RandomState random = new RandomState(0);
        for (int[] wrong : new int[][] {{3, 0, 0}, {3, 1, -5}, {0, 1, 0}}) {
            assertThatThrownBy(() -> new Conv2d(1, 1, wrong[0], wrong[1], wrong[2], random))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "a window needs a positive size and stride and no negative padding, not %dx%<d, stride"
                                    + " %d, padding %d",
                            wrong[0], wrong[1], wrong[2]);
        }
        assertThatThrownBy(() -> new Linear(2, 3, random, DType.INT64)).isInstanceOf(IllegalArgumentException.class);
        assertThat(random.rand(1)).as("nothing was drawn").isEqualTo(new RandomState(0).rand(1));
        assertThatThrownBy(() -> new MLP(new int[] {3}, Variable::relu, new RandomState(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an MLP needs a number of inputs and one of outputs, not [3]");
        assertThatThrownBy(() -> Loss.meanSquaredError().of(Variable.of(NDArray.zeros(2, 1)), NDArray.zeros(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("targets must have the shape (2, 1) of the outputs, not (2,)");
    }
}
