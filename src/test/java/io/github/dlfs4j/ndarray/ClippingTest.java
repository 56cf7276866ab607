package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClippingTest {
    @Test
    void keepsElementsBetweenTheBounds() {
        assertThat(NDArray.of(1, 5, 9).clip(2, 8)).isEqualTo(NDArray.of(2, 5, 8));
    }

    @Test
    void keepsNaN() {
        NDArray a = NDArray.of(0.5, Double.NaN, -3.0);

        assertThat(a.clip(-1, 0.25)).isEqualTo(NDArray.of(0.25, Double.NaN, -1.0));
        assertThat(a.astype(DType.FLOAT32).clip(-1, 0.25)).isEqualTo(NDArray.of(0.25f, Float.NaN, -1f));
    }

    @Test
    void theUpperBoundWinsIfItIsBelowTheLower() {
        assertThat(NDArray.of(1, 2, 3).clip(5, 0)).isEqualTo(NDArray.of(0, 0, 0));
    }

    @Test
    void boundsMayBeArraysOfOtherShapesAndTypes() {
        NDArray min = NDArray.of(0.5, 2.5).reshape(2, 1);

        assertThat(NDArray.of(1, 2, 3).clip(min, NDArray.scalar(2.5))).isEqualTo(NDArray.of(new double[][] {
            {1, 2, 2.5}, {2.5, 2.5, 2.5}
        }));
    }

    @Test
    void aBoundThatUint8NeverPassesIsNoBound() {
        NDArray a = NDArray.of(10, 100, 200).astype(DType.UINT8);

        assertThat(a.clip(-1, 150)).isEqualTo(NDArray.of(10, 100, 150).astype(DType.UINT8));
        assertThatThrownBy(() -> a.clip(300, 400))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("integer 300 out of bounds for uint8");
    }

    @Test
    void writesIntoAGivenArrayThatMayBeABound() {
        NDArray a = NDArray.of(1.0, 5.0, 9.0);
        NDArray max = NDArray.of(4.0, 4.0, 4.0);

        assertThat(a.clip(NDArray.scalar(2.0), max, max)).isSameAs(max).isEqualTo(NDArray.of(2.0, 4.0, 4.0));
        assertThat(a.clip(NDArray.scalar(2.0), NDArray.scalar(8.0), a))
                .isSameAs(a)
                .isEqualTo(NDArray.of(2.0, 5.0, 8.0));
    }

    @Test
    void refusesAnOutputThatCannotHoldTheResult() {
        NDArray a = NDArray.of(1.0, 5.0);

        assertThatThrownBy(() -> a.clip(a, a, NDArray.of(0, 0)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("Cannot cast ufunc 'clip' output from dtype('float64') to dtype('int64')"
                        + " with casting rule 'same_kind'");
        assertThatThrownBy(() -> a.clip(a, a, NDArray.scalar(0.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("non-broadcastable output operand with shape () doesn't match the broadcast shape (2,)");
    }
}
