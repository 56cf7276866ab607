package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.book.figure.Figure;
import io.github.dlfs4j.book.figure.Fonts;
import io.github.dlfs4j.book.figure.Pixels;
import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.Initialization;
import io.github.dlfs4j.optimizer.SGD;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYSeries;

/** The networks learn little here; src/test/python/chapters.py prints the same lines. */
class Chapter06Test {
    private static final Color BLUE = new Color(0x1f77b4);

    private static final LossComparison OPTIMIZERS = LossComparison.ofOptimizers(20);
    private static final LossComparison INITIALIZATIONS = LossComparison.ofInitializations(20);
    private static final NormalizationComparison NORMALIZATION = new NormalizationComparison(3, 2);
    private static final Overfitting OVERFITTING = new Overfitting(3);
    private static final HyperparameterSearch SEARCH = new HyperparameterSearch(6, 4);

    /** The last places of numpy/training.tsv among the resources. */
    @Test
    void ends() {
        assertThat(Printed.by(Chapter06::ends)).isEqualTo("""
                SGD [-0.350393    0.08478232]
                Momentum [0.89641386 0.0880856 ]
                AdaGrad [-1.20162322e-01  2.48638989e-17]
                Adam [0.13600685 0.31824538]
                """);
    }

    @Test
    void lossesOfOptimizers() {
        assertThat(Printed.by(OPTIMIZERS::print)).isEqualTo("""
                iteration:0 SGD:2.4235 Momentum:2.4235 AdaGrad:2.2016 Adam:2.2234
                iteration:2 SGD:2.4302 Momentum:2.3822 AdaGrad:1.7863 Adam:2.1276
                iteration:4 SGD:2.3543 Momentum:2.2627 AdaGrad:1.4215 Adam:1.9824
                iteration:6 SGD:2.3113 Momentum:2.1556 AdaGrad:1.2424 Adam:1.8105
                iteration:8 SGD:2.2202 Momentum:2.0832 AdaGrad:0.8765 Adam:1.5807
                iteration:10 SGD:2.3732 Momentum:2.0724 AdaGrad:0.7787 Adam:1.5572
                iteration:12 SGD:2.2625 Momentum:1.9468 AdaGrad:0.8562 Adam:1.3182
                iteration:14 SGD:2.2290 Momentum:1.7813 AdaGrad:0.6818 Adam:0.9452
                iteration:16 SGD:2.2227 Momentum:1.7749 AdaGrad:0.6083 Adam:1.0261
                iteration:18 SGD:2.1919 Momentum:1.6056 AdaGrad:0.4446 Adam:0.8490
                """);
    }

    @Test
    void activationsOfSigmoid() {
        assertThat(Printed.by(ActivationHistograms::sigmoid)).isEqualTo("""
                standard deviation 1
                  mean      [0.49906523 0.51768802 0.51397907 0.53597629 0.54296733]
                  deviation [0.45832526 0.43801426 0.44228743 0.43727432 0.43680532]
                standard deviation 0.01
                  mean      [0.49995548 0.5007584  0.5007389  0.50240262 0.50107469]
                  deviation [0.02493329 0.0117914  0.01333811 0.01206009 0.01150825]
                Xavier
                  mean      [0.49952025 0.50705691 0.50748917 0.52184198 0.50992109]
                  deviation [0.2078365  0.12196704 0.13274666 0.11841413 0.11605613]
                """);
    }

    @Test
    void activationsOfRelu() {
        assertThat(Printed.by(ActivationHistograms::relu)).isEqualTo("""
                standard deviation 0.01
                  mean      [3.96652003e-02 2.86728777e-03 2.20033114e-04 1.65337644e-05
                 1.16588648e-06]
                  deviation [5.85141250e-02 4.12448577e-03 3.34140678e-04 2.36659807e-05
                 1.76956460e-06]
                Xavier
                  mean      [0.396652   0.28672878 0.22003311 0.16533764 0.11658865]
                  deviation [0.58514125 0.41244858 0.33414068 0.23665981 0.17695646]
                He
                  mean      [0.56095064 0.57345755 0.62234763 0.66135058 0.65952499]
                  deviation [0.82751469 0.82489715 0.94509256 0.94663923 1.0010169 ]
                """);
    }

    @Test
    void lossesOfInitializations() {
        assertThat(Printed.by(INITIALIZATIONS::print)).isEqualTo("""
                iteration:0 std=0.01:2.3025 Xavier:2.3113 He:2.4235
                iteration:2 std=0.01:2.3025 Xavier:2.3189 He:2.4302
                iteration:4 std=0.01:2.3025 Xavier:2.3084 He:2.3543
                iteration:6 std=0.01:2.3026 Xavier:2.3071 He:2.3113
                iteration:8 std=0.01:2.3024 Xavier:2.2861 He:2.2202
                iteration:10 std=0.01:2.3025 Xavier:2.3255 He:2.3732
                iteration:12 std=0.01:2.3026 Xavier:2.3088 He:2.2625
                iteration:14 std=0.01:2.3025 Xavier:2.3026 He:2.2290
                iteration:16 std=0.01:2.3023 Xavier:2.3009 He:2.2227
                iteration:18 std=0.01:2.3024 Xavier:2.3016 He:2.1919
                """);
    }

    @Test
    void batchNormalization() {
        assertThat(Printed.by(NORMALIZATION::print)).isEqualTo("""
                W:1.000000 | batch normalisation 0.141, none 0.116
                W:0.010000 | batch normalisation 0.779, none 0.117
                W:0.000100 | batch normalisation 0.395, none 0.117
                """);
    }

    @Test
    void overfitting() {
        assertThat(Printed.by(OVERFITTING::print)).isEqualTo("""
                nothing | train acc 0.2067, test acc 0.1618, gap 0.0449
                weight decay | train acc 0.2067, test acc 0.1609, gap 0.0458
                dropout | train acc 0.1300, test acc 0.1057, gap 0.0243
                """);
    }

    @Test
    void hyperparameters() {
        assertThat(Printed.by(SEARCH::print)).isEqualTo("""
                Best-1(val acc:0.24) | lr:6.88e-03, weight decay:2.04e-06
                Best-2(val acc:0.10) | lr:1.51e-06, weight decay:6.91e-07
                Best-3(val acc:0.10) | lr:2.03e-06, weight decay:1.58e-05
                Best-4(val acc:0.10) | lr:1.69e-05, weight decay:1.19e-06
                Best-5(val acc:0.10) | lr:1.38e-06, weight decay:3.82e-06
                """);
    }

    @Nested
    class Figures {
        @BeforeEach
        void needsAFont() {
            assumeTrue(Fonts.installed(), "Java finds no font");
        }

        /** Where a figure is drawn among its panels: their row and column, and their width and height. */
        private static Rectangle panel(int row, int column, int width, int height) {
            return new Rectangle(8 + column * (width + 8), 8 + row * (height + 8), width, height);
        }

        @Test
        void fourPathsLieOnContours() {
            BufferedImage image = Chapter06.paths().draw();
            assertThat(image.getWidth()).isEqualTo(2 * Figure.WIDTH + 3 * 8);
            assertThat(image.getHeight()).isEqualTo(2 * Figure.HEIGHT + 3 * 8);
            for (int i = 0; i < 4; i++) {
                Rectangle panel = panel(i / 2, i % 2, Figure.WIDTH, Figure.HEIGHT);
                assertThat(Pixels.count(image, panel, BLUE)).isGreaterThan(300);
                assertThat(Pixels.count(image, panel, new Color(0xb0b0b0))).isGreaterThan(2_000);
            }
        }

        @Test
        void aPathBeginsAtItsStart() {
            NDArray path = Chapter06.path(new SGD(0.95));
            assertThat(path.shape().toArray()).containsExactly(31, 2);
            assertThat(path.get(0)).isEqualTo(NDArray.of(-7.0, 2.0));
        }

        @Test
        void lossesAreSmoothed() throws IOException {
            Plot plot = OPTIMIZERS.plot(1.0);
            assertThat(plot.chart().getSeriesCollection())
                    .extracting(XYSeries::getName)
                    .containsExactly("SGD", "Momentum", "AdaGrad", "Adam");
            // Of 20 losses, 10 have five neighbours on both sides.
            assertThat(plot.chart().getSeries("Adam").getXData()).startsWith(0).endsWith(9);
            double[] y = plot.chart().getSeries("Adam").getYData();
            assertThat(y[0]).isBetween(1.5577, 2.2234);
            assertThat(y[y.length - 1]).isLessThan(y[0]);
            assertThat(plot.chart().getStyler().getYAxisMax()).isEqualTo(1);
            assertThat(plot.chart().getStyler().isLegendVisible()).isTrue();
            assertThat(INITIALIZATIONS.plot(2.5).chart().getSeriesCollection())
                    .extracting(XYSeries::getName)
                    .containsExactly("std=0.01", "Xavier", "He");
        }

        @Test
        void histogramsFillTheirPanels() {
            for (BufferedImage image : List.of(
                    ActivationHistograms.sigmoidPanels().draw(),
                    ActivationHistograms.reluPanels().draw())) {
                assertThat(image.getWidth()).isGreaterThan(5 * 190);
                assertThat(image.getHeight()).isGreaterThan(3 * 140);
                for (int row = 0; row < 3; row++) {
                    for (int layer = 0; layer < 5; layer++) {
                        int height = image.getHeight() / 3;
                        Rectangle panel = new Rectangle(8 + 198 * layer, height * row, 190, height);
                        assertThat(Pixels.count(image, panel, BLUE)).isGreaterThan(300);
                    }
                }
            }
        }

        @Test
        void normalizationHasAPanelForEachScale() throws IOException {
            BufferedImage image = NORMALIZATION.panels().draw();
            assertThat(image.getWidth()).isBetween(3 * 220, 3 * 220 + 60);
            assertThat(Pixels.count(image, all(image), BLUE)).isGreaterThan(300);
            assertThat(Pixels.count(image, all(image), new Color(0xff7f0e))).isGreaterThan(100);
        }

        @Test
        void overfittingShowsTrainingAndTest() throws IOException {
            for (String name : List.of(Overfitting.NOTHING, Overfitting.WEIGHT_DECAY, Overfitting.DROPOUT)) {
                Plot plot = OVERFITTING.plot(name);
                assertThat(plot.chart().getTitle()).contains(name);
                XYSeries test = plot.chart().getSeries("test");
                assertThat(test.getXData()).startsWith(1).endsWith(3);
                assertThat(test.getLineStyle().getDashArray()).isNotNull();
                assertThat(plot.chart().getSeries("train").getYData()).hasSameSizeAs(test.getYData());
            }
            assertThat(OVERFITTING
                            .plot(Overfitting.DROPOUT)
                            .chart()
                            .getSeries("test")
                            .getYData())
                    .endsWith(0.1057);
        }

        @Test
        void theSearchHasAPanelForEachOfTheBest() throws IOException {
            BufferedImage image = SEARCH.panels().draw();
            assertThat(image.getWidth()).isBetween(5 * 190, 5 * 190 + 80);
            assertThat(image.getHeight()).isBetween(2 * 140, 2 * 140 + 120);
            assertThat(Pixels.count(image, all(image), BLUE)).isGreaterThan(150);
        }

        private static Rectangle all(BufferedImage image) {
            return new Rectangle(0, 0, image.getWidth(), image.getHeight());
        }
    }

    /** What the section is about: with ReLU, He's initialisation keeps the deviation, Xavier's halves its square. */
    @Test
    void heKeepsTheDeviation() {
        List<NDArray> he = ActivationHistograms.activations(Activations::relu, Initialization.he());
        List<NDArray> xavier = ActivationHistograms.activations(Activations::relu, Initialization.xavier());
        assertThat(he.get(4).std().asDouble() / he.get(0).std().asDouble()).isBetween(0.8, 1.25);
        assertThat(xavier.get(4).std().asDouble() / xavier.get(0).std().asDouble())
                .isBetween(0.2, 0.4);
    }
}
