package io.github.dlfs4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.ndarray.MathFunctions;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.Sequential;
import org.junit.jupiter.api.Test;

/** The confusion matrix; the expected numbers were counted by hand. */
class ConfusionMatrixTest {
    private static final NDArray LABELS = NDArray.of(0, 0, 1, 1, 1, 2);
    private static final NDArray PREDICTIONS = NDArray.of(0, 1, 1, 1, 0, 2);

    @Test
    void rowsOfAConfusionMatrixAreLabelsAndColumnsPredictions() {
        ConfusionMatrix matrix = ConfusionMatrix.of(LABELS, PREDICTIONS, 3);
        assertThat(matrix.counts()).isEqualTo(NDArray.of(new int[][] {{1, 1, 0}, {1, 2, 0}, {0, 0, 1}}));
        assertThat(matrix.count(1, 0)).isEqualTo(1);
        assertThat(matrix.accuracy()).isEqualTo(4.0 / 6);
    }

    @Test
    void precisionBelongsToAColumnAndRecallToARow() {
        ConfusionMatrix matrix = ConfusionMatrix.of(NDArray.of(0, 0, 0, 0, 1), NDArray.of(0, 0, 1, 1, 1), 3);
        assertThat(matrix.recall(0)).isEqualTo(0.5);
        assertThat(matrix.precision(0)).isEqualTo(1);
        assertThat(matrix.recall(1)).isEqualTo(1);
        assertThat(matrix.precision(1)).isEqualTo(1.0 / 3);
        assertThat(matrix.recall(2)).isNaN();
        assertThat(matrix.precision(2)).isNaN();
    }

    @Test
    void theTableOfAConfusionMatrixIsThatInTheDocumentation() {
        assertThat(ConfusionMatrix.of(LABELS, PREDICTIONS, 3)).hasToString("""
                       predicted as
                label  0  1  2   recall  precision
                    0  1  1  .   0.5000     0.5000
                    1  1  2  .   0.6667     0.6667
                    2  .  .  1   1.0000     1.0000""");
    }

    @Test
    void columnsOfAConfusionMatrixAreAsWideAsTheLargestCount() {
        NDArray counts = NDArray.of(new int[][] {{1000, 0}, {7, 0}});
        assertThat(new ConfusionMatrix(counts)).hasToString("""
                       predicted as
                label    0    1   recall  precision
                    0 1000    .   1.0000     0.9930
                    1    7    .   0.0000          -""");
    }

    @Test
    void aNetworkAndSamplesMakeAConfusionMatrix() {
        Sequential network = new Sequential(new Affine(NDArray.eye(3), NDArray.zeros(3)));
        NDArray inputs = NDArray.eye(3).get(MathFunctions.remainder(NDArray.arange(600), 3));
        NDArray targets = MathFunctions.remainder(NDArray.arange(600), 2);
        Dataset samples = Dataset.of(inputs.mul(-1), targets).prepared(NDArray::neg);
        ConfusionMatrix matrix = ConfusionMatrix.of(network, samples);
        assertThat(matrix.counts()).hasToString("""
                [[100 100 100]
                 [100 100 100]
                 [  0   0   0]]""");
        assertThat(matrix.accuracy()).isEqualTo(samples.accuracy(network));
    }

    @Test
    void labelsMayBeUint8LikeThoseOfMnist() {
        assertThat(ConfusionMatrix.of(NDArray.of(new byte[] {1, 0}), NDArray.of(1, 1), 2)
                        .accuracy())
                .isEqualTo(0.5);
    }

    @Test
    void aConfusionMatrixRefusesCountsAndClassesThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.of(NDArray.of(1, 2, 3), NDArray.of(1, 2, 3, 4), 10))
                .withMessage("3 labels and 4 predictions must be equally many");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.of(NDArray.of(10), NDArray.of(1), 10))
                .withMessage("labels must be from 0 to 9, and one is 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.of(NDArray.of(1), NDArray.of(-1), 10))
                .withMessage("predictions must be from 0 to 9, and one is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfusionMatrix(NDArray.zeros(2, 3)))
                .withMessage("a confusion matrix is a square of int64, not float64 of shape (2, 3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.of(NDArray.of(1), NDArray.of(1), 46_341))
                .withMessage("array is too big; 46341 x 46341 elements are more than the maximum of 2147483639");
    }
}
