package io.github.dlfs4j.book.figure;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.statistics.Histogram;
import io.github.dlfs4j.ndarray.statistics.Statistics;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Lines in a plot with two axes, drawn by XChart in the style of the book. If all lines have whole x, such as epochs,
 * the horizontal axis has whole numbers.
 */
public final class Plot implements Figure {
    private static final Color[] COLOURS = {
        new Color(0x1f77b4), new Color(0xff7f0e), new Color(0x2ca02c), new Color(0xd62728)
    };
    private static final Color CONTOUR = new Color(0xb0b0b0);
    private static final Color ARROW = new Color(0x666666);

    /** The share of an arrow that is its head. */
    private static final double HEAD = 0.35;

    private static final BasicStroke THIN = new BasicStroke(1f);
    private static final BasicStroke SOLID = new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED =
            new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {7f, 4f}, 0f);

    /** The share of an axis that stays free on both sides of the lines. */
    private static final double MARGIN = 0.05;

    /** The approximate number of points that make a line smooth. */
    private static final int POINTS = 5_000;

    /** A narrower plot has small text. */
    private static final int WIDE = 320;

    private final int width;
    private final int height;
    private final XYChart chart;
    private Range xRange;
    private Range yRange;
    private Range xLimits;
    private Range yLimits;
    private final int tickSpace;
    private boolean wholeX = true;
    private boolean equalAxes;
    private LegendPosition legend;
    private int colours;

    /** Creates an empty plot. */
    public Plot() {
        this(WIDTH, HEIGHT);
    }

    /**
     * Creates an empty plot of another size, for a place among others.
     *
     * @param width the width in points
     * @param height the height in points
     */
    public Plot(int width, int height) {
        this.width = width;
        this.height = height;
        boolean wide = width >= WIDE;
        chart = new XYChartBuilder().width(width).height(height).build();
        Font font = Fonts.ofSize(wide ? 12 : 9);
        XYStyler style = chart.getStyler();
        style.setChartBackgroundColor(Color.WHITE);
        style.setChartTitleBoxVisible(false).setChartTitleFont(Fonts.ofSize(wide ? 14 : 10));
        style.setLegendVisible(false).setLegendFont(font);
        style.setAxisTitleFont(font).setAxisTickLabelsFont(font).setAxisTicksLineVisible(false);
        tickSpace = wide ? 60 : 40;
        style.setYAxisTickMarkSpacingHint(wide ? 44 : 30).setYAxisLabelAlignment(TextAlignment.Right);
        style.setPlotBorderColor(Color.BLACK);
        style.setPlotGridLinesVisible(false).setPlotMargin(0);
        // XChart omits a number at the very end of an axis.
        style.setPlotContentSize(0.995);
    }

    /**
     * Adds a line from point to point.
     *
     * @param name the name in the legend
     * @param x the first coordinates of the points, of shape (n,)
     * @param y the second coordinates of the points, of shape (n,)
     * @throws IllegalArgumentException if x and y have different lengths or are not finite, or the name is taken
     */
    public Plot line(String name, NDArray x, NDArray y) {
        return add(name, x, y, SOLID);
    }

    /** Adds a dashed line, as {@link #line} adds a solid one. */
    public Plot dashed(String name, NDArray x, NDArray y) {
        return add(name, x, y, DASHED);
    }

    /** Adds a line as {@link #line} does, with a dot at each point. */
    public Plot path(String name, NDArray x, NDArray y) {
        XYSeries series = series(name, x, y, 1);
        series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(COLOURS[colours]);
        chart.getStyler().setMarkerSize(5);
        return colour(series, SOLID);
    }

    /**
     * Adds an arrow at each point, as {@code plt.quiver} does; the legend does not show them.
     *
     * @param from the points, of shape (n, 2)
     * @param directions the lengths of the arrows to the right and up, of shape (n, 2)
     */
    public Plot arrows(NDArray from, NDArray directions) {
        for (int i = 0; i < from.shape(0); i++) {
            NDArray way = directions.get(i);
            NDArray tip = from.get(i).add(way);
            // The two lines of the head go back from the tip.
            NDArray across = NDArray.stack(0, way.get(1).neg(), way.get(0)).mul(HEAD / 2);
            NDArray back = tip.sub(way.mul(HEAD));
            NDArray outline = NDArray.stack(0, from.get(i), tip, back.add(across), tip, back.sub(across))
                    .transpose();
            XYSeries series = series("arrow " + chart.getSeriesCollection().size(), outline.get(0), outline.get(1), 1);
            series.setLineStyle(THIN).setLineColor(ARROW);
            series.setMarker(SeriesMarkers.NONE).setShowInLegend(false);
        }
        return this;
    }

    /** Adds a thin grey line, for the points where a function of x and y has one value; the legend does not show it. */
    public Plot contour(NDArray x, NDArray y) {
        XYSeries series = series("contour " + chart.getSeriesCollection().size(), x, y, Math.max(1, POINTS / x.size()));
        series.setLineStyle(THIN).setLineColor(CONTOUR);
        series.setMarker(SeriesMarkers.NONE).setShowInLegend(false);
        return this;
    }

    /**
     * Adds a histogram of the elements of an array.
     *
     * @param name the name in the legend
     * @param values an array of any shape
     * @param bins the number of columns
     * @param low the lower end of the first column
     * @param high the upper end of the last column; other elements are left out
     */
    public Plot histogram(String name, NDArray values, int bins, double low, double high) {
        Histogram histogram = Statistics.histogram(values, bins, low, high);
        NDArray edges = NDArray.stack(1, histogram.edges(), histogram.edges()).ravel();
        NDArray counts =
                NDArray.stack(1, histogram.counts(), histogram.counts()).ravel();
        NDArray zero = NDArray.of(0);
        XYSeries series = series(name, edges, NDArray.concatenate(0, zero, counts, zero), 1);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Area).setMarker(SeriesMarkers.NONE);
        series.setFillColor(COLOURS[colours]);
        return colour(series, THIN);
    }

    private Plot add(String name, NDArray x, NDArray y, BasicStroke stroke) {
        // XChart draws a line from point to point, which breaks the dashes, but a smooth curve as a whole. A smooth
        // curve is flat at each point, which is invisible if the points are close.
        int pieces = Math.max(1, POINTS / Math.max(1, x.size()));
        XYSeries series = series(name, x, y, pieces);
        series.setMarker(SeriesMarkers.NONE);
        return colour(series, stroke);
    }

    /** Sets the stroke of a line, and gives it the next colour. */
    private Plot colour(XYSeries series, BasicStroke stroke) {
        series.setLineStyle(stroke).setLineColor(COLOURS[colours]);
        colours = (colours + 1) % COLOURS.length;
        return this;
    }

    private XYSeries series(String name, NDArray x, NDArray y, int pieces) {
        if (x.ndim() != 1 || x.size() == 0 || !x.shape().equals(y.shape())) {
            throw new IllegalArgumentException(
                    "a line has as many x as y, each of shape (n,), not %s and %s".formatted(x.shape(), y.shape()));
        }
        Range horizontal = Range.of(x).widened(MARGIN);
        Range vertical = Range.of(y).widened(MARGIN);
        XYSeries series = chart.addSeries(name, divided(x, pieces), divided(y, pieces));
        series.setSmooth(pieces > 1);
        wholeX &=
                Arrays.stream(x.astype(DType.FLOAT64).toDoubleArray()).allMatch(number -> number == Math.rint(number));
        xRange = xRange == null ? horizontal : xRange.union(horizontal);
        yRange = yRange == null ? vertical : yRange.union(vertical);
        return series;
    }

    /** Returns the points, with more points between that divide each straight part into pieces. */
    private static double[] divided(NDArray points, int pieces) {
        int last = points.size() - 1;
        NDArray from = points.get(Index.to(last), Index.newAxis());
        NDArray to = points.get(Index.from(1), Index.newAxis());
        NDArray way = NDArray.arange(pieces).div(pieces);
        NDArray between = from.add(to.sub(from).mul(way)).ravel();
        return NDArray.concatenate(0, between, points.get(Index.from(last)))
                .astype(DType.FLOAT64)
                .toDoubleArray();
    }

    /** Writes a title above the plot. */
    public Plot title(String title) {
        chart.setTitle(title);
        return this;
    }

    /** Writes a label under the horizontal axis. */
    public Plot xLabel(String label) {
        chart.setXAxisTitle(label);
        return this;
    }

    /** Writes a label beside the vertical axis. */
    public Plot yLabel(String label) {
        chart.setYAxisTitle(label);
        return this;
    }

    /** Limits the horizontal axis, and the lines, to a range. */
    public Plot xLimits(double low, double high) {
        xLimits = new Range(low, high);
        return this;
    }

    /** Limits the vertical axis, and the lines, to a range. */
    public Plot yLimits(double low, double high) {
        yLimits = new Range(low, high);
        return this;
    }

    /** Draws a unit as long on both axes, in a picture that is narrower or lower for that. */
    public Plot equalAxes() {
        equalAxes = true;
        return this;
    }

    /** Shows a legend in a corner or, if lines go through it there, in the corner in which it hides least of them. */
    public Plot legend(LegendPosition corner) {
        legend = corner;
        chart.getStyler().setLegendPosition(corner).setLegendVisible(true);
        return this;
    }

    /** Returns the chart of XChart. */
    public XYChart chart() {
        Range horizontal = xLimits == null ? xRange : xLimits;
        Range vertical = yLimits == null ? yRange : yLimits;
        if (xRange == null || vertical == null) {
            throw new IllegalStateException("a plot without a line");
        }
        chart.getStyler().setXAxisMin(horizontal.low()).setXAxisMax(horizontal.high());
        chart.getStyler().setYAxisMin(vertical.low()).setYAxisMax(vertical.high());
        return chart;
    }

    @Override
    public BufferedImage draw() {
        ChartPainter painter = new ChartPainter(chart(), width, height);
        painter.spaceTicks(tickSpace, wholeX);
        painter.writeTicks();
        if (equalAxes) {
            painter.equalAxes();
            painter.spaceTicks(tickSpace, wholeX);
            painter.writeTicks();
        }
        if (legend != null) {
            painter.placeLegend(legend);
        }
        return painter.paint();
    }
}
