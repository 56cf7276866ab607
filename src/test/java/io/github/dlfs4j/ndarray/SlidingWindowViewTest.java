package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Windows that slide over an array, {@code np.lib.stride_tricks.sliding_window_view}. */
class SlidingWindowViewTest {
    private final NDArray a = NDArray.arange(12).reshape(3, 4);

    @ParameterizedTest
    @EnumSource(ViewKind.class)
    void slidingWindowsHoldEveryWindow(ViewKind kind) {
        NDArray view = kind.array(DType.INT64, Shape.of(3, 4, 5), new Random(1));
        NDArray windows = view.slidingWindowView(new int[] {2, 3}, 1, -1);
        assertThat(windows.shape()).isEqualTo(Shape.of(3, 3, 3, 2, 3));
        for (int[] i : windows.indices()) {
            assertThat(windows.getLong(i)).isEqualTo(view.getLong(i[0], i[1] + i[3], i[2] + i[4]));
        }
    }

    @Test
    void slidingWindowsGoAlongAllAxesWithoutAxes() {
        assertThat(a.slidingWindowView(2, 3)).isEqualTo(a.slidingWindowView(new int[] {2, 3}, 0, 1));
        assertThat(a.ravel().slidingWindowView(7).shape()).isEqualTo(Shape.of(6, 7));
    }

    @Test
    void slidingWindowsMayWindowAnAxisTwice() {
        assertThat(a.slidingWindowView(new int[] {2, 2}, 0, 0).shape()).isEqualTo(Shape.of(1, 4, 2, 2));
        assertThat(a.slidingWindowView(new int[] {0}, 0).shape()).isEqualTo(Shape.of(4, 4, 0));
    }

    @Test
    void slidingWindowsShareTheElementsAndAreReadOnly() {
        NDArray windows = a.slidingWindowView(new int[] {2, 2}, 0, 1);
        a.at(1, 1).set(100);
        assertThat(windows.getLong(1, 1, 0, 0)).isEqualTo(100);
        assertThatIllegalArgumentException().isThrownBy(() -> windows.addi(1)).withMessage("output array is read-only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> windows.fill(1))
                .withMessage("assignment destination is read-only");
    }

    @Test
    void slidingWindowsThatDoNotOverlapAreReadOnlyToo() {
        Index other = Index.range(null, null, 2);
        NDArray apart = a.slidingWindowView(new int[] {2}, 1).get(Index.all(), other);
        assertThatIllegalArgumentException().isThrownBy(() -> apart.muli(-1)).withMessage("output array is read-only");
        assertThat(a).isEqualTo(NDArray.arange(12).reshape(3, 4));
    }

    @Test
    void slidingWindowsRefuseWhatNumPyRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.slidingWindowView(new int[] {4, 2}, 0, 1))
                .withMessage("window shape cannot be larger than input array shape");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.slidingWindowView(new int[] {2}, 0, 1))
                .withMessage(
                        "Must provide matching length window_shape and axis; got 1 window_shape elements and 2 axes"
                                + " elements.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> a.slidingWindowView(new int[] {-1}, 0))
                .withMessage("`window_shape` cannot contain negative values");
        assertThatThrownBy(() -> a.slidingWindowView(new int[] {1}, 2))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("axis 2 is out of bounds for array of dimension 2");
    }
}
