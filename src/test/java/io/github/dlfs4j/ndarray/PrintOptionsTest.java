package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PrintOptionsTest {
    @Test
    void defaultPrintOptionsPrintAsWithoutOptions() {
        NDArray a = NDArray.arange(2000).div(7);

        assertThat(a.toString(PrintOptions.DEFAULT)).isEqualTo(a.toString());
        assertThat(a.repr(PrintOptions.DEFAULT)).isEqualTo(a.repr());
    }

    @Test
    void eachPrintOptionChangesWhatItNames() {
        PrintOptions options = PrintOptions.DEFAULT
                .withPrecision(2)
                .withThreshold(4)
                .withEdgeItems(2)
                .withLineWidth(20)
                .withSuppress(true)
                .withSign(PrintOptions.Sign.PLUS)
                .withFloatMode(PrintOptions.FloatMode.FIXED);

        assertThat(options)
                .isEqualTo(new PrintOptions(2, 4, 2, 20, true, PrintOptions.Sign.PLUS, PrintOptions.FloatMode.FIXED));
        assertThat(NDArray.of(1e-7, 2, 3, 4, -5).toString(options)).isEqualTo("[+0.00 +2.00 ...\n +4.00 -5.00]");
    }

    @Test
    void aScalarIsPrintedInFullWhateverThePrecision() {
        PrintOptions brief = PrintOptions.DEFAULT.withPrecision(2);

        assertThat(NDArray.scalar(1.0 / 3).toString(brief)).isEqualTo("0.3333333333333333");
        assertThat(NDArray.scalar(1.0 / 3).repr(brief)).isEqualTo("array(0.33)");
    }

    @Test
    void meaninglessPrintOptionsAreRefused() {
        assertThatThrownBy(() -> PrintOptions.DEFAULT.withPrecision(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("precision must be at least 0, not -1");
        assertThatThrownBy(() -> PrintOptions.DEFAULT.withThreshold(-1))
                .hasMessage("threshold must be at least 0, not -1");
        assertThatThrownBy(() -> PrintOptions.DEFAULT.withEdgeItems(0))
                .hasMessage("edgeItems must be at least 1, not 0");
        assertThatThrownBy(() -> PrintOptions.DEFAULT.withLineWidth(0))
                .hasMessage("lineWidth must be at least 1, not 0");
    }
}
