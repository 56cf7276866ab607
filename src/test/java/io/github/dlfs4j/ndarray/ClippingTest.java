package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothKernels
class ClippingTest {
    @Test
    void clippingKeepsElementsBetweenTheBounds() {
        assertThat(NDArray.of(1, 5, 9).clip(2, 8)).isEqualTo(NDArray.of(2, 5, 8));
    }

    @Test
    void clippingKeepsNaN() {
        NDArray a = NDArray.of(0.5, Double.NaN, -3.0);

        assertThat(a.clip(-1, 0.25)).isEqualTo(NDArray.of(0.25, Double.NaN, -1.0));
        assertThat(a.astype(DType.FLOAT32).clip(-1, 0.25)).isEqualTo(NDArray.of(0.25f, Float.NaN, -1f));
    }

    /**
     * The results are NumPy's: between numbers a zero stays as it is, between arrays it takes the sign of the bound.
     */
    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"FLOAT32", "FLOAT64"})
    void clippingKeepsTheSignOfZeroAsNumPyDoes(DType dtype) {
        NDArray a = NDArray.of(-1.0, -0.0, 0.0, 1.0).astype(dtype);
        NDArray zero = NDArray.zeros(dtype);
        NDArray zeros = NDArray.zeros(dtype, 4);

        assertThat(NDArray.of(-0.0).astype(dtype).clip(0, 3)).hasToString("[-0.]");
        assertThat(NDArray.scalar(-0.0).astype(dtype).clip(0.0, 3.0)).hasToString("-0.0");
        assertThat(a.clip(0.0, 0.0)).hasToString("[ 0. -0.  0.  0.]");
        assertThat(a.clip(0, 0)).hasToString("[ 0. -0.  0.  0.]");
        assertThat(a.clip(-0.0, -0.0)).hasToString("[-0. -0.  0. -0.]");
        assertThat(a.clip(0.0, -0.0)).hasToString("[ 0. -0.  0. -0.]");
        assertThat(a.clip(-0.0, 0.0)).hasToString("[-0. -0.  0.  0.]");
        assertThat(a.clip(zero, NDArray.of(3))).hasToString("[ 0. -0.  0.  1.]");
        assertThat(a.get(Index.range(null, null, -1)).clip(0, 3)).hasToString("[ 1.  0. -0.  0.]");
        assertThat(a.copy().clip(zero, zero.add(3), a.copy())).hasToString("[ 0. -0.  0.  1.]");

        assertThat(a.clip(zeros, NDArray.scalar(3L))).hasToString("[0. 0. 0. 1.]");
        assertThat(a.clip(zeros.neg(), zeros.add(3))).hasToString("[-0. -0. -0.  1.]");
        assertThat(a.clip(zeros.sub(3), zeros.neg())).hasToString("[-1. -0. -0. -0.]");
        assertThat(a.get(Index.range(1, 2)).clip(zeros.get(Index.to(1)), NDArray.of(3)))
                .hasToString("[0.]");
        assertThat(a.clip(NDArray.scalar(Double.NaN), zero)).hasToString("[nan nan nan nan]");
        assertThat(a.clip(zeros, zeros.add(Double.NaN))).hasToString("[nan nan nan nan]");
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"FLOAT32", "FLOAT64"})
    void clippingSetsTheSmallestAndLargestNumbersToZero(DType dtype) {
        double least = dtype == DType.FLOAT32 ? Float.MIN_VALUE : Double.MIN_VALUE;
        double infinity = Double.POSITIVE_INFINITY;
        NDArray a = NDArray.of(-least, least, -infinity, infinity, Double.NaN, -2 * least, -0.0, -1e-40, -1e30)
                .astype(dtype);
        NDArray expected =
                NDArray.of(0, least, 0, infinity, Double.NaN, 0, -0.0, 0, 0).astype(dtype);

        assertThat(a.clip(0, infinity)).isEqualTo(expected);
        assertThat(a.clip(0.0, 1.0)).isEqualTo(expected.minimum(1));
        assertThat(a.clip(0.0, Double.NaN).ne(0.5).all().asBoolean()).isTrue();
    }

    @Test
    void clippingWorksInPlaceOnManyElements() {
        NDArray a = NDArray.arange(-3000.0, 3000.0, 1.0);
        NDArray expected = a.maximum(0.0).minimum(1000.0);

        assertThat(a.clip(0, 1000)).isEqualTo(expected);
        assertThat(a.clip(NDArray.scalar(0.0), NDArray.scalar(1000.0), a))
                .isSameAs(a)
                .isEqualTo(expected);
    }

    @Test
    void theUpperBoundOfClippingWinsIfItIsBelowTheLower() {
        assertThat(NDArray.of(1, 2, 3).clip(5, 0)).isEqualTo(NDArray.of(0, 0, 0));
    }

    @Test
    void boundsOfClippingMayBeArraysOfOtherShapesAndTypes() {
        NDArray min = NDArray.of(0.5, 2.5).reshape(2, 1);

        assertThat(NDArray.of(1, 2, 3).clip(min, NDArray.scalar(2.5))).isEqualTo(NDArray.of(new double[][] {
            {1, 2, 2.5}, {2.5, 2.5, 2.5}
        }));
    }

    @Test
    void aBoundOutsideTheRangeOfUint8HasNoEffect() {
        NDArray a = NDArray.of(10, 100, 200).astype(DType.UINT8);

        assertThat(a.clip(-1, 150)).isEqualTo(NDArray.of(10, 100, 150).astype(DType.UINT8));
        assertThatThrownBy(() -> a.clip(300, 400))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Python integer 300 out of bounds for uint8");
    }

    @Test
    void clippingRefusesAnOutputThatCannotHoldTheResult() {
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
