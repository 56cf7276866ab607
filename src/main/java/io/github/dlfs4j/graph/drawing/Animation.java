package io.github.dlfs4j.graph.drawing;

import io.github.dlfs4j.graph.drawing.Drawing.Anchor;
import io.github.dlfs4j.graph.drawing.Drawing.Label;
import io.github.dlfs4j.graph.drawing.Drawing.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What makes a drawing an animation without a script: a style sheet that shows each element at its steps, and a
 * sentence for each step below the drawing. The last step stays longer; then the first one follows. Readers who want
 * less motion see the last step.
 */
final class Animation {
    private static final double SECONDS_PER_STEP = 3;

    /** How many times as long as another step the last one stays. */
    private static final int LAST = 3;

    private static final double LINE = 2 * Measures.FONT;

    private static final String STYLE = """
            .dlfs4j-graph .work { fill: none; stroke: #d9622b; stroke-width: 2.5; }
            .dlfs4j-graph .forward, .dlfs4j-graph .forward-head { --before: 0.3; }
            .dlfs4j-graph [data-until] { opacity: 0; }
            """;

    private final Drawing drawing;
    private final List<String> sentences;
    private final List<Label> labels;

    Animation(Drawing drawing, List<String> sentences) {
        this.drawing = drawing;
        this.sentences = sentences;
        labels = new ArrayList<>(drawing.labels());
        Point point = new Point(Measures.MARGIN, drawing.height() + LINE / 2);
        for (int step = 0; step < sentences.size(); step++) {
            Span span = step + 1 < sentences.size() ? Span.at(step) : Span.from(step);
            labels.add(new Label(Role.SENTENCE, sentences.get(step), point, Anchor.START, Measures.FONT, span));
        }
    }

    /** Returns the drawing with the sentences below. It is as wide as the longest one needs. */
    Drawing drawing() {
        double width = drawing.width();
        for (String sentence : sentences) {
            width = Math.max(width, 2 * Measures.MARGIN + TextSize.width(sentence, Measures.FONT));
        }
        double height = drawing.height() + LINE;
        return new Drawing(width, height, drawing.strokes(), drawing.heads(), drawing.circles(), List.copyOf(labels));
    }

    String style() {
        Set<Span> spans = new LinkedHashSet<>();
        drawing.strokes().forEach(stroke -> spans.add(Span.from(stroke.step())));
        drawing.heads().forEach(head -> spans.add(Span.from(head.step())));
        drawing.circles().forEach(circle -> circle.steps().forEach(step -> spans.add(Span.at(step))));
        labels.forEach(label -> spans.add(label.span()));
        spans.remove(Span.ALWAYS);
        StringBuilder style = new StringBuilder(STYLE);
        spans.forEach(span -> append(style, span));
        style.append("@media (prefers-reduced-motion: reduce) { .dlfs4j-graph * { animation: none !important; } }\n");
        return style.toString();
    }

    /** Adds the rule for the elements of a span. Its name is that of no other timing, should a page have many SVGs. */
    private void append(StringBuilder style, Span span) {
        int slots = sentences.size() - 1 + LAST;
        boolean ends = !span.stays();
        String until = ends ? "[data-until=\"%s\"]".formatted(span.until()) : ":not([data-until])";
        String from = span.from() > 0 ? "[data-from=\"%s\"]".formatted(span.from()) : ":not([data-from])";
        String name = "dlfs4j-%s-%s-of-%s".formatted(span.from(), ends ? span.until() : "on", slots);
        String before = span.from() > 0 ? "0% { opacity: var(--before, 0); } " : "";
        String shown = "%s { opacity: 1; } ".formatted(percent(span.from(), slots));
        String after = ends ? "%s { opacity: 0; } ".formatted(percent(span.until(), slots)) : "";
        String seconds = XmlText.number(slots * SECONDS_PER_STEP);
        style.append(
                ".dlfs4j-graph %s%s { animation: %s %ss step-end infinite; }\n".formatted(from, until, name, seconds));
        style.append("@keyframes %s { %s%s%s}\n".formatted(name, before, shown, after));
    }

    private static String percent(int step, int slots) {
        return String.format(Locale.ROOT, "%.3f%%", 100.0 * step / slots);
    }
}
