package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import org.junit.jupiter.api.Test;

@BothKernels
class PaddingTest {
    private final NDArray a = NDArray.of(new int[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void zerosArePutBeforeAndAfterEveryAxis() {
        assertThat(a.pad(new int[][] {{1, 0}, {0, 2}})).isEqualTo(NDArray.of(new int[][] {
            {0, 0, 0, 0, 0}, {1, 2, 3, 0, 0}, {4, 5, 6, 0, 0}
        }));
    }

    @Test
    void aSinglePairIsForEveryAxis() {
        assertThat(a.pad(new int[][] {{0, 1}})).isEqualTo(a.pad(new int[][] {{0, 1}, {0, 1}}));
        assertThat(NDArray.scalar(7).pad(new int[][] {{0, 1}})).isEqualTo(NDArray.scalar(7));
    }

    @Test
    void theResultIsNewEvenWithoutAMargin() {
        NDArray padded = a.pad(new int[][] {{0, 0}, {0, 0}});
        padded.fill(0);

        assertThat(a.getLong(0, 0)).isEqualTo(1);
    }

    @Test
    void refusesWidthsThatDoNotFit() {
        assertThatThrownBy(() -> a.pad(new int[][] {{1, 1}, {1, 1}, {1, 1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("operands could not be broadcast together with remapped shapes [original->remapped]: (3,2) "
                        + " and requested shape (2,2)");
        assertThatThrownBy(() -> a.pad(new int[][] {{1, -1}, {1, 1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("index can't contain negative values");
        assertThatThrownBy(() -> a.pad(new int[][] {{1}, {1, 1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("each axis needs two widths, before and after it, not 1");
    }
}
