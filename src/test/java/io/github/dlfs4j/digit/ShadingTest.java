package io.github.dlfs4j.digit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.NDArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes shadows of any direction and edge from paper. */
class ShadingTest {
    private static final int ROWS = 200;
    private static final int COLUMNS = 300;

    @ParameterizedTest
    @CsvSource({"0, 2", "17, 2", "45, 2", "90, 20", "133, 20", "-60, 200"})
    void paperIsEvenWithoutItsShadow(int degrees, double edge) {
        double across = Math.cos(Math.toRadians(degrees));
        double down = Math.sin(Math.toRadians(degrees));
        double[] shaded = new double[ROWS * COLUMNS];
        for (int i = 0; i < shaded.length; i++) {
            double place = across * (i % COLUMNS - 120) + down * (i / COLUMNS - 90.0);
            double ink = i / COLUMNS / 10 == 10 && i % COLUMNS > 100 && i % COLUMNS < 200 ? 0.5 : 1;
            shaded[i] = ink * (1 - 0.7 * MadePaper.share(place / edge + 0.5));
        }
        Levels even = Shading.removed(Levels.of(NDArray.wrap(shaded, ROWS, COLUMNS)), 0);
        for (int i = 0; i < shaded.length; i++) {
            boolean isInk = i / COLUMNS / 10 == 10 && i % COLUMNS > 100 && i % COLUMNS < 200;
            assertThat(even.values()[i]).as("%s", i).isBetween(isInk ? 0.4 : 0.8, isInk ? 0.6 : 1.0);
        }
    }
}
