package io.github.dlfs4j.app.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The curves of a training, which keep their shape when there are too many points: then every second one goes. */
final class Points {
    private static final int MOST = 250;
    private static final Point NONE = new Point(0, Double.NaN, Double.NaN, Double.NaN);

    private final Curve losses = new Curve();
    private final Curve accuracies = new Curve();
    /** The points that were added since somebody asked. */
    private final List<Point> fresh = new ArrayList<>();

    private Point last = NONE;

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

    /** Points that lie evenly: each so many-th, and the last one. */
    private static final class Curve {
        private final List<Point> points = new ArrayList<>();
        private long count;
        private long stride = 1;

        void add(Point point) {
            boolean lastIsOneTooMany = (count - 1) % stride != 0;
            if (!points.isEmpty() && lastIsOneTooMany) {
                points.remove(points.size() - 1);
            }
            points.add(point);
            count++;
            if (points.size() > MOST) {
                List<Point> all = List.copyOf(points);
                points.clear();
                for (int i = 0; i < all.size(); i += 2) {
                    points.add(all.get(i));
                }
                // MOST is even, so the last one has stayed.
                stride *= 2;
            }
        }
    }

    /** Adds a point; one with accuracies may come after one of the same step. */
    synchronized void add(Point point) {
        (point.hasAccuracy() ? accuracies : losses).add(point);
        last = point;
        if (fresh.size() < MOST) {
            fresh.add(point);
        }
    }

    /** At most 500 of them, in the order of their steps. */
    synchronized List<Point> all() {
        return Stream.concat(losses.points.stream(), accuracies.points.stream())
                .sorted(Comparator.comparingLong(Point::step))
                .toList();
    }

    /** The last one; of NaN if there is none. */
    synchronized Point last() {
        return last;
    }

    /** Those that were added since the last call, as far as there is room for them. */
    synchronized List<Point> fresh() {
        List<Point> added = List.copyOf(fresh);
        fresh.clear();
        return added;
    }
}
