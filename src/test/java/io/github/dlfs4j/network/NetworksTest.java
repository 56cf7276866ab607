package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.github.dlfs4j.BookFile;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.IdentityWithLoss;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.LeakyRelu;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.layer.Tanh;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.state.SavedText;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NetworksTest {
    private final RandomState random = new RandomState(4);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("network.npz");
    }

    /** Recorded in Python, of {@code np.arange(6).reshape(2, 3) / 10} and {@code np.array([0.5, -0.0, 2])}. */
    @Test
    void theDigestIsThatOfTheParametersAsNumPySavesThem() {
        Affine affine = new Affine(NDArray.arange(6).reshape(2, 3).div(10), NDArray.of(0.5, -0.0, 2));
        assertThat(Networks.sha256(new Sequential(new IdentityWithLoss(), affine)))
                .isEqualTo("a4323a1ea779f920301df51fee958215aa42ec81ea7a1d48bb45385e587b0774");
    }

    /** Returns a network of each kind, for 4 inputs and 3 outputs, or for images of 8x8. */
    static Stream<Network> networks() {
        RandomState random = new RandomState(3);
        MultiLayerNet plan = MultiLayerNet.ofSizes(4, 6, 5, 3);
        return Stream.of(
                new TwoLayerNet(4, 5, 3, random),
                new TwoLayerNet(4, 5, 3, 0.01, new Sigmoid(), random),
                new TwoLayerNet(4, 5, 3, 1, new LeakyRelu(0.2), random),
                new ThreeLayerNet(plan.build(random).parameters()),
                plan.build(random),
                plan.batchNormalization().dropout(0.25).weightDecay(1e-5).build(random),
                plan.activation(Tanh::new).lastLayer(IdentityWithLoss::new).build(random),
                new Sequential(
                        Affine.of(4, 3, Initialization.he(), random),
                        BatchNormalization.of(3).withEpsilon(0.001)),
                SimpleConvNet.ofImages(1, 8, 8)
                        .filters(2, 3)
                        .padding(1)
                        .hidden(7)
                        .classes(3)
                        .build(random));
    }

    private static NDArray inputs(Network network) {
        boolean images = network.parameters().get("W1").ndim() == 4;
        return images ? new RandomState(1).randn(9, 1, 8, 8) : new RandomState(1).randn(9, 4);
    }

    private static NDArray targets(Network network) {
        boolean numbers =
                network instanceof Sequential layers && !layers.lastLayer().classifies();
        return numbers ? new RandomState(2).randn(9, 3) : new RandomState(2).randint(0, 3, 9);
    }

    private static void assertIs(Network loaded, Network network) {
        assertThat(loaded).isExactlyInstanceOf(network.getClass()).hasToString(network.toString());
        assertThat(loaded.state()).isEqualTo(network.state());
        NDArray x = inputs(network);
        assertThat(loaded.predict(x)).isEqualTo(network.predict(x));
        assertThat(loaded.loss(x, targets(network))).isEqualTo(network.loss(x, targets(network)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aSavedNetworkIsLoaded(Network network) throws IOException {
        Networks.save(file, network);
        assertIs(Networks.load(file), network);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theNetworkOfACheckpointIsLoadedAndTrained(Network network) throws IOException {
        Dataset data = Dataset.of(inputs(network), targets(network));
        Trainer trainer = new Trainer(network, new Adam(0.01), Batches.shuffled(data, 4, random));
        trainer.run(5);
        trainer.save(file);
        Network loaded = Networks.load(file);
        assertIs(loaded, network);
        Map<String, NDArray> gradients = loaded.gradient(inputs(network), targets(network));
        assertThat(gradients.keySet())
                .containsExactlyElementsOf(network.parameters().keySet());
    }

    @Test
    void aSavedNetworkKeepsFloat32() throws IOException {
        ThreeLayerNet network = ThreeLayerNet.pretrained();
        Networks.save(file, network);
        assertThat(Networks.load(file).parameters().get("W1").dtype()).isEqualTo(DType.FLOAT32);
    }

    @Nested
    class RecognisesWithoutAnArchitecture {
        private void write(String prefix, Network network, Map<String, NDArray> others) throws IOException {
            Map<String, NDArray> arrays = new LinkedHashMap<>(others);
            network.state().forEach((name, array) -> arrays.put(prefix + name, array));
            Npz.write(file, arrays);
        }

        private Map<String, NDArray> checkpoint(String description) {
            return Map.of(
                    "format", SavedText.bytes("dlfs4j checkpoint 1"), "description", SavedText.bytes(description));
        }

        @Test
        void parametersWithoutAnArchitectureAreRecognised() throws IOException {
            for (Network network : new Network[] {
                new TwoLayerNet(4, 5, 3, random),
                new ThreeLayerNet(
                        MultiLayerNet.ofSizes(4, 6, 5, 3).build(random).parameters()),
                MultiLayerNet.ofSizes(4, 6, 5, 2, 3).build(random),
                MultiLayerNet.ofSizes(4, 6, 3).batchNormalization().build(random)
            }) {
                write("", network, Map.of());
                assertIs(Networks.load(file), network);
            }
        }

        @Test
        void checkpointsOfTheMainJobAreRecognised() throws IOException {
            Network network = MultiLayerNet.ofSizes(4, 6, 5, 3)
                    .dropout(0.25)
                    .weightDecay(1e-4)
                    .build(random);
            String options = "--network multi-layer --hidden 6,5 --dropout 0.25 --weight-decay 1.0E-4 --optimizer sgd";
            write("network/", network, checkpoint(options));
            assertIs(Networks.load(file), network);
            Network plain = MultiLayerNet.ofSizes(4, 6, 5, 3).build(random);
            write("network/", plain, checkpoint("--network multi-layer --hidden 6,5"));
            assertIs(Networks.load(file), plain);
        }

        @Test
        void theBooksConvNetsAreRecognised() throws IOException {
            Sequential simple = SimpleConvNet.initial(random);
            write("", simple, Map.of());
            assertThat(Networks.load(file)).hasToString(simple.toString());
            Sequential deep = DeepConvNet.initial(random);
            write("network/", deep, checkpoint("--network deep-conv"));
            assertThat(Networks.load(file)).hasToString(deep.toString());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "SAMPLE_WEIGHT | ThreeLayerNet(784, 50, 100, 10)",
                    "SIMPLE_CONV_NET | Sequential(Convolution(30, 1, 5, 5, stride=1, padding=0), Relu,",
                    "DEEP_CONV_NET | Sequential(Convolution(16, 1, 3, 3, stride=1, padding=1), Relu,"
                })
        void theBooksPicklesAreRecognised(BookFile pickle, String text) throws IOException {
            assertThat(Networks.load(pickle.orSimilar(folder)).toString()).startsWith(text);
        }
    }

    /** The name of the file does not matter. */
    @Test
    void anArchiveOfANetworkIsRecognisedByItsContent() throws IOException {
        Networks.save(file, new TwoLayerNet(4, 5, 3, random));
        Path other = Files.copy(file, folder.resolve("network"));
        assertThat(Networks.load(other)).hasToString("TwoLayerNet(4, 5, 3, Relu)");
    }

    @Test
    void savedFilesAreLoadedByConvNets() throws IOException {
        Sequential network = SimpleConvNet.initial(random);
        Networks.save(file, network);
        assertThat(SimpleConvNet.load(file).parameters()).isEqualTo(network.parameters());
    }

    @Nested
    class Refuses {
        private void assertRefused(String... parts) {
            assertThatThrownBy(() -> Networks.load(file))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageStartingWith(file.toString())
                    .hasMessageContainingAll(parts);
        }

        private void change(String name, NDArray array) throws IOException {
            Networks.save(file, new TwoLayerNet(4, 5, 3, random));
            Map<String, NDArray> arrays = new LinkedHashMap<>(Npz.read(file));
            arrays.put(name, array);
            Npz.write(file, arrays);
        }

        @ParameterizedTest
        @CsvSource({
            "mnist.pt, found a PyTorch file; read it with TorchFile",
            "reference.safetensors, found a safetensors file; read it with Safetensors"
        })
        void filesOfOtherClassesAreRefusedAsNetworks(String name, String message) throws IOException {
            for (Path copy : List.of(file, folder.resolve(name))) {
                file = Files.copy(Path.of("src", "test", "resources", "torch", name), copy);
                assertRefused(message);
            }
        }

        @Test
        void filesThatHoldNoNetworkAreRefused() throws IOException {
            Npz.write(file, Map.of("x", NDArray.zeros(3)));
            assertRefused("expected a network of this library, found arrays named [x]");
            Npz.write(file, Map.of("W1", NDArray.zeros(3, 4)));
            assertRefused("expected a network of this library, found parameter b1 is missing");
            Npz.write(file, Map.of("W1", NDArray.zeros(2, 1, 3, 3), "b1", NDArray.zeros(2)));
            assertRefused("expected a network of this library, found arrays named");
            Files.writeString(file, "hello");
            assertRefused("expected");
            file = folder.resolve("network.txt");
            Files.writeString(file, "hello");
            assertRefused("expected");
            Files.writeString(file, "");
            assertRefused("expected");
        }

        @Test
        void laterCheckpointsAreRefusedAsNetworks() throws IOException {
            Npz.write(file, Map.of("format", SavedText.bytes("dlfs4j checkpoint 2")));
            assertRefused("expected dlfs4j checkpoint 1, found dlfs4j checkpoint 2");
        }

        @Test
        void layersAndNetworksOfOthersAreRefused() throws IOException {
            Layer own = new IdentityLayer() {}; // without a name of its own
            Affine affine = Affine.of(4, 3, Initialization.he(), random);
            Networks.save(file, new Sequential(affine, own));
            assertRefused(
                    "expected a network of this library, or NetworkRegistry.layer(",
                    "found own " + own.getClass().getName());
            Networks.save(file, new VariableNetwork(affine.parameters(), (p, x) -> x.dot(p.get("W"))));
            assertRefused("expected a network of this library, or NetworkRegistry.network(\"VariableNetwork\", …), "
                    + "found own VariableNetwork");
        }

        @ParameterizedTest
        @CsvSource({
            "'TwoLayerNet(4, 5, 3)'",
            "'TwoLayerNet(4, 5, 3, Relu, Relu)'",
            "'TwoLayerNet(4, 6, 3, Relu)'",
            "'TwoLayerNet(4, 5, 3, Relu'",
            "'Sequential(Affine(4, 5), Relu, Affine(5, 3))'",
            "'Sequential(Affine(4, 5), Affine(5, 3), Affine(5, 3), SoftmaxWithLoss)'",
            "'Sequential(Affine(4, 5), Dropout(ratio=2.0), Affine(5, 3), SoftmaxWithLoss)'",
            "'Sequential(Affine(4, 5), Dropout(ratio=x), Affine(5, 3), SoftmaxWithLoss)'",
            "'Sequential(Affine(4, 5), Dropout, Affine(5, 3), SoftmaxWithLoss)'",
            "'Sequential(Affine(4, 5), Affine(5, 3), SoftmaxWithLoss, weightDecay=-1)'",
            "'Sequential(Affine(4, 5), SoftmaxWithLoss)'",
            "'Sequential(Convolution(4, 5, 1, 1, stride=1, padding=0), SoftmaxWithLoss)'",
            "'Sequential(Pooling(height=2, width=2, stride=99999999999, padding=0), SoftmaxWithLoss)'",
            "'Runtime(exit)'",
            "'Sequential(Affine(4, 5), Relu(Relu), Affine(5, 3), SoftmaxWithLoss)'",
            "'Sequential(Affine(4, 5)), Affine((5, 3), SoftmaxWithLoss)'",
            "'Sequential(Affine(4, 5), , Affine(5, 3), SoftmaxWithLoss)'",
            "'own '",
            "'own Swish('",
            "'Sequential()'",
            "'('",
            "'   '"
        })
        void anArchitectureThatDoesNotFitItsArraysIsRefused(String architecture) throws IOException {
            change("architecture", SavedText.bytes(architecture));
            assertRefused("expected a network of this library, found ");
        }

        @Test
        void arraysOfNoNetworkAreRefused() throws IOException {
            change("W1", NDArray.full(Double.NaN, 4, 5));
            assertRefused("W1 must be finite");
            change("W1", NDArray.zeros(DType.INT64, 4, 5));
            assertRefused("W1 must be float32 or float64, not int64");
            change("W3", NDArray.zeros(4, 5));
            assertRefused("W3 is no part of the arrays of a network of this library");
            change("architecture", NDArray.zeros(4, 5));
            assertRefused("architecture, byte 0: expected a text, uint8 of shape (1 to 1048576,), found float64");
            Networks.save(
                    file, MultiLayerNet.ofSizes(4, 5, 3).batchNormalization().build(random));
            Map<String, NDArray> arrays = new LinkedHashMap<>(Npz.read(file));
            arrays.put("runningVariance1", NDArray.full(-1.0, 5));
            Npz.write(file, arrays);
            assertRefused("runningVariance1 must not be negative");
        }

        @Test
        void layersThatDoNotFitEachOtherAreRefused() throws IOException {
            Networks.save(
                    file,
                    new Sequential(
                            Affine.of(4, 5, Initialization.he(), random),
                            new Relu(),
                            Affine.of(6, 3, Initialization.he(), random)));
            assertRefused("layer 3 of 3, Affine: shapes (0,5) and (6,3) not aligned");
        }

        /** A long text must not make a long message. */
        @Test
        void longTextsOfAnArchitectureAreRefused() throws IOException {
            String text = "Sequential(" + "Relu, ".repeat(170_000) + "x)";
            change("architecture", NDArray.of(text.getBytes(StandardCharsets.UTF_8)));
            assertRefused("expected a network of this library");
            change("architecture", SavedText.bytes("(".repeat(1 << 20)));
            assertRefused("expected a network of this library");
            change("architecture", SavedText.bytes("Sequential(" + "(, weightDecay=".repeat(60_000) + ")"));
            assertRefused("expected a network of this library");
        }
    }

    @Test
    void thePretrainedNetworkHasItsAccuracy() throws IOException {
        Networks.save(file, ThreeLayerNet.pretrained());
        Mnist mnist = Mnist.load();
        Dataset test = Dataset.of(mnist.testImages(), mnist.testLabels());
        assertThat(test.accuracy(Networks.load(file))).isCloseTo(0.974, offset(0.0005));
        assertThat(test.accuracy(ThreeLayerNet.pretrained())).isEqualTo(test.accuracy(Networks.load(file)));
    }

    @Test
    void networksDescribeThemselves() {
        assertThat(new TwoLayerNet(4, 5, 3, 1, new Sigmoid(), random)).hasToString("TwoLayerNet(4, 5, 3, Sigmoid)");
        assertThat(new SimpleNet(random)).hasToString("SimpleNet(2, 3)");
        assertThat(new VariableNetwork(Map.of("W", NDArray.zeros(4, 5)), (p, x) -> x))
                .hasToString("VariableNetwork(W (4, 5))");
        assertThat(ThreeLayerNet.pretrained()).hasToString("ThreeLayerNet(784, 50, 100, 10)");
    }

    @Test
    void theThreeLayerNetLearns() {
        Network network = new ThreeLayerNet(
                MultiLayerNet.ofSizes(4, 6, 5, 3).build(random).parameters());
        Dataset data = Dataset.of(random.randn(30, 4), random.randint(0, 3, 30));
        double before = data.loss(network);
        new Trainer(network, new SGD(1), Batches.shuffled(data, 10, random)).runEpochs(20);
        assertThat(data.loss(network)).isLessThan(before);
    }
}
