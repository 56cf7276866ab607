package io.github.dlfs4j.book.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Point2D;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    private static final Projection PROJECTION = new Projection(100, 50, 200);
    private static final Place MIDDLE = new Place(0.5, 0.5, 0.5);

    @Test
    void theProjectionShowsTheMiddleOfTheBoxInTheMiddle() {
        assertThat(PROJECTION.point(MIDDLE)).isEqualTo(new Point2D.Double(100, 50));
    }

    @Test
    void theProjectionShowsAHigherPointStraightAbove() {
        Point2D top = PROJECTION.point(new Place(0.5, 0.5, 1));
        assertThat(top.getX()).isEqualTo(100);
        assertThat(top.getY()).isCloseTo(50 - 200 * 0.375 * Math.cos(Math.PI / 6), within(1e-9));
    }

    @Test
    void theProjectionShowsTheFirstAxisFromLeftToRight() {
        assertThat(PROJECTION.point(new Place(1, 0.5, 0.5)).getX()).isGreaterThan(150);
        assertThat(PROJECTION.point(new Place(0, 0.5, 0.5)).getX()).isLessThan(50);
    }

    @Test
    void theProjectionShowsTheSecondAxisFromFrontToBack() {
        assertThat(PROJECTION.point(new Place(0.5, 1, 0.5)).getY()).isLessThan(20);
        assertThat(PROJECTION.point(new Place(0.5, 0, 0.5)).getY()).isGreaterThan(80);
    }

    @Test
    void theProjectionTellsWhichPointIsNearer() {
        double nearness = PROJECTION.nearness(MIDDLE);
        assertThat(PROJECTION.nearness(new Place(0.5, 0, 0.5))).isGreaterThan(nearness);
        assertThat(PROJECTION.nearness(new Place(1, 0.5, 0.5))).isGreaterThan(nearness);
        assertThat(PROJECTION.nearness(new Place(0.5, 0.5, 1))).isGreaterThan(nearness);
    }

    @Test
    void theProjectionKeepsParallelLinesParallel() {
        Point2D a = difference(new Place(0, 0, 0), new Place(1, 0, 0));
        Point2D b = difference(new Place(0, 1, 1), new Place(1, 1, 1));
        assertThat(a.distance(b)).isLessThan(1e-9);
    }

    private static Point2D difference(Place from, Place to) {
        Point2D start = PROJECTION.point(from);
        Point2D end = PROJECTION.point(to);
        return new Point2D.Double(end.getX() - start.getX(), end.getY() - start.getY());
    }
}
