package io.github.dlfs4j.graph.drawing;

import io.github.dlfs4j.graph.drawing.Drawing.Anchor;
import io.github.dlfs4j.graph.drawing.Drawing.Circle;
import io.github.dlfs4j.graph.drawing.Drawing.Label;
import io.github.dlfs4j.graph.drawing.Drawing.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws columns of items whose heights are known. A column has three parts. The left part has circles and names. The
 * middle part has labels above and below the lines, which are straight there. The right part has the curves to the next
 * column. So no line crosses a label or a circle.
 */
final class Draftsman {
    private static final double SHORTEST_BEND = 30;
    private static final double LONGEST_BEND = 170;

    private final List<List<Item>> columns;
    private final double top;
    private final double bottom;
    private final List<Circle> circles = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final Arrows arrows = new Arrows();

    Draftsman(List<List<Item>> columns) {
        this.columns = columns;
        top = columns.stream()
                .flatMap(List::stream)
                .mapToDouble(item -> item.y - item.above())
                .min()
                .orElse(0);
        bottom = columns.stream()
                .flatMap(List::stream)
                .mapToDouble(item -> item.y + item.below())
                .max()
                .orElse(0);
    }

    Drawing drawing() {
        columns.stream().flatMap(List::stream).forEach(item -> item.y += Measures.MARGIN - top);
        double x = Measures.MARGIN;
        for (int i = 0; i < columns.size(); i++) {
            List<Item> column = columns.get(i);
            double left = x;
            double labelsLeft =
                    left + column.stream().mapToDouble(Draftsman::width).max().orElse(0);
            double labelsRight = labelsLeft
                    + column.stream()
                            .filter(Item::isNode)
                            .mapToDouble(item -> Measures.labelWidth(item.node))
                            .max()
                            .orElse(0);
            for (Item item : column) {
                draw(item, left, labelsLeft, labelsRight);
            }
            x = labelsRight;
            if (i + 1 < columns.size()) {
                x += bend(column);
                for (Item next : columns.get(i + 1)) {
                    arrows.drawBends(next, labelsRight, x);
                }
            }
        }
        return new Drawing(
                x + Measures.MARGIN,
                bottom - top + 2 * Measures.MARGIN,
                arrows.strokes(),
                arrows.heads(),
                List.copyOf(circles),
                List.copyOf(labels));
    }

    private static double width(Item item) {
        return switch (item.kind) {
            case NODE -> Measures.width(item.node);
            case PASSING -> 0;
            case END -> item.node.name.isEmpty() ? 0 : Measures.SPACE + TextSize.width(item.node.name, Measures.FONT);
        };
    }

    /** Returns the room for curves. Curves that go far up or down get more room, so that they are not steep. */
    private static double bend(List<Item> column) {
        double farthest = 0;
        for (Item item : column) {
            for (Item next : item.right) {
                farthest = Math.max(farthest, Math.abs(next.y - item.y));
            }
        }
        return Math.max(SHORTEST_BEND, Math.min(LONGEST_BEND, farthest * 0.6));
    }

    private void draw(Item item, double left, double labelsLeft, double labelsRight) {
        switch (item.kind) {
            case NODE -> drawNode(item, left, labelsLeft, labelsRight);
            case PASSING -> arrows.drawLevel(item, left, labelsRight);
            case END -> writeName(item, left + Measures.SPACE, Anchor.START);
        }
    }

    private void drawNode(Item item, double left, double labelsLeft, double labelsRight) {
        Diagram.Node node = item.node;
        double x = (labelsLeft + labelsRight) / 2;
        switch (node.kind) {
            case INPUT -> {
                writeName(item, labelsLeft - Measures.SPACE, Anchor.END);
                arrows.drawStart(item, labelsLeft, labelsRight);
            }
            case CONSTANT -> {
                double width = Measures.labelWidth(node);
                x = labelsRight - width / 2;
                arrows.drawStart(item, labelsRight - width, labelsRight);
            }
            case OPERATION -> {
                drawOperation(item, left);
                arrows.drawStart(item, left + 2 * Measures.radius(node), labelsRight);
            }
        }
        double line = item.y + Measures.forward(node);
        write(Role.VALUE, node.label(), x, line - Measures.SPACE, Anchor.MIDDLE, Measures.FONT);
        double below = item.y + Measures.BELOW + TextSize.ASCENT * Measures.FONT;
        write(Role.DERIVATIVE, node.derivative, x, below, Anchor.MIDDLE, Measures.FONT);
    }

    private void writeName(Item item, double x, Anchor anchor) {
        write(Role.NAME, item.node.name, x, middle(item.y, Measures.FONT), anchor, Measures.FONT);
    }

    private void drawOperation(Item item, double left) {
        double radius = Measures.radius(item.node);
        Point center = new Point(left + radius, item.y);
        circles.add(new Circle(center, radius));
        List<String> lines = Measures.symbolLines(item.node.symbol);
        double size = Measures.symbolSize(item.node.symbol);
        for (int i = 0; i < lines.size(); i++) {
            double y = item.y + (i - (lines.size() - 1) / 2.0) * size;
            write(Role.SYMBOL, lines.get(i), center.x(), middle(y, size), Anchor.MIDDLE, size);
        }
    }

    /** Returns the baseline of a text whose middle is at the given height. */
    private static double middle(double y, double size) {
        return y + 0.36 * size;
    }

    private void write(Role role, String text, double x, double y, Anchor anchor, double size) {
        if (!text.isEmpty()) {
            labels.add(new Label(role, text, new Point(x, y), anchor, size));
        }
    }
}
