package io.github.dlfs4j.graph.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class SvgWriterTest {
    static Stream<Arguments> diagrams() {
        return SampleDiagrams.all().map(diagram -> Arguments.of(diagram.title(), diagram));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("diagrams")
    void svgHasAllLabelsCirclesAndLines(String title, Diagram diagram) {
        Svg svg = Svg.parse(SvgWriter.write(diagram));
        Drawing drawing = Drawing.of(diagram);
        assertThat(svg.texts("text"))
                .containsExactlyElementsOf(
                        drawing.labels().stream().map(Drawing.Label::text).toList());
        assertThat(svg.elements("circle")).hasSameSizeAs(drawing.circles());
        assertThat(svg.elements("path")).hasSameSizeAs(drawing.strokes());
        assertThat(svg.elements("polygon")).hasSameSizeAs(drawing.heads());
        assertThat(svg.texts("title")).containsExactly(title);
        assertThat(svg.texts("desc")).hasSize(1);
    }

    @Test
    void svgHasEverythingAtItsPlaceInTheDrawing() {
        Drawing drawing = Drawing.of(SampleDiagrams.apples());
        Svg svg = Svg.parse(SvgWriter.write(SampleDiagrams.apples()));
        Element root = svg.root();
        assertThat(Svg.number(root, "width")).isEqualTo(tenths(drawing.width()));
        assertThat(Svg.number(root, "height")).isEqualTo(tenths(drawing.height()));
        assertThat(root.getAttribute("viewBox"))
                .isEqualTo("0 0 " + root.getAttribute("width") + " " + root.getAttribute("height"));
        List<Element> texts = svg.elements("text");
        for (int i = 0; i < texts.size(); i++) {
            Drawing.Label label = drawing.labels().get(i);
            assertThat(Svg.number(texts.get(i), "x"))
                    .isEqualTo(tenths(label.point().x()));
            assertThat(Svg.number(texts.get(i), "y"))
                    .isEqualTo(tenths(label.point().y()));
            assertThat(Svg.number(texts.get(i), "font-size")).isEqualTo(label.size());
            assertThat(texts.get(i).getAttribute("text-anchor"))
                    .isEqualToIgnoringCase(label.anchor().name());
            assertThat(texts.get(i).getAttribute("class"))
                    .isEqualToIgnoringCase(label.role().name());
        }
        for (int i = 0; i < drawing.circles().size(); i++) {
            Element circle = svg.elements("circle").get(i);
            assertThat(Svg.number(circle, "cx"))
                    .isEqualTo(tenths(drawing.circles().get(i).center().x()));
            assertThat(Svg.number(circle, "cy"))
                    .isEqualTo(tenths(drawing.circles().get(i).center().y()));
        }
    }

    private static double tenths(double number) {
        return Math.round(number * 10) / 10.0;
    }

    @Test
    void svgEscapesText() {
        Diagram diagram = new Diagram("a < b & \"c\"");
        Diagram.Node x = diagram.input("<script>&\"'").value("]]>").derivative("<!--");
        diagram.operation("&lt;", x).named("\u0000\u0007\n\ud800\uffff\ud835\udc65");
        String text = SvgWriter.write(diagram);
        Svg svg = Svg.parse(text);
        assertThat(svg.texts("text")).contains("<script>&\"'", "]]>", "<!--", "&lt;", "�����\ud835\udc65");
        assertThat(svg.texts("title")).containsExactly("a < b & \"c\"");
        assertThat(text).doesNotContain("<script", "<!--");
    }

    @Test
    void svgHasColoursForLightAndDark() {
        String style = Svg.parse(SvgWriter.write(SampleDiagrams.apples()))
                .texts("style")
                .get(0);
        int dark = style.indexOf("@media (prefers-color-scheme: dark)");
        assertThat(dark).isPositive();
        String light = style.substring(0, dark);
        String night = light + style.substring(dark);
        for (String text : List.of("text", ".derivative")) {
            assertThat(contrast(fill(light, text), fill(light, ".paper")))
                    .as(text)
                    .isGreaterThan(4.5);
            assertThat(contrast(fill(night, text), fill(night, ".paper")))
                    .as(text + " at night")
                    .isGreaterThan(4.5);
        }
        assertThat(contrast(fill(light, "text"), fill(light, "circle"))).isGreaterThan(4.5);
        assertThat(contrast(fill(night, "text"), fill(night, "circle"))).isGreaterThan(4.5);
        for (String line : List.of(".forward-head", ".backward-head")) {
            assertThat(contrast(fill(light, line), fill(light, ".paper")))
                    .as(line)
                    .isGreaterThan(3);
            assertThat(contrast(fill(night, line), fill(night, ".paper")))
                    .as(line + " at night")
                    .isGreaterThan(3);
        }
    }

    /** Returns the colour by the last rule that applies. */
    private static int fill(String style, String selector) {
        int rule = style.lastIndexOf(".dlfs4j-graph " + selector + " {");
        int colour = style.indexOf("fill: #", rule) + "fill: #".length();
        return Integer.parseInt(style.substring(colour, colour + 6), 16);
    }

    /** Returns the contrast ratio of two colours, from 1 to 21, by the Web Content Accessibility Guidelines. */
    private static double contrast(int a, int b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double c = (channel & 0xff) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    @Test
    void svgDescribesThePictureInWords() {
        Svg svg = Svg.parse(SvgWriter.write(SampleDiagrams.apples()));
        assertThat(svg.texts("desc"))
                .containsExactly("apple is 100, derivative 2.2. number of apples is 2, derivative 110."
                        + " tax is 1.1, derivative 200."
                        + " (1) apple times number of apples is 200, derivative 1.1."
                        + " (2) (1) times tax is 220, derivative 1. The result, price, is (2).");
    }

    @Test
    void svgDescribesConstantsAndFunctions() {
        Diagram diagram = new Diagram("words");
        Diagram.Node x = diagram.input("").value("2");
        Diagram.Node y = diagram.input("y");
        Diagram.Node sum = diagram.operation("+", x, diagram.constant("1")).named("sum");
        diagram.operation("concatenate", diagram.operation("^2", sum), y, sum);
        assertThat(Svg.parse(SvgWriter.write(diagram)).texts("desc"))
                .containsExactly("an input is 2. y is given. (1) an input plus 1. (2) ^2 of sum (1)."
                        + " (3) concatenate of (2), y, sum (1). The result is (3).");
    }
}
