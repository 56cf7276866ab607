package io.github.dlfs4j.book.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {
    @Test
    void aRangeGoesFromTheSmallestElementToTheLargest() {
        assertThat(Range.of(NDArray.of(3, -1, 2))).isEqualTo(new Range(-1, 3));
    }

    @Test
    void aRangeIsJoinedWithAnother() {
        assertThat(new Range(0, 1).union(new Range(-2, 0.5))).isEqualTo(new Range(-2, 1));
    }

    @Test
    void aRangeIsWidenedAtBothEnds() {
        assertThat(new Range(2, 6).widened(0.25)).isEqualTo(new Range(1, 7));
    }

    @ParameterizedTest
    @CsvSource({"2, 6, 2, 0", "2, 6, 3, 0.25", "2, 6, 6, 1", "4, 4, 4, 0.5"})
    void aRangeTellsWhereANumberLies(double low, double high, double number, double position) {
        assertThat(new Range(low, high).position(number)).isEqualTo(position);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 50, 6, 0 10 20 30 40 50",
        "0.013, 50, 6, 10 20 30 40 50",
        "0.0013, 50, 6, 0 10 20 30 40 50",
        "-5, 5, 6, \u22124 \u22122 0 2 4",
        "-0.1, 1.1, 6, 0.0 0.2 0.4 0.6 0.8 1.0",
        "0, 0.3, 4, 0.0 0.1 0.2 0.3",
        "0, 1234567, 6, 0 500000 1000000",
        "3, 3, 6, 3"
    })
    void aRangeHasTicksAtRoundNumbers(double low, double high, int atMost, String ticks) {
        List<String> texts = new ArrayList<>();
        new Range(low, high).eachTick(atMost, (number, text) -> texts.add(text));
        assertThat(texts).containsExactly(ticks.split(" ", -1));
    }

    @Test
    void aRangeHasTicksWithinItselfAndNotTooMany() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4);
            Range range = new Range(low, low + Math.abs(low) * random.nextDouble() + 1e-3);
            double slack = 1e-3 * (range.high() - range.low());
            assertThat(range.ticks(6))
                    .as("%s", range)
                    .hasSizeBetween(2, 6)
                    .isSorted()
                    .allSatisfy(tick -> assertThat(tick).isBetween(range.low() - slack, range.high() + slack));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN 1", "0 NaN", "0 Infinity", "-Infinity 0", "1 0"})
    void numbersThatAreNotARangeAreRefused(String text) {
        double[] ends = Arrays.stream(text.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Range(ends[0], ends[1]))
                .withMessage("an axis goes from a finite number to one above it, not from %s to %s", ends[0], ends[1]);
    }
}
