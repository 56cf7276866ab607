package io.github.dlfs4j.book.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickTextTest {
    @ParameterizedTest
    @CsvSource({
        "0 0.2 0.4 0.6000000000000001 0.8 1, 0.0 0.2 0.4 0.6 0.8 1.0",
        "0 2500 5000 10000, 0 2500 5000 10000",
        "-4 -2 0 2, \u22124 \u22122 0 2",
        "-0.5 -0.0 0.5, \u22120.5 0.0 0.5",
        "-1e-17 0.25 0.5, 0.00 0.25 0.50",
        "1e-05 2e-05, 0.00001 0.00002",
        "3, 3",
        "0.5, 0.5"
    })
    void allTicksHaveTheDecimalsOfTheLongest(String numbers, String texts) {
        List<Double> ticks =
                Arrays.stream(numbers.split(" ", -1)).map(Double::valueOf).toList();
        TickText text = TickText.of(ticks);
        assertThat(ticks.stream().map(text)).containsExactly(texts.split(" ", -1));
    }

    @Test
    void noTicksNeedNoDecimals() {
        assertThat(TickText.of(List.of()).apply(2.0)).isEqualTo("2");
    }
}
