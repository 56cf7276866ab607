package io.github.dlfs4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
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
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.layer.Tanh;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.Initialization;
import io.github.dlfs4j.network.LeNet;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.ThreeLayerNet;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.network.VariableNetwork;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of network that {@link Onnx} writes comes back as a model that predicts the same. */
@BothKernels
class OnnxRoundTripTest {
    private static final RandomState RANDOM = new RandomState(0);
    private static final Initialization HE = Initialization.he();

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

    static Stream<Network> ofRows() {
        MultiLayerNet plan = MultiLayerNet.ofSizes(784, 50, 40, 10).dropout(0.2);
        return Stream.of(
                ThreeLayerNet.pretrained(),
                new TwoLayerNet(784, 50, 10, RANDOM),
                new TwoLayerNet(784, 50, 10, 0.1, new Tanh(), RANDOM, DType.FLOAT32),
                changed(plan.batchNormalization().activation(Sigmoid::new).build(RANDOM)),
                plan.activation(LeakyRelu::new).lastLayer(IdentityWithLoss::new).build(RANDOM),
                new VariableNetwork(new MLP(new int[] {784, 30, 10}, Variable::sigmoid, RANDOM)));
    }

    static Stream<Network> ofImages() {
        return Stream.of(
                LeNet.pretrained(),
                SimpleConvNet.ofImages(1, 28, 28).filters(6, 5).hidden(20).build(RANDOM),
                DeepConvNet.initial(RANDOM),
                changed(new Sequential(
                        Convolution.of(1, 3, 3, 2, 1, HE, RANDOM),
                        BatchNormalization.of(3),
                        new LeakyRelu(0.1),
                        new Pooling(3, 2, 3, 1),
                        BatchNormalization.of(3 * 5 * 5).withEpsilon(1e-3),
                        new Relu(),
                        new Dropout(0.3, RANDOM),
                        Affine.of(75, 10, HE, RANDOM))),
                changed(new VariableNetwork(new Residual())));
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
    @MethodSource("ofRows")
    void aNetworkOfRowsPredictsWhatItDidBefore(Network network) throws IOException {
        assertPredictsTheSame(network, 784);
    }

    @ParameterizedTest
    @MethodSource("ofImages")
    void aNetworkOfImagesPredictsWhatItDidBefore(Network network) throws IOException {
        assertPredictsTheSame(network, 1, 28, 28);
    }

    private static void assertPredictsTheSame(Network network, int... input) throws IOException {
        int[] shape = new int[input.length + 1];
        shape[0] = 3;
        System.arraycopy(input, 0, shape, 1, input.length);
        NDArray pixels = RANDOM.randint(0, 256, shape).astype(DType.UINT8);
        NDArray x = pixels.astype(DType.FLOAT32).div(255);
        NDArray scores = network.predict(x);
        NDArray probabilities = network instanceof ThreeLayerNet ? scores : Activations.softmax(scores);
        assertClose(model(network, Shape.of(input)).run(x).values().iterator().next(), scores);
        assertClose(
                model(network, Shape.of(input), Onnx.Option.PIXELS, Onnx.Option.PROBABILITIES)
                        .run(pixels)
                        .get("probabilities"),
                probabilities);
    }

    private static OnnxModel model(Network network, Shape input, Onnx.Option... options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Onnx.write(network, out, input, options);
        return OnnxModel.read(new ByteArrayInputStream(out.toByteArray()), "network.onnx");
    }

    private static void assertClose(NDArray computed, NDArray predicted) {
        assertThat(computed.shape()).isEqualTo(predicted.shape());
        double largest = predicted.abs().max().asDouble();
        assertThat(computed.sub(predicted).abs().max().asDouble()).isLessThan(1e-5 * largest);
    }
}
