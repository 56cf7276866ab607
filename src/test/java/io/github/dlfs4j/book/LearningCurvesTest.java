package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.book.figure.Figure;
import io.github.dlfs4j.book.figure.Fonts;
import io.github.dlfs4j.book.figure.Plot;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class LearningCurvesTest {
    private static final Once<LearningCurves> CURVES = Once.of(() -> LearningCurves.learn(601));

    private static XYChart loss;
    private static XYChart accuracy;

    @BeforeAll
    static void learn() throws IOException {
        assumeTrue(Fonts.installed(), "Java finds no font");
        loss = CURVES.get().loss().chart();
        accuracy = CURVES.get().accuracy().chart();
    }

    @Test
    void theLossOfChapter4FallsFromThatOfAGuess() {
        XYSeries series = loss.getSeries("loss");
        assertThat(series.getXData()).startsWith(0).endsWith(600);
        double[] y = series.getYData();
        assertThat(y[0]).isCloseTo(Math.log(10), within(0.01));
        double[] last = Arrays.copyOfRange(y, y.length * 5 / 6, y.length);
        assertThat(Arrays.stream(last).average().orElseThrow()).isBetween(0.8, 1.3);
        assertThat(loss.getXAxisTitle()).isEqualTo("iteration");
        assertThat(loss.getYAxisTitle()).isEqualTo("loss");
    }

    /** The accuracies are those of Python in the resource numpy/training.tsv. */
    @Test
    void theAccuraciesOfChapter4AreThoseOfTheEpochs() {
        XYSeries train = accuracy.getSeries("train acc");
        assertThat(train.getXData()).startsWith(0).endsWith(1);
        assertThat(train.getYData()).startsWith(0.09915).endsWith(0.7823333333333333);
        XYSeries test = accuracy.getSeries("test acc");
        assertThat(test.getXData()).startsWith(0).endsWith(1);
        assertThat(test.getYData()).startsWith(0.1009).endsWith(0.7915);
        assertThat(test.getLineStyle().getDashArray()).isNotNull();
    }

    /** The losses of the first ten steps agree with Python to ten digits, see the resource numpy/training.tsv. */
    @Test
    @Claims("The losses of ten mini-batches")
    void theLossesOfChapter4AreThoseOfPython() throws IOException {
        String printed = Printed.by(() -> CURVES.get().printLosses());
        double[] losses = Arrays.stream(
                        printed.strip().replaceAll("[\\[\\]]", "").split(", ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double[] recorded = {
            2.293806106576066,
            2.2946264339037254,
            2.297869324385668,
            2.293346114966844,
            2.2911527909689946,
            2.295312792162975,
            2.296530858090882,
            2.2776458583589236,
            2.2920550284537233,
            2.2992139377916603
        };
        assertThat(losses).containsExactly(recorded, within(1e-10));
        double[] y = loss.getSeries("loss").getYData();
        assertThat(y[y.length - 1]).isCloseTo(0.810857865451379, within(1e-10));
    }

    @Test
    void theAccuraciesOfChapter4ArePrintedByEpoch() {
        assertThat(Printed.by(() -> CURVES.get().printAccuracies())).startsWith("""
                train acc: 0.09915 test acc: 0.1009
                train acc: 0.7823333333333333 test acc: 0.7915
                [2.29380611 2.29462643 2.29786932 2.29334611 2.29115279 2.29531279
                """);
    }

    @Test
    void accuraciesOfChapter4AreShownFromZeroToOne() {
        assertThat(accuracy.getStyler().getYAxisMin()).isZero();
        assertThat(accuracy.getStyler().getYAxisMax()).isEqualTo(1);
        assertThat(accuracy.getXAxisTitle()).isEqualTo("epochs");
        assertThat(accuracy.getYAxisTitle()).isEqualTo("accuracy");
        assertThat(accuracy.getStyler().isLegendVisible()).isTrue();
    }

    @Test
    void oneNetworkLearnsForBothFiguresOfChapter4() throws IOException {
        Plot again = CURVES.get().loss();
        assertThat(again.chart().getSeries("loss").getYData())
                .isEqualTo(loss.getSeries("loss").getYData());
        BufferedImage image = again.draw();
        assertThat(image.getWidth()).isEqualTo(2 * Figure.WIDTH);
        assertThat(image.getHeight()).isEqualTo(2 * Figure.HEIGHT);
    }
}
