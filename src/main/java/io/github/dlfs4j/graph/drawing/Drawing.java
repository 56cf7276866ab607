package io.github.dlfs4j.graph.drawing;

import java.util.List;

/**
 * A picture of a computational graph in which everything has its place, to be painted in this order: strokes, heads,
 * circles, labels. Lengths are pixels, from the upper left corner.
 *
 * @param width the width of the picture
 * @param height its height
 * @param strokes the lines
 * @param heads the heads of arrows
 * @param circles the circles of operations
 * @param labels all text
 */
public record Drawing(
        double width, double height, List<Stroke> strokes, List<Head> heads, List<Circle> circles, List<Label> labels) {
    /** Which way an arrow goes. */
    public enum Direction {
        /** With values, from left to right: a thin line. */
        FORWARD(1.3),
        /** With derivatives, from right to left: a thick one. */
        BACKWARD(3.2);

        private final double thickness;

        Direction(double thickness) {
            this.thickness = thickness;
        }

        /**
         * How thick its line is.
         *
         * @return the width in pixels
         */
        public double thickness() {
            return thickness;
        }
    }

    /** What a text is. */
    public enum Role {
        /** Of an input or a result. */
        NAME,
        /** In a circle. */
        SYMBOL,
        /** Above an arrow. */
        VALUE,
        /** Below an arrow back. */
        DERIVATIVE
    }

    /** Where a text lies from its point. */
    public enum Anchor {
        /** To the right of it. */
        START,
        /** On both sides. */
        MIDDLE,
        /** To the left of it. */
        END
    }

    /**
     * A line.
     *
     * @param direction what it carries
     * @param curves its parts, each where the one before it ends
     */
    public record Stroke(Direction direction, List<Curve> curves) {}

    /**
     * The head of an arrow, a triangle.
     *
     * @param direction whose it is
     * @param tip its tip
     * @param left the corner at the left hand of who goes along the arrow
     * @param right the other
     */
    public record Head(Direction direction, Point tip, Point left, Point right) {}

    /**
     * A circle.
     *
     * @param center its middle
     * @param radius its radius
     */
    public record Circle(Point center, double radius) {}

    /**
     * A line of text.
     *
     * @param role what it is
     * @param text the text
     * @param point on the baseline
     * @param anchor where the text lies from the point
     * @param size the size of the font
     */
    public record Label(Role role, String text, Point point, Anchor anchor, double size) {}

    /**
     * Gives everything in a diagram its place.
     *
     * @param diagram what is drawn
     * @return what is drawn where
     * @throws IllegalArgumentException {@code a graph of 4001 nodes with lines that pass by others 1999000 times is too
     *     large to draw}
     */
    public static Drawing of(Diagram diagram) {
        List<List<Item>> columns = new Columns(diagram).all();
        new CrossingReduction(columns).run();
        new Heights(columns).run();
        return new Draftsman(columns).drawing();
    }
}
