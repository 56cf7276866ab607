package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReshapingTest {
    private final NDArray a = NDArray.arange(6).reshape(2, 3);

    @Nested
    class Reshape {
        @Test
        void reshapeTakesTheShapeOfAnother() {
            assertThat(a.reshape(NDArray.zeros(3, 2).shape()))
                    .isEqualTo(a.reshape(3, 2))
                    .sharesMemoryWith(a);
            assertThatThrownBy(() -> a.reshape(Shape.of(4, 2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("cannot reshape array of size 6 into shape (4,2)");
        }

        @Test
        void reshapeDoesNotChangeTheShapeGiven() {
            int[] shape = {-1, 2};
            a.reshape(shape);
            assertThat(shape).containsExactly(-1, 2);
        }

        @Test
        void reshapeGivesAViewIfStridesAllowIt() {
            assertThat(a.reshape(3, 2)).sharesMemoryWith(a);
            assertThat(a.transpose().reshape(3, 1, 2)).sharesMemoryWith(a);
            NDArray base = NDArray.arange(12);
            NDArray even = base.get(Index.range(null, null, 2)).reshape(2, 3);
            assertThat(even).hasElements(0, 2, 4, 6, 8, 10).sharesMemoryWith(base);
            assertThat(a.get(Index.range(null, null, -1)).reshape(2, 3, 1))
                    .hasElements(3, 4, 5, 0, 1, 2)
                    .sharesMemoryWith(a);
        }

        @Test
        void reshapeGivesACopyIfStridesDoNotAllowAView() {
            assertThat(a.transpose().reshape(6)).sharesNoMemoryWith(a);
            assertThat(a.get(Index.range(null, null, -1)).reshape(6)).sharesNoMemoryWith(a);
            assertThat(NDArray.of(1, 2).broadcastTo(Shape.of(3, 2)).reshape(6)).hasElements(1, 2, 1, 2, 1, 2);
        }
    }

    @Nested
    class Transpose {
        @Test
        void transposeReversesTheAxes() {
            assertThat(a.transpose())
                    .hasShape(3, 2)
                    .hasElements(0, 3, 1, 4, 2, 5)
                    .sharesMemoryWith(a);
            assertThat(NDArray.arange(24).reshape(2, 3, 4).transpose()).hasShape(4, 3, 2);
            assertThat(NDArray.of(1, 2).transpose()).hasShape(2);
            assertThat(NDArray.scalar(1).transpose()).hasShape();
        }
    }

    @Nested
    class Axes {
        @ParameterizedTest
        @CsvSource({"0, 1 2 3", "1, 2 1 3", "2, 2 3 1", "-1, 2 3 1", "-2, 2 1 3", "-3, 1 2 3"})
        void axesAreAddedAnywhere(int axis, String expected) {
            assertThat(a.expandDims(axis))
                    .hasShape(NumPyRecord.ints(expected, " "))
                    .hasElements(0, 1, 2, 3, 4, 5)
                    .sharesMemoryWith(a);
        }

        @Test
        void axesOfLengthOneAreSqueezedOut() {
            assertThat(a.reshape(1, 2, 1, 3, 1).squeeze()).isEqualTo(a).sharesMemoryWith(a);
            assertThat(a.squeeze()).isEqualTo(a);
            assertThat(NDArray.of(7).reshape(1, 1).squeeze()).hasShape().hasElements(7);
            assertThat(NDArray.zeros(1, 0).squeeze()).hasShape(0);
        }

        @Test
        void axesOfLengthOneMayHaveAnyStride() {
            NDArray one = NDArray.arange(20).reshape(4, 5).get(Index.range(3, null, 7), Index.range(4, 0, -9));
            assertThat(one).hasShape(1, 1).hasElements(19);
            assertThat(one.reshape(1)).hasElements(19);
            assertThat(one.transpose().add(1)).hasElements(20);
            assertThat(one.squeeze()).hasElements(19);
        }
    }

    @Test
    void flattenGivesACopyInCOrder() {
        assertThat(a.transpose().flatten()).hasShape(6).hasElements(0, 3, 1, 4, 2, 5);
        assertThat(a.flatten()).hasElements(0, 1, 2, 3, 4, 5).sharesNoMemoryWith(a);
        assertThat(NDArray.scalar(3).flatten()).hasShape(1).hasElements(3);
        assertThat(NDArray.zeros(2, 0).flatten()).hasShape(0);
    }

    @Test
    void copyGivesACopyInCOrder() {
        NDArray copy = a.transpose().copy();
        assertThat(copy).isEqualTo(a.transpose()).sharesNoMemoryWith(a);
        assertThat(copy.layout().isContiguous()).isTrue();
        copy.fill(9);
        assertThat(a).hasElements(0, 1, 2, 3, 4, 5);
    }
}
