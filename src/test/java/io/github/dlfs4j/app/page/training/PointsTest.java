package io.github.dlfs4j.app.page.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.app.page.training.Points.Point;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.training.History;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointsTest {
    private final Points points = new Points();

    private static Point point(long step) {
        return new Point(step, 1.0 / step, Double.NaN, Double.NaN);
    }

    @Test
    void tooManyPointsKeepEvenDistances() {
        for (int step = 1; step <= 10_000; step++) {
            points.add(point(step));
        }
        List<Long> steps = points.all().stream().map(Point::step).toList();
        assertThat(steps).hasSizeBetween(125, 251).isSorted().startsWith(1L).endsWith(10_000L);
        for (int i = 1; i < steps.size() - 1; i++) {
            assertThat(steps.get(i) - steps.get(i - 1)).isEqualTo(64);
        }
    }

    @Test
    void pointsKeepAllAccuraciesAmongManyLosses() {
        for (int step = 1; step <= 2_000; step++) {
            points.add(step % 100 == 0 ? new Point(step, 1, 0.9, 0.8) : point(step));
        }
        assertThat(points.all()).filteredOn(point -> point.unseenAccuracy() > 0).hasSize(20);
    }

    @Test
    void pointsAreInTheOrderOfTheirStepsWithAccuraciesLast() {
        points.add(point(1));
        points.add(new Point(1, 1, 0.5, 0.25));
        assertThat(points.all()).containsExactly(point(1), new Point(1, 1, 0.5, 0.25));
        assertThat(points.last().unseenAccuracy()).isEqualTo(0.25);
    }

    @Test
    void pointsAreReturnedAsNewOnce() {
        assertThat(points.fresh()).isEmpty();
        points.add(point(1));
        points.add(point(2));
        assertThat(points.fresh()).containsExactly(point(1), point(2));
        assertThat(points.fresh()).isEmpty();
    }

    @Test
    void pointsSmoothTheLossesAsTheBookDoes() {
        double[] losses = new double[20];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = 2 + i % 3;
            assertThat(points.smoothed()).hasSize(i < 11 ? 0 : i);
            points.add(new Point(10L * i, losses[i], Double.NaN, Double.NaN));
        }
        // A point with accuracies repeats the loss, and is left out.
        points.add(new Point(190, losses[19], 0.5, 0.5));

        NDArray smooth = History.smooth(NDArray.of(losses));
        assertThat(points.smoothed()).hasSize(20);
        for (int i = 0; i < losses.length; i++) {
            assertThat(points.smoothed().get(i)).isEqualTo(List.<Number>of(10L * i, smooth.getDouble(i)));
        }
    }
}
