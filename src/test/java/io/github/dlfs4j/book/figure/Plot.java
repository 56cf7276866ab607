package io.github.dlfs4j.book.figure;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines between two axes, drawn by XChart in a style that readers of the book know. */
public final class Plot implements Figure {
    private static final Color[] COLOURS = {new Color(0x1f77b4), new Color(0xff7f0e)};
    private static final BasicStroke SOLID = new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED =
            new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {7f, 4f}, 0f);

    /** The share of an axis that stays free on both sides of the lines. */
    private static final double MARGIN = 0.05;

    /** So many points, roughly, make a line smooth. */
    private static final int POINTS = 5_000;

    private final XYChart chart =
            new XYChartBuilder().width(WIDTH).height(HEIGHT).build();
    private Range xRange;
    private Range yRange;
    private Range yLimits;

    /** An empty plot. */
    public Plot() {
        Font font = Fonts.ofSize(12);
        XYStyler style = chart.getStyler();
        style.setSeriesColors(COLOURS);
        style.setChartBackgroundColor(Color.WHITE);
        style.setChartTitleBoxVisible(false).setChartTitleFont(Fonts.ofSize(14));
        style.setLegendVisible(false);
        style.setAxisTitleFont(font).setAxisTickLabelsFont(font).setAxisTicksLineVisible(false);
        style.setXAxisTickMarkSpacingHint(60);
        style.setPlotBorderColor(Color.BLACK);
        style.setPlotGridLinesVisible(false).setPlotMargin(0);
        // XChart leaves out a number at the very end of an axis.
        style.setPlotContentSize(0.995);
    }

    /**
     * Adds a line from point to point.
     *
     * @param name what the legend calls it
     * @param x the points' first coordinates, of shape (n,)
     * @param y their second coordinates, of shape (n,)
     * @throws IllegalArgumentException if x and y are not of one length, or not finite, or the name is taken
     */
    public Plot line(String name, NDArray x, NDArray y) {
        return add(name, x, y, SOLID);
    }

    /** Adds a dashed line, as {@link #line} adds a solid one. */
    public Plot dashed(String name, NDArray x, NDArray y) {
        return add(name, x, y, DASHED);
    }

    private Plot add(String name, NDArray x, NDArray y, BasicStroke stroke) {
        if (x.ndim() != 1 || x.size() == 0 || !x.shape().equals(y.shape())) {
            throw new IllegalArgumentException(
                    "a line has as many x as y, each of shape (n,), not %s and %s".formatted(x.shape(), y.shape()));
        }
        Range horizontal = Range.of(x).widened(MARGIN);
        Range vertical = Range.of(y).widened(MARGIN);
        // XChart strokes a line anew from point to point, which shows in dashes, but a smooth curve as a whole. Smooth
        // means that it runs flat into each point, which nobody sees where the points are near.
        int pieces = Math.max(1, POINTS / x.size());
        XYSeries series = chart.addSeries(name, divided(x, pieces), divided(y, pieces));
        series.setSmooth(pieces > 1);
        series.setLineStyle(stroke);
        series.setMarker(SeriesMarkers.NONE);
        xRange = xRange == null ? horizontal : xRange.union(horizontal);
        yRange = yRange == null ? vertical : yRange.union(vertical);
        return this;
    }

    /** The points and, on the straight line from each to the next, others that divide it into so many pieces. */
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

    /** Shows the vertical axis from one number to another, and of the lines what lies between. */
    public Plot yLimits(double low, double high) {
        yLimits = new Range(low, high);
        return this;
    }

    /** Tells the lines' names in a corner. */
    public Plot legend(LegendPosition corner) {
        chart.getStyler().setLegendPosition(corner).setLegendVisible(true);
        return this;
    }

    /** What XChart draws. */
    public XYChart chart() {
        Range vertical = yLimits == null ? yRange : yLimits;
        if (xRange == null || vertical == null) {
            throw new IllegalStateException("a plot without a line");
        }
        chart.getStyler().setXAxisMin(xRange.low()).setXAxisMax(xRange.high());
        chart.getStyler().setYAxisMin(vertical.low()).setYAxisMax(vertical.high());
        return chart;
    }

    @Override
    public BufferedImage draw() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        // Else the ends of a line's pieces are moved to whole pixels, and a curve has dents.
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart().paint(graphics, WIDTH, HEIGHT);
        graphics.dispose();
        return image;
    }
}
