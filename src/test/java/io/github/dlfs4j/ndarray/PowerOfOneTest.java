package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where C's {@code pow}, and so NumPy, gives 1 and Java's gives NaN. */
class PowerOfOneTest {
    @Test
    void oneToAnyPowerIsOne() {
        NDArray powers = NDArray.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 2.5);

        assertThat(NDArray.ones(4).pow(powers)).isEqualTo(NDArray.ones(4));
        assertThat(NDArray.ones(DType.FLOAT32, 4).pow(Double.NaN)).isEqualTo(NDArray.ones(DType.FLOAT32, 4));
    }

    @Test
    void minusOneToAnInfinitePowerIsOne() {
        assertThat(NDArray.of(-1.0, -1.0).pow(NDArray.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)))
                .isEqualTo(NDArray.ones(2));
        assertThat(NDArray.of(-1.0).pow(Double.NaN)).isEqualTo(NDArray.of(Double.NaN));
    }
}
