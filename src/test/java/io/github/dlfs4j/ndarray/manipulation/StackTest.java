package io.github.dlfs4j.ndarray.manipulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.NDArray;
import org.junit.jupiter.api.Test;

@BothKernels
class StackTest {
    private final NDArray a = NDArray.of(1, 2);
    private final NDArray b = NDArray.of(3.5, 4.5);

    @Test
    void arraysAreJoinedAlongANewAxis() {
        assertThat(NDArray.stack(0, a, b)).isEqualTo(NDArray.of(new double[][] {{1, 2}, {3.5, 4.5}}));
        assertThat(NDArray.stack(-1, a, b)).isEqualTo(NDArray.of(new double[][] {{1, 3.5}, {2, 4.5}}));
        assertThat(NDArray.stack(0, NDArray.scalar(1), NDArray.scalar(2))).isEqualTo(a);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> NDArray.stack(0, a, NDArray.of(1, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("all input arrays must have the same shape");
        assertThatThrownBy(() -> NDArray.stack(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("need at least one array to stack");
        assertThatThrownBy(() -> NDArray.stack(2, a, b))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("axis 2 is out of bounds for array of dimension 2");
    }
}
