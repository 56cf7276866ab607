package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.model.Linear;
import io.github.dlfs4j.graph.model.Loss;
import io.github.dlfs4j.graph.model.Model;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.IdentityWithLoss;
import io.github.dlfs4j.layer.LastLayer;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.state.SavedText;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers, models and networks of the user's own in files. */
class NetworkRegistryTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("network.npz");
    }

    /** Multiplies by weights, which have the name of those of an Affine, and remembers the largest input. */
    private static final class Scale implements Layer {
        private final double factor;
        private final NDArray weights;
        private final NDArray largest;
        private NDArray x;
        private NDArray dWeights;

        Scale(int size, double factor) {
            this.factor = factor;
            this.weights = NDArray.ones(size);
            this.largest = NDArray.zeros(1);
        }

        @Override
        public NDArray forward(NDArray x) {
            this.x = x;
            largest.at(0).set(Math.max(largest.get(0).asDouble(), x.max().asDouble()));
            return infer(x);
        }

        @Override
        public NDArray infer(NDArray x) {
            return x.mul(weights).mul(factor);
        }

        @Override
        public NDArray backward(NDArray dout) {
            dWeights = dout.mul(x).mul(factor).sum(0);
            return dout.mul(weights).mul(factor);
        }

        @Override
        public Map<String, NDArray> parameters() {
            return Map.of("W", weights);
        }

        @Override
        public Map<String, NDArray> gradients() {
            return Map.of("W", dWeights);
        }

        @Override
        public Map<String, NDArray> statistics() {
            return Map.of("largest", largest);
        }

        @Override
        public String toString() {
            return "Scale(%s, factor=%s)".formatted(weights.size(), factor);
        }
    }

    /** A layer without a text of its own. */
    private static final class Doubling implements Layer {
        @Override
        public NDArray forward(NDArray x) {
            return x.mul(2);
        }

        @Override
        public NDArray backward(NDArray dout) {
            return dout.mul(2);
        }
    }

    /** A last layer with the loss of another. */
    private record Weighted(double weight, IdentityWithLoss last) implements LastLayer {
        @Override
        public NDArray forward(NDArray x, NDArray t) {
            return last.forward(x, t).mul(weight);
        }

        @Override
        public NDArray infer(NDArray x, NDArray t) {
            return last.infer(x, t).mul(weight);
        }

        @Override
        public NDArray backward(double dout) {
            return last.backward(dout * weight);
        }

        @Override
        public boolean classifies() {
            return false;
        }

        @Override
        public String toString() {
            return "Weighted(" + weight + ")";
        }
    }

    private static final class SineNet extends Model {
        private static final long serialVersionUID = 1;

        private final Linear l1;
        private final Linear l2;
        private final int hidden;

        SineNet(int hidden, DType dtype) {
            this.hidden = hidden;
            l1 = part("l1", new Linear(2, hidden, new RandomState(0), dtype));
            l2 = part("l2", new Linear(hidden, 3, new RandomState(1), dtype));
            statistic("seen", NDArray.zeros(1));
        }

        @Override
        public Variable forward(Variable x) {
            return l2.forward(l1.forward(x).sin());
        }

        @Override
        public String toString() {
            return "SineNet(%s, %s)".formatted(hidden, l1.values().get("W").dtype());
        }
    }

    private static VariableNetwork sineNet(SavedPart saved) {
        return new VariableNetwork(
                new SineNet(saved.integer(0), DType.valueOf(saved.text(1).toUpperCase(Locale.ROOT))),
                Loss.meanSquaredError());
    }

    private static final NetworkRegistry REGISTRY = NetworkRegistry.empty()
            .layer("Scale", saved -> new Scale(saved.integer(0), saved.number("factor")))
            .layer("Doubling", saved -> new Doubling())
            .lastLayer("Weighted", saved -> new Weighted(saved.number(0), new IdentityWithLoss()))
            .network("SineNet", NetworkRegistryTest::sineNet);

    private static Affine affine(int inputs, int outputs) {
        return Affine.of(inputs, outputs, Initialization.xavier(), new RandomState(inputs));
    }

    private static Sequential withOwnLayers() {
        return new Sequential(
                0.1,
                new Weighted(0.5, new IdentityWithLoss()),
                affine(2, 4),
                new Scale(4, 1.5),
                new Relu(),
                new Doubling(),
                affine(4, 3),
                new Scale(3, -2));
    }

    private static final Dataset DATA = Dataset.of(new RandomState(5).randn(20, 2), new RandomState(6).randn(20, 3));

    private static Trainer trained(Network network, long seed) {
        Trainer trainer = new Trainer(network, new Adam(0.01), Batches.shuffled(DATA, 5, new RandomState(seed)));
        trainer.run(7);
        return trainer;
    }

    private static void assertSame(Network loaded, Network network) {
        NDArray x = new RandomState(9).randn(4, 2);
        assertThat(loaded.state()).isEqualTo(network.state());
        assertThat(loaded).isExactlyInstanceOf(network.getClass());
        assertThat(loaded.predict(x)).isEqualTo(network.predict(x));
        assertThat(loaded.loss(x, NDArray.ones(4, 3))).isEqualTo(network.loss(x, NDArray.ones(4, 3)));
    }

    @Test
    void registeredLayersComeBackWithParametersAndStatistics() throws IOException {
        Sequential network = withOwnLayers();
        trained(network, 1);
        Networks.save(file, network);
        Sequential loaded = (Sequential) Networks.load(file, REGISTRY);
        assertSame(loaded, network);
        assertThat(loaded.lastLayer()).hasToString("Weighted(0.5)");
        assertThat(loaded.layers().get(5).statistics().get("largest").get(0).asDouble())
                .isGreaterThan(0);
        assertThat(Networks.architecture(loaded))
                .isEqualTo("Sequential(Affine(2, 4), own Scale(4, factor=1.5), Relu, own Doubling, Affine(4, 3), "
                        + "own Scale(3, factor=-2.0), own Weighted(0.5), weightDecay=0.1)");
    }

    @Test
    void aRegisteredActivationOfATwoLayerNetComesBack() throws IOException {
        TwoLayerNet network = new TwoLayerNet(2, 4, 3, 1, new Doubling(), new RandomState(0));
        Networks.save(file, network);
        assertThat(Networks.load(file, REGISTRY).predict(NDArray.ones(1, 2)))
                .isEqualTo(network.predict(NDArray.ones(1, 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLOAT64", "FLOAT32"})
    void registeredModelsComeBack(DType dtype) throws IOException {
        Network network = new VariableNetwork(new SineNet(5, dtype), Loss.meanSquaredError());
        trained(network, 1);
        Networks.save(file, network);
        Network loaded = Networks.load(file, REGISTRY);
        assertSame(loaded, network);
        assertThat(loaded.state().get("l1/W").dtype()).isEqualTo(dtype);
        assertThat(loaded.state()).containsKey("seen");
    }

    @Test
    void trainingsOfRegisteredKindsContinueFromACheckpoint() throws IOException {
        for (Network network :
                List.of(withOwnLayers(), new VariableNetwork(new SineNet(5, DType.FLOAT64), Loss.meanSquaredError()))) {
            Trainer trainer = trained(network, 1);
            trainer.save(file);
            Network loaded = Networks.load(file, REGISTRY);
            assertSame(loaded, network);
            Trainer resumed = new Trainer(loaded, new Adam(0.01), Batches.shuffled(DATA, 5, new RandomState(3)));
            resumed.resume(file);
            resumed.run(6);
            trainer.run(6);
            assertSame(loaded, network);
        }
    }

    /** A function of parameters takes their shapes from the file. */
    @Test
    void registeredFunctionsComeBack() throws IOException {
        NDArray w = new RandomState(0).randn(2, 3);
        Networks.save(file, new VariableNetwork(Map.of("W", w), (p, x) -> x.dot(p.get("W"))));
        NetworkRegistry registry = NetworkRegistry.empty()
                .network(
                        "VariableNetwork",
                        saved -> new VariableNetwork(Map.of("W", saved.array("W")), (p, x) -> x.dot(p.get("W"))));
        assertThat(Networks.load(file, registry).predict(NDArray.eye(2))).isEqualTo(w);
    }

    /** Arrays of a layer are numbered, also if a function takes them. */
    @Test
    void aRegisteredFunctionMayTakeTheArraysOfItsLayer() throws IOException {
        Networks.save(file, withOwnLayers());
        AtomicReference<String> shapes = new AtomicReference<>("");
        NetworkRegistry registry = NetworkRegistry.empty()
                .layer("Doubling", saved -> new Doubling())
                .lastLayer("Weighted", saved -> new Weighted(saved.number(0), new IdentityWithLoss()))
                .layer("Scale", saved -> {
                    shapes.updateAndGet(text -> text + saved.array("W").shape());
                    return new Scale(saved.array("W").size(), saved.number("factor"));
                });
        assertSame(Networks.load(file, registry), withOwnLayers());
        assertThat(shapes).hasValue("(4,)(3,)");
    }

    @Test
    void anotherClassMayTakeOverARegisteredName() throws IOException {
        Networks.save(file, new Sequential(affine(2, 3), new Doubling()));
        NetworkRegistry registry = NetworkRegistry.empty().layer("Doubling", saved -> new Relu());
        assertThat(Networks.load(file, registry)).hasToString("Sequential(Affine(2, 3), Relu, SoftmaxWithLoss)");
    }

    /** A network that is no list of layers and no model. */
    private static final class Straight implements Network {
        private final NDArray w = NDArray.ones(2, 3);

        @Override
        public Map<String, NDArray> parameters() {
            return Map.of("w", w);
        }

        @Override
        public NDArray predict(NDArray x) {
            return x.dot(w);
        }

        @Override
        public NDArray loss(NDArray x, NDArray t) {
            return predict(x).sub(t).square().mean();
        }

        @Override
        public Map<String, NDArray> gradient(NDArray x, NDArray t) {
            return Map.of("w", x.transpose().dot(predict(x).sub(t)).mul(2.0 / t.size()));
        }
    }

    @Test
    void registeredNetworksOfAnyClassComeBack() throws IOException {
        Network network = new Straight();
        trained(network, 1).save(file);
        assertSame(Networks.load(file, NetworkRegistry.empty().network("Straight", saved -> new Straight())), network);
    }

    @Test
    void filesOfEarlierVersionsHaveTheNameOfTheClass() throws IOException {
        Sequential network = new Sequential(affine(2, 3), new Doubling());
        Map<String, NDArray> arrays = new LinkedHashMap<>(network.state());
        arrays.put("architecture", SavedText.bytes("Sequential(Affine(2, 3), own com.example.Twice, SoftmaxWithLoss)"));
        Npz.write(file, arrays);
        NetworkRegistry registry = NetworkRegistry.empty().layer("com.example.Twice", saved -> new Doubling());
        NDArray x = NDArray.eye(2);
        assertThat(Networks.load(file, registry).predict(x)).isEqualTo(network.predict(x));
    }

    @Nested
    class Refuses {
        private void assertRefused(NetworkRegistry registry, String message) {
            assertThatThrownBy(() -> Networks.load(file, registry))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessage(file + ", byte 0: " + message);
        }

        @Test
        void loadingRefusesWhatIsNotRegistered() throws IOException {
            Networks.save(file, new Sequential(affine(2, 3), new Scale(3, 1.5)));
            String expected = "expected a network of this library, or NetworkRegistry.";
            assertRefused(NetworkRegistry.empty(), expected + "layer(\"Scale\", …), found own Scale(3, factor=1.5)");
            Networks.save(file, new Sequential(0, new Weighted(2, new IdentityWithLoss()), affine(2, 3)));
            assertRefused(NetworkRegistry.empty(), expected + "lastLayer(\"Weighted\", …), found own Weighted(2.0)");
            Networks.save(file, new VariableNetwork(new SineNet(5, DType.FLOAT64)));
            assertRefused(NetworkRegistry.empty(), expected + "network(\"SineNet\", …), found own SineNet(5, float64)");
            assertRefused(
                    NetworkRegistry.empty().layer("SineNet", saved -> new Doubling()),
                    expected + "network(\"SineNet\", …), found own SineNet(5, float64)");
        }

        /** A layer of the user's own may have the name of one of the library; neither passes for the other. */
        @Test
        void loadingRefusesOwnLayersNamedAsThoseOfTheLibrary() throws IOException {
            Layer relu = new IdentityLayer() {
                @Override
                public String toString() {
                    return "Relu";
                }
            };
            Networks.save(file, new Sequential(affine(2, 3), relu));
            assertRefused(
                    NetworkRegistry.empty(),
                    "expected a network of this library, or NetworkRegistry.layer(\"Relu\", …), found own Relu");
            NetworkRegistry registry = NetworkRegistry.empty().layer("Relu", saved -> relu);
            assertThat(((Sequential) Networks.load(file, registry)).layers().get(1))
                    .isSameAs(relu);
            Networks.save(file, new Sequential(affine(2, 3), new Relu()));
            assertThat(((Sequential) Networks.load(file, registry)).layers().get(1))
                    .isInstanceOf(Relu.class);
        }

        private void change(String name, NDArray array) throws IOException {
            Map<String, NDArray> arrays = new LinkedHashMap<>(Npz.read(file));
            arrays.put(name, array);
            Npz.write(file, arrays);
        }

        @Test
        void loadingRefusesArgumentsThatDoNotFit() throws IOException {
            Networks.save(file, new VariableNetwork(new SineNet(5, DType.FLOAT64)));
            String expected = "expected a network of this library, found ";
            change("architecture", SavedText.bytes("own java.lang.Thread(5)"));
            assertRefused(
                    REGISTRY,
                    "expected a network of this library, or NetworkRegistry.network(\"java.lang.Thread\", …), "
                            + "found own java.lang.Thread(5)");
            change("architecture", SavedText.bytes("own SineNet"));
            assertRefused(REGISTRY, expected + "argument 0 of SineNet is missing");
            change("architecture", SavedText.bytes("own SineNet(many, float64)"));
            assertRefused(REGISTRY, expected + "argument 0 of SineNet(many, float64) must be an integer");
            change("architecture", SavedText.bytes("own SineNet(4, float64)"));
            assertRefused(REGISTRY, expected + "l1/W must be float64 of shape (2, 4), not float64 of shape (2, 5)");
            Networks.save(file, new Sequential(affine(2, 3), new Scale(3, 1.5)));
            change("architecture", SavedText.bytes("Sequential(Affine(2, 3), own Scale(3), SoftmaxWithLoss)"));
            assertRefused(REGISTRY, expected + "argument factor of Scale(3) is missing");
            change(
                    "architecture",
                    SavedText.bytes("Sequential(Affine(2, 3), own Scale(3, factor=x), SoftmaxWithLoss)"));
            assertRefused(REGISTRY, expected + "argument factor of Scale(3, factor=x) must be a number");
            change(
                    "architecture",
                    SavedText.bytes("Sequential(Affine(2, 4), own Scale(3, factor=1), SoftmaxWithLoss)"));
            assertRefused(
                    REGISTRY,
                    expected + "arrays of Sequential(Affine(2, 3), own Scale(3, factor=1.0), SoftmaxWithLoss)");
        }

        @Test
        void loadingRefusesArraysThatDoNotFit() throws IOException {
            Networks.save(file, new Sequential(affine(2, 3), new Scale(3, 1.5)));
            change("W2", NDArray.full(Double.NaN, 3));
            assertRefused(REGISTRY, "expected a network of this library, found W2 must be finite");
            change("W2", NDArray.ones(DType.FLOAT32, 3));
            assertRefused(
                    REGISTRY,
                    "expected a network of this library, found W2 must be float64 of shape (3,), not float32 of shape (3,)");
        }

        @Test
        void aRegistryRefusesNamesThatAreNone() {
            assertThatThrownBy(() -> REGISTRY.layer("Scale", saved -> new Doubling()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a layer named Scale is registered already");
            assertThatThrownBy(() -> REGISTRY.layer("Swish 2", saved -> new Doubling()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a name in a file has letters, digits, _, . and $ only, unlike \"Swish 2\"");
        }
    }

    @Nested
    class Restores {
        @Test
        void restoringFillsAnyNetworkThatTheCallerMade() throws IOException {
            for (boolean asCheckpoint : new boolean[] {false, true}) {
                for (List<Network> pair : List.of(
                        List.<Network>of(withOwnLayers(), withOwnLayers()),
                        List.<Network>of(
                                new VariableNetwork(new SineNet(5, DType.FLOAT32), Loss.meanSquaredError()),
                                new VariableNetwork(new SineNet(5, DType.FLOAT32), Loss.meanSquaredError())))) {
                    Trainer trainer = trained(pair.get(0), 1);
                    if (asCheckpoint) {
                        trainer.save(file);
                    } else {
                        Networks.save(file, pair.get(0));
                    }
                    Networks.restore(file, pair.get(1));
                    assertSame(pair.get(1), pair.get(0));
                }
            }
        }

        @Test
        void loadingRefusesNothingFromARegisteredFunction() throws IOException {
            Networks.save(file, new VariableNetwork(new SineNet(5, DType.FLOAT64)));
            NetworkRegistry registry = NetworkRegistry.empty().network("SineNet", saved -> null);
            assertThatThrownBy(() -> Networks.load(file, registry))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the function registered for SineNet has made no network");
        }

        /** DeZero's file of parameters has the same names. */
        @Test
        void restoringTakesParametersAlone() throws IOException {
            SineNet net = new SineNet(5, DType.FLOAT64);
            Map<String, NDArray> parameters = new LinkedHashMap<>(net.values());
            parameters.put("l1/W", NDArray.ones(2, 5));
            parameters.put("seen", NDArray.ones(1));
            Npz.write(file, parameters);
            Networks.restore(file, new VariableNetwork(net));
            assertThat(net.values().get("l1/W")).isEqualTo(NDArray.ones(2, 5));
        }

        @Test
        void restoringChangesAllOrNothing() throws IOException {
            Networks.save(file, new VariableNetwork(new SineNet(5, DType.FLOAT64)));
            Map<String, NDArray> arrays = new LinkedHashMap<>(Npz.read(file));
            arrays.put("l2/b", NDArray.full(Double.NaN, 3));
            Npz.write(file, arrays);
            SineNet net = new SineNet(5, DType.FLOAT64);
            net.values().forEach((name, array) -> array.fill(7.0));
            assertThatThrownBy(() -> Networks.restore(file, new VariableNetwork(net)))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessage(file + ": expected the arrays of this network, found l2/b must be finite");
            assertThat(net.values().get("l1/W")).isEqualTo(NDArray.full(7.0, 2, 5));
            assertThatThrownBy(() -> Networks.restore(file, new VariableNetwork(new SineNet(6, DType.FLOAT64))))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessage(file + ": expected the arrays of this network, found "
                            + "l1/W must be float64 of shape (2, 6), not float64 of shape (2, 5)");
            assertThatThrownBy(() -> Networks.restore(file, new TwoLayerNet(2, 5, 3, new RandomState(0))))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessage(file + ": expected the arrays of this network, found "
                            + "W1 is missing from the arrays of this network");
        }
    }
}
