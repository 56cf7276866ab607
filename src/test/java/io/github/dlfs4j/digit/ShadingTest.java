package io.github.dlfs4j.digit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes shadows of any direction and edge from paper. */
class ShadingTest {
    private static final int ROWS = 200;
    private static final int COLUMNS = 300;

    @ParameterizedTest
    @CsvSource({"0, 2", "17, 2", "45, 2", "90, 20", "133, 20", "-60, 200"})
    void aShadowOfAnyDirectionAndEdgeIsTakenFromPaperAndInk(int degrees, double edge) {
        double across = Math.cos(Math.toRadians(degrees));
        double down = Math.sin(Math.toRadians(degrees));
        double[] shaded = new double[ROWS * COLUMNS];
        for (int i = 0; i < shaded.length; i++) {
            double place = across * (i % COLUMNS - 120) + down * (Math.floorDiv(i, COLUMNS) - 90);
            shaded[i] = (isInk(i) ? 0.5 : 1) * (1 - 0.7 * MadePaper.share(place / edge + 0.5));
        }
        Levels even = Shading.removed(levels(shaded), 0).orElseThrow();
        double paper = even.quantile(0.5);
        long uneven = IntStream.range(0, shaded.length)
                .filter(i -> Math.abs(even.values()[i] - paper * (isInk(i) ? 0.5 : 1)) > 0.1)
                .count();
        // In a sharp edge, the median is not exact.
        assertThat(uneven).isLessThan(shaded.length / 100);
    }

    @Test
    void inkAtTheEdgeIsNoShadow() {
        double[] bars = new double[ROWS * COLUMNS];
        for (int i = 0; i < bars.length; i++) {
            bars[i] = i % COLUMNS < 20 && i / COLUMNS % 50 < 30 ? 0 : 1;
        }
        assertThat(Shading.removed(levels(bars), 0)).isEmpty();
    }

    private static boolean isInk(int pixel) {
        return pixel / COLUMNS / 10 == 10 && pixel % COLUMNS > 100 && pixel % COLUMNS < 200;
    }

    private static Levels levels(double[] values) {
        return Levels.of(NDArray.wrap(values, ROWS, COLUMNS));
    }
}
