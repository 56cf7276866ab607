package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import java.util.List;
import org.junit.jupiter.api.Test;

@BothKernels
class JoiningTest {
    private final NDArray a = NDArray.of(new int[][] {{1, 2}, {3, 4}});
    private final NDArray b = NDArray.of(new int[][] {{5, 6}});

    @Test
    void arraysAreJoinedAlongAnyAxis() {
        assertThat(NDArray.concatenate(0, a, b)).hasShape(3, 2).hasElements(1, 2, 3, 4, 5, 6);
        assertThat(NDArray.concatenate(1, a, b.transpose())).hasShape(2, 3).hasElements(1, 2, 5, 3, 4, 6);
        assertThat(NDArray.concatenate(-1, b, b, b)).hasShape(1, 6).hasElements(5, 6, 5, 6, 5, 6);
        assertThat(NDArray.concatenate(1, a.reshape(2, 1, 2), b.reshape(1, 1, 2).broadcastTo(Shape.of(2, 2, 2))))
                .hasShape(2, 3, 2)
                .hasElements(1, 2, 5, 6, 5, 6, 3, 4, 5, 6, 5, 6);
    }

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
    void dtypesOfJoinedArraysArePromoted() {
        assertThat(NDArray.concatenate(0, NDArray.of(true), NDArray.of(new byte[] {(byte) 200})))
                .hasDType(DType.UINT8)
                .hasElements(1, 200);
        assertThat(NDArray.concatenate(0, NDArray.of(1), NDArray.of(0.5f)))
                .hasDType(DType.FLOAT64)
                .hasElements(1, 0.5);
        // Pairwise: bool and uint8 first, then float32.
        assertThat(NDArray.concatenate(0, NDArray.of(true), NDArray.of(new byte[] {2}), NDArray.of(0.5f)))
                .hasDType(DType.FLOAT32)
                .hasElements(1, 2, 0.5);
    }

    @Test
    void emptyArraysAddNothingButTheirDTypeToAJoin() {
        assertThat(NDArray.concatenate(0, NDArray.zeros(0, 2), a, NDArray.zeros(0, 2)))
                .hasDType(DType.FLOAT64)
                .hasShape(2, 2)
                .hasElements(1, 2, 3, 4);
        assertThat(NDArray.concatenate(1, NDArray.zeros(0, 2), NDArray.zeros(0, 3)))
                .hasShape(0, 5);
        assertThat(NDArray.concatenate(0, NDArray.zeros(0))).hasShape(0);
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
