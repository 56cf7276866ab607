package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.model.BatchNorm;
import io.github.dlfs4j.graph.model.Conv2d;
import io.github.dlfs4j.graph.model.Embedding;
import io.github.dlfs4j.graph.model.LSTM;
import io.github.dlfs4j.graph.model.LayerNorm;
import io.github.dlfs4j.graph.model.Linear;
import io.github.dlfs4j.graph.model.MLP;
import io.github.dlfs4j.graph.model.Model;
import io.github.dlfs4j.graph.model.RNN;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Dropout;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npy;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.io.TorchFile;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks with weights that PyTorch trained compute the outputs that PyTorch computed. */
class TorchWeightsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "torch");

    /** A recurrent layer and an output for each step, as in the script that made the files. */
    private static final class Sequences extends Model {
        private static final long serialVersionUID = 1;
        private final Model recurrent;
        private final Linear output;

        Sequences(Model recurrent, DType dtype) {
            this.recurrent = part("recurrent", recurrent);
            output = part("output", new Linear(5, 2, new RandomState(1), dtype));
        }

        @Override
        public Variable forward(Variable x) {
            return output.forward(recurrent.forward(x));
        }

        /** Computes all steps, along the first axis. */
        NDArray outputs(NDArray x) {
            resetState();
            List<NDArray> steps = new ArrayList<>();
            for (int i = 0; i < x.shape(0); i++) {
                steps.add(forward(Variable.constant(x.get(i))).value());
            }
            return NDArray.stack(0, steps.toArray(NDArray[]::new));
        }
    }

    private static final class Words extends Model {
        private static final long serialVersionUID = 1;
        private final Embedding rows;
        private final Linear output;

        Words(DType dtype) {
            rows = part("rows", new Embedding(7, 4, new RandomState(0), dtype));
            output = part("output", new Linear(4, 3, new RandomState(1), dtype));
        }

        @Override
        public Variable forward(Variable x) {
            return output.forward(rows.forward(x));
        }
    }

    private static final class ConvWithNorm extends Model {
        private static final long serialVersionUID = 1;
        private final Conv2d conv;
        private final BatchNorm norm;
        private final Linear output;

        ConvWithNorm(DType dtype) {
            RandomState random = new RandomState(0);
            conv = part("conv", new Conv2d(1, 4, 3, 1, 0, random, dtype));
            norm = part("norm", new BatchNorm(4, dtype, 1e-5));
            output = part("output", new Linear(144, 3, random, dtype));
        }

        @Override
        public Variable forward(Variable x) {
            Variable images = norm.forward(conv.forward(x)).relu();
            return output.forward(images.reshape(x.shape().get(0), 144));
        }
    }

    /** A network, its weights, and how it computes. */
    private record Loaded(TorchWeights weights, UnaryOperator<NDArray> compute, int axisOfBatch) {
        static Loaded of(Network network) {
            return new Loaded(TorchWeights.of(network), network::predict, 0);
        }

        static Loaded of(Model model) {
            return new Loaded(TorchWeights.of(model), model::predict, 0);
        }

        static Loaded of(Sequences model) {
            return new Loaded(TorchWeights.of(model), model::outputs, 1);
        }
    }

    /** The networks that have files, and two ways to build some of them. */
    private enum Kind {
        MLP {
            @Override
            Loaded network(DType dtype) {
                Initialization he = Initialization.he().dtype(dtype);
                RandomState random = new RandomState(0);
                return Loaded.of(new Sequential(
                        Affine.of(6, 8, he, random),
                        BatchNormalization.of(8, dtype).withEpsilon(1e-5),
                        new Relu(),
                        Affine.of(8, 3, he, random)));
            }
        },
        SIMPLE_CONV_NET {
            @Override
            Loaded network(DType dtype) {
                return Loaded.of(SimpleConvNet.ofImages(1, 8, 8)
                        .filters(4, 3)
                        .hidden(10)
                        .classes(3)
                        .dtype(dtype)
                        .build(new RandomState(0)));
            }
        },
        DEEP_CONV_NET {
            @Override
            Loaded network(DType dtype) {
                return Loaded.of(DeepConvNet.ofImages(1, 8, 8)
                        .convolution(1, 2, 3, 1, 1)
                        .convolution(2, 2, 3, 1, 1)
                        .convolution(3, 3, 3, 1, 1)
                        .convolution(4, 3, 3, 2, 1)
                        .convolution(5, 4, 3, 1, 1)
                        .convolution(6, 4, 3, 1, 1)
                        .hidden(6)
                        .classes(3)
                        .dtype(dtype)
                        .build(new RandomState(0)));
            }
        },
        CONV_WITH_NORM {
            @Override
            Loaded network(DType dtype) {
                Initialization he = Initialization.he().dtype(dtype);
                RandomState random = new RandomState(0);
                return Loaded.of(new Sequential(
                        Convolution.of(1, 4, 3, 1, 0, he, random),
                        BatchNormalization.of(4, dtype).withEpsilon(1e-5),
                        new Relu(),
                        Affine.of(144, 3, he, random)));
            }
        },
        CONV_WITH_NORM_OF_VARIABLES {
            @Override
            Loaded network(DType dtype) {
                Loaded model = Loaded.of(new VariableNetwork(new ConvWithNorm(dtype)));
                Map<String, String> names =
                        Map.of("conv", "0", "norm", "1", "output.weight", "4.weight", "output.bias", "4.bias");
                return new Loaded(model.weights().renamed(names), model.compute(), 0);
            }

            @Override
            String file() {
                return "conv-with-norm";
            }
        },
        LSTM {
            @Override
            Loaded network(DType dtype) {
                return Loaded.of(new Sequences(new LSTM(3, 5, new RandomState(0), dtype), dtype));
            }
        },
        RNN {
            @Override
            Loaded network(DType dtype) {
                return Loaded.of(new Sequences(new RNN(3, 5, new RandomState(0), dtype), dtype));
            }
        },
        EMBEDDING {
            @Override
            Loaded network(DType dtype) {
                return Loaded.of(new Words(dtype));
            }
        };

        abstract Loaded network(DType dtype);

        String file() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        Map<String, NDArray> weights(DType dtype) throws IOException {
            return TorchFile.read(FOLDER.resolve(file() + suffix(dtype) + ".pt"));
        }

        Map<String, NDArray> records(DType dtype) throws IOException {
            return Npz.read(FOLDER.resolve(file() + suffix(dtype) + ".npz"));
        }

        private static String suffix(DType dtype) {
            return dtype == DType.FLOAT32 ? "-f32" : "-f64";
        }
    }

    private static void assertClose(NDArray y, NDArray expected, double tolerance) {
        assertThat(y.shape()).isEqualTo(expected.shape());
        double largest = expected.abs().max().asDouble();
        assertThat(y.sub(expected).abs().max().asDouble() / largest).isLessThan(tolerance);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void outputsAreThoseOfPyTorchInFloat32(Kind kind) throws IOException {
        check(kind, DType.FLOAT32, 1e-5);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void outputsAreThoseOfPyTorchInFloat64(Kind kind) throws IOException {
        check(kind, DType.FLOAT64, 1e-12);
    }

    private static void check(Kind kind, DType dtype, double tolerance) throws IOException {
        Loaded network = kind.network(dtype);
        network.weights().load(kind.weights(dtype));
        NDArray x = kind.records(dtype).get("x");
        NDArray y = network.compute().apply(x);
        assertThat(y.dtype()).isEqualTo(dtype);
        assertClose(y, kind.records(dtype).get("y"), tolerance);
        // An input alone has the bits that it has in a batch.
        for (int i = 0; i < x.shape(network.axisOfBatch()); i++) {
            Index[] row = network.axisOfBatch() == 0
                    ? new Index[] {Index.range(i, i + 1)}
                    : new Index[] {Index.all(), Index.range(i, i + 1)};
            assertThat(network.compute().apply(x.get(row))).isEqualTo(y.get(row));
        }
    }

    /** The checksums are the same on both kernels: those of the outputs in float32 and in float64. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            MLP,                         3df348f8, cfabc337
            SIMPLE_CONV_NET,             59523b44, dccc9820
            DEEP_CONV_NET,               e04f6d1d, f703945e
            CONV_WITH_NORM,              9db41f18, 71a22f21
            CONV_WITH_NORM_OF_VARIABLES, 9db41f18, 71a22f21
            LSTM,                        c98dc147, 2ad64a6d
            RNN,                         d487e11e, 7aec2464
            EMBEDDING,                   bd41bbf0, c624a60e
            """)
    void outputsHaveTheSameBitsEverywhere(Kind kind, String ofFloat32, String ofFloat64) throws IOException {
        assertThat(List.of(checksum(kind, DType.FLOAT32), checksum(kind, DType.FLOAT64)))
                .containsExactly(ofFloat32, ofFloat64);
    }

    private static String checksum(Kind kind, DType dtype) throws IOException {
        Loaded network = kind.network(dtype);
        network.weights().load(kind.weights(dtype));
        CRC32 crc = new CRC32();
        Npy.write(
                new CheckedOutputStream(OutputStream.nullOutputStream(), crc),
                network.compute().apply(kind.records(dtype).get("x")));
        return "%08x".formatted(crc.getValue());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theStateDictIsTheOneThatWasLoaded(Kind kind) throws IOException {
        Map<String, NDArray> weights = new LinkedHashMap<>(kind.weights(DType.FLOAT64));
        Loaded network = kind.network(DType.FLOAT64);
        network.weights().load(weights);
        Map<String, NDArray> state = new LinkedHashMap<>(network.weights().stateDict());
        assertThat(state.keySet()).containsExactlyElementsOf(weights.keySet());
        // Two biases come back as their sum and 0.
        NDArray second = state.remove("recurrent.bias_hh_l0");
        if (second != null) {
            assertThat(second).isEqualTo(NDArray.zeros(second.size()));
            weights.put(
                    "recurrent.bias_ih_l0",
                    weights.get("recurrent.bias_ih_l0").add(weights.remove("recurrent.bias_hh_l0")));
        }
        weights.computeIfPresent("1.num_batches_tracked", (name, count) -> NDArray.scalar(0L));
        assertThat(state).isEqualTo(weights);
    }

    @Test
    void theBooksNetworksHaveTheNamesOfTheirLayers() {
        RandomState random = new RandomState(0);
        assertThat(TorchWeights.of(new TwoLayerNet(4, 3, 2, random)).stateDict().keySet())
                .containsExactly("0.weight", "0.bias", "2.weight", "2.bias");
        assertThat(TorchWeights.of(ThreeLayerNet.pretrained()).stateDict().keySet())
                .containsExactly("0.weight", "0.bias", "2.weight", "2.bias", "4.weight", "4.bias");
        assertThat(TorchWeights.of(LeNet.pretrained()).stateDict().keySet())
                .contains("0.weight", "3.weight", "7.weight", "9.bias");
        assertThat(TorchWeights.of(MultiLayerNet.ofSizes(4, 3, 2)
                                .activation(Sigmoid::new)
                                .batchNormalization()
                                .dropout(0.5)
                                .build(random))
                        .withEpsilon(1e-6)
                        .stateDict()
                        .keySet())
                .contains("0.weight", "1.running_mean", "1.running_var", "4.weight");
        assertThat(TorchWeights.of(new MLP(new int[] {4, 3, 2}, Variable::relu, random))
                        .stateDict()
                        .keySet())
                .containsExactly("l0.weight", "l0.bias", "l1.weight", "l1.bias");
        assertThat(TorchWeights.of(new Linear(NDArray.ones(4, 3), null)).stateDict())
                .containsOnlyKeys("weight");
    }

    @Test
    void weightsOfThreeLayersAreLoaded() {
        ThreeLayerNet network = ThreeLayerNet.pretrained();
        Map<String, NDArray> weights =
                new LinkedHashMap<>(TorchWeights.of(network).stateDict());
        NDArray before = network.predict(NDArray.ones(1, 784));
        weights.replaceAll((name, array) -> array.mul(0.5f));
        TorchWeights.of(network).load(weights);
        assertThat(network.predict(NDArray.ones(1, 784))).isNotEqualTo(before);
        assertThat(network.parameters().get("W1"))
                .isEqualTo(weights.get("0.weight").transpose());
    }

    @Test
    void allThatIsWrongWithWeightsIsOneErrorAndChangesNothing() {
        RandomState random = new RandomState(0);
        Sequential network = new Sequential(
                Affine.of(4, 3, Initialization.he(), random),
                BatchNormalization.of(3),
                Affine.of(3, 2, Initialization.he(), random));
        Map<String, NDArray> before = new LinkedHashMap<>();
        network.state().forEach((name, array) -> before.put(name, array.copy()));
        Map<String, NDArray> weights = new LinkedHashMap<>();
        weights.put("0.weight", NDArray.ones(3, 4));
        weights.put("0.bias", NDArray.ones(4));
        weights.put("1.weight", NDArray.of(1L, 2L, 3L));
        weights.put("1.bias", NDArray.of(1, Double.NaN, 2));
        weights.put("1.running_mean", NDArray.of(1.0, 2.0, 3.0));
        weights.put("1.running_var", NDArray.of(1.0, -2.0, 3.0));
        weights.put("fc.weight", NDArray.ones(2, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TorchWeights.of(network).load(weights))
                .withMessage("the weights are not those of this network: 0.bias must be floats of shape (3,),"
                        + " not float64 of shape (4,); 1.eps is 1.0E-6 here, 1.0E-5 in PyTorch;"
                        + " 1.weight must be floats of shape (3,), not int64 of shape (3,);"
                        + " 1.bias must be finite; 1.running_var must not be negative;"
                        + " 2.weight is missing; 2.bias is missing; fc.weight is left over, float64 of shape (2, 3)");
        network.state().forEach((name, array) -> assertThat(array).isEqualTo(before.get(name)));
    }

    @Test
    void weightsOfMoreThanOneLayerOrDirectionAreLeftOver() throws IOException {
        Map<String, NDArray> weights = new LinkedHashMap<>(Kind.LSTM.weights(DType.FLOAT64));
        weights.put("recurrent.weight_ih_l1", NDArray.ones(20, 5));
        weights.put("recurrent.weight_ih_l0_reverse", NDArray.ones(20, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kind.LSTM.network(DType.FLOAT64).weights().load(weights))
                .withMessageContaining("recurrent.weight_ih_l1 is left over")
                .withMessageContaining("recurrent.weight_ih_l0_reverse is left over");
    }

    @Test
    void namesOfWeightsMayBeOthers() {
        TwoLayerNet network = new TwoLayerNet(4, 3, 2, new RandomState(0));
        TorchWeights weights = TorchWeights.of(network).renamed(Map.of("", "model", "0", "fc", "2.bias", "shift"));
        assertThat(weights.stateDict().keySet()).containsExactly("fc.weight", "fc.bias", "model.2.weight", "shift");
        weights.load(weights.stateDict());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights.renamed(Map.of("1", "fc")))
                .withMessage("the network has nothing named 1: it has [0.weight, 0.bias, 2.weight, 2.bias]");
    }

    /** In PyTorch dropout does nothing in predictions, in the book it multiplies by 1 - ratio. */
    @Test
    void dropoutOfTheBookGivesTheOutputsOfThatOfPyTorch() {
        RandomState random = new RandomState(0);
        Affine first = Affine.of(4, 3, Initialization.he(), random);
        Affine second = Affine.of(3, 2, Initialization.he(), random);
        Sequential plain = new Sequential(first, new Sigmoid(), second);
        Map<String, NDArray> weights =
                new LinkedHashMap<>(TorchWeights.of(plain).stateDict());
        NDArray x = random.randn(5, 4);
        NDArray expected = plain.predict(x);
        weights.put("3.weight", weights.remove("2.weight"));
        weights.put("3.bias", weights.remove("2.bias"));

        Sequential dropping = new Sequential(
                Affine.of(4, 3, Initialization.he(), random),
                new Sigmoid(),
                new Dropout(0.2, random),
                Affine.of(3, 2, Initialization.he(), random),
                new Dropout(0.5, random),
                new Relu());
        TorchWeights.of(dropping).load(weights);
        assertClose(dropping.predict(x), expected.clip(0, 1000), 1e-15);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TorchWeights.of(new Sequential(new Dropout(0.5, random), new Sigmoid())))
                .withMessageStartingWith("layer 2 of 2, Sigmoid after a Dropout, has no known weights");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TorchWeights.of(new Sequential(first, new Sigmoid(), new Dropout(0.5, random))))
                .withMessageStartingWith(
                        "a network that ends in a Dropout whose ratio no weights before it can take, has no known weights");
    }

    @Test
    void aNetworkOfFloat32RoundsWeightsOfFloat64() {
        TwoLayerNet network = new TwoLayerNet(4, 3, 2, new RandomState(0), DType.FLOAT32);
        Map<String, NDArray> weights =
                new LinkedHashMap<>(TorchWeights.of(network).stateDict());
        weights.replaceAll((name, array) -> array.astype(DType.FLOAT64).add(0.1));
        TorchWeights.of(network).load(weights);
        assertThat(network.parameters().get("b1"))
                .isEqualTo(weights.get("0.bias").astype(DType.FLOAT32));
    }

    @Test
    void normalisationOfAPlaceHasTheNamesOfPyTorch() {
        LayerNorm norm = new LayerNorm(2, DType.FLOAT32);
        TorchWeights weights = TorchWeights.of(norm);
        weights.load(Map.of("weight", NDArray.of(2f, 3f), "bias", NDArray.of(4f, 5f)));
        assertThat(norm.values()).isEqualTo(Map.of("gamma", NDArray.of(2f, 3f), "beta", NDArray.of(4f, 5f)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights.withEpsilon(1e-6).load(weights.stateDict()))
                .withMessageEndingWith("eps is 1.0E-5 here, 1.0E-6 in PyTorch");
    }

    @Test
    void otherLayersAreRefusedByNameForPyTorch() {
        class Swish extends IdentityLayer {
            @Override
            public Map<String, NDArray> parameters() {
                return Map.of("beta", NDArray.ones(1));
            }
        }
        class Scale extends Model {
            private static final long serialVersionUID = 1;
            private final Variable factor = parameter("factor", NDArray.ones(1));

            @Override
            public Variable forward(Variable x) {
                return x.mul(factor);
            }
        }
        class Net extends Model {
            private static final long serialVersionUID = 1;
            private final Scale scale = part("scale", new Scale());

            @Override
            public Variable forward(Variable x) {
                return scale.forward(x);
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TorchWeights.of(new Sequential(new Relu(), new Swish())))
                .withMessage("layer 2 of 2, Swish, has no known weights in PyTorch");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TorchWeights.of(new Net()))
                .withMessage("scale, Scale, has no known weights in PyTorch");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TorchWeights.of(new VariableNetwork(Map.of("W", NDArray.ones(1)), (p, x) -> x)))
                .withMessage("FunctionModel, has no known weights in PyTorch");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TorchWeights.of(new OwnNetwork()))
                .withMessage("OwnNetwork, has no known weights in PyTorch");
    }
}
