package io.github.dlfs4j.book.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.book.NeedsFont;
import io.github.dlfs4j.ndarray.NDArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;

/** What a {@link Plot} sets right after XChart has painted it once. */
@NeedsFont
class ChartPainterTest {
    private static final NDArray X = NDArray.arange(11);

    /** Returns the number of pixels that are not white, from one place to another. */
    private static long ink(BufferedImage image, Rectangle region) {
        return (long) region.width * region.height - Pixels.count(image, region, Color.WHITE);
    }

    /** Returns the right ends of the numbers beside the vertical axis, from top to bottom. */
    private static List<Integer> rightEnds(BufferedImage image, int left, int right) {
        List<Integer> ends = new ArrayList<>();
        int end = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            int last = 0;
            for (int x = left; x < right; x++) {
                if (new Color(image.getRGB(x, y)).getRed() < 128) {
                    last = x;
                }
            }
            if (last == 0 && end > 0) {
                ends.add(end);
                end = 0;
            }
            end = Math.max(end, last);
        }
        return ends;
    }

    @Test
    void tickNumbersOfDifferentLengthEndAtOneLine() {
        Plot plot = new Plot().line("line", X, X).yLimits(-5, 1_000);
        BufferedImage image = plot.draw();
        int axis = 2
                * (int) plot.chart()
                        .getScreenXFromChart(plot.chart().getStyler().getXAxisMin());
        // The marks of the ticks are between the numbers and the axis.
        List<Integer> ends = rightEnds(image, 0, axis - 14);
        assertThat(ends).hasSizeGreaterThan(4);
        assertThat(ends).allSatisfy(end -> assertThat(end).isCloseTo(ends.get(0), within(6)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3, 10_000, 1_000_000})
    void theLastTickNumberIsInsideThePicture(double last) {
        Plot plot = new Plot()
                .line("line", NDArray.of(0, last), NDArray.of(0, last))
                .xLimits(0, last)
                .yLimits(0, last)
                .title("title")
                .xLabel("x")
                .yLabel("y");
        BufferedImage image = plot.draw();
        int width = image.getWidth();
        int height = image.getHeight();
        assertThat(ink(image, new Rectangle(0, 0, width, 4))).as("above").isZero();
        assertThat(ink(image, new Rectangle(0, height - 4, width, 4)))
                .as("below")
                .isZero();
        assertThat(ink(image, new Rectangle(0, 0, 4, height))).as("left").isZero();
        assertThat(ink(image, new Rectangle(width - 4, 0, 4, height)))
                .as("right")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7, 20})
    void epochsOnAnAxisAreWholeNumbers(int count) {
        NDArray epochs = NDArray.arange(count);
        for (int width : new int[] {Figure.WIDTH, 200}) {
            Plot plot = new Plot(width, 150).line("line", epochs, epochs.mul(0.1));
            plot.draw();
            // With a step of 0.5, one decimal would be written.
            assertThat(plot.chart()
                            .getStyler()
                            .getXAxisTickLabelsFormattingFunction()
                            .apply(1.0))
                    .isEqualTo("1");
        }
        Plot halves = new Plot().line("line", NDArray.of(0.0, 0.5, 1.0), NDArray.of(0.0, 0.5, 1.0));
        halves.draw();
        assertThat(halves.chart()
                        .getStyler()
                        .getXAxisTickLabelsFormattingFunction()
                        .apply(1.0))
                .isEqualTo("1.0");
    }

    @Test
    void equalAxesMakeACircleRound() {
        NDArray angle = NDArray.linspace(0, 2 * Math.PI, 100);
        Plot plot = new Plot().contour(angle.cos().mul(4), angle.sin().mul(4)).equalAxes();
        for (double[] limits : new double[][] {{5, 5}, {12, 5}, {5, 12}}) {
            BufferedImage image = plot.xLimits(-limits[0], limits[0])
                    .yLimits(-limits[1], limits[1])
                    .draw();
            XYChart chart = plot.chart();
            double wide = chart.getScreenXFromChart(4) - chart.getScreenXFromChart(-4);
            double high = chart.getScreenYFromChart(-4) - chart.getScreenYFromChart(4);
            assertThat(wide / high).isCloseTo(1, within(0.02));
            assertThat(image.getWidth()).isLessThanOrEqualTo(2 * Figure.WIDTH);
            assertThat(image.getHeight()).isLessThanOrEqualTo(2 * Figure.HEIGHT);
        }
    }

    @Test
    void aLegendGoesToACornerWithoutALine() {
        NDArray falling = NDArray.arange(10, -1, -1);
        for (LegendPosition corner : List.of(LegendPosition.InsideNE, LegendPosition.InsideNW)) {
            Plot plot = new Plot().line("line", X, falling).legend(corner);
            BufferedImage bare = new Plot().line("line", X, falling).draw();
            Rectangle legend = Pixels.difference(bare, plot.draw());
            assertThat(ink(bare, legend)).isZero();
            assertThat(plot.chart().getStyler().getLegendPosition()).isEqualTo(LegendPosition.InsideNE);
        }
    }

    @Test
    void aLegendHidesLeastIfNoCornerIsFree() {
        Plot plot = new Plot().line("line", X, X).legend(LegendPosition.InsideSW);
        for (double y = 0; y <= 10; y += 0.5) {
            // All lines go through the left half, and some through the right one too, but fewer at the top.
            double right = y == Math.rint(y) && y != 9 ? 10 : 5;
            plot.contour(NDArray.of(0, right), NDArray.of(y, y));
        }
        plot.draw();
        assertThat(plot.chart().getStyler().isLegendVisible()).isTrue();
        assertThat(plot.chart().getStyler().getLegendPosition()).isIn(LegendPosition.InsideNE, LegendPosition.InsideSE);
    }
}
