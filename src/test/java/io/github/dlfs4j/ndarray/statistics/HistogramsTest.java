package io.github.dlfs4j.ndarray.statistics;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.linalg.Polynomials;
import org.junit.jupiter.api.Test;

/** Ranges of one point, and counts that fit no array. */
class HistogramsTest {
    @Test
    void aRuleLooksAtAllElementsOfTheRangeAroundAPoint() {
        NDArray a = NDArray.of(2.0, 2.3, 2.4, 2.6, 1.6, 7);

        assertThat(Statistics.histogram(a, BinRule.SQRT, 2, 2).counts()).isEqualTo(NDArray.of(1, 1, 2));
        assertThat(Statistics.histogram(a, BinRule.RICE, 2, 2).edges()).isEqualTo(NDArray.linspace(1.5, 2.5, 5));
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
    void edgesThatFitNoArrayAreRefused() {
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
