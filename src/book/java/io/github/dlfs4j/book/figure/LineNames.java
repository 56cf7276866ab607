package io.github.dlfs4j.book.figure;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.knowm.xchart.XYSeries;

/**
 * The names of a plot's lines in a row, each behind a piece of its line: the legend of panels that all show the same
 * lines.
 *
 * @param lines the lines
 */
record LineNames(List<XYSeries> lines) {
    private static final int TEXT_SIZE = 11;
    private static final int HEIGHT = 18;
    private static final int LENGTH = 28;
    private static final int GAP = 6;

    /** Returns the names of a plot. */
    static LineNames of(Plot plot) {
        return new LineNames(plot.chart().getSeriesCollection().stream()
                .filter(XYSeries::isShowInLegend)
                .toList());
    }

    BufferedImage draw() {
        int width = 0;
        try (Pen pen = Pen.ofPoints(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB))) {
            for (XYSeries line : lines) {
                width += width(pen, line);
            }
        }
        BufferedImage image =
                new BufferedImage(Figure.SCALE * width, Figure.SCALE * HEIGHT, BufferedImage.TYPE_INT_RGB);
        try (Pen pen = Pen.ofPoints(image)) {
            int left = 0;
            double middle = HEIGHT / 2.0;
            for (XYSeries line : lines) {
                pen.line(
                        line.getLineColor(),
                        line.getLineStyle(),
                        new Point2D.Double(left + GAP, middle),
                        new Point2D.Double(left + GAP + LENGTH, middle));
                double text = left + GAP + LENGTH + GAP + pen.length(line.getName(), TEXT_SIZE) / 2.0;
                pen.text(line.getName(), TEXT_SIZE, new Point2D.Double(text, middle));
                left += width(pen, line);
            }
        }
        return image;
    }

    private static int width(Pen pen, XYSeries line) {
        return LENGTH + pen.length(line.getName(), TEXT_SIZE) + 4 * GAP;
    }
}
