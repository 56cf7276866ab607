package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class JoiningTest {
    private final NDArray a = NDArray.of(new int[][] {{1, 2}, {3, 4}});
    private final NDArray b = NDArray.of(new int[][] {{5, 6}});

    @Test
    void listsOfArraysAreJoined() {
        assertThat(NDArray.concatenate(0, List.of(a, b))).isEqualTo(NDArray.concatenate(0, a, b));
        assertThat(NDArray.stack(1, a.rows())).hasShape(2, 2).hasElements(1, 3, 2, 4);
        assertThatThrownBy(() -> NDArray.stack(0, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("need at least one array to stack");
        assertThatThrownBy(() -> NDArray.concatenate(0, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("need at least one array to concatenate");
    }

    @Test
    void joinedArraysAreACopy() {
        NDArray joined = NDArray.concatenate(0, a);
        assertThat(joined).isEqualTo(a).sharesNoMemoryWith(a);
    }

    @Test
    void arraysAreStackedAlongANewAxis() {
        NDArray x = NDArray.of(1, 2);
        NDArray y = NDArray.of(3.5, 4.5);
        assertThat(NDArray.stack(0, x, y)).isEqualTo(NDArray.of(new double[][] {{1, 2}, {3.5, 4.5}}));
        assertThat(NDArray.stack(-1, x, y)).isEqualTo(NDArray.of(new double[][] {{1, 3.5}, {2, 4.5}}));
        assertThat(NDArray.stack(0, NDArray.scalar(1), NDArray.scalar(2))).isEqualTo(x);
        assertThatThrownBy(() -> NDArray.stack(0, x, NDArray.of(1, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("all input arrays must have the same shape");
        assertThatThrownBy(() -> NDArray.stack(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("need at least one array to stack");
        assertThatThrownBy(() -> NDArray.stack(2, x, y))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("axis 2 is out of bounds for array of dimension 2");
    }
}
