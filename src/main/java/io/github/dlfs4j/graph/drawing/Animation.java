package io.github.dlfs4j.graph.drawing;

import io.github.dlfs4j.graph.drawing.Drawing.Anchor;
import io.github.dlfs4j.graph.drawing.Drawing.Label;
import io.github.dlfs4j.graph.drawing.Drawing.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What makes a picture an animation without a script: a style sheet that shows and moves each element at its steps, and
 * a sentence for each step below the drawing. The last step stays longer; then the first one follows. Readers who want
 * less motion see the last step.
 */
final class Animation {
    private static final double SECONDS_PER_STEP = 3;

    /** The part of a step in which something moves. */
    private static final double MOVING = 0.7;

    /** How many times as long as another step the last one stays. */
    private static final int LAST = 3;

    /** Lets the numbers between two keyframes follow each other; all others last until the next keyframe. */
    private static final String LINEAR = "animation-timing-function: linear;";

    private static final String STYLE = """
            .dlfs4j-graph .work { fill: none; stroke: #d9622b; stroke-width: 2.5; }
            .dlfs4j-graph :is(.moving-forward, .moving-backward) { text-anchor: middle; font-weight: bold; \
            offset-rotate: 0deg; stroke: #ffffff; stroke-width: 4; paint-order: stroke; --start: 0%; --end: 100%; }
            .dlfs4j-graph .moving-backward { fill: #b23c0a; --start: 100%; --end: 0%; }
            @media (prefers-color-scheme: dark) {
            .dlfs4j-graph :is(.moving-forward, .moving-backward) { stroke: #14181d; }
            .dlfs4j-graph .moving-backward { fill: #ff9d5c; }
            }
            .dlfs4j-graph [data-until] { opacity: 0; }
            """;

    private static final double LINE = 1.5 * Measures.FONT;

    /** The smallest width of a line of a sentence. */
    private static final double WIDTH = 480;

    /** Returns the drawing with the sentences below, in lines as wide as it is, or as {@link #WIDTH}. */
    static Drawing withSentences(Drawing drawing, List<String> sentences) {
        double width = Math.max(drawing.width(), WIDTH);
        double height = drawing.height();
        List<Label> labels = new ArrayList<>(drawing.labels());
        for (int step = 0; step < sentences.size(); step++) {
            Span span = step + 1 < sentences.size() ? Span.at(step) : Span.from(step);
            double y = drawing.height();
            for (String line : lines(sentences.get(step), width - 2 * Measures.MARGIN)) {
                y += LINE;
                Point point = new Point(Measures.MARGIN, y);
                labels.add(new Label(Role.SENTENCE, line, point, Anchor.START, Measures.FONT, span));
            }
            height = Math.max(height, y + Measures.MARGIN);
        }
        return new Drawing(
                width, height, drawing.strokes(), drawing.heads(), drawing.circles(), labels, drawing.moves());
    }

    private static List<String> lines(String sentence, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : sentence.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (TextSize.width(longer, Measures.FONT) > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    /**
     * Returns a rule for the elements of each span. Its name is that of no other timing, should a page have many SVGs.
     */
    static String style(Collection<Span> spans, int steps) {
        StringBuilder style = new StringBuilder(STYLE);
        int slots = steps - 1 + LAST;
        for (Span span : spans) {
            String until = span.stays() ? ":not([data-until])" : "[data-until=\"%s\"]".formatted(span.until());
            String from = span.from() == 0 ? ":not([data-from])" : "[data-from=\"%s\"]".formatted(span.from());
            String name = "dlfs4j-%s-%s-of-%s".formatted(span.from(), span.stays() ? "on" : span.until(), slots);
            style.append(".dlfs4j-graph %s%s { animation: %s %ss step-end infinite; }\n"
                    .formatted(from, until, name, XmlText.number(slots * SECONDS_PER_STEP)));
            String before = span.from() == 0 ? "" : " 0% { opacity: 0; }";
            String during = span.stays() ? "opacity: 1;" : "opacity: 1; offset-distance: var(--start); " + LINEAR;
            String after = span.stays()
                    ? ""
                    : "%s { opacity: 1; offset-distance: var(--end); } %s { opacity: 0; } "
                            .formatted(percent(span.from() + MOVING, slots), percent(span.until(), slots));
            style.append("@keyframes %s {%s %s { %s } %s}\n"
                    .formatted(name, before, percent(span.from(), slots), during, after));
        }
        return style + "@media (prefers-reduced-motion: reduce) { .dlfs4j-graph * { animation: none !important; } }\n";
    }

    private static String percent(double step, int slots) {
        return String.format(Locale.ROOT, "%.3f%%", 100 * step / slots);
    }
}
