package io.github.dlfs4j.graph.drawing;

import io.github.dlfs4j.graph.drawing.Drawing.Circle;
import io.github.dlfs4j.graph.drawing.Drawing.Head;
import io.github.dlfs4j.graph.drawing.Drawing.Label;
import io.github.dlfs4j.graph.drawing.Drawing.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    private final XmlText svg = new XmlText();
    private final boolean timed;

    private SvgWriter(boolean timed) {
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
        return new SvgWriter(false).write(diagram, Drawing.of(diagram), "");
    }

    /**
     * Writes all pictures of an animation as one SVG, for a page that shows the elements of one step. An element that
     * is not always shown has the attributes {@code data-from}, its first step, and {@code data-until}, the step before
     * which it ends, unless it stays. A ring of class {@code work} is around an operation while it is at work.
     *
     * @param diagram the diagram, with its steps
     * @return the text of an SVG file
     * @throws IllegalArgumentException as for {@link Drawing#of Drawing.of}
     */
    public static String writeSteps(Diagram diagram) {
        return new SvgWriter(true).write(diagram, Drawing.of(diagram), "");
    }

    /**
     * Writes an animation as one SVG without a script, which shows a sentence below each step.
     *
     * @param diagram the diagram, with a sentence for each step
     * @return the text of an SVG file
     * @throws IllegalArgumentException as for {@link Drawing#of Drawing.of}
     */
    public static String animate(Diagram diagram) {
        Animation animation = new Animation(Drawing.of(diagram), diagram.sentences());
        return new SvgWriter(true).write(diagram, animation.drawing(), animation.style());
    }

    private String write(Diagram diagram, Drawing drawing, String moreStyle) {
        String width = XmlText.number(drawing.width());
        String height = XmlText.number(drawing.height());
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" class="dlfs4j-graph" role="img" \
                width="%s" height="%s" viewBox="0 0 %1$s %2$s">
                """.formatted(width, height));
        svg.text("title", diagram.title());
        svg.text("desc", Description.of(diagram));
        svg.append(STYLE.replace("</style>", moreStyle + "</style>"));
        svg.element("rect", "class", "paper", "width", width, "height", height);
        drawing.strokes().forEach(this::write);
        drawing.heads().forEach(this::write);
        drawing.circles().forEach(this::write);
        drawing.labels().stream().filter(label -> timed || label.span().stays()).forEach(this::write);
        svg.append("</svg>\n");
        return svg.toString();
    }

    private void write(Stroke stroke) {
        String path = path(stroke.curves());
        svg.element("path", timed(Span.from(stroke.step()), "class", word(stroke.direction()), "d", path));
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
        svg.element("polygon", timed(Span.from(head.step()), "class", word, "points", corners));
    }

    private void write(Circle circle) {
        String x = XmlText.number(circle.center().x());
        String y = XmlText.number(circle.center().y());
        svg.element("circle", "cx", x, "cy", y, "r", XmlText.number(circle.radius()));
        if (timed) {
            String ring = XmlText.number(circle.radius() + RING);
            for (int step : circle.steps()) {
                svg.element("circle", timed(Span.at(step), "class", "work", "cx", x, "cy", y, "r", ring));
            }
        }
    }

    private void write(Label label) {
        String[] attributes = timed(
                label.span(),
                "class",
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

    /** Adds to attributes when the element is shown, if that is to be written. */
    private String[] timed(Span span, String... attributes) {
        List<String> all = new ArrayList<>(List.of(attributes));
        if (timed && span.from() > 0) {
            all.addAll(List.of("data-from", String.valueOf(span.from())));
        }
        if (timed && !span.stays()) {
            all.addAll(List.of("data-until", String.valueOf(span.until())));
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
