package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import org.junit.jupiter.api.Test;

/** Evenly spaced numbers have NumPy's bits. */
@BothKernels
class LinspaceTest {
    @Test
    void linspaceIncludesStartAndStop() {
        assertThat(NDArray.linspace(0.1, 1.3, 5)).isEqualTo(NDArray.of(0.1, 0.4, 0.7, 0.9999999999999999, 1.3));
        assertThat(NDArray.linspace(0, 1, 11))
                .isEqualTo(NDArray.of(
                        0,
                        0.1,
                        0.2,
                        0.30000000000000004,
                        0.4,
                        0.5,
                        0.6000000000000001,
                        0.7000000000000001,
                        0.8,
                        0.9,
                        1));
        assertThat(NDArray.linspace(-3.5, 2.25, 4))
                .isEqualTo(NDArray.of(-3.5, -1.5833333333333333, 0.3333333333333335, 2.25));
    }

    @Test
    void linspaceOfOneNumberIsTheStartAndOfNoneIsEmpty() {
        assertThat(NDArray.linspace(2, 3, 1)).isEqualTo(NDArray.of(2.0));
        assertThat(NDArray.linspace(2, 3, 0)).isEqualTo(NDArray.zeros(0));
    }

    @Test
    void linspaceDividesFirstIfItsStepUnderflows() {
        assertThat(NDArray.linspace(0, Double.MIN_VALUE, 4))
                .isEqualTo(NDArray.of(0, 0, Double.MIN_VALUE, Double.MIN_VALUE));
    }

    @Test
    void linspaceRefusesANegativeCount() {
        assertThatThrownBy(() -> NDArray.linspace(0, 1, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Number of samples, -1, must be non-negative.");
    }
}
