package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.StridedLoop;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@BothKernels
class StridedLoopTest {
    private static Layout layout(int[] lengths, int... strides) {
        return new Layout(lengths, strides, 0);
    }

    private static int[] lengths(int... lengths) {
        return lengths;
    }

    @Nested
    class Merging {
        @Test
        void contiguousOperandsBecomeOneLoop() {
            Layout c = Layout.contiguous(lengths(2, 3, 4));
            StridedLoop loop = StridedLoop.over(c, c);
            assertThat(loop.ndim()).isEqualTo(1);
            assertThat(loop.length(0)).isEqualTo(24);
            assertThat(loop.stride(1, 0)).isEqualTo(1);
            assertThat(loop.isContiguous(0)).isTrue();
        }

        @Test
        void transposedOperandsBecomeOneLoopToo() {
            Layout f = Layout.contiguous(lengths(4, 3, 2)).transpose(2, 1, 0);
            StridedLoop loop = StridedLoop.over(f, f);
            assertThat(loop.ndim()).isEqualTo(1);
            assertThat(loop.isContiguous(0)).isTrue();
        }

        @Test
        void onlyAxesThatAreEvenInAllOperandsAreMerged() {
            Layout c = Layout.contiguous(lengths(2, 3, 4));
            Layout row = Layout.contiguous(lengths(4)).broadcastTo(lengths(2, 3, 4));
            StridedLoop loop = StridedLoop.over(c, row);
            assertThat(loop.ndim()).isEqualTo(2);
            assertThat(loop.length(0)).isEqualTo(6);
            assertThat(loop.length(1)).isEqualTo(4);
            assertThat(loop.stride(0, 0)).isEqualTo(4);
            assertThat(loop.stride(1, 0)).isZero();
            assertThat(loop.stride(1, 1)).isEqualTo(1);
            assertThat(loop.isContiguous(0)).isTrue();
            assertThat(loop.isContiguous(1)).isFalse();
        }

        @Test
        void anOperandRepeatsItselfAlongItsOuterBroadcastAxes() {
            int[] shape = lengths(2, 3, 4);
            Layout c = Layout.contiguous(shape);
            Layout row = Layout.contiguous(lengths(4)).broadcastTo(shape);
            Layout matrix = Layout.contiguous(lengths(3, 4)).broadcastTo(shape);
            Layout column = Layout.contiguous(lengths(3, 1)).broadcastTo(shape);
            Layout scalar = Layout.contiguous().broadcastTo(shape);
            StridedLoop loop = StridedLoop.over(c, row, matrix, column, scalar);
            assertThat(loop.period(0)).isEqualTo(24);
            assertThat(loop.period(1)).isEqualTo(4);
            assertThat(loop.period(2)).isEqualTo(12);
            assertThat(loop.period(3)).isEqualTo(12);
            assertThat(loop.period(4)).isEqualTo(1);
        }

        @Test
        void axesOfLengthOneAreLeftOut() {
            StridedLoop loop = StridedLoop.over(layout(lengths(1, 3, 1), 50, 1, -9));
            assertThat(loop.ndim()).isEqualTo(1);
            assertThat(loop.isContiguous(0)).isTrue();
            assertThat(StridedLoop.over(layout(lengths(1, 1), 7, 9)).ndim()).isZero();
        }

        @Test
        void aSingleElementIsContiguous() {
            assertThat(StridedLoop.over(layout(lengths())).isContiguous(0)).isTrue();
        }

        @Test
        void stepsAndReversedAxesAreNotContiguous() {
            assertThat(StridedLoop.over(layout(lengths(4), 2)).isContiguous(0)).isFalse();
            assertThat(StridedLoop.over(layout(lengths(4), -1)).isContiguous(0)).isFalse();
            StridedLoop everyOther = StridedLoop.over(layout(lengths(3, 4), 8, 2));
            assertThat(everyOther.ndim()).isEqualTo(1);
            assertThat(everyOther.length(0)).isEqualTo(12);
            assertThat(everyOther.stride(0, 0)).isEqualTo(2);
        }

        @Test
        void inCOrderTransposedOperandsAreNotReordered() {
            StridedLoop loop = StridedLoop.inOrder(layout(lengths(3, 2), 1, 3));
            assertThat(loop.ndim()).isEqualTo(2);
            assertThat(loop.length(0)).isEqualTo(3);
            assertThat(loop.stride(0, 0)).isEqualTo(1);
        }
    }

    @Nested
    class MemoryOrder {
        @Test
        void goesFromTheLargestStepToTheSmallest() {
            assertThat(StridedLoop.memoryOrder(layout(lengths(2, 3, 4), 12, 4, 1)))
                    .containsExactly(0, 1, 2);
            assertThat(StridedLoop.memoryOrder(layout(lengths(2, 3, 4), 1, 2, 6)))
                    .containsExactly(2, 1, 0);
            assertThat(StridedLoop.memoryOrder(layout(lengths(2, 3, 4), 4, 8, 1)))
                    .containsExactly(1, 0, 2);
        }

        @Test
        void ignoresSigns() {
            assertThat(StridedLoop.memoryOrder(layout(lengths(2, 3), -1, -2))).containsExactly(1, 0);
        }

        @Test
        void isCOrderIfOperandsDisagree() {
            Layout c = layout(lengths(2, 3), 3, 1);
            Layout f = layout(lengths(2, 3), 1, 2);
            assertThat(StridedLoop.memoryOrder(c, f)).containsExactly(0, 1);
            assertThat(StridedLoop.memoryOrder(f, c)).containsExactly(0, 1);
            assertThat(StridedLoop.memoryOrder(f, f)).containsExactly(1, 0);
        }

        @Test
        void followsTheOperandsThatDecide() {
            Layout f = layout(lengths(2, 3), 1, 2);
            assertThat(StridedLoop.memoryOrder(f, layout(lengths(2, 3), 0, 1))).containsExactly(1, 0);
            assertThat(StridedLoop.memoryOrder(layout(lengths(2, 3), 0, 0), f)).containsExactly(1, 0);
            assertThat(StridedLoop.memoryOrder(layout(lengths(2, 3), 0, 1))).containsExactly(0, 1);
        }

        @Test
        void doesNotMoveAnAxisPastOneThatMustStayInside() {
            // Axis 0 belongs outside of axis 1, though it has a smaller step than axis 2.
            Layout a = layout(lengths(2, 2, 2), 4, 2, 8);
            Layout b = layout(lengths(2, 2, 2), 0, 4, 1);
            assertThat(StridedLoop.memoryOrder(a, b)).containsExactly(0, 1, 2);
        }

        @Test
        void ignoresAxesThatDecideNothing() {
            assertThat(StridedLoop.memoryOrder(layout(lengths(2, 1, 3), 1, 99, 2)))
                    .containsExactly(1, 2, 0);
            assertThat(StridedLoop.memoryOrder(layout(lengths(2, 5, 3), 1, 0, 2)))
                    .containsExactly(1, 2, 0);
        }

        @Test
        void isTheOrderOfTheResultOfAnOperation() {
            NDArray a = NDArray.zeros(3, 2).transpose();
            assertThat(a.add(a).layout().strides()).containsExactly(1, 2);
            assertThat(a.add(NDArray.zeros(2, 3)).layout().strides()).containsExactly(3, 1);
            assertThat(a.exp().layout().strides()).containsExactly(1, 2);
        }
    }
}
