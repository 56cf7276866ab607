package io.github.dlfs4j.graph.drawing;

import java.util.List;

/**
 * A picture of a computational graph in which everything has its place. Paint it in this order: strokes, heads,
 * circles, labels. Lengths are in pixels, from the upper left corner.
 *
 * @param width the width of the picture
 * @param height the height of the picture
 * @param strokes the lines
 * @param heads the heads of arrows
 * @param circles the circles of operations
 * @param labels all text
 * @param moves what an animation moves
 */
public record Drawing(
        double width,
        double height,
        List<Stroke> strokes,
        List<Head> heads,
        List<Circle> circles,
        List<Label> labels,
        List<Move> moves) {
    /** So large a graph is drawn in some seconds; nobody looks at a larger one. */
    private static final int MOST_NODES = 10_000;

    /** The direction of an arrow. */
    public enum Direction {
        /** From left to right, with values: a thin line. */
        FORWARD(1.3),
        /** From right to left, with derivatives: a thick line. */
        BACKWARD(3.2);

        private final double thickness;

        Direction(double thickness) {
            this.thickness = thickness;
        }

        /** {@return the thickness of the line in pixels} */
        public double thickness() {
            return thickness;
        }
    }

    /** The meaning of a text. */
    public enum Role {
        /** The name of an input or a result. */
        NAME,
        /** The symbol in a circle. */
        SYMBOL,
        /** The value above an arrow. */
        VALUE,
        /** The derivative below an arrow back. */
        DERIVATIVE,
        /** A sentence about a step of an animation. */
        SENTENCE
    }

    /** The part of a text that is at its point. */
    public enum Anchor {
        /** The start; the text is to the right of the point. */
        START,
        /** The middle; the text is on both sides of the point. */
        MIDDLE,
        /** The end; the text is to the left of the point. */
        END
    }

    /**
     * A line.
     *
     * @param direction the direction of the arrow
     * @param curves the parts of the line; each begins where the one before it ends
     */
    public record Stroke(Direction direction, List<Curve> curves) {}

    /**
     * The head of an arrow, a triangle.
     *
     * @param direction the direction of the arrow
     * @param tip the tip
     * @param left the corner on the left, seen along the arrow
     * @param right the corner on the right
     */
    public record Head(Direction direction, Point tip, Point left, Point right) {}

    /**
     * A circle.
     *
     * @param center the middle
     * @param radius the radius
     * @param steps the steps of an animation at which the operation is at work
     */
    public record Circle(Point center, double radius, List<Integer> steps) {}

    /**
     * A line of text.
     *
     * @param role the meaning of the text
     * @param text the text
     * @param point a point on the baseline
     * @param anchor the part of the text that is at the point
     * @param size the size of the font
     * @param span when an animation shows it
     */
    public record Label(Role role, String text, Point point, Anchor anchor, double size, Span span) {}

    /**
     * A text that moves in an animation: a value to an operation that takes it, or a derivative back.
     *
     * @param direction forward or back
     * @param step the step of the animation
     * @param text the value or the derivative
     * @param curves the way, from left to right in both directions
     */
    public record Move(Direction direction, int step, String text, List<Curve> curves) {}

    /**
     * Gives everything in a diagram its place. A picture that would be wider than a page has several rows. A line that
     * goes on in another row ends at the right with its name, or a number such as {@code #7}, and begins with it again
     * at the left.
     *
     * @param diagram the diagram
     * @return the picture
     * @throws IllegalArgumentException {@code a graph of 10001 nodes is too large to draw: more than 10000}, or
     *     {@code a graph of 4001 nodes with lines that pass by others 1999000 times is too large to draw}
     */
    public static Drawing of(Diagram diagram) {
        if (diagram.nodes().size() > MOST_NODES) {
            throw new IllegalArgumentException("a graph of %s nodes is too large to draw: more than %s"
                    .formatted(diagram.nodes().size(), MOST_NODES));
        }
        Draftsman inOneRow = draw(List.of(diagram), Double.POSITIVE_INFINITY);
        return inOneRow.drawing().width() <= Measures.PAGE
                ? inOneRow.drawing()
                : inRows(diagram).drawing();
    }

    /** Plans rows with more and more room for curves, until they are not too steep. */
    private static Draftsman inRows(Diagram diagram) {
        Rows rows = new Rows(diagram);
        double bend = Measures.SHORTEST_BEND;
        Draftsman draftsman = draw(rows.of(bend), Measures.PAGE);
        while (draftsman.isSteep() && bend < Measures.LONGEST_BEND / 2) {
            bend *= 1.5;
            draftsman = draw(rows.of(bend), Measures.PAGE);
        }
        return draftsman;
    }

    /** Draws rows, one below the other. */
    static Draftsman draw(List<Diagram> rows, double page) {
        Draftsman draftsman = new Draftsman(page);
        for (Diagram row : rows) {
            List<List<Item>> columns = new Columns(row).all();
            new CrossingReduction(columns).run();
            new Heights(columns).run();
            draftsman.draw(columns);
        }
        return draftsman;
    }
}
