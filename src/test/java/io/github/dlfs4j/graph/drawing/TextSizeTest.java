package io.github.dlfs4j.graph.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.book.figure.Fonts;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSizeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "number of apples",
                "-1.2346e-10",
                "(100, 784)",
                "[0.12345 nan -inf 1e+06]",
                "WMQ@%&#<>=+",
                "iljtf.,:;'|!()[]",
                "∂L/∂y y² exp(-x)",
                "2(x + y)·1",
                "×÷±−≤□",
                "αβγδλμπσω ΣΔ",
                "ÄÖÜäöüßéàç",
                "The quick brown fox jumps over the lazy dog"
            })
    void theSizeOfATextIsAtLeastThatOfTheWidestCommonFont(String text) {
        assumeTrue(Fonts.installed(), "Java finds no font");
        Font font = new Font("DejaVu Sans", Font.PLAIN, 100);
        assumeTrue(font.canDisplayUpTo(text) < 0, "no font for " + text);
        double width = font.getStringBounds(text, new FontRenderContext(null, true, true))
                .getWidth();
        assertThat(TextSize.width(text, 100)).isBetween(width, 1.8 * width);
    }
}
