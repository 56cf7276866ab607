package io.github.dlfs4j.app.page.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.gradient.NumericalGradient;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Dropout;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.layer.Tanh;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Sequential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The graph of a network, compared with the network itself and with differences. */
class ScoreGraphTest {
    private static Affine affine(int inputs, int outputs, RandomState random) {
        return new Affine(random.randn(inputs, outputs), random.randn(outputs));
    }

    private static Sequential dense(RandomState random) {
        BatchNormalization norm = new BatchNormalization(random.randn(6), random.randn(6));
        norm.forward(random.randn(20, 6).mul(3).add(1)); // running statistics of its own
        return new Sequential(
                affine(8, 6, random), norm, new Relu(), new Dropout(0.3, random), affine(6, 4, random), new Sigmoid());
    }

    private static Sequential convolutional(RandomState random) {
        return new Sequential(
                new Convolution(random.randn(3, 1, 3, 2), random.randn(3), 1, 1),
                new Relu(),
                new Pooling(2, 3, 2, 0),
                affine(18, 4, random));
    }

    private static void compare(Sequential network, NDArray images) {
        Variable pixels = Variable.of(images);
        Variable scores = ScoreGraph.scores(network, pixels);

        assertThat(scores.value().sub(network.predict(images)).abs().max().asDouble())
                .isLessThan(1e-12);
        scores.get(0, 2).backward();
        NDArray differences = NumericalGradient.of(
                changed -> NDArray.scalar(network.predict(changed).getDouble(0, 2)), images);
        assertThat(pixels.gradient().value().sub(differences).abs().max().asDouble())
                .isLessThan(1e-6);
        assertThat(differences.abs().max().asDouble()).isGreaterThan(0.01);
    }

    /** With seed 1, the differences step over a kink. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void aScoreGraphHasTheScoresOfTheNetworkAndTheirDerivatives(int seed) {
        RandomState random = new RandomState(seed);
        compare(dense(random), random.randn(2, 8));
        compare(convolutional(random), random.randn(2, 1, 5, 6));
    }

    @Test
    void aScoreGraphKnowsTheLayersOfThePageAlone() {
        Layer tanh = new Tanh();
        Variable x = Variable.of(NDArray.zeros(1, 3));
        assertThatThrownBy(() -> ScoreGraph.scores(new Sequential(tanh), x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no operation for the layer " + tanh);
    }
}
