package io.github.dlfs4j.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void fractionsAreWrittenWithFourDigits() {
        assertThat(Figures.fraction(0.9207)).isEqualTo("0.9207");
        assertThat(Figures.fraction(0.974)).isEqualTo("0.9740");
        assertThat(Figures.fraction(1)).isEqualTo("1.0000");
        assertThat(Figures.fraction(0.00004)).isEqualTo("0.0000");
        assertThat(Figures.fraction(12.34567)).isEqualTo("12.3457");
        assertThat(Figures.fraction(-0.5)).isEqualTo("-0.5000");
        assertThat(Figures.fraction(Double.NaN)).isEqualTo("NaN");
    }

    @Test
    void timesAreWrittenInReadableUnits() {
        assertThat(Figures.seconds(120_000_000L)).isEqualTo("0.12 s");
        assertThat(Figures.seconds(12_004_000_000L)).isEqualTo("12.00 s");
        assertThat(Figures.time(7)).isEqualTo("0:07");
        assertThat(Figures.time(3599)).isEqualTo("59:59");
        assertThat(Figures.time(3723)).isEqualTo("1:02:03");
    }
}
