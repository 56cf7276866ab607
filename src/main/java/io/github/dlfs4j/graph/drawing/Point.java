package io.github.dlfs4j.graph.drawing;

/**
 * A place, or a way from one to another.
 *
 * @param x from left to right
 * @param y from top to bottom
 */
public record Point(double x, double y) {
    Point plus(Point way) {
        return new Point(x + way.x, y + way.y);
    }

    Point minus(Point other) {
        return new Point(x - other.x, y - other.y);
    }

    Point times(double factor) {
        return new Point(x * factor, y * factor);
    }

    double length() {
        return StrictMath.hypot(x, y);
    }

    /** The same way, one long. */
    Point direction() {
        return times(1 / length());
    }

    /** The way turned by a quarter to its left hand: upwards for one to the right. */
    Point turnedLeft() {
        return new Point(y, -x);
    }

    Point middle(Point other) {
        return new Point((x + other.x) / 2, (y + other.y) / 2);
    }
}
