package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.gradient.GradientCheck;
import io.github.dlfs4j.loss.Losses;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.optimizer.SGD;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreeLayerNetTest {
    private static Map<String, NDArray> weights() {
        return new HashMap<>(Map.of(
                "W1", NDArray.of(new double[][] {{0.1, 0.3, 0.5}, {0.2, 0.4, 0.6}}),
                "b1", NDArray.of(0.1, 0.2, 0.3),
                "W2", NDArray.of(new double[][] {{0.1, 0.4}, {0.2, 0.5}, {0.3, 0.6}}),
                "b2", NDArray.of(0.1, 0.2),
                "W3", NDArray.of(new double[][] {{0.1, 0.3}, {0.2, 0.4}}),
                "b3", NDArray.of(0.1, 0.2)));
    }

    @Test
    void aThreeLayerNetPredictsWhatNumPyPredicts() {
        // softmax([0.31682708, 0.69627909]): the outputs of section 3.4.3
        assertThat(new ThreeLayerNet(weights()).predict(NDArray.of(1.0, 0.5))).hasToString("[0.40625907 0.59374093]");
    }

    @Test
    void aThreeLayerNetPredictsABatchRowByRow() {
        ThreeLayerNet net = new ThreeLayerNet(weights());
        NDArray x = NDArray.of(new double[][] {{1, 0.5}, {-3, 2}});
        NDArray y = net.predict(x);
        assertThat(y.shape()).hasToString("(2, 2)");
        assertThat(y.get(1).allClose(net.predict(x.get(1)), 1e-14, 0)).isTrue();
    }

    @Test
    void aThreeLayerNetKeepsItsWeights() {
        Map<String, NDArray> weights = weights();
        ThreeLayerNet net = new ThreeLayerNet(weights);
        String before = net.predict(NDArray.of(1.0, 0.5)).toString();

        weights.values().forEach(weight -> weight.fill(0));

        assertThat(net.predict(NDArray.of(1.0, 0.5))).hasToString(before);
    }

    /** If a weight is infinite, the product must not skip the zeros of an image. */
    @Test
    void aThreeLayerNetPredictsZerosLikeNumPyForInfiniteWeights() {
        Map<String, NDArray> weights = weights();
        NDArray w1 = NDArray.zeros(784, 10);
        w1.at(500, 0).set(Double.POSITIVE_INFINITY);
        weights.put("W1", w1);
        weights.put("b1", NDArray.zeros(10));
        weights.put("W2", NDArray.zeros(10, 2));

        NDArray y = new ThreeLayerNet(weights).predict(NDArray.zeros(784));

        assertThat(y).hasToString("[nan nan]");
    }

    @Test
    void aThreeLayerNetLearnsByBackpropagation() {
        ThreeLayerNet net = new ThreeLayerNet(weights());
        RandomState random = new RandomState(1);
        NDArray x = random.randn(5, 2);
        NDArray t = NDArray.of(0, 1, 1, 0, 1);
        GradientCheck check = GradientCheck.of(() -> net.loss(x, t), net.parameters(), net.gradient(x, t));
        assertThat(check.isBelow(1e-6)).as(check.toString()).isTrue();
        double before = net.loss(x, t).asDouble();
        new SGD(0.1).update(net.parameters(), net.gradient(x, t));
        assertThat(net.loss(x, t).asDouble()).isLessThan(before);
        assertThat(net.loss(x, t)).isEqualTo(Losses.crossEntropy(net.predict(x), t));
    }

    @Test
    void aThreeLayerNetStaysFloat32() {
        Map<String, NDArray> weights = weights();
        weights.replaceAll((name, weight) -> weight.astype(DType.FLOAT32));
        assertThat(new ThreeLayerNet(weights).predict(NDArray.of(1f, 0.5f)).dtype())
                .isEqualTo(DType.FLOAT32);
    }

    @Test
    void aThreeLayerNetRefusesMissingWeights() {
        Map<String, NDArray> weights = weights();
        weights.remove("b2");
        assertThatThrownBy(() -> new ThreeLayerNet(weights))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("parameter b2 is missing");
    }

    @Test
    void aThreeLayerNetRefusesShapesThatDoNotFit() {
        Map<String, NDArray> weights = weights();
        weights.put("b2", NDArray.of(1.0, 2.0, 3.0));
        assertThatThrownBy(() -> new ThreeLayerNet(weights))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("b2 must have the shape (2,), not (3,)");
        weights.put("W1", NDArray.of(1.0, 2.0));
        assertThatThrownBy(() -> new ThreeLayerNet(weights))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("W1 must be a matrix, not of shape (2,)");
    }

    @Test
    void aThreeLayerNetPredictsByTheParametersItHasHandedOut() {
        ThreeLayerNet network = ThreeLayerNet.pretrained();
        NDArray x = NDArray.ones(2, 784);
        NDArray before = network.predict(x);
        Map<String, NDArray> parameters = network.parameters();
        assertThat(network.parameters()).isSameAs(parameters);
        assertThat(network.predict(x)).isEqualTo(before);
        parameters.values().forEach(parameter -> parameter.fill(0));
        assertThat(network.predict(x)).isEqualTo(NDArray.full(DType.FLOAT64, 0.1, 2, 10));
    }
}
