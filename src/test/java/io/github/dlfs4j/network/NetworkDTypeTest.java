package io.github.dlfs4j.network;

import static io.github.dlfs4j.ndarray.DType.FLOAT32;
import static io.github.dlfs4j.ndarray.DType.FLOAT64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.Journey;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.IdentityWithLoss;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.LeakyRelu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.layer.Tanh;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.optimizer.AdaGrad;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Momentum;
import io.github.dlfs4j.optimizer.Nesterov;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.RMSProp;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks of float32. */
class NetworkDTypeTest {
    private static final int IMAGES = 6;
    private static final int CLASSES = 3;

    /** Every network that has a dtype, with every layer of the library. */
    enum Kind {
        TWO_LAYER,
        SIGMOID,
        MULTI_LAYER,
        TANH,
        SIMPLE_CONV,
        DEEP_CONV;

        Network build(DType dtype) {
            RandomState random = new RandomState(41);
            return switch (this) {
                case TWO_LAYER -> new TwoLayerNet(64, 5, CLASSES, random, dtype);
                case SIGMOID -> new TwoLayerNet(64, 5, CLASSES, 0.1, new Sigmoid(), random, dtype);
                case MULTI_LAYER ->
                    MultiLayerNet.ofSizes(64, 6, 5, CLASSES)
                            .dtype(dtype)
                            .activation(LeakyRelu::new)
                            .initialization(Initialization.xavier())
                            .batchNormalization()
                            .dropout(0.3)
                            .weightDecay(0.1)
                            .build(random);
                case TANH ->
                    MultiLayerNet.ofSizes(64, 6, CLASSES)
                            .activation(Tanh::new)
                            .dtype(dtype)
                            .build(random);
                case SIMPLE_CONV ->
                    SimpleConvNet.ofImages(1, 8, 8)
                            .dtype(dtype)
                            .filters(4, 3)
                            .padding(1)
                            .hidden(7)
                            .classes(CLASSES)
                            .deviation(0.1)
                            .build(random);
                case DEEP_CONV ->
                    DeepConvNet.ofImages(1, 16, 4)
                            .convolution(1, 4, 3, 1, 1)
                            .hidden(5)
                            .dtype(dtype)
                            .classes(CLASSES)
                            .build(random);
            };
        }

        NDArray images() {
            NDArray pixels = new RandomState(3).randint(0, 256, IMAGES, 64).astype(DType.UINT8);
            return switch (this) {
                case SIMPLE_CONV -> pixels.reshape(IMAGES, 1, 8, 8);
                case DEEP_CONV -> pixels.reshape(IMAGES, 1, 16, 4);
                default -> pixels;
            };
        }
    }

    private static final NDArray LABELS = NDArray.of(0, 1, 2, 2, 1, 0);

    private static NDArray oneHot() {
        return NDArray.eye(CLASSES).get(LABELS);
    }

    private static Map<String, NDArray> rounded(Map<String, NDArray> arrays) {
        Map<String, NDArray> rounded = new LinkedHashMap<>();
        arrays.forEach((name, array) -> rounded.put(name, array.astype(FLOAT32)));
        return rounded;
    }

    private static void assertFloat32(Map<String, NDArray> arrays) {
        assertThat(arrays)
                .isNotEmpty()
                .allSatisfy((name, array) -> assertThat(array.dtype()).isEqualTo(FLOAT32));
    }

    @ParameterizedTest
    @EnumSource
    void networksOfFloat32DrawTheNumbersOfFloat64AndRoundThem(Kind kind) {
        Network network = kind.build(FLOAT32);
        assertThat(network.state()).isEqualTo(rounded(kind.build(FLOAT64).state()));
        assertFloat32(network.state());
    }

    /** Images of uint8 and targets of float64 do not widen anything. */
    @ParameterizedTest
    @EnumSource
    void networksOfFloat32ComputeInFloat32(Kind kind) {
        Network network = kind.build(FLOAT32);
        for (NDArray x : List.of(kind.images(), kind.images().astype(FLOAT32))) {
            assertThat(network.predict(x).dtype()).isEqualTo(FLOAT32);
            for (NDArray t : List.of(LABELS, oneHot(), oneHot().astype(DType.INT64))) {
                assertFloat32(network.gradient(x, t));
            }
            assertThat(network.loss(x, LABELS).dtype()).isEqualTo(FLOAT32);
        }
        assertFloat32(network.state());
    }

    @ParameterizedTest
    @EnumSource
    void networksOfFloat32LearnTheSameFromLabelsAndOneHot(Kind kind) {
        NDArray x = kind.images().astype(FLOAT32).div(255);
        assertThat(kind.build(FLOAT32).gradient(x, oneHot()))
                .isEqualTo(kind.build(FLOAT32).gradient(x, LABELS));
    }

    /** After the first step of a trainer, arrays live in the memory of the step before. */
    @ParameterizedTest
    @EnumSource
    void networksStayFloat32WithEveryOptimizer(Kind kind) {
        for (Optimizer optimizer : List.of(
                new SGD(0.01),
                new Momentum(0.01),
                new Nesterov(0.01),
                new AdaGrad(0.01),
                new RMSProp(0.01),
                new Adam(0.01))) {
            Network network = kind.build(FLOAT32);
            Dataset data = Dataset.of(kind.images(), LABELS)
                    .prepared(x -> x.astype(FLOAT32).divi(255));
            Trainer trainer = new Trainer(network, optimizer, Batches.shuffled(data, 2, new RandomState(0)));
            trainer.run(4);
            assertFloat32(network.state());
            assertFloat32(network.gradient(kind.images(), LABELS));
            assertThat(network.predict(kind.images()).dtype()).isEqualTo(FLOAT32);
            optimizer
                    .state()
                    .forEach((name, array) -> assertThat(array.dtype())
                            .as("%s of %s", name, optimizer)
                            .isEqualTo(name.contains("/") ? FLOAT32 : FLOAT64));
            assertThat(network.state()).isNotEqualTo(kind.build(FLOAT32).state());
        }
    }

    /** As NumPy does; the parameters keep their dtype. */
    @ParameterizedTest
    @EnumSource
    void networksOfFloat32ComputeInFloat64FromFloat64(Kind kind) {
        Network network = kind.build(FLOAT32);
        NDArray x = kind.images().astype(FLOAT64).div(255);
        assertThat(network.predict(x).dtype()).isEqualTo(FLOAT64);
        new Adam(0.01).update(network.parameters(), network.gradient(x, LABELS));
        assertFloat32(network.state());
    }

    /** What a user expects who has numbers of float64 as targets. */
    @Test
    void networksOfFloat32LearnNumbersInFloat32() {
        Sequential network = MultiLayerNet.ofSizes(2, 3, 1)
                .lastLayer(IdentityWithLoss::new)
                .dtype(FLOAT32)
                .build(new RandomState(0));
        NDArray x = new RandomState(1).randn(4, 2).astype(FLOAT32);
        assertFloat32(network.gradient(x, NDArray.of(0.1, 0.2, 0.3, 0.4).reshape(4, 1)));
    }

    @Test
    void numericalGradientsOfFloat32Agree() {
        TwoLayerNet network = (TwoLayerNet) Kind.TWO_LAYER.build(FLOAT32);
        NDArray x = Kind.TWO_LAYER.images().astype(FLOAT32).div(255);
        Map<String, NDArray> numerical = network.numericalGradient(x, LABELS);
        assertFloat32(numerical);
        network.gradient(x, LABELS)
                .forEach((name, gradient) -> assertThat(numerical.get(name).allClose(gradient, 1e-3, 1e-5))
                        .as(name)
                        .isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void networksOfFloat32TravelAsJavaObjects(Kind kind) throws Exception {
        Network network = kind.build(FLOAT32);
        new Adam(0.01).update(network.parameters(), network.gradient(kind.images(), LABELS));
        Network arrived = Journey.of(network);
        assertThat(arrived.state()).isEqualTo(network.state());
        assertThat(arrived.predict(kind.images())).isEqualTo(network.predict(kind.images()));
    }

    @ParameterizedTest
    @EnumSource
    void networksOfFloat32AreLoadedFromFiles(Kind kind, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("network.npz");
        Network network = kind.build(FLOAT32);
        new Adam(0.01).update(network.parameters(), network.gradient(kind.images(), LABELS));
        Networks.save(file, network);
        Network loaded = Networks.load(file);
        assertThat(loaded.state()).isEqualTo(network.state());
        assertFloat32(loaded.state());
    }

    @Test
    void networksOfFloat32AreMadeOfLayersDrawnInFloat32() {
        Affine affine =
                Affine.of(2, 3, (random, inputs, shape) -> random.randn(shape).astype(FLOAT32), new RandomState(0));
        assertFloat32(affine.parameters());
    }

    @Test
    void aRuleForFloat32RoundsTheWeightsOfFloat64() {
        Initialization he = Initialization.he();
        Layer[] layers = layers(he, FLOAT64);
        Layer[] narrow = layers(he.dtype(FLOAT32), FLOAT32);
        for (int i = 0; i < layers.length; i++) {
            assertThat(narrow[i].parameters()).isEqualTo(rounded(layers[i].parameters()));
            assertFloat32(narrow[i].parameters());
        }
        assertFloat32(narrow[1].statistics());
        assertThat(MultiLayerNet.ofSizes(2, 3)
                        .initialization(he.dtype(FLOAT32))
                        .build(new RandomState(0))
                        .parameters()
                        .get("W1")
                        .dtype())
                .isEqualTo(FLOAT64);
    }

    private static Layer[] layers(Initialization initialization, DType dtype) {
        RandomState random = new RandomState(0);
        return new Layer[] {
            Convolution.of(1, 2, 3, 1, 1, initialization, random),
            BatchNormalization.of(2, dtype),
            Affine.of(8, 3, initialization, random)
        };
    }

    @Nested
    class Plans {
        @Test
        void plansSayThatTheyAreNotInFloat64() {
            assertThat(MultiLayerNet.ofSizes(784, 10).dtype(FLOAT32))
                    .hasToString(
                            "MultiLayerNet of sizes (784, 10) in float32: Relu, He's initialisation, SoftmaxWithLoss");
            assertThat(SimpleConvNet.ofImages(3, 32, 32).dtype(FLOAT32).toString())
                    .startsWith("SimpleConvNet of images (3, 32, 32) in float32: 30 filters of 5x5, ");
            assertThat(DeepConvNet.ofImages(3, 32, 32).dtype(FLOAT32).toString())
                    .startsWith("DeepConvNet of images (3, 32, 32) in float32:\n  1: 16 filters of 3x3, ");
        }

        @Test
        void plansAreInFloat64AtFirstAndAgain() {
            assertThat(MultiLayerNet.ofSizes(784, 10).dtype(FLOAT32).dtype(FLOAT64))
                    .hasToString(MultiLayerNet.ofSizes(784, 10).toString());
            assertThat(SimpleConvNet.ofImages(1, 28, 28).dtype(FLOAT64))
                    .hasToString(SimpleConvNet.ofImages(1, 28, 28).toString());
            assertThat(DeepConvNet.ofImages(1, 28, 28).dtype(FLOAT64))
                    .hasToString(DeepConvNet.ofImages(1, 28, 28).toString());
        }

        @ParameterizedTest
        @EnumSource(
                value = DType.class,
                mode = EnumSource.Mode.EXCLUDE,
                names = {"FLOAT32", "FLOAT64"})
        void plansRefuseDTypesWithoutFractions(DType dtype) {
            for (Kind kind : Kind.values()) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> kind.build(dtype))
                        .withMessage("a network computes in float32 or float64, not " + dtype);
            }
        }
    }
}
