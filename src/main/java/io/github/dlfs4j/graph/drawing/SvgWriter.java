package io.github.dlfs4j.graph.drawing;

import io.github.dlfs4j.graph.drawing.Drawing.Circle;
import io.github.dlfs4j.graph.drawing.Drawing.Direction;
import io.github.dlfs4j.graph.drawing.Drawing.Head;
import io.github.dlfs4j.graph.drawing.Drawing.Label;
import io.github.dlfs4j.graph.drawing.Drawing.Move;
import io.github.dlfs4j.graph.drawing.Drawing.Stroke;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a diagram as SVG 1.1, with a title and a description in words. The picture has its own background, and other
 * colours if the reader's system is set to dark.
 */
public final class SvgWriter {
    /** The space between the circle of an operation and the ring around it while it is at work. */
    private static final double RING = 4;

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
    private static final String END = "</svg>\n";

    private final XmlText svg = new XmlText();
    private final Diagram diagram;
    private final boolean timed;

    /** When elements are there that are not always there. */
    private final Set<Span> spans = new LinkedHashSet<>();

    private SvgWriter(Diagram diagram, boolean timed) {
        this.diagram = diagram;
        this.timed = timed;
    }

    /**
     * Writes a diagram as SVG.
     *
     * @param diagram the diagram
     * @return the text of an SVG file
     * @throws IllegalArgumentException as for {@link Drawing#of Drawing.of}
     */
    public static String write(Diagram diagram) {
        return new SvgWriter(diagram, false).write(Drawing.of(diagram)) + END;
    }

    /**
     * Writes all pictures of an animation as one SVG, for a page that shows the elements of one step. An element that
     * is not always shown has the attributes {@code data-from}, its first step, and {@code data-until}, the step before
     * which it ends, unless it stays. A ring of class {@code work} is around an operation while it is at work. A text
     * of class {@code moving-forward} or {@code moving-backward} has its way as its style.
     *
     * @param diagram the diagram, with its steps
     * @return the text of an SVG file
     * @throws IllegalArgumentException as for {@link Drawing#of Drawing.of}
     */
    public static String writeSteps(Diagram diagram) {
        return new SvgWriter(diagram, true).write(Drawing.of(diagram)) + END;
    }

    /**
     * Writes an animation as one SVG without a script, which shows a sentence below each step.
     *
     * @param diagram the diagram, with a sentence for each step
     * @return the text of an SVG file
     * @throws IllegalArgumentException as for {@link Drawing#of Drawing.of}
     */
    public static String animate(Diagram diagram) {
        SvgWriter writer = new SvgWriter(diagram, true);
        XmlText svg = writer.write(Animation.withSentences(Drawing.of(diagram), diagram.sentences()));
        String style = Animation.style(writer.spans, diagram.sentences().size());
        return svg + "<style>\n" + style + "</style>\n" + END;
    }

    private XmlText write(Drawing drawing) {
        String width = XmlText.number(drawing.width());
        String height = XmlText.number(drawing.height());
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" class="dlfs4j-graph" role="img" \
                width="%s" height="%s" viewBox="0 0 %1$s %2$s">
                """.formatted(width, height));
        svg.text("title", diagram.title());
        svg.text("desc", Description.of(diagram));
        svg.append(STYLE);
        svg.element("rect", "class", "paper", "width", width, "height", height);
        drawing.strokes().forEach(this::write);
        drawing.heads().forEach(this::write);
        drawing.circles().forEach(this::write);
        drawing.labels().stream().filter(label -> timed || label.span().stays()).forEach(this::write);
        if (timed) {
            drawing.moves().forEach(this::write);
        }
        return svg;
    }

    private void write(Stroke stroke) {
        Span span = span(stroke.direction());
        svg.element("path", timed(span, word(stroke.direction()), "d", path(stroke.curves())));
    }

    /** Returns when arrows are there: those back from the beginning of the way back on. */
    private Span span(Direction direction) {
        return direction == Direction.FORWARD ? Span.ALWAYS : Span.from(diagram.beginningOfWayBack());
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
        String word = word(head.direction()) + "-head";
        svg.element("polygon", timed(span(head.direction()), word, "points", corners));
    }

    private void write(Circle circle) {
        String x = XmlText.number(circle.center().x());
        String y = XmlText.number(circle.center().y());
        svg.element("circle", "cx", x, "cy", y, "r", XmlText.number(circle.radius()));
        if (timed) {
            String ring = XmlText.number(circle.radius() + RING);
            for (int step : circle.steps()) {
                svg.element("circle", timed(Span.at(step), "work", "cx", x, "cy", y, "r", ring));
            }
        }
    }

    private void write(Label label) {
        String[] attributes = timed(
                label.span(),
                word(label.role()),
                "x",
                XmlText.number(label.point().x()),
                "y",
                XmlText.number(label.point().y()),
                "font-size",
                XmlText.number(label.size()),
                "text-anchor",
                word(label.anchor()));
        svg.text("text", label.text(), attributes);
    }

    private void write(Move move) {
        String way = "offset-path: path('%s')".formatted(path(move.curves()));
        String kind = "moving-" + word(move.direction());
        String size = XmlText.number(Measures.FONT);
        svg.text("text", move.text(), timed(Span.at(move.step()), kind, "font-size", size, "style", way));
    }

    /** Returns attributes of an element: its class, others, and when it is shown. */
    private String[] timed(Span span, String className, String... others) {
        List<String> all = new ArrayList<>(List.of("class", className));
        all.addAll(List.of(others));
        if (timed && !span.equals(Span.ALWAYS)) {
            spans.add(span);
            all.addAll(span.attributes());
        }
        return all.toArray(String[]::new);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String point(Point point) {
        return XmlText.number(point.x()) + "," + XmlText.number(point.y());
    }
}
