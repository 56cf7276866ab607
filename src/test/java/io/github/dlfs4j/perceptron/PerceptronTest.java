package io.github.dlfs4j.perceptron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.NDArray;
import org.junit.jupiter.api.Test;

class PerceptronTest {
    private final Perceptron perceptron = new Perceptron(NDArray.of(0.5, 0.5), -0.7);

    @Test
    void aPerceptronSumsWeightedInputsAndBias() {
        assertThat(perceptron.weightedSum(NDArray.of(0, 1))).hasToString("-0.19999999999999996");
        assertThat(perceptron.output(NDArray.of(0, 1))).hasToString("0");
        assertThat(perceptron.output(NDArray.of(0.9, 0.8))).hasToString("1");
    }

    @Test
    void aPerceptronOutputsZeroIfTheSumIsZero() {
        assertThat(new Perceptron(NDArray.of(1.0, -1.0), 0).output(NDArray.of(3, 3)))
                .hasToString("0");
    }

    @Test
    void aPerceptronTakesABatch() {
        NDArray x = NDArray.of(new int[][] {{0, 0}, {1, 0}, {0, 1}, {1, 1}});
        assertThat(perceptron.output(x)).isEqualTo(NDArray.of(0, 0, 0, 1));
        assertThat(perceptron.output(NDArray.zeros(0, 2))).hasToString("[]");
    }

    @Test
    void aPerceptronIsImmutable() {
        NDArray weights = NDArray.of(0.5, 0.5);
        Perceptron copying = new Perceptron(weights, -0.7);
        weights.fill(7);
        copying.weights().fill(8);
        assertThat(copying).isEqualTo(perceptron).hasSameHashCodeAs(perceptron);
        assertThat(copying.weights()).isEqualTo(NDArray.of(0.5, 0.5));
    }

    @Test
    void aPerceptronRefusesWeightsThatAreNotAVector() {
        assertThatThrownBy(() -> new Perceptron(NDArray.zeros(2, 3), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights must have one axis, not the shape (2, 3)");
    }

    @Test
    void aPerceptronRefusesInputsThatDoNotFit() {
        assertThatThrownBy(() -> perceptron.output(NDArray.of(1, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x must have 2 inputs, not the shape (3,)");
        // Broadcasting would accept one input or a scalar.
        assertThatThrownBy(() -> perceptron.output(NDArray.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x must have 2 inputs, not the shape (1,)");
        assertThatThrownBy(() -> perceptron.output(NDArray.scalar(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x must have 2 inputs, not the shape ()");
    }
}
