package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The order in which an index with arrays is checked, and what is not checked at all. */
class AdvancedIndexErrorsTest {
    private final NDArray a = NDArray.arange(6).reshape(2, 3);
    private final NDArray none = NDArray.zeros(DType.INT64, 0);

    @Test
    void positionsThatSelectNothingNeedNotExist() {
        assertThat(a.get(none, NDArray.of(7))).isEqualTo(none);
        assertThat(a.get(NDArray.of(false, false), NDArray.of(7))).isEqualTo(none);
    }

    @Test
    void aSinglePositionMustExist() {
        assertThatThrownBy(() -> a.get(Index.of(none), Index.at(7)))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("index 7 is out of bounds for axis 1 with size 3");
    }

    @Test
    void arraysOfPositionsAreBroadcastBeforeTheyAreChecked() {
        assertThatThrownBy(() -> a.get(NDArray.of(5, 0), NDArray.of(0, 1, 2)))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("shape mismatch: indexing arrays could not be broadcast together with shapes (2,) (3,)");
    }

    @Test
    void fractionsAreRefusedBeforeTheIndicesAreCounted() {
        assertThatThrownBy(() -> a.get(Index.of(NDArray.of(0.5)), Index.at(0), Index.at(0)))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("arrays used as indices must be of integer (or boolean) type");
    }

    @Test
    void masksAreCheckedBeforeAnyPosition() {
        NDArray five = NDArray.zeros(DType.BOOL, 5);

        assertThatThrownBy(() -> a.get(Index.at(7), Index.of(five)))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("boolean index did not match indexed array along axis 1; size of axis is 3 but size of"
                        + " corresponding boolean axis is 5");
    }

    @Test
    void aPositionInAnArrayWithoutAxesIsCheckedBeforeTheShapes() {
        assertThatThrownBy(() -> a.expandDims(0).get(NDArray.scalar(9), NDArray.of(0, 1), NDArray.of(0, 1, 2)))
                .hasMessage("index 9 is out of bounds for axis 0 with size 1");
    }

    @Test
    void aMaskCountsAsOneOfTheMostAxesAndSeveralArraysAsTheLongest() {
        NDArray most = NDArray.ones(IntStream.generate(() -> 1).limit(64).toArray());
        Index one = Index.of(NDArray.zeros(DType.INT64, 1));
        Index four = Index.of(NDArray.zeros(DType.INT64, 1, 1, 1, 1));

        assertThat(most.get(Index.of(NDArray.ones(DType.BOOL, 1, 1)), Index.newAxis())
                        .shape())
                .isEqualTo(most.shape());
        assertThat(most.get(Index.at(0), Index.newAxis()).shape()).isEqualTo(most.shape());
        assertThatThrownBy(() -> most.get(0).get(four, one))
                .hasMessage("number of dimensions must be within [0, 64], indexing result would have 65");
    }

    @Test
    void aMaskWithoutElementsFitsAnyAxis() {
        NDArray empty = NDArray.zeros(DType.BOOL, 0);

        assertThat(a.get(empty)).isEqualTo(NDArray.zeros(DType.INT64, 0, 3));
        assertThat(a.get(Index.all(), Index.of(empty))).isEqualTo(NDArray.zeros(DType.INT64, 2, 0));
        assertThat(a.get(NDArray.zeros(DType.BOOL, 2, 0))).isEqualTo(none);
        assertThat(a.get(NDArray.zeros(DType.BOOL, 0, 0))).isEqualTo(none);
    }

    @Test
    void theOtherAxesOfAMaskWithoutElementsMustFit() {
        assertThatThrownBy(() -> a.get(NDArray.zeros(DType.BOOL, 0, 5)))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("boolean index did not match indexed array along axis 1; size of axis is 3 but size of"
                        + " corresponding boolean axis is 5");
    }

    @Test
    void aMaskWithoutElementsTakesAnyValueThatCanBeBroadcastToIt() {
        NDArray mask = NDArray.zeros(DType.BOOL, 2, 0);
        NDArray before = a.copy();

        a.at(mask).set(NDArray.of(1));
        assertThatThrownBy(() -> a.at(mask).set(NDArray.of(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shape mismatch: value array of shape (2,) could not be broadcast to indexing result of"
                        + " shape (0,)");
        assertThat(a).isEqualTo(before);
    }
}
