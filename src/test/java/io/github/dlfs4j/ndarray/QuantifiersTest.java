package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothKernels
class QuantifiersTest {
    private final NDArray a = NDArray.of(new double[][] {{0, 0.5, 0}, {0, Double.NaN, -0.0}});

    @Test
    void anyAndAllTakeEveryNumberExceptZeroAsTrue() {
        assertThat(a.any()).isEqualTo(NDArray.scalar(true));
        assertThat(a.get(1).any()).isEqualTo(NDArray.scalar(true));
        assertThat(a.all()).isEqualTo(NDArray.scalar(false));
        assertThat(a.any(0)).isEqualTo(NDArray.of(false, true, false));
        assertThat(a.all(0)).isEqualTo(NDArray.of(false, true, false));
    }

    @Test
    void anyAndAllCanKeepTheAxis() {
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

    @ParameterizedTest
    @EnumSource(DType.class)
    void anyAndAllLookAtTheLastElement(DType dtype) {
        for (int n : new int[] {1, 8191, 8192, 8193, 20_000}) {
            NDArray zeros = NDArray.zeros(dtype, n + 1);
            NDArray ones = NDArray.ones(dtype, n + 1);
            NDArray part = zeros.get(Index.range(1, null));
            assertThat(part.any()).isEqualTo(NDArray.scalar(false));
            assertThat(ones.all()).isEqualTo(NDArray.scalar(true));

            zeros.at(n).set(1);
            ones.at(n).set(0);

            assertThat(part.any()).isEqualTo(NDArray.scalar(true));
            assertThat(part.get(Index.range(null, null, -1)).any()).isEqualTo(NDArray.scalar(true));
            assertThat(ones.get(Index.range(null, -1)).all()).isEqualTo(NDArray.scalar(true));
            assertThat(ones.all()).isEqualTo(NDArray.scalar(false));
        }
    }
}
