package io.github.dlfs4j.book.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/**
 * Paints a chart of XChart. How long its axes are and which ticks they have is known only after XChart has painted, so
 * a chart is painted, measured and set right a few times before its last picture.
 */
final class ChartPainter {
    /** The space between the chart and the end of its picture, in points. */
    private static final int PADDING = 10;

    /** The least space between a number and the end of the picture. */
    private static final double LEAST = 3;

    /** XChart rounds a distance between ticks that is above 0.75 and below 1.5 to 1. */
    private static final double ROUNDED_TO_ONE = 0.8;

    private final XYChart chart;
    private int width;
    private int height;

    /**
     * Creates a painter.
     *
     * @param chart a chart, of which the painter changes the style
     * @param width the width of the picture in points
     * @param height its height
     */
    ChartPainter(XYChart chart, int width, int height) {
        this.chart = chart;
        this.width = width;
        this.height = height;
        style().setChartPadding(PADDING);
    }

    private XYStyler style() {
        return chart.getStyler();
    }

    /** Sets the distance between the ticks of the horizontal axis, and at least 1 if only whole numbers are wanted. */
    void spaceTicks(int hint, boolean whole) {
        style().setXAxisTickMarkSpacingHint(hint);
        if (whole && xSpan() >= 1) {
            paintTicks();
            style().setXAxisTickMarkSpacingHint(Math.max(hint, (int) Math.ceil(ROUNDED_TO_ONE * xLength() / xSpan())));
        }
    }

    /** Writes all numbers of an axis with as many decimals as the one that needs most, and inside the picture. */
    void writeTicks() {
        style().setChartPadding(PADDING);
        Ticks xTicks = paintTicks();
        int padding = PADDING + missing(xTicks);
        if (padding > PADDING) {
            // The axes are shorter then, and may have other ticks.
            style().setChartPadding(padding);
            paintTicks();
        }
    }

    /** Paints the chart, sets the texts of both axes, and returns the ticks of the horizontal one. */
    private Ticks paintTicks() {
        Ticks xTicks = new Ticks();
        Ticks yTicks = new Ticks();
        style().setXAxisTickLabelsFormattingFunction(xTicks);
        style().setYAxisTickLabelsFormattingFunction(yTicks);
        paint(1, 1);
        style().setXAxisTickLabelsFormattingFunction(remembering(TickText.of(xTicks.numbers)));
        style().setYAxisTickLabelsFormattingFunction(remembering(TickText.of(yTicks.numbers)));
        return xTicks;
    }

    /** Returns how much of the last number, whose middle is below its tick, is beyond the end of the picture. */
    private int missing(Ticks ticks) {
        double beyond = 0;
        for (double number : ticks.numbers) {
            // XChart also asks for the text of a tick behind the end, and leaves it out.
            if (number <= style().getXAxisMax()) {
                String text = style().getXAxisTickLabelsFormattingFunction().apply(number);
                double length = style().getAxisTickLabelsFont()
                        .getStringBounds(text, new FontRenderContext(null, true, true))
                        .getWidth();
                beyond = Math.max(beyond, chart.getScreenXFromChart(number) + length / 2 + LEAST - width);
            }
        }
        return (int) Math.ceil(beyond);
    }

    /** Makes the picture narrower or lower, so that a unit is as long on both axes. */
    void equalAxes() {
        paint(1, 1);
        double x = xLength() / xSpan();
        double y = yLength() / ySpan();
        if (x > y) {
            width -= (int) Math.round(xLength() - y * xSpan());
        } else {
            height -= (int) Math.round(yLength() - x * ySpan());
        }
    }

    private double xSpan() {
        return style().getXAxisMax() - style().getXAxisMin();
    }

    private double ySpan() {
        return style().getYAxisMax() - style().getYAxisMin();
    }

    private double xLength() {
        return chart.getScreenXFromChart(style().getXAxisMax()) - chart.getScreenXFromChart(style().getXAxisMin());
    }

    private double yLength() {
        return chart.getScreenYFromChart(style().getYAxisMin()) - chart.getScreenYFromChart(style().getYAxisMax());
    }

    /** Places the legend in a corner or, if lines go through it there, in the one in which it hides least of them. */
    void placeLegend(LegendPosition corner) {
        style().setLegendVisible(false);
        BufferedImage bare = paint();
        style().setLegendVisible(true);
        LegendPosition best = corner;
        long least = Long.MAX_VALUE;
        List<LegendPosition> corners = Stream.concat(
                        Stream.of(corner),
                        Stream.of(
                                LegendPosition.InsideNE,
                                LegendPosition.InsideSE,
                                LegendPosition.InsideNW,
                                LegendPosition.InsideSW))
                .distinct()
                .toList();
        for (LegendPosition candidate : corners) {
            style().setLegendPosition(candidate);
            Rectangle legend = Pixels.difference(bare, paint());
            long hidden = (long) legend.width * legend.height - Pixels.count(bare, legend, Color.WHITE);
            if (hidden < least) {
                least = hidden;
                best = candidate;
            }
        }
        style().setLegendPosition(best);
    }

    /** Paints the chart as it is now. */
    BufferedImage paint() {
        return paint(Figure.SCALE * width, Figure.SCALE * height);
    }

    /** Paints on so many pixels: XChart gives everything the same place on one, and paints next to nothing. */
    private BufferedImage paint(int columns, int rows) {
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(Figure.SCALE, Figure.SCALE);
        // Otherwise the ends of a line's parts are moved to whole pixels, and a curve has dents.
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart.paint(graphics, width, height);
        graphics.dispose();
        return image;
    }

    /** XChart asks for the texts of thousands of numbers, and of some of them again and again until the texts fit. */
    private static Function<Double, String> remembering(Function<Double, String> text) {
        Map<Double, String> known = new HashMap<>();
        return number -> known.computeIfAbsent(number, text);
    }

    /** Formats numbers in full, and remembers those of the last axis: XChart tries several until the texts fit. */
    private static final class Ticks implements Function<Double, String> {
        private final List<Double> numbers = new ArrayList<>();
        private final Function<Double, String> text =
                remembering(number -> TickText.of(List.of(number)).apply(number));

        @Override
        public String apply(Double number) {
            if (!numbers.isEmpty() && number <= numbers.get(numbers.size() - 1)) {
                numbers.clear();
            }
            numbers.add(number);
            return text.apply(number);
        }
    }
}
