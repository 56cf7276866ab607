package io.github.dlfs4j.graph.drawing;

import java.util.List;

/**
 * A cubic Bézier curve.
 *
 * @param start where it begins
 * @param control1 where it goes at first
 * @param control2 where it comes from in the end
 * @param end where it ends
 */
public record Curve(Point start, Point control1, Point control2, Point end) {
    /** The straight way between two different points. */
    static Curve straight(Point start, Point end) {
        Point third = end.minus(start).times(1.0 / 3);
        return new Curve(start, start.plus(third), end.minus(third), end);
    }

    /**
     * Whether it is a straight line from left to right, or from right to left.
     *
     * @return true for a level line
     */
    public boolean isLevel() {
        return start.y() == control1.y() && control1.y() == control2.y() && control2.y() == end.y();
    }

    /** The curve from its end to its start. */
    Curve reversed() {
        return new Curve(end, control2, control1, start);
    }

    /**
     * The curve beside this one, to the left hand of who goes along it, or to the right for a negative distance. A
     * curve that bends to one side and then to the other has another middle, so each half is moved on its own.
     */
    List<Curve> beside(double distance) {
        return isLevel()
                ? List.of(moved(distance))
                : List.of(half().moved(distance), reversed().half().reversed().moved(distance));
    }

    /** The first half, by de Casteljau's construction. */
    private Curve half() {
        Point first = start.middle(control1);
        Point second = control1.middle(control2);
        Point third = control2.middle(end);
        Point left = first.middle(second);
        return new Curve(start, first, left, left.middle(second.middle(third)));
    }

    /** Moves both ends at right angles, and makes the ways to the controls longer or shorter as the curve becomes. */
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
