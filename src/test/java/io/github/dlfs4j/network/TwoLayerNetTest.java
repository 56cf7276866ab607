package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.gradient.GradientCheck;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TwoLayerNetTest {
    private static final NDArray LABELS = NDArray.of(2, 0, 1, 1, 2);
    private static final NDArray ONE_HOT =
            NDArray.of(new double[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}, {0, 1, 0}, {0, 0, 1}});

    private final RandomState random = new RandomState(1);
    private final NDArray x = random.rand(5, 7);

    /** With small weights no probability is small, and the 1e-7 in the logarithm of the loss does not matter. */
    private TwoLayerNet net(Layer activation) {
        return new TwoLayerNet(7, 4, 3, 0.1, activation, random);
    }

    static Stream<Arguments> activationsAndTargets() {
        return Stream.of(
                Arguments.of(new Relu(), LABELS),
                Arguments.of(new Relu(), ONE_HOT),
                Arguments.of(new Sigmoid(), LABELS),
                Arguments.of(new Sigmoid(), ONE_HOT));
    }

    @ParameterizedTest
    @MethodSource("activationsAndTargets")
    void backpropagationAgreesWithNumericalGradients(Layer activation, NDArray t) {
        TwoLayerNet net = net(activation);
        GradientCheck check = GradientCheck.of(() -> net.loss(x, t), net.parameters(), net.gradient(x, t));
        assertThat(check.isBelow(1e-7)).as(check.toString()).isTrue();
    }

    @Test
    void numericalGradientsDifferentiateTheLossAndChangeNoParameter() {
        TwoLayerNet net = net(new Sigmoid());
        NDArray before = net.parameters().get("W1").copy();
        Map<String, NDArray> numerical = net.numericalGradient(x, LABELS);
        Map<String, NDArray> exact = net.gradient(x, LABELS);
        assertThat(numerical.keySet()).containsExactly("W1", "b1", "W2", "b2");
        exact.forEach((name, gradient) -> assertThat(numerical.get(name).allClose(gradient, 0, 1e-7))
                .as(name)
                .isTrue());
        assertThat(net.parameters().get("W1")).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("activationsAndTargets")
    void gradientsOfATwoLayerNetDoNotChangeLater(Layer activation, NDArray t) {
        TwoLayerNet net = net(activation);
        Map<String, NDArray> first = net.gradient(x, t);
        Map<String, NDArray> copies = new HashMap<>(first);
        copies.replaceAll((name, gradient) -> gradient.copy());
        NDArray scores = net.predict(x);
        NDArray copyOfScores = scores.copy();
        net.gradient(x.neg(), t);
        net.gradient(x.add(1), t);
        assertThat(first).isEqualTo(copies);
        assertThat(scores).isEqualTo(copyOfScores);
        assertThat(net.gradient(x, t)).isEqualTo(copies);
    }

    @Test
    void anActivationFunctionMayKeepItsArguments() {
        List<NDArray> seen = new ArrayList<>();
        Layer identity = new Layer() {
            @Override
            public NDArray forward(NDArray x) {
                seen.add(x);
                return x;
            }

            @Override
            public NDArray backward(NDArray dout) {
                seen.add(dout);
                return dout;
            }
        };
        TwoLayerNet net = net(identity);
        net.gradient(x, LABELS);
        List<NDArray> copies = seen.stream().map(NDArray::copy).toList();
        net.gradient(x.neg(), LABELS);
        assertThat(seen.subList(0, 2)).isEqualTo(copies);
        GradientCheck check = GradientCheck.of(() -> net.loss(x, LABELS), net.parameters(), net.gradient(x, LABELS));
        assertThat(check.isBelow(1e-7)).as(check.toString()).isTrue();
    }

    @Test
    void aTwoLayerNetDrawsTheSameWeightsAsPython() {
        Map<String, NDArray> parameters = new TwoLayerNet(2, 2, 1, new RandomState(0)).parameters();
        assertThat(parameters.get("W1")).hasToString("[[0.01764052 0.00400157]\n [0.00978738 0.02240893]]");
        assertThat(parameters.get("W2")).hasToString("[[ 0.01867558]\n [-0.00977278]]");
        assertThat(parameters.get("b1")).isEqualTo(NDArray.zeros(2));
        assertThat(parameters.get("b2")).isEqualTo(NDArray.zeros(1));
    }

    @Test
    void aNetworkWithSigmoidHasTheSameWeights() {
        TwoLayerNet sigmoid = new TwoLayerNet(3, 4, 2, 0.01, new Sigmoid(), new RandomState(0));
        TwoLayerNet relu = new TwoLayerNet(3, 4, 2, new RandomState(0));
        assertThat(sigmoid.parameters()).isEqualTo(relu.parameters());
        NDArray hidden = Activations.sigmoid(
                x.get(Index.all(), Index.to(3)).dot(sigmoid.parameters().get("W1")));
        assertThat(sigmoid.predict(x.get(Index.all(), Index.to(3))))
                .isEqualTo(hidden.dot(sigmoid.parameters().get("W2")));
    }

    @Test
    void accuracyIsTheShareOfRightPredictions() {
        TwoLayerNet net = net(new Relu());
        NDArray predicted = net.predict(x).argmax(1);
        assertThat(net.accuracy(x, predicted)).isEqualTo(1.0);
        NDArray others = predicted.copy();
        others.at(0).set((predicted.getLong(0) + 1) % 3);
        assertThat(net.accuracy(x, others)).isEqualTo(0.8);
        assertThat(net.accuracy(x, LABELS)).isEqualTo(net.accuracy(x, ONE_HOT));
    }

    @Test
    void aTwoLayerNetRefusesLayersWithoutNeurons() {
        RandomState random = new RandomState(0);
        assertThatThrownBy(() -> new TwoLayerNet(6, 0, 3, random))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the number of outputs of layer 1 must be at least 1, but is 0");
        assertThatThrownBy(() -> new TwoLayerNet(6, 2, -1, random))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the number of outputs of layer 2 must be at least 1, but is -1");
    }

    @Test
    void anActivationThatComputesNothingIsNamed() {
        NDArray x = NDArray.ones(2, 3);
        NDArray t = NDArray.of(0, 1);
        TwoLayerNet neither = new TwoLayerNet(3, 4, 2, 0.1, new SequentialTest.Unwritten(false), new RandomState(0));
        assertThatThrownBy(() -> neither.predict(x)).hasMessage("Unwritten has computed no array");
        assertThatThrownBy(() -> neither.gradient(x, t)).hasMessage("Unwritten has computed no array");
        TwoLayerNet forward = new TwoLayerNet(3, 4, 2, 0.1, new SequentialTest.Unwritten(true), new RandomState(0));
        assertThatThrownBy(() -> forward.gradient(x, t)).hasMessage("Unwritten has computed no array");
        assertThatThrownBy(() -> new TwoLayerNet(3, 4, 2, 0.1, null, new RandomState(0)))
                .hasMessage("activation");
    }
}
