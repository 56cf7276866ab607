package io.github.dlfs4j.ndarray.strided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static Layout layout(int[] lengths, int[] strides, int offset) {
        return new Layout(lengths, strides, offset);
    }

    private static int[] ints(int... values) {
        return values;
    }

    @Nested
    class InCOrder {
        private final Layout layout = Layout.contiguous(ints(2, 3, 4));

        @Test
        void theLastAxisInCOrderIsInnermost() {
            assertThat(layout.strides()).containsExactly(12, 4, 1);
            assertThat(layout.offset()).isZero();
            assertThat(layout.isContiguous()).isTrue();
            assertThat(layout.ndim()).isEqualTo(3);
            assertThat(layout.size()).isEqualTo(24);
        }

        @Test
        void positionsInALayoutAreCountedFromBothEnds() {
            assertThat(layout.position(0, 0, 0)).isZero();
            assertThat(layout.position(1, 2, 3)).isEqualTo(23);
            assertThat(layout.position(-1, -3, -2)).isEqualTo(14);
        }

        @Test
        void positionsOutsideOfALayoutAreRefused() {
            assertThatThrownBy(() -> layout.position(0, 3, 0))
                    .isExactlyInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("index 3 is out of bounds for axis 1 with size 3");
            assertThatThrownBy(() -> layout.position(0, 0, Integer.MIN_VALUE))
                    .hasMessage("index -2147483648 is out of bounds for axis 2 with size 4");
            assertThatThrownBy(() -> layout.position(0, 0))
                    .isExactlyInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("too few indices for one element: array is 3-dimensional, but 2 were indexed");
            assertThatThrownBy(() -> layout.position(0, 0, 0, 0))
                    .hasMessage("too many indices for array: array is 3-dimensional, but 4 were indexed");
        }

        @Test
        void transposingALayoutPermutesLengthsAndStrides() {
            assertThat(layout.transpose(2, 0, 1)).isEqualTo(layout(ints(4, 2, 3), ints(1, 12, 4), 0));
            assertThat(layout.moveToEnd(0)).isEqualTo(layout(ints(3, 4, 2), ints(4, 1, 12), 0));
            assertThat(layout.moveToEnd(2)).isEqualTo(layout);
        }

        @Test
        void axesOfALayoutAreInsertedAndRemoved() {
            assertThat(layout.insertAxis(1).lengths()).containsExactly(2, 1, 3, 4);
            assertThat(layout.insertAxis(3).removeAxis(3)).isEqualTo(layout);
            assertThat(layout.removeAxis(1)).isEqualTo(layout(ints(2, 4), ints(12, 1), 0));
        }

        @Test
        void broadcastingALayoutRepeatsWithStrideZero() {
            Layout column = Layout.contiguous(ints(3, 1));
            assertThat(column.broadcastTo(ints(2, 3, 4))).isEqualTo(layout(ints(2, 3, 4), ints(0, 1, 0), 0));
            assertThat(column.repeatsElements()).isFalse();
            assertThat(column.broadcastTo(ints(3, 4)).repeatsElements()).isTrue();
            assertThat(column.broadcastTo(ints(1, 3, 1)).repeatsElements()).isFalse();
            assertThat(column.broadcastTo(ints(3, 0)).repeatsElements()).isFalse();
        }
    }

    @Test
    void axesOfALayoutCanBeInAnyOrder() {
        Layout layout = Layout.inOrder(ints(2, 3, 4), ints(2, 0, 1));
        assertThat(layout.strides()).containsExactly(3, 1, 6);
        assertThat(layout.isContiguous()).isFalse();
    }

    @Test
    void aLayoutIsContiguousIfElementsInCOrderAreNeighbours() {
        assertThat(layout(ints(), ints(), 7).isContiguous()).isTrue();
        assertThat(layout(ints(5), ints(1), 3).isContiguous()).isTrue();
        assertThat(layout(ints(5), ints(-1), 4).isContiguous()).isFalse();
        assertThat(layout(ints(5), ints(2), 0).isContiguous()).isFalse();
        assertThat(layout(ints(5), ints(0), 0).isContiguous()).isFalse();
        assertThat(layout(ints(2, 3), ints(4, 1), 0).isContiguous()).isFalse();
        assertThat(layout(ints(3, 2), ints(1, 3), 0).isContiguous()).isFalse();
    }

    @Test
    void stridesOfAxesOfLengthOneDoNotMatter() {
        assertThat(layout(ints(1, 3, 1), ints(-77, 1, 0), 0).isContiguous()).isTrue();
        assertThat(layout(ints(1), ints(5), 0).isContiguous()).isTrue();
    }

    @Test
    void emptyLayoutsAreContiguous() {
        assertThat(layout(ints(3, 0, 2), ints(5, -7, 3), 0).isContiguous()).isTrue();
    }

    @Nested
    class Reshaped {
        @Test
        void aContiguousLayoutTakesAnyShape() {
            Layout layout = layout(ints(2, 6), ints(6, 1), 5);
            assertThat(layout.reshape(ints(3, 1, 4))).isEqualTo(layout(ints(3, 1, 4), ints(4, 4, 1), 5));
        }

        @Test
        void reshapingALayoutSplitsAnAxisWhateverItsStride() {
            assertThat(layout(ints(12), ints(-2), 30).reshape(ints(3, 4)))
                    .isEqualTo(layout(ints(3, 4), ints(-8, -2), 30));
            assertThat(layout(ints(2, 3), ints(1, 2), 0).reshape(ints(2, 3)))
                    .isEqualTo(layout(ints(2, 3), ints(1, 2), 0));
            assertThat(layout(ints(6, 2), ints(1, 6), 0).reshape(ints(2, 3, 2)))
                    .isEqualTo(layout(ints(2, 3, 2), ints(3, 1, 6), 0));
        }

        @Test
        void reshapingALayoutMergesAxesOfEvenSteps() {
            assertThat(layout(ints(2, 3), ints(12, 4), 1).reshape(ints(6))).isEqualTo(layout(ints(6), ints(4), 1));
            assertThat(layout(ints(3, 4), ints(0, 0), 0).reshape(ints(12))).isEqualTo(layout(ints(12), ints(0), 0));
        }

        @Test
        void reshapingALayoutDoesNotMergeUnevenAxes() {
            assertThat(layout(ints(2, 3), ints(1, 2), 0).reshape(ints(6))).isNull();
            assertThat(layout(ints(2, 3), ints(4, 1), 0).reshape(ints(3, 2))).isNull();
            assertThat(layout(ints(3, 4), ints(0, 1), 0).reshape(ints(12))).isNull();
        }

        @Test
        void reshapingALayoutInsertsAndRemovesAxesOfLengthOne() {
            Layout reshaped = layout(ints(1, 3, 1, 2), ints(9, 1, 9, 3), 0).reshape(ints(3, 1, 2, 1));
            assertThat(reshaped.lengths()).containsExactly(3, 1, 2, 1);
            assertThat(reshaped.position(2, 0, 1, 0)).isEqualTo(5);
            assertThat(reshaped.position(1, 0, 0, 0)).isEqualTo(1);
        }
    }

    @Test
    void aLayoutIsEqualIfShapeStridesAndOffsetAre() {
        Layout layout = layout(ints(2, 3), ints(3, 1), 4);
        assertThat(layout)
                .isEqualTo(layout(ints(2, 3), ints(3, 1), 4))
                .hasSameHashCodeAs(layout(ints(2, 3), ints(3, 1), 4))
                .doesNotHaveSameHashCodeAs(layout(ints(2, 3), ints(3, 1), 5))
                .isNotEqualTo(layout(ints(2, 3), ints(3, 1), 5))
                .isNotEqualTo(layout(ints(2, 3), ints(1, 2), 4))
                .isNotEqualTo(layout(ints(3, 2), ints(3, 1), 4));
        assertThat(layout).hasToString("(2, 3) strides [3, 1] offset 4");
    }
}
