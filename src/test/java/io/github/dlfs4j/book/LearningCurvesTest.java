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
    private static final LearningCurves CURVES = new LearningCurves(601);

    private static XYChart loss;
    private static XYChart accuracy;

    @BeforeAll
    static void learn() throws IOException {
        assumeTrue(Fonts.installed(), "Java finds no font");
        loss = CURVES.loss().chart();
        accuracy = CURVES.accuracy().chart();
    }

    @Test
    void theLossFallsFromThatOfAGuess() {
        XYSeries series = loss.getSeries("loss");
        assertThat(series.getXData()).startsWith(0).endsWith(600);
        double[] y = series.getYData();
        assertThat(y[0]).isCloseTo(Math.log(10), within(0.01));
        double[] last = Arrays.copyOfRange(y, y.length * 5 / 6, y.length);
        assertThat(Arrays.stream(last).average().orElseThrow()).isLessThan(0.4);
        assertThat(loss.getXAxisTitle()).isEqualTo("iteration");
        assertThat(loss.getYAxisTitle()).isEqualTo("loss");
    }

    /** What Python had: see numpy/training.tsv among the resources. */
    @Test
    void theAccuraciesAreThoseOfTheEpochs() {
        XYSeries train = accuracy.getSeries("train acc");
        assertThat(train.getXData()).startsWith(0).endsWith(1);
        assertThat(train.getYData()).startsWith(0.109).endsWith(0.9051333333333333);
        XYSeries test = accuracy.getSeries("test acc");
        assertThat(test.getXData()).startsWith(0).endsWith(1);
        assertThat(test.getYData()).startsWith(0.1136).endsWith(0.9069);
        assertThat(test.getLineStyle().getDashArray()).isNotNull();
    }

    @Test
    void accuraciesAreShownFromNoneToAll() {
        assertThat(accuracy.getStyler().getYAxisMin()).isZero();
        assertThat(accuracy.getStyler().getYAxisMax()).isEqualTo(1);
        assertThat(accuracy.getXAxisTitle()).isEqualTo("epochs");
        assertThat(accuracy.getYAxisTitle()).isEqualTo("accuracy");
        assertThat(accuracy.getStyler().isLegendVisible()).isTrue();
    }

    @Test
    void aNetworkLearnsOnceForBothFigures() throws IOException {
        Plot again = CURVES.loss();
        assertThat(again.chart().getSeries("loss").getYData())
                .isEqualTo(loss.getSeries("loss").getYData());
        BufferedImage image = again.draw();
        assertThat(image.getWidth()).isEqualTo(Figure.WIDTH);
        assertThat(image.getHeight()).isEqualTo(Figure.HEIGHT);
    }
}
