package io.github.dlfs4j.ndarray.statistics;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.sorting.Sorting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NumPy reduces a 0-d array along the axes 0 and -1, which it does not have, except for a median. */
class ScalarAxesTest {
    private static final NDArray THREE = NDArray.scalar(3.0);

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void zeroAndMinusOneAreAxesOfAScalar(int axis) {
        assertThat(NaNStatistics.nansum(THREE, axis)).isEqualTo(THREE);
        assertThat(NaNStatistics.nanprod(THREE, axis)).isEqualTo(THREE);
        assertThat(NaNStatistics.nanmax(THREE, axis)).isEqualTo(THREE);
        assertThat(NaNStatistics.nanmin(THREE, axis)).isEqualTo(THREE);
        assertThat(NaNStatistics.nanmean(THREE, axis)).isEqualTo(THREE);
        assertThat(NaNStatistics.nanvar(THREE, axis)).isEqualTo(NDArray.scalar(0.0));
        assertThat(NaNStatistics.nanstd(THREE, axis)).isEqualTo(NDArray.scalar(0.0));
        assertThat(Sorting.countNonzero(THREE, axis)).isEqualTo(NDArray.scalar(1));
        assertThatThrownBy(() -> NaNStatistics.nanmedian(THREE, axis))
                .hasMessage("axis %d is out of bounds for array of dimension 0", axis);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -2})
    void otherAxesOfAScalarAreRefused(int axis) {
        assertThatThrownBy(() -> NaNStatistics.nansum(THREE, axis))
                .hasMessage("axis %d is out of bounds for array of dimension 0", axis);
        assertThatThrownBy(() -> Sorting.countNonzero(THREE, axis))
                .hasMessage("axis %d is out of bounds for array of dimension 0", axis);
    }
}
