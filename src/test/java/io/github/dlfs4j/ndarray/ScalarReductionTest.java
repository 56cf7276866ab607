package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NumPy reduces a 0-d array along an axis 0 or -1 that it does not have. */
@BothKernels
class ScalarReductionTest {
    private final NDArray scalar = NDArray.scalar(2.5);

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aScalarIsItsOwnSumProductAndExtreme(int axis) {
        assertThat(scalar.sum(axis)).isEqualTo(scalar);
        assertThat(scalar.prod(axis)).isEqualTo(scalar);
        assertThat(scalar.max(axis, true)).isEqualTo(scalar);
        assertThat(scalar.min(axis, true)).isEqualTo(scalar);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void theExtremeOfAScalarIsAtPositionZero(int axis) {
        assertThat(scalar.argmax(axis)).isEqualTo(NDArray.scalar(0));
        assertThat(scalar.argmin(axis, true)).isEqualTo(NDArray.scalar(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 1})
    void otherAxesOfAScalarDoNotExist(int axis) {
        assertThatThrownBy(() -> scalar.sum(axis))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("axis %d is out of bounds for array of dimension 0", axis);
        assertThatThrownBy(() -> scalar.argmax(axis))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("axis %d is out of bounds for array of dimension 1", axis);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void aScalarHasNoMeanAlongAnAxis(int axis) {
        assertThatThrownBy(() -> scalar.mean(axis))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("axis %d is out of bounds for array of dimension 0", axis);
    }
}
