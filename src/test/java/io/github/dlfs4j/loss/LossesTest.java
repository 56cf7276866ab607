package io.github.dlfs4j.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothKernels
class LossesTest {
    private final NDArray y = NDArray.of(new double[][] {{0.1, 0.2, 0.7}, {0.8, 0.1, 0.1}});
    private final NDArray oneHot = NDArray.of(new int[][] {{0, 0, 1}, {0, 1, 0}});
    private final NDArray labels = NDArray.of(2, 1);

    @Nested
    class Targets {
        private void assertRefused(NDArray t, String message) {
            assertThatThrownBy(() -> Losses.checkTargets(y, t))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }

        @Test
        void targetsOfALossAreLabelsOrProbabilities() {
            Losses.checkTargets(y, labels);
            Losses.checkTargets(y, oneHot);
            Losses.checkTargets(y, oneHot.astype(DType.BOOL));
            Losses.checkTargets(y, y);
            Losses.checkTargets(y, y.astype(DType.FLOAT32));
            Losses.checkTargets(y.get(0), NDArray.scalar(1));
            Losses.checkTargets(y.get(0), oneHot.get(0));
            Losses.checkTargets(NDArray.zeros(0, 3), NDArray.zeros(0, 3));
        }

        @Test
        void targetsOfALossAreNotNumbers() {
            String words = "targets must be labels or probabilities that add up to 1 in each row, but ";
            assertRefused(NDArray.of(new int[][] {{0, 0, 1}, {0, 1, 1}}), words + "row 1 adds up to 2.0");
            assertRefused(NDArray.of(new double[][] {{0, -1, 2}, {0, 1, 0}}), words + "one is -1.0");
            assertRefused(NDArray.full(Double.NaN, 2, 3), words + "row 0 adds up to nan");
            assertRefused(
                    NDArray.of(1, 2, 0),
                    "targets must be one-hot, of shape (2, 3), or labels, of shape (2,), but" + " have shape (3,)");
            assertRefused(NDArray.of(0.5, 2), "labels must be int64 or uint8, not float64");
        }

        @Test
        void targetsOfALossNeedTwoClasses() {
            for (NDArray scores : new NDArray[] {NDArray.zeros(2, 1), NDArray.zeros(1), NDArray.scalar(1.0)}) {
                assertThatThrownBy(() -> Losses.checkTargets(scores, NDArray.zeros(2, 1)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("softmax needs scores of at least 2 classes, not the shape " + scores.shape());
            }
        }
    }

    @Nested
    class SumSquaredError {
        @Test
        void theSumOfSquaredErrorsIsHalfTheSumOfSquares() {
            assertThat(Losses.sumSquaredError(NDArray.of(1.0, 2.0), NDArray.of(0, 4)))
                    .hasToString("2.5");
        }

        @Test
        void theSumOfSquaredErrorsAddsTheRowsOfABatch() {
            // 0.5 * np.sum((y - t) ** 2)
            assertThat(Losses.sumSquaredError(y, oneHot)).hasToString("0.8000000000000002");
            assertThat(Losses.meanSquaredError(y, oneHot)).hasToString("0.8000000000000002");
        }

        @Test
        void theSumOfSquaredErrorsKeepsFloat32() {
            NDArray loss = Losses.sumSquaredError(NDArray.of(0.25f, 0.5f), NDArray.of(0f, 1f));
            assertThat(loss).isEqualTo(NDArray.scalar(0.15625f));
        }

        @Test
        void theSumOfSquaredErrorsRefusesTargetsOfAnotherShape() {
            // Broadcasting would accept them.
            assertThatThrownBy(() -> Losses.sumSquaredError(y, NDArray.of(0, 0, 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("targets must have the shape (2, 3) of the outputs, not (3,)");
        }
    }

    @Nested
    class CrossEntropy {
        @Test
        void crossEntropyIsTheMeanOverABatch() {
            assertThat(Losses.crossEntropy(y, oneHot)).hasToString("1.329629447038073");
            NDArray first = Losses.crossEntropy(y.get(0), oneHot.get(0));
            NDArray second = Losses.crossEntropy(y.get(1), oneHot.get(1));
            assertThat(first.add(second).div(2).asDouble()).isEqualTo(1.329629447038073);
        }

        @ParameterizedTest
        @EnumSource(
                value = DType.class,
                names = {"INT64", "UINT8"})
        void crossEntropyTakesLabels(DType dtype) {
            assertThat(Losses.crossEntropy(y, labels.astype(dtype))).hasToString("1.329629447038073");
            assertThat(Losses.crossEntropy(y.get(1), labels.astype(dtype).get(1)))
                    .hasToString("2.302584092994546");
        }

        @ParameterizedTest
        @EnumSource(DType.class)
        void crossEntropyTakesOneHotTargetsOfEveryDType(DType dtype) {
            assertThat(Losses.crossEntropy(y, oneHot.astype(dtype))).hasToString("1.329629447038073");
        }

        @Test
        void crossEntropyTakesProbabilitiesAsTargets() {
            // -np.sum(t * np.log(y + 1e-7))
            assertThat(Losses.crossEntropy(NDArray.of(0.5, 0.5), NDArray.of(0.25, 0.75)))
                    .hasToString("0.6931469805599654");
        }

        @Test
        void crossEntropyIsFiniteForAProbabilityOfZero() {
            assertThat(Losses.crossEntropy(NDArray.of(0.0, 1.0), NDArray.scalar(0)))
                    .hasToString("16.11809565095832");
        }

        @Test
        void crossEntropyKeepsFloat32() {
            NDArray y32 = y.astype(DType.FLOAT32);
            assertThat(Losses.crossEntropy(y32, labels).dtype()).isEqualTo(DType.FLOAT32);
            assertThat(Losses.crossEntropy(y32, oneHot.astype(DType.UINT8)).dtype())
                    .isEqualTo(DType.FLOAT32);
            assertThat(Losses.crossEntropy(y32, oneHot).dtype()).isEqualTo(DType.FLOAT64);
        }

        @Test
        void crossEntropyDistinguishesABatchOfOneColumnFromLabels() {
            NDArray column = NDArray.of(new double[][] {{1}, {1}, {1}});
            assertThat(Losses.crossEntropy(column, NDArray.of(0, 0, 0)).asDouble())
                    .isBetween(-1.1e-7, -0.9e-7);
        }

        @Test
        void crossEntropyWorksOnViewsAndDoesNotChangeItsArguments() {
            NDArray transposed = NDArray.of(new double[][] {{0.1, 0.8}, {0.2, 0.1}, {0.7, 0.1}})
                    .transpose();
            assertThat(Losses.crossEntropy(transposed, labels)).hasToString("1.329629447038073");
            assertThat(Losses.crossEntropy(transposed, oneHot)).hasToString("1.329629447038073");
            assertThat(transposed).isEqualTo(y);
            assertThat(labels).isEqualTo(NDArray.of(2, 1));
        }

        @Test
        void crossEntropyIsNaNForAnEmptyBatch() {
            assertThat(Losses.crossEntropy(NDArray.zeros(0, 3), NDArray.zeros(DType.INT64, 0)))
                    .hasToString("nan");
        }

        @Test
        void crossEntropyRefusesTargetsOfAnotherShape() {
            assertThatThrownBy(() -> Losses.crossEntropy(y, NDArray.of(0, 0, 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("targets must be one-hot, of shape (2, 3), or labels, of shape (2,),"
                            + " but have shape (3,)");
            assertThatThrownBy(() -> Losses.crossEntropy(y.get(0), NDArray.of(0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("targets must be one-hot, of shape (3,), or labels, of shape (), but have shape (1,)");
        }

        @Test
        void crossEntropyRefusesOutputsOfZeroOrThreeAxes() {
            assertThatThrownBy(() -> Losses.crossEntropy(NDArray.scalar(0.5), NDArray.scalar(0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("y must have one axis or two, not the shape ()");
            assertThatThrownBy(() -> Losses.crossEntropy(NDArray.zeros(2, 3, 4), NDArray.zeros(2, 3, 4)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("y must have one axis or two, not the shape (2, 3, 4)");
        }

        @Test
        void crossEntropyRefusesLabelsThatAreNotIntegers() {
            assertThatThrownBy(() -> Losses.crossEntropy(y, NDArray.of(2.0, 1.0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("labels must be int64 or uint8, not float64");
            assertThatThrownBy(() -> Losses.crossEntropy(y, NDArray.of(true, false)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("labels must be int64 or uint8, not bool");
        }

        @Test
        void crossEntropyRefusesLabelsBeyondTheClasses() {
            assertThatThrownBy(() -> Losses.crossEntropy(y, NDArray.of(0, 3)))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("label 3 is out of bounds for 3 classes");
            assertThatThrownBy(() -> Losses.crossEntropy(y, NDArray.of(-1, 0)))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("label -1 is out of bounds for 3 classes");
        }
    }
}
