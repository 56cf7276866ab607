package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import io.github.dlfs4j.gradient.GradientCheck;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequentialTest {
    /** The way back leaves out the 1e-7 inside the logarithm, which shows where a probability is small. */
    private static final double TOLERANCE = 1e-5;

    private final RandomState random = new RandomState(5);
    private final NDArray t = NDArray.of(0, 2, 1, 1);

    private void assertGradients(Sequential net, NDArray x) {
        Map<String, NDArray> gradients = net.gradient(x, t);
        GradientCheck check = GradientCheck.of(() -> net.trainingLoss(x, t), net.parameters(), gradients);
        assertThat(check.isBelow(TOLERANCE)).as(check.toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void backpropagatesThroughFullyConnectedLayers(double weightDecay) {
        MultiLayerNet plan = MultiLayerNet.ofSizes(4, 6, 5, 3)
                .initialization(Initialization.normal(0.3))
                .weightDecay(weightDecay);
        assertGradients(plan.activation(Sigmoid::new).build(random), random.randn(4, 4));
        assertGradients(plan.batchNormalization().build(random), random.randn(4, 4));
    }

    @Test
    void backpropagatesThroughConvolutions() {
        Layer[] layers = {
            new Convolution(random.randn(3, 1, 3, 3).muli(0.3), random.randn(3), 1, 1),
            new BatchNormalization(NDArray.ones(3), NDArray.zeros(3)),
            new Sigmoid(),
            new Pooling(2, 2, 2, 0),
            new Affine(random.randn(12, 3).muli(0.1), random.randn(3))
        };
        assertGradients(new Sequential(layers), random.randn(4, 1, 4, 4));
    }

    /** As any network; running statistics, which the losses move, are put back. */
    @Test
    void hasNumericalGradientsAndIsThenAsBefore() {
        Sequential net = MultiLayerNet.ofSizes(4, 6, 3).batchNormalization().build(random);
        net.gradient(random.randn(4, 4), t);
        Map<String, NDArray> before = new HashMap<>();
        net.state().forEach((name, array) -> before.put(name, array.copy()));
        NDArray x = random.randn(4, 4);
        Map<String, NDArray> numerical = net.numericalGradient(x, t);
        assertThat(net.state()).isEqualTo(before);
        assertThat(numerical.keySet())
                .containsExactlyElementsOf(net.parameters().keySet());
        net.gradient(x, t)
                .forEach((name, gradient) -> assertThat(numerical.get(name).allClose(gradient, 0, TOLERANCE))
                        .as(name)
                        .isTrue());
    }

    @Test
    void numbersTheParametersOfEachKind() {
        Sequential net = MultiLayerNet.ofSizes(4, 3, 2).batchNormalization().build(random);
        assertThat(net.parameters().keySet()).containsExactly("W1", "b1", "gamma1", "beta1", "W2", "b2");
        assertThat(net.state().keySet())
                .containsExactly("W1", "b1", "gamma1", "beta1", "W2", "b2", "runningMean1", "runningVariance1");
        assertThat(net.gradient(random.randn(4, 4), NDArray.of(0, 1, 1, 0)).keySet())
                .containsExactlyElementsOf(net.parameters().keySet());
    }

    @Test
    void predictsWithoutDroppingOrLearning() {
        Sequential net = MultiLayerNet.ofSizes(4, 30, 3)
                .batchNormalization()
                .dropout(0.5)
                .build(random);
        NDArray x = random.randn(4, 4);
        NDArray first = net.predict(x);
        assertThat(net.predict(x)).isEqualTo(first);
        assertThat(net.loss(x, t)).isEqualTo(net.loss(x, t));
        net.gradient(x, t);
        assertThat(net.predict(x)).isNotEqualTo(first);
    }

    @Test
    void weightDecayAddsToTheLossOfTheWeightsAlone() {
        NDArray w = NDArray.of(new double[][] {{1, 2}, {3, 4}});
        NDArray x = NDArray.of(new double[][] {{1, 0}});
        NDArray label = NDArray.of(0);
        Layer[] layers = {new Affine(w, NDArray.of(5.0, 6.0)), new Relu()};
        double plain = new Sequential(layers).loss(x, label).asDouble();
        double decayed = new Sequential(0.1, layers).loss(x, label).asDouble();
        assertThat(decayed - plain).isCloseTo(0.5 * 0.1 * 30, offset(1e-12));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sequential(-0.1))
                .withMessage("the weight decay must not be negative, but is -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultiLayerNet.ofSizes(3))
                .withMessage("a network needs at least the numbers of inputs and of outputs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Initialization.normal(-1))
                .withMessage("a standard deviation must not be negative, but is -1.0");
    }
}
