package io.github.dlfs4j.book.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/**
 * How a box in space is seen on paper: from afar, so that parallel lines stay parallel, and from above its front edge,
 * as Matplotlib shows it. The box is as deep as it is wide, and three quarters as high.
 *
 * @param centerX where the middle of the box is on the paper, in pixels from the left
 * @param centerY the same in pixels from the top
 * @param width the width of the box in pixels
 */
record Projection(double centerX, double centerY, double width) {
    private static final double AZIMUTH = Math.toRadians(-60);
    private static final double ELEVATION = Math.toRadians(30);
    private static final double HEIGHT = 0.75;

    /** The point that shows a place. */
    Point2D point(Place place) {
        double right = (place.y() - 0.5) * Math.cos(AZIMUTH) - (place.x() - 0.5) * Math.sin(AZIMUTH);
        double up = height(place) * Math.cos(ELEVATION) - towardsEye(place) * Math.sin(ELEVATION);
        return new Point2D.Double(centerX + width * right, centerY - width * up);
    }

    /** How near to the eye a place is: of two places at one point, the nearer has the larger number. */
    double nearness(Place place) {
        return height(place) * Math.sin(ELEVATION) + towardsEye(place) * Math.cos(ELEVATION);
    }

    private static double height(Place place) {
        return (place.z() - 0.5) * HEIGHT;
    }

    /** How far a place lies from the middle in the direction of the eye, on the map. */
    private static double towardsEye(Place place) {
        return (place.x() - 0.5) * Math.cos(AZIMUTH) + (place.y() - 0.5) * Math.sin(AZIMUTH);
    }

    /** The outline of the polygon with these corners. */
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
