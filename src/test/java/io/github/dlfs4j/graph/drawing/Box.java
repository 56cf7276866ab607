package io.github.dlfs4j.graph.drawing;

import io.github.dlfs4j.graph.drawing.Drawing.Circle;
import io.github.dlfs4j.graph.drawing.Drawing.Label;

/** The rectangle that a label takes. */
record Box(double left, double top, double right, double bottom) {
    static Box of(Label label) {
        double width = TextSize.width(label.text(), label.size());
        double left = switch (label.anchor()) {
            case START -> label.point().x();
            case MIDDLE -> label.point().x() - width / 2;
            case END -> label.point().x() - width;
        };
        double baseline = label.point().y();
        return new Box(
                left,
                baseline - TextSize.ASCENT * label.size(),
                left + width,
                baseline + TextSize.DESCENT * label.size());
    }

    boolean overlaps(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean contains(Point point) {
        return left < point.x() && point.x() < right && top < point.y() && point.y() < bottom;
    }

    boolean isInside(double width, double height) {
        return left >= 0 && top >= 0 && right <= width && bottom <= height;
    }

    /** Returns the distance of a circle's middle from the rectangle. */
    double distanceTo(Circle circle) {
        Point center = circle.center();
        double x = Math.max(0, Math.max(left - center.x(), center.x() - right));
        double y = Math.max(0, Math.max(top - center.y(), center.y() - bottom));
        return Math.hypot(x, y);
    }

    /** Returns the distance of the farthest corner from a circle's middle. */
    double reachFrom(Circle circle) {
        Point center = circle.center();
        return Math.hypot(
                Math.max(center.x() - left, right - center.x()), Math.max(center.y() - top, bottom - center.y()));
    }
}
