package io.github.dlfs4j.ndarray.statistics;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.linalg.Polynomials;
import org.junit.jupiter.api.Test;

/** Ranges of one point or without end, counts that fit no array, and quantiles of nothing. */
class HistogramsTest {
    @Test
    void aRuleForBinsLooksAtAllElementsAroundAPoint() {
        NDArray a = NDArray.of(2.0, 2.3, 2.4, 2.6, 1.6, 7);

        assertThat(Statistics.histogram(a, BinRule.SQRT, 2, 2).counts()).isEqualTo(NDArray.of(1, 1, 2));
        assertThat(Statistics.histogram(a, BinRule.RICE, 2, 2).edges()).isEqualTo(NDArray.linspace(1.5, 2.5, 5));
    }

    @Test
    void aRangeOfBinsThatIsNotFiniteIsShownWithAllDigits() {
        NDArray a = NDArray.of(1.1f, Float.POSITIVE_INFINITY);

        assertThatThrownBy(() -> Statistics.histogram(a, 3))
                .hasMessage("autodetected range of [1.100000023841858, inf] is not finite");
        assertThatThrownBy(() -> Statistics.histogram2d(a, a, 3))
                .hasMessage("autodetected range of [1.100000023841858, inf] is not finite");
        assertThatThrownBy(() -> Statistics.histogram(a.astype(DType.FLOAT64).mul(1e10), 3))
                .hasMessage("autodetected range of [11000000238.41858, inf] is not finite");
    }

    @Test
    void noQuantilesOfNothingAreAnEmptyArray() {
        NDArray none = NDArray.zeros(0);

        assertThat(Statistics.quantile(NDArray.zeros(DType.INT64, 0, 3), none, 0))
                .isEqualTo(NDArray.zeros(0, 3));
        assertThat(Statistics.percentile(NDArray.zeros(DType.INT64, 0), none)).isEqualTo(none);
        assertThatThrownBy(() -> Statistics.quantile(none, none))
                .hasMessage("index -1 is out of bounds for axis 0 with size 0");
        assertThatThrownBy(() -> Statistics.quantile(NDArray.of(1, 2), NDArray.zeros(2, 0)))
                .hasMessage("zero-size array to reduction operation minimum which has no identity");
    }

    @Test
    void anOutlierThatAsksForTooManyBinsIsRefused() {
        NDArray a = NDArray.linspace(0, 1, 101);
        a.at(100).set(1e12);

        assertThatThrownBy(() -> Statistics.histogram(a, BinRule.FD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("array is too big; an axis of \\d{13} elements is longer .*");
    }

    @Test
    void edgesOfBinsThatFitNoArrayAreRefused() {
        NDArray a = NDArray.of(1.0, 2.0);
        String message = "array is too big; an axis of 2147483648 elements is longer than the maximum of 2147483647";

        assertThatThrownBy(() -> Statistics.histogram(a, Integer.MAX_VALUE)).hasMessage(message);
        assertThatThrownBy(() -> Statistics.histogram2d(a, a, Integer.MAX_VALUE))
                .hasMessage(message);
        assertThatThrownBy(() -> Polynomials.polyfit(a, a, Integer.MAX_VALUE)).hasMessage(message);
    }

    @Test
    void aNumberBeyondEveryArrayIsNotCounted() {
        assertThatThrownBy(() -> Statistics.bincount(NDArray.of(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("array is too big; an axis of 9223372036854775807 elements is longer than the maximum of"
                        + " 2147483647");
    }
}
