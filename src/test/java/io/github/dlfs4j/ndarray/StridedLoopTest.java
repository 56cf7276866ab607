package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.StridedLoop;
import org.junit.jupiter.api.Test;

/** How a loop goes over axes; their order is also that of its result in memory. */
class StridedLoopTest {
    private static Layout layout(int[] lengths, int... strides) {
        return new Layout(lengths, strides, 0);
    }

    private static int[] lengths(int... lengths) {
        return lengths;
    }

    /** Fewer axes are faster, and give the same results. */
    @Test
    void axesThatAreEvenInAllOperandsAreMerged() {
        Layout c = Layout.contiguous(lengths(2, 3, 4));
        Layout f = Layout.contiguous(lengths(4, 3, 2)).transpose(2, 1, 0);
        Layout row = Layout.contiguous(lengths(4)).broadcastTo(lengths(2, 3, 4));
        assertThat(StridedLoop.over(c, c).ndim()).isEqualTo(1);
        assertThat(StridedLoop.over(f, f).ndim()).isEqualTo(1);
        assertThat(StridedLoop.over(layout(lengths(3, 4), 8, 2)).ndim()).isEqualTo(1);
        assertThat(StridedLoop.over(c, row).ndim()).isEqualTo(2);
    }

    @Test
    void theMemoryOrderGoesFromTheLargestStepToTheSmallest() {
        assertThat(StridedLoop.memoryOrder(layout(lengths(2, 3, 4), 12, 4, 1))).containsExactly(0, 1, 2);
        assertThat(StridedLoop.memoryOrder(layout(lengths(2, 3, 4), 1, 2, 6))).containsExactly(2, 1, 0);
        assertThat(StridedLoop.memoryOrder(layout(lengths(2, 3, 4), 4, 8, 1))).containsExactly(1, 0, 2);
    }

    @Test
    void theMemoryOrderIgnoresSigns() {
        assertThat(StridedLoop.memoryOrder(layout(lengths(2, 3), -1, -2))).containsExactly(1, 0);
    }

    @Test
    void theMemoryOrderIsCOrderIfOperandsDisagree() {
        Layout c = layout(lengths(2, 3), 3, 1);
        Layout f = layout(lengths(2, 3), 1, 2);
        assertThat(StridedLoop.memoryOrder(c, f)).containsExactly(0, 1);
        assertThat(StridedLoop.memoryOrder(f, c)).containsExactly(0, 1);
        assertThat(StridedLoop.memoryOrder(f, f)).containsExactly(1, 0);
    }

    @Test
    void theMemoryOrderFollowsTheOperandsThatDecide() {
        Layout f = layout(lengths(2, 3), 1, 2);
        assertThat(StridedLoop.memoryOrder(f, layout(lengths(2, 3), 0, 1))).containsExactly(1, 0);
        assertThat(StridedLoop.memoryOrder(layout(lengths(2, 3), 0, 0), f)).containsExactly(1, 0);
        assertThat(StridedLoop.memoryOrder(layout(lengths(2, 3), 0, 1))).containsExactly(0, 1);
    }

    @Test
    void theMemoryOrderDoesNotMoveAnAxisPastOneThatMustStayInside() {
        // Axis 0 belongs outside of axis 1, though it has a smaller step than axis 2.
        Layout a = layout(lengths(2, 2, 2), 4, 2, 8);
        Layout b = layout(lengths(2, 2, 2), 0, 4, 1);
        assertThat(StridedLoop.memoryOrder(a, b)).containsExactly(0, 1, 2);
    }

    @Test
    void theMemoryOrderIgnoresAxesThatDecideNothing() {
        assertThat(StridedLoop.memoryOrder(layout(lengths(2, 1, 3), 1, 99, 2))).containsExactly(1, 2, 0);
        assertThat(StridedLoop.memoryOrder(layout(lengths(2, 5, 3), 1, 0, 2))).containsExactly(1, 2, 0);
    }

    @Test
    void theMemoryOrderIsTheOrderOfTheResultOfAnOperation() {
        NDArray a = NDArray.zeros(3, 2).transpose();
        assertThat(a.add(a).layout().strides()).containsExactly(1, 2);
        assertThat(a.add(NDArray.zeros(2, 3)).layout().strides()).containsExactly(3, 1);
        assertThat(a.exp().layout().strides()).containsExactly(1, 2);
    }
}
