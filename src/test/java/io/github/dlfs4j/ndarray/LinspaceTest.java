package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Evenly spaced numbers have NumPy's bits. */
class LinspaceTest {
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
