package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dlfs4j.Journey;
import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.IdentityWithLoss;
import io.github.dlfs4j.layer.LastLayer;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks that were serialised and read again. */
class SerializedNetworkTest {
    /** A user's function. */
    private interface Scores extends BiFunction<Map<String, Variable>, Variable, Variable>, Serializable {}

    /** A user's layer that is Serializable. */
    private static final class Scaling implements Layer, Serializable {
        private static final long serialVersionUID = 1;
        private final double factor;

        @SuppressWarnings("serial") // on purpose: it may not be Serializable
        private final Object secret;

        Scaling(double factor, Object secret) {
            this.factor = factor;
            this.secret = secret;
        }

        @Override
        public NDArray forward(NDArray x) {
            return secret == null ? x.mul(factor) : x;
        }

        @Override
        public NDArray backward(NDArray dout) {
            return dout.mul(factor);
        }
    }

    /** A user's layer that is not Serializable. */
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

    private static Affine affine(int inputs, int outputs) {
        return new Affine(new RandomState(inputs).randn(inputs, outputs), NDArray.ones(outputs));
    }

    static List<Network> networks() {
        RandomState random = new RandomState(27);
        Scores scores = (p, x) -> x.reshape(-1, 64).dot(p.get("W")).tanh();
        return List.of(
                new TwoLayerNet(64, 5, 3, random),
                new TwoLayerNet(64, 5, 3, 0.01, new Sigmoid(), random),
                new TwoLayerNet(64, 5, 3, 0.5, new Scaling(3, null), random),
                SimpleConvNet.ofImages(1, 8, 8)
                        .filters(4, 3)
                        .padding(1)
                        .hidden(7)
                        .classes(3)
                        .build(random),
                DeepConvNet.ofImages(1, 16, 4).hidden(5).classes(3).build(random),
                MultiLayerNet.ofSizes(64, 6, 5, 3)
                        .batchNormalization()
                        .dropout(0.3)
                        .weightDecay(0.1)
                        .build(random),
                new Sequential(affine(64, 4), new Scaling(0.5, null), affine(4, 3)),
                new VariableNetwork(Map.of("W", random.randn(64, 3)), scores));
    }

    private static NDArray images(Network network) {
        NDArray images = new RandomState(3).randn(6, 64);
        boolean convolutional = network.parameters().get("W1") != null
                && network.parameters().get("W1").ndim() == 4;
        boolean deep = network.parameters().size() > 10;
        return convolutional ? images.reshape(6, 1, deep ? 16 : 8, deep ? 4 : 8) : images;
    }

    @Nested
    class Arrive {
        @ParameterizedTest
        @MethodSource("io.github.dlfs4j.network.SerializedNetworkTest#networks")
        void serialisedNetworksTrainOnAsTheOriginalsWould(Network network) throws Exception {
            NDArray x = images(network);
            NDArray t = NDArray.of(0, 1, 2, 2, 1, 0);
            learn(network, x, t);
            Network arrived = Journey.of(network);
            for (int step = 0; step < 3; step++) {
                assertThat(arrived.state()).isEqualTo(network.state());
                assertThat(arrived.predict(x)).isEqualTo(network.predict(x));
                assertThat(arrived.loss(x, t)).isEqualTo(network.loss(x, t));
                learn(network, x, t);
                learn(arrived, x, t);
            }
        }

        @Test
        void serialisedNetworksStillPredictNumbers() throws Exception {
            Sequential network = new Sequential(0, new IdentityWithLoss(), affine(64, 1));
            NDArray x = images(network);
            NDArray t = NDArray.arange(6).reshape(6, 1);
            Sequential arrived = Journey.of(network);
            assertThat(arrived.lastLayer()).isInstanceOf(IdentityWithLoss.class);
            assertThat(arrived.loss(x, t)).isEqualTo(network.loss(x, t));
        }

        private static void learn(Network network, NDArray x, NDArray t) {
            Map<String, NDArray> gradients = network.gradient(x, t);
            network.parameters()
                    .forEach((name, parameter) ->
                            parameter.subi(gradients.get(name).mul(0.1)));
        }

        @ParameterizedTest
        @MethodSource("io.github.dlfs4j.network.SerializedNetworkTest#networks")
        void serialisedFunctionsPassTheFilterOfThePage(Network network) throws Exception {
            String filter = "maxdepth=10;maxarray=0;io.github.dlfs4j.**;"
                    + "java.lang.invoke.SerializedLambda;java.lang.Object;!*";
            Network arrived = (Network) Journey.filtered(filter, Journey.beginning(network));
            assertThat(arrived.state()).isEqualTo(network.state());
        }

        @Test
        void serialisedNetworksKeepTheArraysThatTravelWithThem() throws Exception {
            TwoLayerNet network = new TwoLayerNet(4, 3, 2, new RandomState(1));
            Object[] arrived =
                    Journey.of(new Object[] {network, network.parameters().get("W2")});
            assertThat(((Network) arrived[0]).parameters().get("W2")).isSameAs(arrived[1]);
        }

        @Test
        void serialisedNetworksThatOnlyPredictArrive() throws Exception {
            NDArray x = new RandomState(2).rand(3, 784);
            ThreeLayerNet pretrained = ThreeLayerNet.pretrained();
            assertThat(Journey.of(pretrained).predict(x)).isEqualTo(pretrained.predict(x));
            SimpleNet simple = new SimpleNet(new RandomState(1));
            assertThat(Journey.of(simple).weights()).isEqualTo(simple.weights());
        }

        @Test
        void serialisedNetworksArriveEvenIfAllNumbersAreNaN() throws Exception {
            Sequential network =
                    MultiLayerNet.ofSizes(2, 2, 2).batchNormalization().build(new RandomState(1));
            network.state().values().forEach(array -> array.fill(Double.NaN));
            assertThat(Journey.of(network).state()).isEqualTo(network.state());
        }
    }

    @Nested
    class AreRefused {
        private static void assertStays(Network network, String message) {
            assertThatExceptionOfType(NotSerializableException.class)
                    .isThrownBy(() -> Journey.beginning(network))
                    .withMessage(message);
        }

        @Test
        void aLayerThatIsNotSerializableIsRefused() {
            String name = Doubling.class.getName();
            assertStays(
                    new Sequential(affine(4, 3), new Doubling(), affine(3, 2)),
                    "layer 2 of 3, " + name + ", cannot be serialised: it is not Serializable");
            assertStays(
                    new TwoLayerNet(4, 3, 2, 0.1, new Doubling(), new RandomState(1)),
                    "layer 2 of 3, " + name + ", cannot be serialised: it is not Serializable");
        }

        @Test
        void aLastLayerThatIsNotSerializableIsRefused() {
            LastLayer own = new LastLayer() {
                @Override
                public NDArray forward(NDArray x, NDArray t) {
                    return infer(x, t);
                }

                @Override
                public NDArray infer(NDArray x, NDArray t) {
                    return x.sub(t).sum();
                }

                @Override
                public NDArray backward(double dout) {
                    throw new UnsupportedOperationException();
                }
            };
            assertStays(
                    new Sequential(0, own, affine(4, 3)),
                    "the last layer, " + own.getClass().getName() + ", cannot be serialised: it is not Serializable");
        }

        @Test
        void aLayerWithAPartThatIsNotSerializableIsRefused() {
            assertStays(
                    new Sequential(new Relu(), new Scaling(2, new Object())),
                    "layer 2 of 2, " + Scaling.class.getName()
                            + ", cannot be serialised: java.lang.Object is not Serializable");
        }

        @Test
        void aFunctionThatIsNotSerializableIsRefused() {
            BiFunction<Map<String, Variable>, Variable, Variable> scores = (p, x) -> x.dot(p.get("W"));
            assertStays(
                    new VariableNetwork(Map.of("W", NDArray.ones(2, 2)), scores),
                    "the model, " + FunctionModel.class.getName() + ", cannot be serialised: "
                            + scores.getClass().getName() + " is not Serializable");
        }
    }

    @Nested
    class AStream {
        @Test
        void aNetworkIsRefusedWithoutItsSerialisedForm() {
            for (Class<?> network : List.of(
                    TwoLayerNet.class, Sequential.class, ThreeLayerNet.class, SimpleNet.class, VariableNetwork.class)) {
                assertThatExceptionOfType(InvalidObjectException.class)
                        .isThrownBy(() -> Journey.end(Journey.crafted(network)))
                        .withMessage(network.getSimpleName() + " can be read only from its serialised form");
            }
        }

        @Test
        void aSerialisedNetworkIsRefusedIfItsLayersDoNotFit() throws Exception {
            byte[] network = Journey.beginning(new Sequential(0.5, new Relu()));
            assertThatExceptionOfType(InvalidObjectException.class)
                    .isThrownBy(() -> Journey.end(Journey.replaced(network, 0.5, -0.5)))
                    .withMessage("the weight decay must be finite and not negative, but is -0.5");
        }

        @Test
        void aSerialisedNetworkIsRefusedWithMoreOrOtherParts() {
            SerializedForm form = new SerializedForm(Sequential.class, null)
                    .with("weightDecay", NDArray.scalar(0.0))
                    .with("the last layer", new IdentityWithLoss());
            assertRefused(form.with("layer 1 of 1", 7), "layer 1 of 1 of this Sequential is missing or another one");
            assertRefused(
                    new SerializedForm(Sequential.class, null).with("weightDecay", NDArray.scalar(0.0)),
                    "the last layer of this Sequential is missing or another one");
            assertRefused(
                    new SerializedForm(TwoLayerNet.class, null).with("layer 1 of 1", new Relu()),
                    "a TwoLayerNet is an Affine, an activation function and an Affine");
        }

        private static void assertRefused(SerializedForm form, String message) {
            assertThatExceptionOfType(InvalidObjectException.class)
                    .isThrownBy(() -> Journey.of(form))
                    .withMessage(message);
        }

        @Test
        void aSerialisedNetworkKeepsTheDtypeOfItsWeights() throws Exception {
            Sequential network = new Sequential(new Affine(NDArray.ones(DType.FLOAT32, 2, 2), NDArray.zeros(2)));
            assertThat(Journey.of(network).parameters().get("W1").dtype()).isEqualTo(DType.FLOAT32);
        }
    }
}
