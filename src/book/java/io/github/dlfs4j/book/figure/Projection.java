package io.github.dlfs4j.book.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/**
 * The view of a box in space on paper, as in Matplotlib: from far away, so that parallel lines stay parallel, and from
 * above its front edge. The box is as deep as it is wide, and three quarters as high.
 *
 * @param centerX the middle of the box on the paper, in pixels from the left
 * @param centerY the middle of the box on the paper, in pixels from the top
 * @param width the width of the box in pixels
 */
record Projection(double centerX, double centerY, double width) {
    private static final double AZIMUTH = Math.toRadians(-60);
    private static final double ELEVATION = Math.toRadians(30);
    private static final double HEIGHT = 0.75;

    /** Returns the point of a place on the paper. */
    Point2D point(Place place) {
        double right = (place.y() - 0.5) * Math.cos(AZIMUTH) - (place.x() - 0.5) * Math.sin(AZIMUTH);
        double up = height(place) * Math.cos(ELEVATION) - towardsEye(place) * Math.sin(ELEVATION);
        return new Point2D.Double(centerX + width * right, centerY - width * up);
    }

    /** Returns how near to the eye a place is: of two places at the same point, the nearer has the larger number. */
    double nearness(Place place) {
        return height(place) * Math.sin(ELEVATION) + towardsEye(place) * Math.cos(ELEVATION);
    }

    private static double height(Place place) {
        return (place.z() - 0.5) * HEIGHT;
    }

    /** Returns the horizontal distance of a place from the middle, in the direction of the eye. */
    private static double towardsEye(Place place) {
        return (place.x() - 0.5) * Math.cos(AZIMUTH) + (place.y() - 0.5) * Math.sin(AZIMUTH);
    }

    /** Returns the outline of the polygon with the given corners. */
    Path2D polygon(Place... corners) {
        Path2D path = new Path2D.Double();
        for (Place corner : corners) {
            Point2D point = point(corner);
            if (path.getCurrentPoint() == null) {
                path.moveTo(point.getX(), point.getY());
            } else {
                path.lineTo(point.getX(), point.getY());
            }
        }
        path.closePath();
        return path;
    }
}
