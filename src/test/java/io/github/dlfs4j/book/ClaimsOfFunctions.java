package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.book.figure.Picture;
import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/** What chapters 1 to 4 say of functions, and of the network that learns by its loss. */
final class ClaimsOfFunctions {
    private static final Once<LearningCurves> CURVES = Once.of(() -> LearningCurves.learn(Chapter04.STEPS));

    private ClaimsOfFunctions() {}

    static List<Claim> claims() {
        return List.of(
                Claim.of(ClaimsOfFunctions::oneLine, "one line, and axes that fit it"),
                Claim.of(
                        ClaimsOfFunctions::twoLines,
                        "two lines told apart by dashes, with a title, labels and a legend"),
                Claim.of(ClaimsOfFunctions::anImage, "an array of 180 x 240 pixels is an image"),
                Claim.of(ClaimsOfFunctions::jump, "the output jumps from 0 to 1 at 0"),
                Claim.of(ClaimsOfFunctions::smooth, "the output grows smoothly, so it has a slope everywhere"),
                Claim.of(
                        ClaimsOfFunctions::smoothAndAtOnce,
                        "both go from 0 to 1, the one smoothly and the other at once"),
                Claim.of(ClaimsOfFunctions::relu, "0 up to 0, then the input itself"),
                Claim.of(ClaimsOfFunctions::threeLayers, "A network of three layers"),
                Claim.of(
                        () -> assertThat(Mnist.load().trainLabels().getLong(0)).isEqualTo(5),
                        "the first training image is a 5"),
                Claim.of(
                        ClaimsOfFunctions::minusLogarithm,
                        "the loss is 0 for a certain right answer, and grows without end towards a certain wrong one"),
                Claim.of(() -> touches(Chapter04.function1Plot(), 5), "a curve, and its tangent where x is 5"),
                Claim.of(ClaimsOfFunctions::steeper, "where x is 10 the tangent is steeper"),
                Claim.of(ClaimsOfFunctions::bowl, "a bowl, whose lowest point is where both numbers are 0"),
                Claim.of(
                        ClaimsOfFunctions::field,
                        "minus the gradient points to the lowest point, and is longer where the slope is steeper"),
                Claim.of(
                        ClaimsOfFunctions::descent,
                        "each step crosses the contours straight down, and is shorter than the one before"),
                Claim.of(ClaimsOfFunctions::learningRates, "A learning rate too large and one too small"),
                Claim.of(ClaimsOfFunctions::twoLayers, "A network of two layers"),
                Claim.ofTraining(ClaimsOfFunctions::tenLosses, "The losses of ten mini-batches"),
                Claim.ofTraining(ClaimsOfFunctions::lossFalls, "the loss falls, though not in every step"),
                Claim.ofTraining(
                        ClaimsOfFunctions::accuraciesGrow,
                        "both accuracies grow together: what was learned holds for new images as well"),
                Claim.of(ClaimsOfFunctions::twoApples, "The multiplication layer: two apples"),
                Claim.of(ClaimsOfFunctions::oneRow, "The Affine layer: one row"));
    }

    /** Returns the numbers of a text. */
    static double[] numbers(String text) {
        return Pattern.compile("-?\\d+\\.?\\d*(e[-+]?\\d+)?")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** Returns the heights of a line. */
    private static double[] y(Plot plot, String line) {
        return plot.chart().getSeries(line).getYData();
    }

    private static double[] x(Plot plot, String line) {
        return plot.chart().getSeries(line).getXData();
    }

    /** Returns how much each number is above the one before. */
    static List<Double> rises(double... numbers) {
        return IntStream.range(1, numbers.length)
                .mapToObj(i -> numbers[i] - numbers[i - 1])
                .toList();
    }

    private static double highest(double... numbers) {
        return Arrays.stream(numbers).max().orElseThrow();
    }

    private static void oneLine() {
        Plot plot = Chapter01.sin();
        plot.draw();
        XYChart chart = plot.chart();
        assertThat(chart.getSeriesCollection()).hasSize(1);
        // The line is inside, and is more than half as wide and high as the chart.
        double width = chart.getScreenXFromChart(5.9) - chart.getScreenXFromChart(0);
        double height = chart.getScreenYFromChart(-1) - chart.getScreenYFromChart(1);
        assertThat(width / chart.getWidth()).isBetween(0.5, 1.0);
        assertThat(height / chart.getHeight()).isBetween(0.5, 1.0);
    }

    private static void twoLines() {
        XYChart chart = Chapter01.sinAndCos().chart();
        assertThat(chart.getSeriesCollection())
                .hasSize(2)
                .filteredOn(line -> line.getLineStyle().getDashArray() != null)
                .hasSize(1);
        assertThat(List.of(chart.getTitle(), chart.getXAxisTitle(), chart.getYAxisTitle()))
                .doesNotContain("");
        assertThat(chart.getStyler().isLegendVisible()).isTrue();
    }

    private static void anImage() throws IOException {
        assertThat(Picture.read(Chapter01.IMAGE).shape().toArray()).startsWith(180, 240);
        assertThat(Chapter01.image().draw().getHeight() / 180)
                .isEqualTo(Chapter01.image().draw().getWidth() / 240);
    }

    private static void jump() {
        assertJumps(Chapter03.stepPlot());
    }

    private static void assertJumps(Plot plot) {
        double[] x = x(plot, "step function");
        double[] y = y(plot, "step function");
        for (int i = 0; i < x.length; i++) {
            // Between the last point of the function at 0 and the first at 1, the jump is drawn as a slope.
            if (x[i] < 1e-9 || x[i] > 0.1 - 1e-9) {
                assertThat(y[i]).isEqualTo(x[i] < 1e-9 ? 0 : 1);
            }
        }
        assertThat(y).startsWith(0).endsWith(1);
    }

    private static void smooth() {
        assertSmooth(y(Chapter03.sigmoidPlot(), "sigmoid"));
    }

    private static void assertSmooth(double... y) {
        assertThat(rises(y)).allMatch(rise -> rise > 0 && rise < 0.03);
    }

    private static void smoothAndAtOnce() {
        Plot plot = Chapter03.sigmoidAndStepPlot();
        double[] sigmoid = y(plot, "sigmoid");
        assertSmooth(sigmoid);
        assertThat(sigmoid[0]).isCloseTo(0, within(0.01));
        assertThat(sigmoid[sigmoid.length - 1]).isCloseTo(1, within(0.01));
        assertJumps(plot);
    }

    private static void relu() {
        double[] x = x(Chapter03.reluPlot(), "ReLU");
        double[] y = y(Chapter03.reluPlot(), "ReLU");
        for (int i = 0; i < x.length; i++) {
            assertThat(y[i]).isCloseTo(Math.max(0, x[i]), within(1e-9));
        }
    }

    private static void threeLayers() {
        assertThat(Chapter03.initNetwork().keySet()).containsExactlyInAnyOrder("W1", "b1", "W2", "b2", "W3", "b3");
    }

    private static void minusLogarithm() {
        double[] x = x(Chapter04.minusLogarithmPlot(), "-log x");
        double[] y = y(Chapter04.minusLogarithmPlot(), "-log x");
        assertThat(rises(y)).allMatch(rise -> rise < 0);
        for (int i = 0; i < x.length; i++) {
            assertThat(y[i] > 0).isEqualTo(x[i] < 1 - 1e-9);
        }
        // Far above the highest place of the figure.
        double top = Chapter04.minusLogarithmPlot().chart().getStyler().getYAxisMax();
        assertThat(highest(y)).isGreaterThan(1.5 * top);
    }

    /** Checks that a tangent touches the curve at a place, and returns its slope. */
    private static double touches(Plot plot, double place) {
        double[] x = x(plot, "tangent");
        double[] curve = y(plot, "function 1");
        double[] tangent = y(plot, "tangent");
        for (int i = 0; i < x.length; i++) {
            double above = curve[i] - tangent[i];
            if (Math.abs(x[i] - place) < 1e-9) {
                assertThat(above).isCloseTo(0, within(1e-9));
            } else {
                assertThat(above).isPositive();
            }
        }
        return rises(tangent).get(0) / rises(x).get(0);
    }

    private static void steeper() {
        assertThat(touches(Chapter04.tangentAt10Plot(), 10)).isGreaterThan(touches(Chapter04.function1Plot(), 5));
    }

    private static void bowl() {
        NDArray z = Chapter04.surface().heights();
        NDArray axis = NDArray.linspace(-5, 5, z.shape(0));
        int lowest = z.argmin().asInt();
        double nearest = axis.abs().min().asDouble();
        assertThat(Math.abs(axis.getDouble(lowest / z.shape(1)))).isCloseTo(nearest, within(1e-9));
        assertThat(Math.abs(axis.getDouble(lowest % z.shape(1)))).isCloseTo(nearest, within(1e-9));
        // From the middle to a corner it only rises.
        for (int i = z.shape(0) / 2; i < z.shape(0) - 1; i++) {
            assertThat(z.get(i + 1, i + 1).asDouble()).isGreaterThan(z.get(i, i).asDouble());
        }
    }

    private static void field() {
        double lengthPerDistance = Double.NaN;
        for (XYSeries arrow : Chapter04.gradientField().chart().getSeriesCollection()) {
            double x = arrow.getXData()[0];
            double y = arrow.getYData()[0];
            double right = arrow.getXData()[1] - x;
            double up = arrow.getYData()[1] - y;
            double distance = Math.hypot(x, y);
            if (distance > 1e-6) {
                // Towards (0, 0): no turn, and not away from it. The slope is steeper the farther it is.
                assertThat(right * y - up * x).isCloseTo(0, within(1e-6));
                assertThat(right * x + up * y).isNegative();
                double ratio = Math.hypot(right, up) / distance;
                assertThat(ratio).isCloseTo(Double.isNaN(lengthPerDistance) ? ratio : lengthPerDistance, within(1e-5));
                lengthPerDistance = ratio;
            }
        }
        assertThat(lengthPerDistance).isPositive();
    }

    private static void descent() {
        double[] x = x(Chapter04.descentPath(), "gradient descent");
        double[] y = y(Chapter04.descentPath(), "gradient descent");
        double before = Double.POSITIVE_INFINITY;
        for (int i = 1; i < x.length; i++) {
            double right = x[i] - x[i - 1];
            double up = y[i] - y[i - 1];
            // The contours are circles: straight down is towards their middle.
            assertThat(right * y[i] - up * x[i]).isCloseTo(0, within(1e-6));
            assertThat(right * x[i] + up * y[i]).isNegative();
            assertThat(Math.hypot(right, up)).isLessThan(before);
            before = Math.hypot(right, up);
        }
    }

    private static void learningRates() {
        double[] ends = numbers(Printed.by(Chapter04::learningRates));
        assertThat(Math.hypot(ends[0], ends[1])).isGreaterThan(1e6);
        assertThat(Math.hypot(ends[2] + 3, ends[3] - 4)).isLessThan(1e-6);
    }

    private static void twoLayers() {
        assertThat(Printed.by(Chapter04::twoLayers).lines().limit(5).filter(line -> line.startsWith("W")))
                .hasSize(2);
    }

    private static void tenLosses() {
        assertThat(numbers(Printed.by(() -> CURVES.get().printLosses()))).hasSize(10);
    }

    private static void lossFalls() throws IOException {
        double[] losses = y(CURVES.get().loss(), "loss");
        assertThat(losses).hasSize(Chapter04.STEPS);
        double[] means = IntStream.range(0, 5)
                .mapToDouble(part -> Arrays.stream(losses, part * losses.length / 5, (part + 1) * losses.length / 5)
                        .average()
                        .orElseThrow())
                .toArray();
        assertThat(rises(means)).allMatch(rise -> rise < 0);
        assertThat(rises(losses)).anyMatch(rise -> rise > 0);
    }

    private static void accuraciesGrow() throws IOException {
        double[] train = accuracies(CURVES.get().trainAccList());
        double[] test = accuracies(CURVES.get().testAccList());
        assertThat(train).hasSize(17);
        for (int i = 0; i < train.length; i++) {
            assertThat(test[i]).isCloseTo(train[i], within(0.02));
            assertThat(List.of(train[i], test[i])).allMatch(accuracy -> accuracy >= 0.09);
        }
        assertThat(rises(train)).allMatch(rise -> rise > -0.002);
        assertThat(rises(test)).allMatch(rise -> rise > -0.002);
        assertThat(test[16]).isGreaterThan(test[0] + 0.5);
    }

    private static double[] accuracies(List<NDArray> list) {
        return list.stream().mapToDouble(NDArray::item).toArray();
    }

    private static void twoApples() {
        double[] printed = numbers(Printed.by(Chapter05::apples));
        // The price, and how it grows by an apple's price and by their number.
        assertThat(printed[1] * 100).isCloseTo(printed[0], within(1e-9));
        assertThat(printed[0] / printed[2]).isEqualTo(2);
    }

    private static void oneRow() {
        assertThat(Printed.by(Chapter05::affineOfOneRow)).startsWith("(2,)\n");
    }
}
