package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TwoLayerNet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The formulas give what the layers of chapter 5 give. */
class SigmoidNetTest {
    private final SigmoidNet network = new SigmoidNet(4, 5, 3, new RandomState(0));
    private final TwoLayerNet layers = new TwoLayerNet(4, 5, 3, 0.01, new Sigmoid(), new RandomState(0));
    private final NDArray x = new RandomState(1).randn(6, 4);
    private final NDArray t = NDArray.eye(3).get(NDArray.of(0, 1, 2, 2, 1, 0));

    @Test
    void theSigmoidNetHasTheWeightsThatTheBookDraws() {
        assertThat(network.params()).isEqualTo(layers.parameters());
        assertThat(network.params().keySet()).containsExactly("W1", "b1", "W2", "b2");
    }

    @Test
    void theSigmoidNetPredictsProbabilities() {
        NDArray y = network.predict(x);
        assertThat(y).isEqualTo(Activations.softmax(layers.predict(x)));
        assertThat(y.sum(1).allClose(NDArray.ones(6), 1e-15, 0)).isTrue();
    }

    @Test
    void theSigmoidNetHasTheLossAndTheAccuracyOfTheLayers() {
        assertThat(network.loss(x, t)).isEqualTo(layers.loss(x, t));
        assertThat(network.accuracy(x, t)).isEqualTo(layers.accuracy(x, t));
        NDArray answers = NDArray.eye(3).get(network.predict(x).argmax(1));
        assertThat(network.accuracy(x, answers)).isEqualTo(1);
    }

    @Test
    void bothGradientsOfTheSigmoidNetAreThoseOfTheLayers() {
        Map<String, NDArray> ofLayers = layers.gradient(x, t);
        assertThat(network.gradient(x, t).keySet()).containsExactlyInAnyOrderElementsOf(ofLayers.keySet());
        network.gradient(x, t)
                .forEach((key, gradient) -> assertThat(gradient.allClose(ofLayers.get(key), 1e-12, 1e-15))
                        .as(key)
                        .isTrue());
        network.numericalGradient(x, t)
                .forEach((key, gradient) -> assertThat(gradient.allClose(ofLayers.get(key), 1e-5, 1e-6))
                        .as(key)
                        .isTrue());
    }

    @Test
    void theNumericalGradientLeavesTheParameters() {
        network.numericalGradient(x, t);
        assertThat(network.params()).isEqualTo(layers.parameters());
    }
}
