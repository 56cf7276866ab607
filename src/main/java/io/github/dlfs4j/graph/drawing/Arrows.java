package io.github.dlfs4j.graph.drawing;

import io.github.dlfs4j.graph.drawing.Drawing.Direction;
import io.github.dlfs4j.graph.drawing.Drawing.Head;
import io.github.dlfs4j.graph.drawing.Drawing.Move;
import io.github.dlfs4j.graph.drawing.Drawing.Stroke;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The lines of a picture: straight within a column, curved between columns, with heads at their ends. */
final class Arrows {
    private final List<Stroke> strokes = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();

    /** The part of each item in its line, between the thin arrow and the thick one. */
    private final Map<Item, List<Curve>> parts = new HashMap<>();

    /** Returns the strokes, with those of arrows back first, so that the others cover them. */
    List<Stroke> strokes() {
        return strokes.stream()
                .sorted(Comparator.comparing(Stroke::direction).reversed())
                .toList();
    }

    List<Head> heads() {
        return List.copyOf(heads);
    }

    List<Move> moves() {
        return List.copyOf(moves);
    }

    /** Draws the straight part at a node, where its line begins and the arrow back ends. */
    void drawStart(Item item, double from, double to) {
        parts.put(item, List.of(Curve.straight(new Point(from, item.y), new Point(to, item.y))));
        double y = item.y + Measures.forward(item.node);
        add(Direction.FORWARD, Curve.straight(new Point(from, y), new Point(to, y)));
        if (item.node.hasDerivative()) {
            double back = item.y + Measures.LINE_OFFSET;
            Point base = new Point(from + 1 + Measures.HEAD, back);
            add(Direction.BACKWARD, Curve.straight(new Point(to, back), base));
            heads.add(head(Direction.BACKWARD, base, new Point(-1, 0)));
        }
    }

    /** Draws a line that passes through a column. */
    void drawLevel(Item item, double from, double to) {
        Curve level = Curve.straight(new Point(from, item.y), new Point(to, item.y));
        parts.merge(item, List.of(level), (bend, next) -> List.of(bend.get(0), level));
        drawBeside(item.node, level);
    }

    /** Returns the way from a node to an item that its line has reached. */
    private List<Curve> way(Item item, Curve end) {
        Deque<Curve> way = new ArrayDeque<>(List.of(end));
        Item part = item;
        while (!part.isNode()) {
            way.addFirst(parts.get(part).get(1));
            way.addFirst(parts.get(part).get(0));
            part = part.left.get(0);
        }
        way.addFirst(parts.get(part).get(0));
        return List.copyOf(way);
    }

    /** Draws the curves from the column on the left to an item. */
    void drawBends(Item item, double from, double to) {
        switch (item.kind) {
            case NODE -> drawBendsToCircle(item, from, to);
            case PASSING -> {
                Curve bend = bend(new Point(from, item.left.get(0).y), new Point(to, item.y));
                parts.put(item, List.of(bend));
                drawBeside(item.node, bend);
            }
            case END -> {
                Point right = new Point(1, 0);
                Point tip = new Point(to, item.y);
                Point base = tip.minus(right.times(Measures.HEAD));
                drawBeside(item.node, bend(new Point(from, item.left.get(0).y), base));
                drawHead(item.node, base, tip, right);
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
            if (!item.node.original.work.isEmpty()) {
                addMoves(operand.node, item.node, order.get(i), way(operand, curve));
            }
            drawBeside(operand.node, curve);
            drawHead(operand.node, base, center.minus(inwards.times(radius)), inwards);
        }
    }

    /** Lets the value of an operand go to an operation, and derivatives come back. */
    private void addMoves(Diagram.Node operand, Diagram.Node operation, int number, List<Curve> way) {
        String value = operand.value.isEmpty() ? operand.name : operand.value;
        moves.add(new Move(Direction.FORWARD, operand.original.computed, value, way));
        for (Diagram.Term term : operand.original.terms) {
            if (term.from() == operation.original && term.operand() == number) {
                moves.add(new Move(Direction.BACKWARD, term.step(), term.text(), way));
            }
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

    private static Curve bend(Point from, Point to) {
        if (from.y() == to.y()) {
            return Curve.straight(from, to);
        }
        double middle = (from.x() + to.x()) / 2;
        return new Curve(from, new Point(middle, from.y()), new Point(middle, to.y()), to);
    }

    /** Draws a node's line along a curve, and next to it the arrow back. */
    private void drawBeside(Diagram.Node node, Curve curve) {
        if (node.hasDerivative()) {
            strokes.add(new Stroke(Direction.FORWARD, curve.beside(Measures.LINE_OFFSET)));
            strokes.add(new Stroke(Direction.BACKWARD, curve.beside(-Measures.LINE_OFFSET)));
        } else {
            add(Direction.FORWARD, curve);
        }
    }

    /** Draws the head of a node's line, and the beginning of the arrow back. */
    private void drawHead(Diagram.Node node, Point base, Point tip, Point direction) {
        Point left = direction.turnedLeft();
        Point aside = left.times(-Measures.forward(node));
        heads.add(head(Direction.FORWARD, base.plus(aside), direction));
        if (node.hasDerivative()) {
            Point back = left.times(-Measures.LINE_OFFSET);
            add(Direction.BACKWARD, Curve.straight(tip.plus(back), base.plus(back)));
        }
    }

    private static Head head(Direction direction, Point base, Point forwards) {
        double half = direction == Direction.FORWARD ? Measures.HALF_HEAD : Measures.HALF_BACK_HEAD;
        Point left = forwards.turnedLeft().times(half);
        return new Head(direction, base.plus(forwards.times(Measures.HEAD)), base.plus(left), base.minus(left));
    }

    private void add(Direction direction, Curve curve) {
        strokes.add(new Stroke(direction, List.of(curve)));
    }
}
