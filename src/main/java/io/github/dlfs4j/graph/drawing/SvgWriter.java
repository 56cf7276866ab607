package io.github.dlfs4j.graph.drawing;

import io.github.dlfs4j.graph.drawing.Drawing.Circle;
import io.github.dlfs4j.graph.drawing.Drawing.Head;
import io.github.dlfs4j.graph.drawing.Drawing.Label;
import io.github.dlfs4j.graph.drawing.Drawing.Stroke;
import java.util.List;
import java.util.Locale;

/**
 * Writes a diagram as SVG 1.1, with its title and, as its description, the same in words. The picture has a ground of
 * its own, and other colours where the reader's system is set to dark.
 */
public final class SvgWriter {
    private static final String STYLE = """
            <style>
            .dlfs4j-graph text { font-family: "DejaVu Sans", Verdana, Arial, sans-serif; fill: #1f2328; }
            .dlfs4j-graph .paper { fill: #ffffff; }
            .dlfs4j-graph circle { fill: #eef3fa; stroke: #57606a; stroke-width: 1.3; }
            .dlfs4j-graph path { fill: none; stroke-linecap: round; }
            .dlfs4j-graph .forward { stroke: #57606a; stroke-width: 1.3; }
            .dlfs4j-graph .backward { stroke: #d9622b; stroke-width: 3.2; }
            .dlfs4j-graph .forward-head { fill: #57606a; }
            .dlfs4j-graph .backward-head { fill: #d9622b; }
            .dlfs4j-graph .derivative { fill: #b23c0a; }
            @media (prefers-color-scheme: dark) {
            .dlfs4j-graph text { fill: #e6edf3; }
            .dlfs4j-graph .paper { fill: #14181d; }
            .dlfs4j-graph circle { fill: #26303b; stroke: #9aa4af; }
            .dlfs4j-graph .forward { stroke: #9aa4af; }
            .dlfs4j-graph .forward-head { fill: #9aa4af; }
            .dlfs4j-graph .derivative { fill: #ff9d5c; }
            }
            </style>
            """;

    private final StringBuilder svg = new StringBuilder();

    private SvgWriter() {}

    /**
     * The picture of a diagram.
     *
     * @param diagram what is drawn
     * @return the text of an SVG file
     * @throws IllegalArgumentException as {@link Drawing#of} does
     */
    public static String write(Diagram diagram) {
        SvgWriter writer = new SvgWriter();
        writer.write(diagram, Drawing.of(diagram));
        return writer.svg.toString();
    }

    private void write(Diagram diagram, Drawing drawing) {
        String width = number(drawing.width());
        String height = number(drawing.height());
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" class="dlfs4j-graph" role="img" \
                width="%s" height="%s" viewBox="0 0 %1$s %2$s">
                """.formatted(width, height));
        begin("title");
        end("title", diagram.title());
        begin("desc");
        end("desc", Description.of(diagram));
        svg.append(STYLE);
        begin("rect", "class", "paper", "width", width, "height", height);
        end();
        drawing.strokes().forEach(this::write);
        drawing.heads().forEach(this::write);
        drawing.circles().forEach(this::write);
        drawing.labels().forEach(this::write);
        svg.append("</svg>\n");
    }

    private void write(Stroke stroke) {
        begin("path", "class", word(stroke.direction()), "d", path(stroke.curves()));
        end();
    }

    private static String path(List<Curve> curves) {
        StringBuilder path = new StringBuilder("M" + point(curves.get(0).start()));
        for (Curve curve : curves) {
            if (curve.isLevel()) {
                path.append(" L").append(point(curve.end()));
            } else {
                path.append(" C").append(point(curve.control1()));
                path.append(' ').append(point(curve.control2()));
                path.append(' ').append(point(curve.end()));
            }
        }
        return path.toString();
    }

    private void write(Head head) {
        String corners = point(head.tip()) + " " + point(head.left()) + " " + point(head.right());
        begin("polygon", "class", word(head.direction()) + "-head", "points", corners);
        end();
    }

    private void write(Circle circle) {
        String x = number(circle.center().x());
        String y = number(circle.center().y());
        begin("circle", "cx", x, "cy", y, "r", number(circle.radius()));
        end();
    }

    private void write(Label label) {
        String x = number(label.point().x());
        String y = number(label.point().y());
        String size = number(label.size());
        begin(
                "text",
                "class",
                word(label.role()),
                "x",
                x,
                "y",
                y,
                "font-size",
                size,
                "text-anchor",
                word(label.anchor()));
        end("text", label.text());
    }

    /** Begins an element with attributes, which are names and values in turn. */
    private void begin(String name, String... attributes) {
        svg.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            svg.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(attributes[i + 1])
                    .append('"');
        }
    }

    /** Ends an element that holds nothing. */
    private void end() {
        svg.append("/>\n");
    }

    /** Ends an element that holds text. */
    private void end(String name, String text) {
        svg.append('>').append(escaped(text)).append("</").append(name).append(">\n");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String point(Point point) {
        return number(point.x()) + "," + number(point.y());
    }

    /** A tenth of a pixel is exact enough. */
    private static String number(double number) {
        long tenths = Math.round(number * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }

    /** Text as XML has it; a character that XML does not know becomes U+FFFD. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> escaped.appendCodePoint(Text.isPrintable(c) ? c : '\uFFFD');
            }
        });
        return escaped.toString();
    }
}
