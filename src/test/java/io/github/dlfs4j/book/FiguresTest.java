package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.book.figure.Figure;
import io.github.dlfs4j.book.figure.Picture;
import io.github.dlfs4j.book.figure.Pixels;
import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/** The figures show what they should; the learning curves have a test of their own. */
@NeedsFont
class FiguresTest {
    private static final Rectangle INSIDE = new Rectangle(120, 40, 800, 580);

    /** A line of a plot: its name and its points. */
    private record Line(String name, DoubleUnaryOperator function, double first, double last) {}

    static Stream<Arguments> plots() {
        Line sin = new Line("sin", Math::sin, 0, 5.9);
        Line cos = new Line("cos", Math::cos, 0, 5.9);
        Line step = new Line("step function", x -> x > 0.05 ? 1 : 0, -5, 4.9);
        Line sigmoid = new Line("sigmoid", x -> 1 / (1 + Math.exp(-x)), -5, 4.9);
        Line relu = new Line("ReLU", x -> Math.max(x, 0), -6, 5.9);
        Line minusLogarithm = new Line("-log x", x -> -Math.log(x), 0.0001, 1.0999);
        Line function1 = new Line("function 1", x -> 0.01 * x * x + 0.1 * x, 0, 19.9);
        Line tangent5 = new Line("tangent", x -> 0.75 + 0.2 * (x - 5), 0, 19.9);
        Line tangent10 = new Line("tangent", x -> 2 + 0.3 * (x - 10), 0, 19.9);
        return Stream.of(
                Arguments.of("1.6.1", Chapter01.sin(), List.of(sin)),
                Arguments.of("1.6.2", Chapter01.sinAndCos(), List.of(sin, cos)),
                Arguments.of("3.2.3", Chapter03.stepPlot(), List.of(step)),
                Arguments.of("3.2.4", Chapter03.sigmoidPlot(), List.of(sigmoid)),
                Arguments.of("3.2.5", Chapter03.sigmoidAndStepPlot(), List.of(sigmoid, step)),
                Arguments.of("3.2.7", Chapter03.reluPlot(), List.of(relu)),
                Arguments.of("4.2.2", Chapter04.minusLogarithmPlot(), List.of(minusLogarithm)),
                Arguments.of("4.3.2", Chapter04.function1Plot(), List.of(function1, tangent5)),
                Arguments.of("4.3.2 at 10", Chapter04.tangentAt10Plot(), List.of(function1, tangent10)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plots")
    @Claims({
        "the output jumps from 0 to 1 at 0",
        "the output grows smoothly, so it has a slope everywhere",
        "both go from 0 to 1, the one smoothly and the other at once",
        "0 up to 0, then the input itself",
        "the loss is 0 for a certain right answer, and grows without end towards a certain wrong one",
        "a curve, and its tangent where x is 5",
        "where x is 10 the tangent is steeper"
    })
    void plotsShowTheirFunctions(String section, Plot plot, List<Line> lines) {
        assertThat(plot.chart().getSeriesCollection())
                .extracting(XYSeries::getName)
                .containsExactlyElementsOf(lines.stream().map(Line::name).toList());
        for (Line line : lines) {
            double[] x = plot.chart().getSeries(line.name()).getXData();
            double[] y = plot.chart().getSeries(line.name()).getYData();
            assertThat(x[0]).isEqualTo(line.first());
            assertThat(x[x.length - 1]).isCloseTo(line.last(), within(1e-9));
            for (int i = 0; i < x.length; i++) {
                // Between these two points, the step is drawn as a slope.
                if (!line.name().equals("step function") || x[i] < 1e-9 || x[i] > 0.1 - 1e-9) {
                    assertThat(y[i]).isCloseTo(line.function().applyAsDouble(x[i]), within(2e-3));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plots")
    void linesOfPlotsAreVisible(String section, Plot plot, List<Line> lines) {
        BufferedImage image = plot.draw();
        assertHasLabelsAndNoLineEndsAtTheEdge(plot, image);
        assertThat(image.getWidth()).isEqualTo(2 * Figure.WIDTH);
        assertThat(image.getHeight()).isEqualTo(2 * Figure.HEIGHT);
        assertThat(Pixels.count(image, INSIDE, new Color(0x1f77b4))).isGreaterThan(200);
        long orange = Pixels.count(image, INSIDE, new Color(0xff7f0e));
        assertThat(orange > 100).isEqualTo(lines.size() > 1);
    }

    private static void assertHasLabelsAndNoLineEndsAtTheEdge(Plot plot, BufferedImage image) {
        assertThat(plot.chart().getXAxisTitle()).isNotEmpty();
        assertThat(plot.chart().getYAxisTitle()).isNotEmpty();
        int inner = (image.getWidth() - 8) * (image.getHeight() - 8);
        Rectangle all = new Rectangle(0, 0, image.getWidth(), image.getHeight());
        Rectangle inside = new Rectangle(4, 4, image.getWidth() - 8, image.getHeight() - 8);
        long ink = (long) all.width * all.height - Pixels.count(image, all, Color.WHITE);
        assertThat(inner - Pixels.count(image, inside, Color.WHITE)).isEqualTo(ink);
    }

    @Test
    void distancesAreEqualOnBothAxesOfTheContours() {
        for (Plot plot : List.of(Chapter04.gradientField(), Chapter04.descentPath())) {
            assertHasLabelsAndNoLineEndsAtTheEdge(plot, plot.draw());
            XYChart chart = plot.chart();
            double right = chart.getScreenXFromChart(1) - chart.getScreenXFromChart(0);
            double up = chart.getScreenYFromChart(0) - chart.getScreenYFromChart(1);
            assertThat(right / up).isCloseTo(1, within(0.02));
        }
    }

    /** The line is inside, and is more than half as wide and high as the chart. */
    @Test
    @Claims("one line, and axes that fit it")
    void theSineFillsItsChart() {
        Plot plot = Chapter01.sin();
        plot.draw();
        XYChart chart = plot.chart();
        double width = chart.getScreenXFromChart(5.9) - chart.getScreenXFromChart(0);
        double height = chart.getScreenYFromChart(-1) - chart.getScreenYFromChart(1);
        assertThat(width / chart.getWidth()).isBetween(0.5, 1.0);
        assertThat(height / chart.getHeight()).isBetween(0.5, 1.0);
    }

    @Test
    @Claims("two lines told apart by dashes, with a title, labels and a legend")
    void thePlotOfSinAndCosHasATitleLabelsAndALegend() {
        XYChart chart = Chapter01.sinAndCos().chart();
        assertThat(chart.getTitle()).isEqualTo("sin & cos");
        assertThat(chart.getXAxisTitle()).isEqualTo("x");
        assertThat(chart.getYAxisTitle()).isEqualTo("y");
        assertThat(chart.getStyler().isLegendVisible()).isTrue();
        assertThat(chart.getSeries("sin").getLineStyle().getDashArray()).isNull();
        assertThat(chart.getSeries("cos").getLineStyle().getDashArray()).isNotNull();
    }

    @Test
    void axesOfPlotsHaveTheBooksLimitsAndLabels() {
        for (Plot plot : List.of(Chapter03.stepPlot(), Chapter03.sigmoidPlot(), Chapter03.sigmoidAndStepPlot())) {
            assertThat(plot.chart().getStyler().getYAxisMin()).isEqualTo(-0.1);
            assertThat(plot.chart().getStyler().getYAxisMax()).isEqualTo(1.1);
        }
        assertThat(Chapter04.minusLogarithmPlot().chart().getStyler().getYAxisMin())
                .isZero();
        assertThat(Chapter04.minusLogarithmPlot().chart().getStyler().getYAxisMax())
                .isEqualTo(5);
        assertThat(Chapter04.function1Plot().chart().getXAxisTitle()).isEqualTo("x");
        assertThat(Chapter04.function1Plot().chart().getYAxisTitle()).isEqualTo("f(x)");
    }

    @Test
    @Claims("an array of 180 x 240 pixels is an image")
    void theShownImageIsThatOfTheFile() throws IOException {
        BufferedImage image = Chapter01.image().draw();
        NDArray pixels = Picture.read(Chapter01.IMAGE);
        assertThat(pixels.shape().toArray()).containsExactly(180, 240, 3);
        assertThat(image.getHeight()).isEqualTo(2 * 180);
        assertThat(image.getWidth()).isEqualTo(2 * 240);
        for (int[] place : new int[][] {{60, 150}, {100, 80}, {170, 30}}) {
            Color color = new Color(image.getRGB(2 * place[1], 2 * place[0]));
            assertThat(NDArray.of(color.getRed(), color.getGreen(), color.getBlue()))
                    .isEqualTo(pixels.get(place).astype(DType.INT64));
        }
    }

    /** Minus the gradient of x0² + x1² is -2 (x0, x1), on the axes and at another point. */
    @Test
    @Claims("minus the gradient points to the lowest point, and is longer where the slope is steeper")
    void theFieldOfGradientsPointsToTheMiddle() {
        XYChart chart = Chapter04.gradientField().chart();
        assertThat(chart.getSeriesCollection()).hasSize(18 * 18);
        for (XYSeries arrow : chart.getSeriesCollection()) {
            double x = arrow.getXData()[0];
            double y = arrow.getYData()[0];
            assertThat(arrow.getXData()[1]).isCloseTo(x * 0.88, within(1e-6));
            assertThat(arrow.getYData()[1]).isCloseTo(y * 0.88, within(1e-6));
        }
        BufferedImage image = Chapter04.gradientField().draw();
        assertThat(image.getWidth()).isLessThan(2 * Figure.WIDTH);
        assertThat(Pixels.count(image, new Rectangle(120, 40, 600, 580), new Color(0x666666)))
                .isGreaterThan(3_000);
    }

    /** The contours are circles, and straight down is towards their middle. */
    @Test
    @Claims("each step crosses the contours straight down, and is shorter than the one before")
    void thePathOfGradientDescentLeadsToTheMiddle() {
        XYSeries path = Chapter04.descentPath().chart().getSeries("gradient descent");
        assertThat(path.getXData()).hasSize(21).startsWith(-3);
        for (int i = 0; i <= 20; i++) {
            assertThat(path.getXData()[i]).isCloseTo(-3 * Math.pow(0.8, i), within(1e-6));
            assertThat(path.getYData()[i]).isCloseTo(4 * Math.pow(0.8, i), within(1e-6));
        }
    }

    @Test
    @Claims("the first training image is a 5")
    void theShownDigitIsTheFirstTrainingImage() throws IOException {
        assertThat(Mnist.load().trainLabels().getLong(0)).isEqualTo(5);
        BufferedImage image = Chapter03.digit().draw();
        assertThat(image.getWidth()).isEqualTo(560);
        assertThat(image.getHeight()).isEqualTo(560);
        NDArray pixels = Mnist.options().normalize(false).load().trainImages().get(0);
        for (int i = 0; i < 784; i++) {
            Color color = new Color(image.getRGB(i % 28 * 20 + 10, i / 28 * 20 + 10));
            assertThat(color.getRed()).isEqualTo((int) pixels.getLong(i));
        }
    }

    @Test
    @Claims("a bowl, whose lowest point is where both numbers are 0")
    void theSurfaceOfChapter4IsABowlOfManyColours() {
        NDArray z = Chapter04.surface().heights();
        NDArray squares = NDArray.linspace(-5, 5, z.shape(0)).square();
        assertThat(z.allClose(squares.add(squares.reshape(-1, 1)), 1e-9, 1e-9)).isTrue();
        BufferedImage image = Chapter04.surface().draw();
        assertThat(image.getWidth()).isEqualTo(2 * Figure.WIDTH);
        assertThat(image.getHeight()).isEqualTo(2 * Figure.HEIGHT);
        assertThat(Pixels.colours(image)).isGreaterThan(500);
    }
}
