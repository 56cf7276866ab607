package io.github.dlfs4j.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    /** The probabilities of three classes for six images; the fourth and the sixth are taken for another class. */
    private static final NDArray Y = NDArray.of(new double[][] {
        {0.6, 0.3, 0.1}, {0.9, 0.1, 0}, {0.1, 0.8, 0.1}, {0.2, 0.7, 0.1}, {0, 0.1, 0.9}, {0.05, 0.95, 0}
    });

    private static final Samples TEST =
            new Samples(NDArray.zeros(DType.UINT8, 6, 784), NDArray.of(new byte[] {0, 0, 1, 0, 2, 0}));

    private static final Evaluation EVALUATION =
            Evaluation.of(images -> images.shape(0) == 6 ? Y : Y.get(0).reshape(1, 3), TEST, done -> {});

    private static List<Integer> indices(List<Guess> guesses) {
        return guesses.stream().map(Guess::index).toList();
    }

    @Test
    void theMostConfidentMistakeIsFirst() {
        assertThat(indices(EVALUATION.mistakes(10))).containsExactly(5, 3);
        assertThat(indices(EVALUATION.mistakes(1))).containsExactly(5);
    }

    @Test
    void aGuessHasTheProbabilitiesOfAllClasses() {
        Guess guess = EVALUATION.mistakes(2).get(1);
        assertThat(guess.label()).isZero();
        assertThat(guess.prediction()).isEqualTo(1);
        assertThat(guess.probability()).isEqualTo(0.7);
        assertThat(guess.probabilities()).isEqualTo(NDArray.of(0.2, 0.7, 0.1));
    }

    @Test
    void aCellOfTheMatrixListsItsImagesByConfidence() {
        assertThat(EVALUATION.matrix().count(0, 1)).isEqualTo(2);
        assertThat(indices(EVALUATION.cell(0, 1, 10))).containsExactly(5, 3);
        assertThat(indices(EVALUATION.cell(0, 0, 10))).containsExactly(0, 1);
        assertThat(indices(EVALUATION.cell(0, 0, 1))).containsExactly(0);
        assertThat(EVALUATION.cell(2, 1, 10)).isEmpty();
    }
}
