package io.github.dlfs4j.book.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ViridisTest {
    @Test
    void viridisGoesFromVioletOverGreenToYellow() {
        assertThat(Viridis.at(0)).isEqualTo(new Color(0x440154));
        assertThat(Viridis.at(6 / 9.0)).isEqualTo(new Color(0x35b779));
        assertThat(Viridis.at(1)).isEqualTo(new Color(0xfde725));
    }

    @Test
    void viridisInterpolatesBetweenItsColours() {
        assertThat(Viridis.at(0.5 / 9)).isEqualTo(new Color(0x46, 0x15, 0x66));
    }

    @Test
    void viridisStaysWithinItsEnds() {
        assertThat(Viridis.at(-0.1)).isEqualTo(Viridis.at(0));
        assertThat(Viridis.at(1.1)).isEqualTo(Viridis.at(1));
    }

    @Test
    void viridisGrowsBrighter() {
        assertThat(IntStream.rangeClosed(0, 100).mapToObj(i -> Viridis.at(i / 100.0)))
                .extracting(ViridisTest::brightness)
                .isSorted();
    }

    /** The luma of ITU-R BT.709, in which green weighs most. */
    private static double brightness(Color color) {
        return 0.2126 * color.getRed() + 0.7152 * color.getGreen() + 0.0722 * color.getBlue();
    }
}
