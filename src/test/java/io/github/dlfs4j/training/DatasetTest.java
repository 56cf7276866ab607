package io.github.dlfs4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TwoLayerNet;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {
    private final NDArray pixels = NDArray.of(new byte[] {0, 51, 102, (byte) 255}, 4, 1);
    private final Dataset data = Dataset.of(pixels, NDArray.of(0, 1, 2, 3))
            .prepared(x -> x.astype(DType.FLOAT32).divi(255));

    @Test
    void aDatasetPreparesTheInputsOfABatch() {
        Batch batch = data.batch(NDArray.of(3, 1, 1));
        assertThat(batch.x()).isEqualTo(NDArray.of(new float[] {1, 51f / 255, 51f / 255}, 3, 1));
        assertThat(batch.t()).isEqualTo(NDArray.of(3, 1, 1));
    }

    @Test
    void aDatasetPreparesTheInputsOfARange() {
        Batch batch = data.batch(2, 4);
        assertThat(batch.x()).isEqualTo(NDArray.of(new float[] {102f / 255, 1}, 2, 1));
        assertThat(batch.t()).isEqualTo(NDArray.of(2, 3));
    }

    @Test
    void aDatasetDoesNotChangeItsArrays() {
        data.batch(NDArray.of(0, 1));
        assertThat(data.inputs()).isSameAs(pixels).isEqualTo(NDArray.of(new byte[] {0, 51, 102, (byte) 255}, 4, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 249, 250, 251, 1000})
    void accuracyInSlicesIsThatOfTheWhole(int size) {
        RandomState random = new RandomState(size);
        NDArray x = random.randn(size, 6);
        NDArray t = random.randint(0, 3, size);
        TwoLayerNet network = new TwoLayerNet(6, 5, 3, random);
        List<Integer> slices = new ArrayList<>();
        Dataset counted = Dataset.of(x, t).prepared(inputs -> {
            slices.add(inputs.shape(0));
            return inputs;
        });
        assertThat(counted.accuracy(network)).isEqualTo(network.accuracy(x, t));
        assertThat(slices).hasSize((size + 249) / 250).allMatch(slice -> slice <= 250);
    }

    @Test
    void aDatasetHasNoAccuracyWithoutSamples() {
        Dataset none = Dataset.of(NDArray.zeros(0, 2), NDArray.zeros(0));
        assertThat(none.accuracy(new TwoLayerNet(2, 2, 2, new RandomState(0)))).isNaN();
    }

    /** The order is that of the book's {@code shuffle_dataset}. */
    @Test
    void aDatasetShufflesInputsAndTargetsTogether() {
        Dataset shuffled = data.shuffled(new RandomState(0));
        NDArray order = NDArray.of(2, 3, 1, 0);
        assertThat(shuffled.targets()).isEqualTo(order);
        assertThat(shuffled.inputs()).isEqualTo(pixels.get(order));
        assertThat(shuffled.batch(0, 4).x()).isEqualTo(data.batch(order).x());
        assertThat(data.targets()).isEqualTo(NDArray.of(0, 1, 2, 3));
    }

    @Test
    void aDatasetHasALabelForEachSample() {
        NDArray labels = NDArray.of(new byte[] {2, 0, 1});
        NDArray oneHot = NDArray.eye(3).get(NDArray.of(2, 0, 1));
        assertThat(Dataset.of(NDArray.zeros(3, 4), labels).labels()).isSameAs(labels);
        assertThat(Dataset.of(NDArray.zeros(3, 4), oneHot).labels()).isEqualTo(NDArray.of(2, 0, 1));
        assertThatThrownBy(() ->
                        Dataset.of(NDArray.zeros(3, 4), NDArray.zeros(3, 1)).labels())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("float64 targets of shape (3, 1) are not classes");
        assertThatThrownBy(
                        () -> Dataset.of(NDArray.zeros(3, 4), NDArray.zeros(3)).labels())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("float64 targets of shape (3,) are not classes");
    }

    @Test
    void aDatasetDescribesItself() {
        assertThat(data).hasToString("Dataset(4 samples, inputs: uint8 (4, 1), targets: int64 (4,))");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 250, 600})
    void lossInSlicesIsThatOfTheWhole(int size) {
        RandomState random = new RandomState(size);
        NDArray x = random.randn(size, 6);
        NDArray t = random.randint(0, 3, size);
        TwoLayerNet network = new TwoLayerNet(6, 5, 3, random);
        assertThat(Dataset.of(x, t).loss(network)).isCloseTo(network.loss(x, t).asDouble(), within(1e-12));
    }

    @Nested
    class Splits {
        private final Dataset ten = Dataset.of(NDArray.arange(10).reshape(10, 1), NDArray.arange(10));

        @Test
        void aSplitIsInOrder() {
            Dataset.Split split = ten.split(0.3);
            assertThat(split.train().targets()).isEqualTo(NDArray.arange(7));
            assertThat(split.test().targets()).isEqualTo(NDArray.of(7, 8, 9));
            assertThat(split.test().inputs()).isEqualTo(NDArray.of(new int[][] {{7}, {8}, {9}}));
        }

        @Test
        void aSplitIsDrawnAtRandomByTheSeed() {
            NDArray order = new RandomState(5).permutation(10);
            Dataset.Split split = ten.split(0.25, new RandomState(5));
            assertThat(split.train().targets()).isEqualTo(order.get(Index.to(7)));
            assertThat(split.test().targets()).isEqualTo(order.get(Index.from(7)));
            assertThat(split.test().inputs().ravel()).isEqualTo(split.test().targets());
        }

        @Test
        void aSplitPreparesBothParts() {
            Dataset.Split split = data.split(0.5);
            assertThat(split.test().batch(0, 2).x()).isEqualTo(NDArray.of(new float[] {102f / 255, 1}, 2, 1));
        }

        @ParameterizedTest
        @CsvSource({"0, test", "0.04, test", "-1, test", "0.96, train", "1, train", "1.5, train", "NaN, train"})
        void aSplitLeavesNoPartEmpty(double share, String none) {
            RandomState random = new RandomState(0);
            for (ThrowingCallable split :
                    List.<ThrowingCallable>of(() -> ten.split(share), () -> ten.split(share, random))) {
                assertThatThrownBy(split)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("a share of %s of 10 samples leaves none to %s with".formatted(share, none));
            }
            assertThat(random.randn(1)).isEqualTo(new RandomState(0).randn(1));
        }
    }

    @Test
    void aDatasetRefusesAnotherNumberOfTargets() {
        assertThatThrownBy(() -> Dataset.of(NDArray.zeros(3, 2), NDArray.zeros(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("inputs of shape (3, 2) and targets of shape (4,) must be equally many");
        assertThatThrownBy(() -> Dataset.of(NDArray.scalar(1), NDArray.zeros(4)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Dataset.of(NDArray.zeros(4), NDArray.scalar(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
