package io.github.dlfs4j.graph.drawing;

/**
 * A point, or the vector from one point to another.
 *
 * @param x from left to right
 * @param y from top to bottom
 */
public record Point(double x, double y) {
    Point plus(Point vector) {
        return new Point(x + vector.x, y + vector.y);
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

    /** Returns the vector of length 1 in the same direction. */
    Point direction() {
        return times(1 / length());
    }

    /** Returns the vector turned left by a right angle: a vector to the right becomes one upwards. */
    Point turnedLeft() {
        return new Point(y, -x);
    }

    Point middle(Point other) {
        return new Point((x + other.x) / 2, (y + other.y) / 2);
    }
}
