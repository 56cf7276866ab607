package io.github.dlfs4j.app.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The curves of a training. They keep their shape when there are too many points: then every second one goes. */
final class Points {
    private static final int MOST = 500;
    private static final Point NONE = new Point(0, Double.NaN, Double.NaN, Double.NaN);

    private final List<Point> points = new ArrayList<>();
    /** The points that were added since somebody asked. */
    private final List<Point> fresh = new ArrayList<>();

    /**
     * A point.
     *
     * @param step after which step
     * @param loss of the batch of that step
     * @param trainAccuracy of the images that are learned; NaN if it was not computed
     * @param unseenAccuracy of others; NaN if it was not computed
     */
    record Point(long step, double loss, double trainAccuracy, double unseenAccuracy) {
        private boolean hasAccuracy() {
            return !Double.isNaN(unseenAccuracy);
        }

        Map<String, Object> toJson() {
            return Json.object(
                    "step", step, "loss", loss, "trainAccuracy", trainAccuracy, "testAccuracy", unseenAccuracy);
        }
    }

    /** Adds a point, or puts it where there is one of that step. */
    synchronized void add(Point point) {
        points.removeIf(old -> old.step() == point.step());
        points.add(point);
        if (fresh.size() <= MOST) {
            fresh.add(point);
        }
        if (points.size() > MOST) {
            thin(false);
        }
        if (points.size() > MOST) {
            thin(true);
        }
    }

    /** Of those with an accuracy, or of the others; the last one stays. */
    private void thin(boolean withAccuracy) {
        List<Point> all = List.copyOf(points);
        points.clear();
        boolean keep = true;
        for (Point point : all) {
            boolean isLast = point == all.get(all.size() - 1);
            if (point.hasAccuracy() != withAccuracy) {
                points.add(point);
            } else {
                if (keep || isLast) {
                    points.add(point);
                }
                keep = !keep;
            }
        }
    }

    /** All of them, in the order of their steps. */
    synchronized List<Point> all() {
        return List.copyOf(points);
    }

    /** The last one; of NaN if there is none. */
    synchronized Point last() {
        return points.isEmpty() ? NONE : points.get(points.size() - 1);
    }

    /** Those that were added since the last call, or all if that are too many. */
    synchronized List<Point> fresh() {
        List<Point> added = fresh.size() > MOST ? all() : List.copyOf(fresh);
        fresh.clear();
        return added;
    }
}
