package io.github.dlfs4j.book.figure;

import java.awt.Color;
import java.awt.geom.Point2D;

/**
 * The box around a surface: the floor, the two walls behind it, and three axes with numbers.
 *
 * @param projection the view of the box
 * @param x the numbers along the front, from left to right
 * @param y the numbers along the right side, from front to back
 * @param z the heights
 */
record Box(Projection projection, Range x, Range y, Range z) {
    private static final Color WALL = new Color(0xf4f4f4);
    private static final Color GRID = new Color(0xcccccc);
    private static final Color AXIS = new Color(0x444444);
    private static final int TICKS = 6;
    private static final int TEXT_SIZE = 11;

    void draw(Pen pen) {
        drawWall(pen, new Place(0, 0, 0), new Place(1, 0, 0), new Place(1, 1, 0), new Place(0, 1, 0));
        drawWall(pen, new Place(0, 0, 0), new Place(0, 1, 0), new Place(0, 1, 1), new Place(0, 0, 1));
        drawWall(pen, new Place(0, 1, 0), new Place(1, 1, 0), new Place(1, 1, 1), new Place(0, 1, 1));
        x.eachTick(TICKS, (number, text) -> {
            double at = x.position(number);
            drawGridLine(pen, new Place(at, 0, 0), new Place(at, 1, 0), new Place(at, 1, 1));
            pen.text(text, TEXT_SIZE, projection.point(new Place(at, -0.09, 0)));
        });
        y.eachTick(TICKS, (number, text) -> {
            double at = y.position(number);
            drawGridLine(pen, new Place(1, at, 0), new Place(0, at, 0), new Place(0, at, 1));
            pen.text(text, TEXT_SIZE, projection.point(new Place(1.11, at, 0)));
        });
        z.eachTick(TICKS, (number, text) -> {
            double at = z.position(number);
            drawGridLine(pen, new Place(0, 0, at), new Place(0, 1, at), new Place(1, 1, at));
            pen.text(text, TEXT_SIZE, projection.point(new Place(1.05, 1.05, at)));
        });
        drawLine(pen, AXIS, new Place(0, 0, 0), new Place(1, 0, 0));
        drawLine(pen, AXIS, new Place(1, 0, 0), new Place(1, 1, 0));
        drawLine(pen, AXIS, new Place(1, 1, 0), new Place(1, 1, 1));
    }

    /** Writes the names of the axes. */
    void label(Pen pen, String xLabel, String yLabel, String zLabel) {
        pen.text(xLabel, 12, projection.point(new Place(0.45, -0.22, 0)));
        pen.text(yLabel, 12, projection.point(new Place(1.25, 0.55, 0)));
        Point2D beside = projection.point(new Place(1.12, 1.12, 0.5));
        pen.upwards(zLabel, 12, beside);
    }

    private void drawWall(Pen pen, Place... corners) {
        pen.fill(WALL, projection.polygon(corners));
        pen.draw(GRID, projection.polygon(corners));
    }

    private void drawGridLine(Pen pen, Place from, Place corner, Place to) {
        drawLine(pen, GRID, from, corner);
        drawLine(pen, GRID, corner, to);
    }

    private void drawLine(Pen pen, Color color, Place from, Place to) {
        pen.line(color, projection.point(from), projection.point(to));
    }
}
