package io.github.dlfs4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.Usage;
import io.github.dlfs4j.file.Version;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.model.Embedding;
import io.github.dlfs4j.graph.model.LSTM;
import io.github.dlfs4j.graph.model.LayerNorm;
import io.github.dlfs4j.graph.model.RNN;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Dropout;
import io.github.dlfs4j.layer.IdentityWithLoss;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.LayerExamples;
import io.github.dlfs4j.layer.LeakyRelu;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.layer.Tanh;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.IdentityLayer;
import io.github.dlfs4j.network.Initialization;
import io.github.dlfs4j.network.LeNet;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.OwnNetwork;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.ThreeLayerNet;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.network.VariableNetwork;
import io.github.dlfs4j.onnx.Onnx.Option;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of ONNX, read back by a small reader of the format. The project src/it/onnx runs them in ONNX Runtime. */
class OnnxTest {
    private static final RandomState RANDOM = new RandomState(0);
    private static final Initialization HE = Initialization.he();

    @TempDir
    private Path folder;

    private static OnnxFile written(Network network, Option... options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Onnx.write(network, out, options);
        return OnnxFile.of(out.toByteArray());
    }

    private static OnnxFile written(Network network, Shape input, Option... options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Onnx.write(network, out, input, options);
        return OnnxFile.of(out.toByteArray());
    }

    private static Network ofFunction(UnaryOperator<Variable> function) {
        return new VariableNetwork(Map.of(), (none, x) -> function.apply(x));
    }

    @Test
    void aFileHasNamesAndShapesAndWhereItComesFrom() throws IOException {
        OnnxFile file = written(new TwoLayerNet(4, 3, 2, RANDOM));
        assertThat(file.value(11)).isEqualTo("input: 1 [batch, 4]");
        assertThat(file.value(12)).isEqualTo("scores: 1 [batch, 2]");
        assertThat(file.nodes())
                .containsExactly(
                        "MatMul = MatMul(input, W1)",
                        "Add = Add(MatMul, b1)",
                        "Relu = Relu(Add)",
                        "MatMul_2 = MatMul(Relu, W2)",
                        "scores = Add(MatMul_2, b2)");
        assertThat(file.constants().keySet()).containsExactly("W1", "W2", "b1", "b2");
        assertThat(file.graph().text(2)).isEqualTo(TwoLayerNet.class.getName());
        assertThat(file.model().integers(1)).containsExactly(8);
        assertThat(file.model().only(8).integers(2)).containsExactly(17);
        assertThat(file.model().text(2)).isEqualTo("dlfs4j");
        assertThat(file.model().text(3)).isEqualTo(Version.ofLibrary()).startsWith("0.");
        assertThat(file.model().only(14).texts(1)).containsExactly("dlfs4j");
        assertThat(file.model().only(14).texts(2)).containsExactly(Version.ofLibrary());
    }

    @Test
    void everyLayerIsItsOperator() throws IOException {
        Network net = new Sequential(
                Convolution.of(1, 3, 3, 2, 1, HE, RANDOM),
                BatchNormalization.of(3),
                new LeakyRelu(0.25),
                new Pooling(2, 3, 1, 1),
                BatchNormalization.of(3 * 5 * 4).withEpsilon(0.5),
                new Tanh(),
                new Dropout(0.25, RANDOM),
                Affine.of(60, 2, HE, RANDOM),
                new Sigmoid());
        OnnxFile file = written(net, Shape.of(1, 8, 8));
        assertThat(file.value(11)).isEqualTo("input: 1 [batch, 1, 8, 8]");
        assertThat(file.nodes())
                .containsExactly(
                        "Conv = Conv(input, W1, b1) kernel_shape=[3, 3] pads=[1, 1, 1, 1] strides=[2, 2]",
                        "BatchNormalization = BatchNormalization(Conv, gamma1, beta1, runningMean1, runningVariance1)"
                                + " epsilon=[1.0E-6]",
                        "LeakyRelu = LeakyRelu(BatchNormalization) alpha=[0.25]",
                        "Pad = Pad(LeakyRelu, constant)",
                        "MaxPool, positions = MaxPool(Pad) kernel_shape=[2, 3] pads=[0, 0, 0, 0] strides=[1, 1]",
                        "Reshape = Reshape(MaxPool, constant_2)",
                        "BatchNormalization_2 ="
                                + " BatchNormalization(Reshape, gamma2, beta2, runningMean2, runningVariance2)"
                                + " epsilon=[0.5]",
                        "Reshape_2 = Reshape(BatchNormalization_2, constant_3)",
                        "Tanh = Tanh(Reshape_2)",
                        "Mul = Mul(Tanh, constant_4)",
                        "Reshape_3 = Reshape(Mul, constant_5)",
                        "MatMul = MatMul(Reshape_3, W2)",
                        "Add = Add(MatMul, b2)",
                        "scores = Sigmoid(Add)");
        Map<String, NDArray> constants = file.constants();
        assertThat(constants.get("constant").toLongArray()).containsExactly(0, 0, 1, 1, 0, 0, 1, 1);
        assertThat(constants.get("constant_2").toLongArray()).containsExactly(0, 60);
        assertThat(constants.get("constant_3").toLongArray()).containsExactly(0, 3, 5, 4);
        assertThat(constants.get("constant_4")).isEqualTo(NDArray.scalar(0.75f));
        assertThat(constants.get("runningVariance2").shape()).isEqualTo(Shape.of(60));
    }

    static List<Layer> layers() throws IOException {
        return LayerExamples.ofImages();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyLayerCanBeWrittenAndRun(Layer layer) throws IOException {
        layer.forward(LayerExamples.IMAGES.mul(3).add(1)); // running statistics of its own
        Network network = new Sequential(new IdentityWithLoss(), layer);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Onnx.write(network, out, Shape.of(2, 6, 6));
        NDArray x = LayerExamples.IMAGES.astype(DType.FLOAT32);
        NDArray y = OnnxModel.read(new ByteArrayInputStream(out.toByteArray()), "layer.onnx")
                .run(x)
                .get("scores");
        assertThat(y.allClose(network.predict(x), 1e-5, 1e-5)).isTrue();
    }

    @Test
    void pixelsAreScaled() throws IOException {
        OnnxFile file = written(SimpleConvNet.initial(RANDOM), Option.PIXELS);
        assertThat(file.value(11)).isEqualTo("input: 2 [batch, 1, 28, 28]");
        assertThat(file.nodes())
                .startsWith(
                        "Cast = Cast(input) to=[1]",
                        "Div = Div(Cast, constant)",
                        "Conv = Conv(Div, W1, b1) kernel_shape=[5, 5] pads=[0, 0, 0, 0] strides=[1, 1]");
        assertThat(file.constants().get("constant")).isEqualTo(NDArray.scalar(255f));
    }

    @Test
    void probabilitiesAreAnOption() throws IOException {
        Network two = new TwoLayerNet(4, 3, 2, RANDOM);
        OnnxFile file = written(two, Option.PROBABILITIES);
        assertThat(file.value(12)).isEqualTo("probabilities: 1 [batch, 2]");
        assertThat(file.nodes()).endsWith("Add_2 = Add(MatMul_2, b2)", "probabilities = Softmax(Add_2) axis=[-1]");

        Network three = ThreeLayerNet.pretrained();
        assertThat(written(three).nodes()).endsWith("probabilities = Softmax(Add_3) axis=[-1]");
        assertThat(written(three, Option.SCORES).nodes()).endsWith("scores = Add(MatMul_3, b3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(two, Option.SCORES, Option.PROBABILITIES))
                .withMessage("outputs are either scores or probabilities");
    }

    @Test
    void weightsOfFloat64AreRounded() throws IOException {
        Sequential net = MultiLayerNet.ofSizes(4, 3).build(RANDOM);
        NDArray w = net.parameters().get("W1");
        assertThat(written(net).constants().get("W1")).isEqualTo(w.astype(DType.FLOAT32));
        w.at(1, 2).set(1e39);
        assertThatIllegalArgumentException().isThrownBy(() -> written(net)).withMessage("W1 must be finite in float32");
    }

    @Test
    void eachArrayIsWrittenOnceUnderANameOfItsOwn() throws IOException {
        Map<String, NDArray> parameters = new LinkedHashMap<>();
        parameters.put("input", RANDOM.rand(4, 4));
        parameters.put("scores", RANDOM.rand(4));
        OnnxFile file = written(new VariableNetwork(
                parameters,
                (p, x) -> x.dot(p.get("input"))
                        .dot(p.get("input"))
                        .add(p.get("scores"))
                        .relu()));
        assertThat(file.constants().keySet()).containsExactly("input_2", "scores_2");
        assertThat(file.nodes())
                .containsExactly(
                        "MatMul = MatMul(input, input_2)",
                        "MatMul_2 = MatMul(MatMul, input_2)",
                        "Add = Add(MatMul_2, scores_2)",
                        "scores = Relu(Add)");
    }

    @Test
    void whatDoesNotDependOnTheInputsIsNoOperation() throws IOException {
        NDArray w = RANDOM.rand(2, 4);
        Network network = ofFunction(x -> x.dot(Variable.of(w).mul(0.5).transpose()));
        OnnxFile file = written(network, Shape.of(4));
        assertThat(file.nodes()).containsExactly("scores = MatMul(input, constant)");
        assertThat(file.constants().get("constant"))
                .isEqualTo(w.mul(0.5).transpose().astype(DType.FLOAT32));
    }

    @Test
    void theSameNetworkMakesTheSameBytes() throws IOException {
        Network network = LeNet.pretrained();
        Path file = folder.resolve("net.onnx");
        Onnx.write(network, file);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Onnx.write(network, out);
        assertThat(file).hasBinaryContent(out.toByteArray());
    }

    @Test
    void otherLayersModelsAndNetworksAreRefusedByTheirNames() {
        class Swish extends IdentityLayer {}
        assertRefused(new Sequential(new Relu(), new Swish()), "layer 2 of 2, Swish: it");
        assertRefused(new TwoLayerNet(4, 3, 2, 1, new Swish(), RANDOM), "layer 2 of 3, Swish: it");
        assertRefused(new OwnNetwork(), "OwnNetwork");
    }

    private void assertRefused(Network network, String what) {
        Path file = folder.resolve("refused.onnx");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Onnx.write(network, file, Shape.of(4)))
                .withMessage(what + " does not say what it computes with variables");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void operationsThatONNXDoesNotHaveHereAreRefused() {
        Map<String, UnaryOperator<Variable>> functions = new LinkedHashMap<>();
        functions.put("exp of shapes [(7, 4)]", Variable::exp);
        functions.put("sum of shapes [(7, 4)]", x -> x.sum(1));
        functions.put("mean of shapes [(7, 4)]", new LayerNorm(4)::forward);
        functions.put("int64 of shapes [(7, 4)]", x -> x.astype(DType.INT64));
        functions.put("softmax of shapes [(7, 4)]", x -> x.softmax(0));
        functions.put("dot of shapes [(7, 4), (3, 4, 2)]", x -> x.dot(RANDOM.rand(3, 4, 2)));
        functions.forEach((what, function) -> assertThatIllegalArgumentException()
                .isThrownBy(() -> written(ofFunction(function), Shape.of(4)))
                .withMessage("the operation %s, in a batch of 7, cannot be written as ONNX", what));
        NDArray vector = RANDOM.rand(7);
        for (UnaryOperator<Variable> none : List.<UnaryOperator<Variable>>of(x -> x, x -> Variable.of(vector))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> written(ofFunction(none), Shape.of(4)))
                    .withMessage("no operation computes the outputs from the inputs");
        }
    }

    @Test
    void anEpsilonThatIsNoNumberOfFloat32IsRefused() {
        for (double epsilon : new double[] {1e-46, 1e39}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            written(new Sequential(BatchNormalization.of(3).withEpsilon(epsilon))))
                    .withMessage("epsilon is %s, in float32 %s", epsilon, (float) epsilon);
        }
    }

    /** Their outputs depend on the other inputs, on earlier ones, or on how many there are. */
    static List<UnaryOperator<Variable>> functionsOfAWholeBatch() {
        return List.of(
                x -> x.sub(Variable.constant(x.value().mean(0))),
                x -> x.div(x.value().max().asDouble()),
                x -> x.mul(x.shape().get(0) == 1 ? 2 : 1),
                x -> x.value().get(0, 0).asDouble() > 0.5 ? x.relu() : x.tanh(),
                x -> x.dropout(0.5, new RandomState(0)),
                Variable::ravel,
                x -> x.reshape(7, -1),
                x -> x.reshape(x.shape().get(0), 2, 2).matmul(Variable.constant(RANDOM.rand(7, 2, 2))),
                x -> x.matmul(Variable.of(RANDOM.rand(7, 4, 2))),
                x -> Variable.of(RANDOM.rand(2, 7)).dot(x),
                x -> x.add(RANDOM.rand(7, 1)),
                x -> x.pad(new int[][] {{0, 1}, {0, 0}}),
                new RNN(4, 3, RANDOM)::forward,
                new LSTM(4, 3, RANDOM)::forward);
    }

    @ParameterizedTest
    @MethodSource("functionsOfAWholeBatch")
    void aNetworkThatDoesNotComputeEachInputByItselfIsRefused(UnaryOperator<Variable> function) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(ofFunction(function), Shape.of(4)))
                .withMessage("a network that does not compute each input by itself cannot be written as ONNX");
    }

    @Test
    void theWorkFollowsTheNumberOfOperations() {
        allocatedFor(1);
        assertThat(allocatedFor(4000)).isLessThan(5 * allocatedFor(1000));
    }

    private static long allocatedFor(int operations) {
        Network network = ofFunction(x ->
                Stream.iterate(x, Variable::relu).skip(operations).findFirst().orElseThrow());
        return Usage.of(() -> written(network, Shape.of(4))).bytes();
    }

    @Test
    void theShapeOfAnInputMustBeKnownAndFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(new Sequential(new Relu())))
                .withMessage("the shape of an input is needed, as in Shape.of(1, 28, 28)");
        // Behind a product, the first weights of a network do not tell it.
        for (int inputs : new int[] {4, 5}) {
            Variable other = Variable.constant(RANDOM.rand(inputs, 4));
            Map<String, NDArray> weights = Map.of("W", RANDOM.rand(4, 3));
            Network behind = new VariableNetwork(
                    weights, (p, x) -> x.matmul(other).relu().dot(p.get("W")));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> written(behind))
                    .withMessageStartingWith("the shape of an input is needed, as in Shape.of(1, 28, 28)");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(LeNet.pretrained(), Shape.of(1, 20, 20)))
                .withMessageStartingWith("layer 7 of 9, Affine: shapes (7,");
    }

    @Test
    void anEmbeddingSaysThatItsInputsAreIntegers() {
        Network words = new VariableNetwork(new Embedding(4, 3, RANDOM));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(words))
                .withMessage("the shape of an input is needed, as in Shape.of(1, 28, 28): with (4,), an Embedding takes"
                        + " integers, the numbers of its rows, not float32");
    }

    @Test
    void aFileThatIsThereStaysWhenItsNetworkIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("net.onnx"), "before");
        assertThatIllegalArgumentException().isThrownBy(() -> Onnx.write(new Sequential(new IdentityLayer()), file));
        assertThat(file).hasContent("before");
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> Onnx.write(new TwoLayerNet(2, 2, 2, RANDOM), folder))
                .withMessageContaining("is a directory");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    }
}
