package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import org.junit.jupiter.api.Test;

@BothKernels
class QuantifiersTest {
    private final NDArray a = NDArray.of(new double[][] {{0, 0.5, 0}, {0, Double.NaN, -0.0}});

    @Test
    void everyNumberExceptZeroIsTrue() {
        assertThat(a.any()).isEqualTo(NDArray.scalar(true));
        assertThat(a.all()).isEqualTo(NDArray.scalar(false));
        assertThat(a.any(0)).isEqualTo(NDArray.of(false, true, false));
        assertThat(a.all(0)).isEqualTo(NDArray.of(false, true, false));
    }

    @Test
    void theAxisCanBeKept() {
        assertThat(a.any(1, true)).isEqualTo(NDArray.of(new boolean[][] {{true}, {true}}));
        assertThat(a.all(-1, true)).isEqualTo(NDArray.of(new boolean[][] {{false}, {false}}));
    }

    @Test
    void withoutElementsAllIsTrueAndAnyIsFalse() {
        NDArray empty = NDArray.zeros(DType.BOOL, 2, 0);

        assertThat(empty.all()).isEqualTo(NDArray.scalar(true));
        assertThat(empty.any()).isEqualTo(NDArray.scalar(false));
        assertThat(empty.all(1)).isEqualTo(NDArray.of(true, true));
        assertThat(empty.any(0)).isEqualTo(NDArray.zeros(DType.BOOL, 0));
    }

    @Test
    void refusesAnAxisThatDoesNotExist() {
        assertThatThrownBy(() -> a.any(-3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("axis -3 is out of bounds for array of dimension 2");
    }
}
