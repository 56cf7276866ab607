package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.loss.Losses;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftedLossTest {
    private static final int ROWS = 6;
    private static final int OUTPUTS = 4;

    private final Random random = new Random(3);

    private NDArray random(double scale, int... shape) {
        int size = IntStream.of(shape).reduce(1, (a, b) -> a * b);
        return NDArray.of(random.doubles(size, -scale, scale).toArray(), shape);
    }

    private static double expected(NDArray scores, NDArray t, int row, double change, double[] direction) {
        NDArray changed = scores.get(row).add(NDArray.of(direction).mul(change));
        return Losses.crossEntropy(Activations.softmax(changed), t.get(row)).asDouble();
    }

    /** At 2^-10 the computation changes from the series to the formula; scores of 500 give probabilities of 0 and 1. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-12, -1e-4, 0x1p-10, -0x1.000001p-10, 0.01, -3, 400, -2000})
    void aShiftedLossIsTheCrossEntropyOfTheChangedScores(double change) {
        for (double scale : new double[] {0.1, 5, 40, 500}) {
            NDArray scores = random(scale, ROWS, OUTPUTS);
            NDArray labels = NDArray.of(0, 1, 2, 3, 0, 1);
            NDArray soft = random(1, ROWS, OUTPUTS);
            for (NDArray t : new NDArray[] {labels, NDArray.eye(OUTPUTS).get(labels), soft}) {
                ShiftedLoss loss = new ShiftedLoss(scores, t);
                double[] direction = random(1, OUTPUTS).toDoubleArray();
                for (int row = 0; row < ROWS; row++) {
                    double expected = expected(scores, t, row, change, direction);
                    assertThat(loss.of(row, change, direction)).isCloseTo(expected, within(1e-12));
                }
            }
        }
    }

    @Test
    void aShiftedLossTakesAProbabilityThatWasRoundedToZero() {
        NDArray scores = NDArray.of(new double[][] {{0, -800}});
        ShiftedLoss loss = new ShiftedLoss(scores, NDArray.of(1));
        assertThat(loss.of(0, 0, new double[] {0, 1})).isCloseTo(-Math.log(1e-7), within(1e-14));
        assertThat(loss.of(0, 801, new double[] {0, 1})).isCloseTo(Math.log1p(Math.exp(-1)), within(2e-7));
    }
}
