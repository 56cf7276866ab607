package io.github.dlfs4j.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A product that underflows takes a hundred times as long, and a test of results would not notice. */
class ExpConstantsTest {
    @Test
    void theFirstPowerIsZeroForTheLowestDoubleAndNormalAboveIt() {
        double k = Math.rint(DoubleExp.LOWEST * DoubleExp.LOG2_E);

        assertThat(Math.rint(k * DoubleExp.SHARE)).isEqualTo(Double.MIN_EXPONENT - 1);
        assertThat(Math.rint((k + 1) * DoubleExp.SHARE)).isEqualTo(Double.MIN_EXPONENT);
        assertThat(DoubleExp.exp(DoubleExp.LOWEST)).isZero();
    }

    @Test
    void theFirstPowerIsZeroForTheLowestFloatAndNormalAboveIt() {
        double k = Math.rint(FloatExp.LOWEST * FloatExp.LOG2_E);

        assertThat(Math.rint(k * FloatExp.SHARE)).isEqualTo(Float.MIN_EXPONENT - 1);
        assertThat(Math.rint((k + 1) * FloatExp.SHARE)).isEqualTo(Float.MIN_EXPONENT);
        assertThat(FloatExp.exp(FloatExp.LOWEST)).isZero();
    }
}
