package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.book.figure.Figure;
import io.github.dlfs4j.book.figure.Pixels;
import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.calculus.Calculus;
import io.github.dlfs4j.optimizer.AdaGrad;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Momentum;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.SGD;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYSeries;

/** The networks train for a few steps; src/test/python/chapters.py prints the same lines. */
class Chapter06Test {
    private static final Color BLUE = new Color(0x1f77b4);

    private static final Once<LossComparison> OPTIMIZERS = Once.of(() -> LossComparison.ofOptimizers(20));
    private static final Once<LossComparison> INITIALIZATIONS = Once.of(() -> LossComparison.ofInitializations(20));
    private static final Once<NormalizationComparison> NORMALIZATION =
            Once.of(() -> NormalizationComparison.learn(3, 3));
    private static final Once<Overfitting> OVERFITTING = Once.of(() -> Overfitting.learn(3, 4, 1));
    private static final Once<HyperparameterSearch> SEARCH = Once.of(() -> HyperparameterSearch.run(6, 4));

    /** The ends of the paths in the resource numpy/training.tsv. */
    @Test
    @Claims("Where four optimisers get in 30 steps")
    void chapter6PrintsTheEndsOfThePaths() {
        assertThat(Printed.by(Chapter06::ends)).isEqualTo("""
                SGD [-0.350393    0.08478232]
                Momentum [0.89641386 0.0880856 ]
                AdaGrad [-1.20162322e-01  2.48638989e-17]
                Adam [0.13600685 0.31824538]
                """);
    }

    @Test
    void chapter6PrintsTheLossesOfOptimizers() {
        assertThat(Printed.by(() -> OPTIMIZERS.get().printLosses())).isEqualTo("""
                iteration:0 SGD:2.3742 Momentum:2.3590 AdaGrad:1.8745 Adam:2.2081
                iteration:2 SGD:2.3097 Momentum:2.2729 AdaGrad:1.7657 Adam:2.1371
                iteration:4 SGD:2.3253 Momentum:2.2735 AdaGrad:1.6340 Adam:1.9687
                iteration:6 SGD:2.3942 Momentum:2.1689 AdaGrad:1.3310 Adam:1.7767
                iteration:8 SGD:2.2620 Momentum:2.1119 AdaGrad:1.2517 Adam:1.7161
                iteration:10 SGD:2.3528 Momentum:2.1049 AdaGrad:0.8519 Adam:1.5472
                iteration:12 SGD:2.2959 Momentum:2.0214 AdaGrad:0.5198 Adam:1.3053
                iteration:14 SGD:2.2501 Momentum:1.9678 AdaGrad:0.7562 Adam:1.2591
                iteration:16 SGD:2.2069 Momentum:1.7885 AdaGrad:0.6575 Adam:1.0248
                iteration:18 SGD:2.2301 Momentum:1.7761 AdaGrad:0.5316 Adam:0.9584
                """);
    }

    /** Backpropagation through batch normalisation agrees with numerical gradients, except where ReLU has a corner. */
    @Test
    void chapter6ChecksTheGradientsOfBatchNormalization() {
        String[] printed = Printed.by(() -> Chapter06.normalizationCheck(10)).split("three images\n", -1);
        assertThat(printed[0]).isEqualTo("""
                one image, which batch normalisation makes 0
                W1:0.0
                b1:0.0
                gamma1:0.0
                beta1:0.0
                W2:0.0
                b2:0.0
                gamma2:0.0
                beta2:0.11788113365973629
                W3:0.0
                b3:1.7990402263745597e-07
                """);
        assertThat(printed[1].lines())
                .map(line -> line.split(":", -1)[0])
                .containsExactly("W1", "b1", "gamma1", "beta1", "W2", "b2", "gamma2", "beta2", "W3", "b3");
        assertThat(printed[1].lines())
                .allSatisfy(line ->
                        assertThat(Double.parseDouble(line.split(":", -1)[1])).isBetween(0.0, 1e-6));
    }

    /** Half a minute. The book's program prints the same numbers with the seed 0. */
    @Test
    @Tag("trainings")
    void chapter6ChecksTheGradientsWithTheImagesOfTheBook() {
        assertThat(Printed.by(() -> Chapter06.normalizationCheck(100)))
                .contains("\nW2:0.0\n", "\nbeta2:0.048798892959656115\nW3:0.0\nb3:1.7990402263745597e-07\n");
    }

    @Test
    void chapter6PrintsTheLossesOfInitializations() {
        assertThat(Printed.by(() -> INITIALIZATIONS.get().printLosses())).isEqualTo("""
                iteration:0 std=0.01:2.3024 Xavier:2.3091 He:2.3698
                iteration:2 std=0.01:2.3025 Xavier:2.3087 He:2.3752
                iteration:4 std=0.01:2.3025 Xavier:2.2992 He:2.3749
                iteration:6 std=0.01:2.3024 Xavier:2.2976 He:2.3527
                iteration:8 std=0.01:2.3024 Xavier:2.3020 He:2.3078
                iteration:10 std=0.01:2.3021 Xavier:2.2985 He:2.2615
                iteration:12 std=0.01:2.3024 Xavier:2.2950 He:2.2615
                iteration:14 std=0.01:2.3025 Xavier:2.2846 He:2.2535
                iteration:16 std=0.01:2.3025 Xavier:2.3015 He:2.2146
                iteration:18 std=0.01:2.3025 Xavier:2.2998 He:2.1799
                """);
    }

    @Test
    void chapter6PrintsAccuraciesWithBatchNormalization() {
        assertThat(Printed.by(() -> NORMALIZATION.get().printAccuracies())).isEqualTo("""
                W:1.000000 | batch normalisation 0.143, none 0.097
                W:0.010000 | batch normalisation 0.690, none 0.117
                W:0.000100 | batch normalisation 0.351, none 0.117
                """);
    }

    @Test
    void chapter6PrintsTheGapsOfOverfitting() {
        assertThat(Printed.by(() -> OVERFITTING.get().printGaps())).isEqualTo("""
                nothing | train acc 0.1967, test acc 0.1485, gap 0.0482
                weight decay | train acc 0.1967, test acc 0.1474, gap 0.0493
                dropout | train acc 0.1300, test acc 0.1064, gap 0.0236
                """);
    }

    @Test
    void chapter6PrintsTheBestHyperparameters() {
        assertThat(Printed.by(() -> SEARCH.get().printBest())).isEqualTo("""
                Best-1(val acc:0.21) | lr:8.06e-04, weight decay:1.46e-07
                Best-2(val acc:0.11) | lr:1.16e-04, weight decay:1.43e-05
                Best-3(val acc:0.10) | lr:3.40e-06, weight decay:1.24e-07
                Best-4(val acc:0.09) | lr:1.51e-06, weight decay:6.91e-07
                Best-5(val acc:0.09) | lr:4.92e-05, weight decay:5.59e-06
                """);
    }

    @NeedsFont
    @Nested
    class Figures {
        /** Returns the panel at a row and a column, of the given width and height. */
        private static Rectangle panel(int row, int column, int width, int height) {
            return new Rectangle(16 + column * (width + 16), 16 + row * (height + 16), width, height);
        }

        @Test
        void pathsOfFourOptimizersLieOnContours() {
            BufferedImage image = Chapter06.paths().draw();
            assertThat(image.getWidth()).isEqualTo(4 * Figure.WIDTH + 3 * 16);
            assertThat(image.getHeight()).isEqualTo(4 * Figure.HEIGHT + 3 * 16);
            for (int i = 0; i < 4; i++) {
                Rectangle panel = panel(i / 2, i % 2, 2 * Figure.WIDTH, 2 * Figure.HEIGHT);
                assertThat(Pixels.count(image, panel, BLUE)).isGreaterThan(300);
                assertThat(Pixels.count(image, panel, new Color(0xb0b0b0))).isGreaterThan(2_000);
            }
        }

        @Test
        @Claims("SGD zigzags down the narrow valley; the others find straighter ways")
        void onlyThePathOfSgdTurnsWithEachStep() {
            assertThat(turns(new SGD(0.95))).isEqualTo(29);
            assertThat(List.of(turns(new Momentum(0.1)), turns(new AdaGrad(1.5)), turns(new Adam(0.3))))
                    .allMatch(turns -> turns < 6);
        }

        /** Returns how often a path changes between up and down. */
        private static long turns(Optimizer optimizer) {
            NDArray rises = Calculus.diff(Chapter06.path(optimizer).transpose().get(1));
            NDArray turns =
                    rises.get(Index.from(1)).mul(rises.get(Index.to(-1))).lt(0);
            return turns.sum().asLong();
        }

        @Test
        void aPathOfAnOptimizerBeginsAtItsStart() {
            NDArray path = Chapter06.path(new SGD(0.95));
            assertThat(path.shape().toArray()).containsExactly(31, 2);
            assertThat(path.get(0)).isEqualTo(NDArray.of(-7.0, 2.0));
        }

        @Test
        @Claims({"The losses of four optimisers", "The losses of three initialisations"})
        void plottedLossesOfOptimizersAreSmoothed() throws IOException {
            Plot plot = OPTIMIZERS.get().plot(1.0);
            assertThat(plot.chart().getSeriesCollection())
                    .extracting(XYSeries::getName)
                    .containsExactly("SGD", "Momentum", "AdaGrad", "Adam");
            assertThat(plot.chart().getSeries("Adam").getXData()).startsWith(0).endsWith(19);
            double[] y = plot.chart().getSeries("Adam").getYData();
            assertThat(y[0]).isBetween(1.9, 2.2081);
            assertThat(y[y.length - 1]).isLessThan(y[0]);
            assertThat(plot.chart().getStyler().getYAxisMax()).isEqualTo(1);
            assertThat(plot.chart().getStyler().isLegendVisible()).isTrue();
            assertThat(INITIALIZATIONS.get().plot(2.5).chart().getSeriesCollection())
                    .extracting(XYSeries::getName)
                    .containsExactly("std=0.01", "Xavier", "He");
        }

        @Test
        void theFigureOfNormalizationHasAPanelForEachScale() throws IOException {
            BufferedImage image = NORMALIZATION.get().panels().draw();
            assertThat(image.getWidth()).isBetween(2 * 3 * 220, 2 * (3 * 220 + 60));
            assertThat(Pixels.count(image, all(image), BLUE)).isGreaterThan(300);
            assertThat(Pixels.count(image, all(image), new Color(0xff7f0e))).isGreaterThan(100);
        }

        @Test
        void theFigureOfOverfittingShowsTrainingAndTest() throws IOException {
            for (String name : List.of(Overfitting.NOTHING, Overfitting.WEIGHT_DECAY, Overfitting.DROPOUT)) {
                Plot plot = OVERFITTING.get().plot(name);
                assertThat(plot.chart().getTitle()).contains(name);
                XYSeries test = plot.chart().getSeries("test");
                assertThat(test.getXData()).startsWith(0).endsWith(name.equals(Overfitting.DROPOUT) ? 3 : 2);
                assertThat(test.getLineStyle().getDashArray()).isNotNull();
                assertThat(plot.chart().getSeries("train").getYData()).hasSameSizeAs(test.getYData());
            }
            assertThat(OVERFITTING
                            .get()
                            .plot(Overfitting.DROPOUT)
                            .chart()
                            .getSeries("test")
                            .getYData())
                    .endsWith(0.1064);
        }

        @Test
        void theFigureOfTheSearchHasAPanelForEachOfTheBest() throws IOException {
            BufferedImage image = SEARCH.get().panels().draw();
            assertThat(image.getWidth()).isBetween(2 * 5 * 200, 2 * (5 * 200 + 80));
            assertThat(image.getHeight()).isBetween(2 * 150, 2 * (2 * 150 + 120));
            assertThat(Pixels.count(image, all(image), BLUE)).isGreaterThan(150);
        }

        private static Rectangle all(BufferedImage image) {
            return new Rectangle(0, 0, image.getWidth(), image.getHeight());
        }
    }
}
