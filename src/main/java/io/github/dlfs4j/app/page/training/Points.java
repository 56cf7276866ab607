package io.github.dlfs4j.app.page.training;

import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.training.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The points of the curves of a training. When there are too many, every second one is removed. */
final class Points {
    private static final int MOST = 250;
    /** The least number of points that {@link History#smooth} takes. */
    private static final int LEAST_TO_SMOOTH = 11;

    private static final Point NONE = new Point(0, Double.NaN, Double.NaN, Double.NaN);

    private final Curve losses = new Curve();
    private final Curve accuracies = new Curve();
    /** The points since the last call of {@link #fresh()}. */
    private final List<Point> fresh = new ArrayList<>();

    private Point last = NONE;

    /**
     * A point of the curves.
     *
     * @param step the number of steps made
     * @param loss the loss of the batch of the last step
     * @param trainAccuracy the accuracy on the training images; NaN if it was not computed
     * @param unseenAccuracy the accuracy on the validation or test images; NaN if it was not computed
     */
    record Point(long step, double loss, double trainAccuracy, double unseenAccuracy) {
        private boolean hasAccuracy() {
            return !Double.isNaN(unseenAccuracy);
        }

        Map<String, Object> toJson() {
            return JsonWriter.object(
                    "step", step, "loss", loss, "trainAccuracy", trainAccuracy, "testAccuracy", unseenAccuracy);
        }
    }

    /** Points at even distances, and the last one. */
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
                // MOST is even, so the last point stays.
                stride *= 2;
            }
        }
    }

    /** Adds a point. A point with accuracies may follow one of the same step. */
    synchronized void add(Point point) {
        (point.hasAccuracy() ? accuracies : losses).add(point);
        last = point;
        if (fresh.size() < MOST) {
            fresh.add(point);
        }
    }

    /** Returns at most 500 points, in the order of their steps. */
    synchronized List<Point> all() {
        return Stream.concat(losses.points.stream(), accuracies.points.stream())
                .sorted(Comparator.comparingLong(Point::step))
                .toList();
    }

    List<Map<String, Object>> toJson() {
        return all().stream().map(Point::toJson).toList();
    }

    /** Returns the smoothed losses, each with its step; empty while there are too few points. */
    synchronized List<List<Number>> smoothed() {
        if (losses.points.size() < LEAST_TO_SMOOTH) {
            return List.of();
        }
        double[] raw = losses.points.stream().mapToDouble(Point::loss).toArray();
        double[] smooth = History.smooth(NDArray.of(raw)).toDoubleArray();
        return IntStream.range(0, smooth.length)
                .mapToObj(i -> List.<Number>of(losses.points.get(i).step(), smooth[i]))
                .toList();
    }

    /** Returns the last point; one of NaN if there is none. */
    synchronized Point last() {
        return last;
    }

    /** Returns the points since the last call, without those that come after the first 250. */
    synchronized List<Point> fresh() {
        List<Point> added = List.copyOf(fresh);
        fresh.clear();
        return added;
    }
}
