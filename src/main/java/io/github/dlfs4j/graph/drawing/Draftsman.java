package io.github.dlfs4j.graph.drawing;

import io.github.dlfs4j.graph.drawing.Drawing.Anchor;
import io.github.dlfs4j.graph.drawing.Drawing.Circle;
import io.github.dlfs4j.graph.drawing.Drawing.Label;
import io.github.dlfs4j.graph.drawing.Drawing.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Draws rows of columns of items whose heights are known. A column has three parts. The left part has circles and
 * names. The middle part has labels above and below the lines, which are straight there. The right part has the curves
 * to the next column. So no line crosses a label or a circle.
 */
final class Draftsman {
    private final double page;
    private final List<Circle> circles = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final Arrows arrows = new Arrows();
    private double width = 2 * Measures.MARGIN;
    private double height = 2 * Measures.MARGIN;
    private boolean steep;

    /**
     * Begins a picture.
     *
     * @param page the width for which curves between columns shrink
     */
    Draftsman(double page) {
        this.page = page;
    }

    /** Draws a row below those that are drawn. */
    void draw(List<List<Item>> columns) {
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (List<Item> column : columns) {
            for (Item item : column) {
                top = Math.min(top, item.y - item.above());
                bottom = Math.max(bottom, item.y + item.below());
            }
        }
        if (top > bottom) {
            return;
        }
        double upper = labels.isEmpty() ? Measures.MARGIN : height - Measures.MARGIN + Measures.ROW_GAP;
        for (List<Item> column : columns) {
            for (Item item : column) {
                item.y += upper - top;
            }
        }
        drawColumns(columns);
        height = upper + (bottom - top) + Measures.MARGIN;
    }

    private void drawColumns(List<List<Item>> columns) {
        List<ColumnWidth> widths = columns.stream().map(ColumnWidth::of).toList();
        double[] bends = bends(columns, widths);
        double x = Measures.MARGIN;
        for (int i = 0; i < columns.size(); i++) {
            double labelsLeft = x + widths.get(i).nodes();
            double labelsRight = labelsLeft + widths.get(i).labels();
            for (Item item : columns.get(i)) {
                draw(item, x, labelsLeft, labelsRight);
            }
            x = labelsRight;
            if (i < bends.length) {
                x += bends[i];
                for (Item next : columns.get(i + 1)) {
                    arrows.drawBends(next, labelsRight, x);
                }
            }
        }
        width = Math.max(width, x + Measures.MARGIN);
    }

    Drawing drawing() {
        return new Drawing(
                width,
                height,
                arrows.strokes(),
                arrows.heads(),
                List.copyOf(circles),
                List.copyOf(labels),
                arrows.moves());
    }

    /** Returns whether some curves have less than half the room that they wish for. */
    boolean isSteep() {
        return steep;
    }

    /**
     * Returns the room for curves after each column but the last, less than they wish for if the page is too narrow.
     */
    private double[] bends(List<List<Item>> columns, List<ColumnWidth> widths) {
        double[] bends = new double[columns.size() - 1];
        double room = page - 2 * Measures.MARGIN - widths.get(bends.length).total();
        double wished = 0;
        for (int i = 0; i < bends.length; i++) {
            bends[i] = bend(columns.get(i));
            wished += bends[i] - Measures.SHORTEST_BEND;
            room -= widths.get(i).total() + Measures.SHORTEST_BEND;
        }
        double share = wished <= room ? 1 : Math.max(0, room / wished);
        for (int i = 0; i < bends.length && share < 1; i++) {
            double bend = Measures.SHORTEST_BEND + share * (bends[i] - Measures.SHORTEST_BEND);
            steep |= bend < bends[i] / 2;
            bends[i] = bend;
        }
        return bends;
    }

    /** Returns the room for curves. Curves that go far up or down get more room, so that they are not steep. */
    private static double bend(List<Item> column) {
        double farthest = 0;
        for (Item item : column) {
            for (Item next : item.right) {
                farthest = Math.max(farthest, Math.abs(next.y - item.y));
            }
        }
        return Math.max(Measures.SHORTEST_BEND, Math.min(Measures.LONGEST_BEND, farthest * 0.6));
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
        Span computed = Span.from(node.original.computed);
        write(Role.VALUE, node.label(), x, line - Measures.SPACE, Anchor.MIDDLE, Measures.FONT, computed);
        double below = item.y + Measures.BELOW + TextSize.ASCENT * Measures.FONT;
        for (Map.Entry<Span, String> sum : node.sums().entrySet()) {
            write(Role.DERIVATIVE, sum.getValue(), x, below, Anchor.MIDDLE, Measures.FONT, sum.getKey());
        }
    }

    private void writeName(Item item, double x, Anchor anchor) {
        write(Role.NAME, item.node.name, x, middle(item.y, Measures.FONT), anchor, Measures.FONT, Span.ALWAYS);
    }

    private void drawOperation(Item item, double left) {
        double radius = Measures.radius(item.node);
        Point center = new Point(left + radius, item.y);
        circles.add(new Circle(center, radius, List.copyOf(item.node.original.work)));
        List<String> lines = Measures.symbolLines(item.node.symbol);
        double size = Measures.symbolSize(item.node.symbol);
        for (int i = 0; i < lines.size(); i++) {
            double y = item.y + (i - (lines.size() - 1) / 2.0) * size;
            write(Role.SYMBOL, lines.get(i), center.x(), middle(y, size), Anchor.MIDDLE, size, Span.ALWAYS);
        }
    }

    /** Returns the baseline of a text whose middle is at the given height. */
    private static double middle(double y, double size) {
        return y + 0.36 * size;
    }

    private void write(Role role, String text, double x, double y, Anchor anchor, double size, Span span) {
        if (!text.isEmpty()) {
            labels.add(new Label(role, text, new Point(x, y), anchor, size, span));
        }
    }
}
