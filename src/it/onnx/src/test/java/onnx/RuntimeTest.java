package onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.model.BatchNorm;
import io.github.dlfs4j.graph.model.Conv2d;
import io.github.dlfs4j.graph.model.MLP;
import io.github.dlfs4j.graph.model.Model;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Dropout;
import io.github.dlfs4j.layer.IdentityWithLoss;
import io.github.dlfs4j.layer.LeakyRelu;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.SiLU;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.layer.Tanh;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.io.TorchFile;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.Initialization;
import io.github.dlfs4j.network.LeNet;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.ThreeLayerNet;
import io.github.dlfs4j.network.TorchWeights;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.network.VariableNetwork;
import io.github.dlfs4j.onnx.Onnx;
import io.github.dlfs4j.onnx.Onnx.Option;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** ONNX Runtime finds the classes that the networks predict, for 1,000 images of MNIST. */
class RuntimeTest {
    private static final int IMAGES = 1000;
    private static final RandomState RANDOM = new RandomState(0);
    private static final Initialization HE = Initialization.he();
    private static final Path TRAINED = Path.of("src", "test", "resources", "torch", "mnist.pt");

    @TempDir
    private Path folder;

    /** Convolutions with a branch that passes by, and features that are channels or pixels. */
    private static final class Residual extends Model {
        private static final long serialVersionUID = 1;
        private final Conv2d conv = part("conv", new Conv2d(1, 2, 3, 2, 1, RANDOM));
        private final BatchNorm norm = part("norm", new BatchNorm(2));
        private final Conv2d same = part("same", new Conv2d(2, 2, 3, 1, 1, RANDOM));
        private final BatchNorm ofPixels = part("ofPixels", new BatchNorm(2 * 14 * 14));
        private final MLP rows = part("rows", new MLP(new int[] {450, 20, 10}, x -> x.leakyRelu(0.2), RANDOM));

        @Override
        public Variable forward(Variable x) {
            Variable y =
                    norm.forward(conv.forward(x.astype(DType.FLOAT64).sub(0.5).div(0.3)));
            Variable z = ofPixels.forward(same.forward(y.relu()).tanh().add(y)).invertedDropout(0.5, RANDOM);
            Variable pooled = z.mul(y.sigmoid()).pooling(2, 2, 1, 1);
            return rows.forward(pooled.reshape(x.shape().get(0), -1));
        }
    }

    static Stream<Arguments> networks() throws IOException {
        Sequential simple = SimpleConvNet.ofImages(1, 28, 28)
                .filters(6, 5)
                .hidden(20)
                .dtype(DType.FLOAT32)
                .build(RANDOM);
        TorchWeights.of(simple).load(TorchFile.read(TRAINED));
        MultiLayerNet plan = MultiLayerNet.ofSizes(784, 50, 40, 10).dropout(0.2);
        return Stream.of(
                arguments(ThreeLayerNet.pretrained(), true),
                arguments(LeNet.pretrained(), false),
                arguments(simple, false),
                arguments(DeepConvNet.initial(RANDOM), false),
                arguments(new TwoLayerNet(784, 50, 10, RANDOM), true),
                arguments(new TwoLayerNet(784, 50, 10, 0.1, new Tanh(), RANDOM, DType.FLOAT32), true),
                arguments(new TwoLayerNet(784, 50, 10, 0.1, new SiLU(), RANDOM, DType.FLOAT32), true),
                arguments(
                        changed(plan.batchNormalization()
                                .activation(Sigmoid::new)
                                .build(RANDOM)),
                        true),
                arguments(
                        plan.activation(LeakyRelu::new)
                                .lastLayer(IdentityWithLoss::new)
                                .build(RANDOM),
                        true),
                arguments(
                        changed(new Sequential(
                                Convolution.of(1, 3, 3, 2, 1, HE, RANDOM),
                                BatchNormalization.of(3),
                                new LeakyRelu(0.1),
                                new Pooling(3, 2, 3, 1),
                                BatchNormalization.of(3 * 5 * 5).withEpsilon(1e-3),
                                new Relu(),
                                new Dropout(0.3, RANDOM),
                                Affine.of(75, 10, HE, RANDOM))),
                        false),
                arguments(new VariableNetwork(new MLP(new int[] {784, 30, 10}, Variable::sigmoid, RANDOM)), true),
                arguments(changed(new VariableNetwork(new Residual())), false));
    }

    /** Gives the arrays of batch normalisation numbers as training does. */
    private static Network changed(Network network) {
        network.state().forEach((name, array) -> {
            if (array.ndim() == 1) {
                array.at(Index.ellipsis()).set(RANDOM.rand(array.size()).add(0.1));
            }
        });
        return network;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theRuntimePredictsWhatTheNetworkDoes(Network network, boolean isOfRows) throws IOException, OrtException {
        NDArray pixels =
                Mnist.options().normalize(false).flatten(isOfRows).loadTest().images();
        NDArray bytes = pixels.get(Index.range(0, IMAGES));
        NDArray x = bytes.astype(DType.FLOAT32).div(255);
        NDArray scores = network.predict(x);
        NDArray probabilities = network instanceof ThreeLayerNet ? scores : Activations.softmax(scores);
        Path file = folder.resolve("network.onnx");

        Onnx.write(network, file);
        assertClose(run(file, x), scores);
        Onnx.write(network, file, Option.PIXELS, Option.PROBABILITIES);
        assertClose(run(file, bytes), probabilities);
        Onnx.write(network, file, Shape.of(Arrays.copyOfRange(x.shape().toArray(), 1, x.ndim())), Option.PROBABILITIES);
        assertClose(run(file, x.get(Index.range(0, 1))), probabilities.get(Index.range(0, 1)));
    }

    /** The same classes, and numbers as far apart as some sums of float32 are. */
    private static void assertClose(NDArray computed, NDArray predicted) {
        assertThat(computed.shape()).isEqualTo(predicted.shape());
        assertThat(computed.argmax(1)).isEqualTo(predicted.argmax(1));
        double largest = predicted.abs().max().asDouble();
        assertThat(computed.sub(predicted).abs().max().asDouble()).isLessThan(1e-5 * largest);
    }

    private static NDArray run(Path file, NDArray x) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = Arrays.stream(x.shape().toArray()).asLongStream().toArray();
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor input = x.dtype() == DType.UINT8
                        ? OnnxTensor.createTensor(
                                environment, ByteBuffer.wrap(x.toByteArray()), shape, OnnxJavaType.UINT8)
                        : OnnxTensor.createTensor(environment, FloatBuffer.wrap(x.toFloatArray()), shape);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            assertThat(session.getMetadata().getProducerName()).isEqualTo("dlfs4j");
            return NDArray.of((float[][]) result.get(0).getValue());
        }
    }
}
