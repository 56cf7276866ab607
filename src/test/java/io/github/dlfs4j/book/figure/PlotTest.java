package io.github.dlfs4j.book.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.book.NeedsFont;
import io.github.dlfs4j.ndarray.NDArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

@NeedsFont
class PlotTest {
    private static final Color BLUE = new Color(0x1f77b4);
    private static final Color ORANGE = new Color(0xff7f0e);
    private static final Rectangle INSIDE = new Rectangle(120, 40, 800, 600);

    private static final NDArray X = NDArray.of(0, 1, 4);
    private static final NDArray Y = NDArray.of(1.0, 3.0, 2.0);

    @Nested
    class ALine {
        private final Plot plot = new Plot().line("a line", X, Y);
        private final XYSeries series = plot.chart().getSeries("a line");

        @Test
        void aLineGoesStraightFromPointToPoint() {
            double[] x = series.getXData();
            double[] y = series.getYData();
            assertThat(x).hasSameSizeAs(y).hasSizeGreaterThan(1_000).contains(0, 1, 4);
            for (int i = 0; i < x.length; i++) {
                double expected = x[i] < 1 ? 1 + 2 * x[i] : 3 - (x[i] - 1) / 3;
                assertThat(y[i]).isCloseTo(expected, within(1e-12));
            }
        }

        @Test
        void aLineLeavesAMargin() {
            XYStyler style = plot.chart().getStyler();
            assertThat(style.getXAxisMin()).isEqualTo(-0.2);
            assertThat(style.getXAxisMax()).isEqualTo(4.2);
            assertThat(style.getYAxisMin()).isEqualTo(0.9);
            assertThat(style.getYAxisMax()).isEqualTo(3.1);
        }

        @Test
        void aLineIsSolid() {
            assertThat(series.getLineStyle().getDashArray()).isNull();
        }

        @Test
        void aLineIsVisible() {
            BufferedImage image = plot.draw();
            assertThat(image.getWidth()).isEqualTo(2 * Figure.WIDTH);
            assertThat(image.getHeight()).isEqualTo(2 * Figure.HEIGHT);
            assertThat(Pixels.count(image, INSIDE, BLUE)).isGreaterThan(300);
            assertThat(Pixels.count(image, INSIDE, ORANGE)).isZero();
        }
    }

    @Test
    void aDashedLineHasGaps() {
        Plot plot = new Plot().dashed("dashed", NDArray.arange(100), NDArray.ones(100));
        assertThat(plot.chart().getSeries("dashed").getLineStyle().getDashArray())
                .containsExactly(7f, 4f);
        BufferedImage image = plot.draw();
        Rectangle middle = new Rectangle(200, 40, 660, 600);
        long dashes = Pixels.count(image, middle, BLUE);
        Plot solid = new Plot().line("solid", NDArray.arange(100), NDArray.ones(100));
        assertThat((double) dashes / Pixels.count(solid.draw(), middle, BLUE)).isBetween(0.5, 0.75);
    }

    @Test
    void theSecondLineIsOrangeAndWidensTheAxes() {
        Plot plot = new Plot().line("first", X, Y).line("second", X.add(10), Y.mul(10));
        assertThat(plot.chart().getStyler().getXAxisMin()).isEqualTo(-0.2);
        assertThat(plot.chart().getStyler().getXAxisMax()).isCloseTo(14.2, within(1e-12));
        assertThat(plot.chart().getStyler().getYAxisMin()).isEqualTo(0.9);
        assertThat(plot.chart().getStyler().getYAxisMax()).isEqualTo(31);
        BufferedImage image = plot.draw();
        assertThat(Pixels.count(image, INSIDE, BLUE)).isGreaterThan(100);
        assertThat(Pixels.count(image, INSIDE, ORANGE)).isGreaterThan(100);
    }

    @Test
    void aPathHasADotAtEachPoint() {
        Plot path = new Plot().path("path", X, Y);
        XYSeries series = path.chart().getSeries("path");
        assertThat(series.getXData()).containsExactly(0, 1, 4);
        assertThat(series.getYData()).containsExactly(1, 3, 2);
        Plot line = new Plot().line("line", X, Y);
        assertThat(Pixels.count(path.draw(), INSIDE, BLUE)).isGreaterThan(Pixels.count(line.draw(), INSIDE, BLUE) + 20);
    }

    @Test
    void contoursAreGreyAndUseUpNoColour() {
        Plot plot = new Plot().contour(X, Y).contour(X, Y.add(1)).line("line", X, Y.sub(1));
        assertThat(plot.chart().getSeriesCollection())
                .extracting(XYSeries::isShowInLegend)
                .containsExactly(false, false, true);
        BufferedImage image = plot.draw();
        assertThat(Pixels.count(image, INSIDE, BLUE)).isGreaterThan(300);
        assertThat(Pixels.count(image, INSIDE, new Color(0xb0b0b0))).isGreaterThan(300);
        assertThat(Pixels.count(image, INSIDE, ORANGE)).isZero();
    }

    @Test
    void arrowsHaveAHeadAtTheirTip() {
        Plot plot = new Plot()
                .arrows(NDArray.of(new double[][] {{0, 0}, {2, 2}}), NDArray.of(new double[][] {{1, 0}, {0, -1}}))
                .line("line", NDArray.of(0, 2), NDArray.of(1.5, 0.5));
        assertThat(plot.chart().getSeriesCollection())
                .extracting(XYSeries::isShowInLegend)
                .containsExactly(false, false, true);
        XYSeries first = plot.chart().getSeries("arrow 0");
        assertThat(first.getXData()).startsWith(0, 1).hasSize(5);
        assertThat(first.getXData()[2]).isBetween(0.5, 0.9);
        assertThat(first.getYData()).startsWith(0, 0);
        assertThat(first.getYData()[2]).isEqualTo(-first.getYData()[4]).isPositive();
        BufferedImage image = plot.draw();
        assertThat(Pixels.count(image, INSIDE, new Color(0x666666))).isGreaterThan(200);
        assertThat(Pixels.count(image, INSIDE, BLUE)).isGreaterThan(200);
    }

    @Test
    void ticksAreWrittenAsMatplotlibDoes() {
        NDArray x = NDArray.arange(0.0, 10_001.0, 10.0);
        Plot plot = new Plot().line("line", x, x.div(10_000).square()).yLimits(0, 1);
        plot.draw();
        XYStyler style = plot.chart().getStyler();
        assertThat(style.getXAxisTickLabelsFormattingFunction().apply(10_000.0)).isEqualTo("10000");
        assertThat(style.getYAxisTickLabelsFormattingFunction().apply(1.0)).isEqualTo("1.0");
    }

    @Test
    void aHistogramHasAColumnForEachBin() {
        Plot plot = new Plot().histogram("columns", NDArray.of(0.1, 0.2, 0.9), 2, 0, 1);
        XYSeries series = plot.chart().getSeries("columns");
        assertThat(series.getXData()).containsExactly(0, 0, 0.5, 0.5, 1, 1);
        assertThat(series.getYData()).containsExactly(0, 2, 2, 1, 1, 0);
        BufferedImage image = plot.yLimits(0, 2).draw();
        long left = Pixels.count(image, new Rectangle(120, 40, 380, 600), BLUE);
        long right = Pixels.count(image, new Rectangle(560, 40, 380, 600), BLUE);
        assertThat((double) left / right).isBetween(1.7, 2.3);
    }

    @Test
    void theFifthLineHasTheFirstColourAgain() {
        Plot plot = new Plot();
        for (int i = 0; i < 5; i++) {
            plot.line("line " + i, X, Y.add(i));
        }
        assertThat(plot.chart().getSeriesCollection())
                .extracting(XYSeries::getLineColor)
                .containsExactly(BLUE, ORANGE, new Color(0x2ca02c), new Color(0xd62728), BLUE);
    }

    @Test
    void aPlotCanBeSmaller() {
        BufferedImage image = new Plot(190, 140).line("line", X, Y).draw();
        assertThat(image.getWidth()).isEqualTo(380);
        assertThat(image.getHeight()).isEqualTo(280);
        assertThat(Pixels.count(image, new Rectangle(0, 0, 380, 280), BLUE)).isGreaterThan(80);
    }

    @Test
    void aLineOfManyPointsIsNotDivided() {
        NDArray x = NDArray.arange(6_000);
        XYSeries series = new Plot().line("many", x, x.div(2)).chart().getSeries("many");
        assertThat(series.getXData()).hasSize(6_000);
        assertThat(series.getYData()).endsWith(2999, 2999.5);
    }

    @Test
    void aLineOfOnePointIsDrawn() {
        Plot plot = new Plot().line("one", NDArray.of(3), NDArray.of(0.5));
        assertThat(plot.chart().getSeries("one").getYData()).containsExactly(0.5);
        assertThat(plot.draw().getWidth()).isEqualTo(2 * Figure.WIDTH);
    }

    @Test
    void aPlotShowsTheLimitsThatAreSet() {
        Plot plot = new Plot().yLimits(0, 5).line("y", X, Y);
        assertThat(plot.chart().getStyler().getYAxisMin()).isZero();
        assertThat(plot.chart().getStyler().getYAxisMax()).isEqualTo(5);
        plot.xLimits(-1, 6);
        assertThat(plot.chart().getStyler().getXAxisMin()).isEqualTo(-1);
        assertThat(plot.chart().getStyler().getXAxisMax()).isEqualTo(6);
    }

    @Test
    void aPlotHasTitleLabelsAndLegendIfTheyAreSet() {
        Plot bare = new Plot().line("y", X, Y);
        assertThat(bare.chart().getTitle()).isEmpty();
        assertThat(bare.chart().getXAxisTitle()).isEmpty();
        assertThat(bare.chart().getYAxisTitle()).isEmpty();
        assertThat(bare.chart().getStyler().isLegendVisible()).isFalse();

        Plot full = new Plot()
                .line("y", X, Y)
                .title("title")
                .xLabel("x")
                .yLabel("y")
                .legend(LegendPosition.InsideNE);
        assertThat(full.chart().getTitle()).isEqualTo("title");
        assertThat(full.chart().getXAxisTitle()).isEqualTo("x");
        assertThat(full.chart().getYAxisTitle()).isEqualTo("y");
        assertThat(full.chart().getStyler().isLegendVisible()).isTrue();
        assertThat(full.chart().getStyler().getLegendPosition()).isEqualTo(LegendPosition.InsideNE);
        // The legend's sample of the line lies where the line itself does not go.
        Rectangle corner = new Rectangle(800, 70, 120, 80);
        assertThat(Pixels.count(full.draw(), corner, BLUE)).isGreaterThan(Pixels.count(bare.draw(), corner, BLUE));
    }

    @Test
    void aPlotRefusesUnequalLengths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plot().line("y", NDArray.zeros(3), NDArray.zeros(4)))
                .withMessage("a line has as many x as y, each of shape (n,), not (3,) and (4,)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plot().line("y", NDArray.zeros(2, 2), NDArray.zeros(2, 2)))
                .withMessage("a line has as many x as y, each of shape (n,), not (2, 2) and (2, 2)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void aPlotRefusesNumbersThatCannotBeDrawn(double number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plot().line("y", X, NDArray.of(1, number, 2)))
                .withMessageStartingWith("an axis goes from a finite number to one above it");
    }

    @Test
    void aPlotRefusesToBeDrawnWithoutALine() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Plot().yLimits(0, 1).draw())
                .withMessage("a plot without a line");
    }
}
