package io.github.dlfs4j.graph.drawing;

import io.github.dlfs4j.graph.drawing.Drawing.Direction;
import io.github.dlfs4j.graph.drawing.Drawing.Head;
import io.github.dlfs4j.graph.drawing.Drawing.Stroke;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The lines of a picture: straight within a column, curved between columns, with heads at their ends. */
final class Arrows {
    private final List<Stroke> strokes = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();

    /** Returns the strokes, with those of arrows back first, so that the others cover them. */
    List<Stroke> strokes() {
        return strokes.stream()
                .sorted(Comparator.comparing(Stroke::direction).reversed())
                .toList();
    }

    List<Head> heads() {
        return List.copyOf(heads);
    }

    /** Draws the straight part at a node, where its line begins and the arrow back ends. */
    void drawStart(Item item, double from, double to) {
        double y = item.y + Measures.forward(item.node);
        add(Direction.FORWARD, Curve.straight(new Point(from, y), new Point(to, y)), item.node.computed());
        if (item.node.hasDerivative()) {
            double back = item.y + Measures.LINE_OFFSET;
            Point base = new Point(from + 1 + Measures.HEAD, back);
            int step = stepBack(item);
            add(Direction.BACKWARD, Curve.straight(new Point(to, back), base), step);
            heads.add(head(Direction.BACKWARD, base, new Point(-1, 0), step));
        }
    }

    /** Draws a line that passes through a column. */
    void drawLevel(Item item, double from, double to) {
        drawBeside(item.node, Curve.straight(new Point(from, item.y), new Point(to, item.y)), stepBack(item));
    }

    /** Draws the curves from the column on the left to an item. */
    void drawBends(Item item, double from, double to) {
        switch (item.kind) {
            case NODE -> drawBendsToCircle(item, from, to);
            case PASSING ->
                drawBeside(item.node, bend(new Point(from, item.left.get(0).y), new Point(to, item.y)), stepBack(item));
            case END -> {
                Point right = new Point(1, 0);
                Point tip = new Point(to, item.y);
                Point base = tip.minus(right.times(Measures.HEAD));
                drawBeside(item.node, bend(new Point(from, item.left.get(0).y), base), stepBack(item));
                drawHead(item.node, base, tip, right, stepBack(item));
            }
        }
    }

    /** Draws the arrows of the operands to the edge of an operation's circle. */
    private void drawBendsToCircle(Item item, double from, double to) {
        List<Integer> order = IntStream.range(0, item.left.size())
                .boxed()
                .sorted(Comparator.comparingDouble(operand -> item.left.get(operand).y))
                .toList();
        List<Item> operands = order.stream().map(item.left::get).toList();
        double radius = Measures.radius(item.node);
        Point center = new Point(to + radius, item.y);
        double[] angles = angles(operands, item.y, to - from + radius, radius);
        for (int i = 0; i < angles.length; i++) {
            Item operand = operands.get(i);
            Point inwards = new Point(StrictMath.cos(angles[i]), -StrictMath.sin(angles[i]));
            Point base = center.minus(inwards.times(radius + Measures.HEAD));
            Point start = new Point(from, operand.y);
            double reach = base.minus(start).length() * 0.4;
            Curve curve = new Curve(start, new Point(from + reach, operand.y), base.minus(inwards.times(reach)), base);
            int step = operand.node.stepBack(item.node, order.get(i));
            drawBeside(operand.node, curve, step);
            drawHead(operand.node, base, center.minus(inwards.times(radius)), inwards, step);
        }
    }

    /** Returns the angles, downwards from the left end of a circle, at which the arrows of the operands meet it. */
    private static double[] angles(List<Item> operands, double y, double run, double radius) {
        int n = operands.size();
        double[] wishes = new double[n];
        double[] weights = new double[n];
        double[] distances = new double[n];
        for (int i = 0; i < n; i++) {
            wishes[i] = StrictMath.atan2(operands.get(i).y - y, run);
            weights[i] = 1;
            distances[i] = Measures.ARROW_PITCH / radius;
        }
        return Spacing.places(wishes, weights, distances, -Measures.STEEPEST, Measures.STEEPEST);
    }

    /** Returns the first step at which a derivative comes back along the line from an item on. */
    private static int stepBack(Item item) {
        int first = Span.EVER;
        Optional<Item> part = Optional.of(item);
        while (part.isPresent()) {
            Item here = part.get();
            for (Item next : here.right) {
                first = next.isNode() ? Math.min(first, item.node.stepBack(next.node, -1)) : first;
            }
            if (here.kind == Item.Kind.END) {
                first = Math.min(first, item.node.stepBackToEnd());
            }
            part = here.right.stream().filter(next -> !next.isNode()).findFirst();
        }
        return first;
    }

    private static Curve bend(Point from, Point to) {
        if (from.y() == to.y()) {
            return Curve.straight(from, to);
        }
        double middle = (from.x() + to.x()) / 2;
        return new Curve(from, new Point(middle, from.y()), new Point(middle, to.y()), to);
    }

    /** Draws a node's line along a curve, and next to it the arrow back. */
    private void drawBeside(Diagram.Node node, Curve curve, int back) {
        if (node.hasDerivative()) {
            strokes.add(new Stroke(Direction.FORWARD, curve.beside(Measures.LINE_OFFSET), node.computed()));
            strokes.add(new Stroke(Direction.BACKWARD, curve.beside(-Measures.LINE_OFFSET), back));
        } else {
            add(Direction.FORWARD, curve, node.computed());
        }
    }

    /** Draws the head of a node's line, and the beginning of the arrow back. */
    private void drawHead(Diagram.Node node, Point base, Point tip, Point direction, int step) {
        Point left = direction.turnedLeft();
        Point aside = left.times(-Measures.forward(node));
        heads.add(head(Direction.FORWARD, base.plus(aside), direction, node.computed()));
        if (node.hasDerivative()) {
            Point back = left.times(-Measures.LINE_OFFSET);
            add(Direction.BACKWARD, Curve.straight(tip.plus(back), base.plus(back)), step);
        }
    }

    private static Head head(Direction direction, Point base, Point forwards, int step) {
        double half = direction == Direction.FORWARD ? Measures.HALF_HEAD : Measures.HALF_BACK_HEAD;
        Point left = forwards.turnedLeft().times(half);
        return new Head(direction, base.plus(forwards.times(Measures.HEAD)), base.plus(left), base.minus(left), step);
    }

    private void add(Direction direction, Curve curve, int step) {
        strokes.add(new Stroke(direction, List.of(curve), step));
    }
}
