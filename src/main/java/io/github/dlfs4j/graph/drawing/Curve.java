package io.github.dlfs4j.graph.drawing;

import java.util.List;

/**
 * A cubic Bézier curve.
 *
 * @param start the start
 * @param control1 the first control point, towards which the curve leaves the start
 * @param control2 the second control point, from which the curve reaches the end
 * @param end the end
 */
public record Curve(Point start, Point control1, Point control2, Point end) {
    /** Returns the straight line between two different points. */
    static Curve straight(Point start, Point end) {
        Point third = end.minus(start).times(1.0 / 3);
        return new Curve(start, start.plus(third), end.minus(third), end);
    }

    /** {@return whether this is a horizontal line} */
    public boolean isLevel() {
        return start.y() == control1.y() && control1.y() == control2.y() && control2.y() == end.y();
    }

    /** Returns the curve from its end to its start. */
    Curve reversed() {
        return new Curve(end, control2, control1, start);
    }

    /**
     * Returns a parallel curve, on the left seen along this one, or on the right for a negative distance. Each half is
     * moved on its own, since a curve that bends both ways would otherwise get another shape.
     */
    List<Curve> beside(double distance) {
        return isLevel()
                ? List.of(moved(distance))
                : List.of(half().moved(distance), reversed().half().reversed().moved(distance));
    }

    /** Returns the first half, by de Casteljau's construction. */
    private Curve half() {
        Point first = start.middle(control1);
        Point second = control1.middle(control2);
        Point third = control2.middle(end);
        Point left = first.middle(second);
        return new Curve(start, first, left, left.middle(second.middle(third)));
    }

    /** Moves both ends at right angles, and scales the distances to the control points with the length of the curve. */
    private Curve moved(double distance) {
        Point from = start.plus(control1.minus(start).direction().turnedLeft().times(distance));
        Point to = end.plus(end.minus(control2).direction().turnedLeft().times(distance));
        double growth = to.minus(from).length() / end.minus(start).length();
        return new Curve(
                from,
                from.plus(control1.minus(start).times(growth)),
                to.plus(control2.minus(end).times(growth)),
                to);
    }
}
