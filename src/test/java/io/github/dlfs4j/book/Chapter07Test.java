package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.BookFile;
import io.github.dlfs4j.book.ConvNetTraining.Amount;
import io.github.dlfs4j.book.figure.Fonts;
import io.github.dlfs4j.book.figure.Pixels;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.Networks;
import io.github.dlfs4j.network.SimpleConvNet;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;

class Chapter07Test {
    @Test
    void chapter7PrintsConvolutions() {
        assertThat(Printed.by(Chapter07::convolution)).isEqualTo("""
                [[15. 16.]
                 [ 6. 15.]]
                [[18. 19.]
                 [ 9. 18.]]
                """);
    }

    @Test
    void chapter7PrintsPadding() {
        assertThat(Printed.by(Chapter07::padding)).isEqualTo("""
                [[ 7. 12. 10.  2.]
                 [ 4. 15. 16. 10.]
                 [10.  6. 15.  6.]
                 [ 8. 10.  4.  3.]]
                """);
    }

    @Test
    void chapter7PrintsOutputSizes() {
        assertThat(Printed.by(Chapter07::outputSizes)).isEqualTo("""
                (4, 4) -> (4, 4)
                (7, 7) -> (3, 3)
                (28, 31) -> (10, 11)
                """);
    }

    @Test
    void chapter7PrintsPooling() {
        assertThat(Printed.by(Chapter07::pooling)).isEqualTo("""
                [[2. 3.]
                 [4. 2.]]
                """);
    }

    @Test
    @Claims("Arrays of four axes")
    void chapter7PrintsFourAxes() {
        assertThat(Printed.by(Chapter07::fourAxes)).isEqualTo("""
                (10, 1, 28, 28)
                (1, 28, 28)
                (1, 28, 28)
                (28, 28)
                """);
    }

    @Test
    void chapter7PrintsTheShapesOfColumns() {
        assertThat(Printed.by(Chapter07::columns)).isEqualTo("""
                (9, 75)
                (90, 75)
                """);
    }

    @Test
    void chapter7PrintsTheShapesBetweenLayers() {
        assertThat(Printed.by(Chapter07::layers)).isEqualTo("(10, 1, 28, 28) (10, 30, 24, 24) (10, 30, 12, 12)\n");
    }

    @Test
    void chapter7PrintsTheShapesOfParameters() {
        assertThat(Printed.by(Chapter07::parameters)).isEqualTo("""
                W1 (30, 1, 5, 5)
                b1 (30,)
                W2 (4320, 100)
                b2 (100,)
                W3 (100, 10)
                b3 (10,)
                """);
    }

    /** The sums are small here. If a step of 0.0001 takes a ReLU across 0, the numerical gradient is wrong. */
    @Test
    void chapter7PrintsItsGradientCheck() {
        String printed = Printed.by(Chapter07::gradientCheck);
        assertThat(printed.lines())
                .map(line -> line.split(" ", -1)[0])
                .containsExactly("W1", "b1", "W2", "b2", "W3", "b3");
        assertThat(printed.lines())
                .allSatisfy(line ->
                        assertThat(Double.parseDouble(line.split(" ", -1)[1])).isBetween(0.0, 1e-4));
    }

    /** Python has 0.96 with the same weights. */
    @Test
    void chapter7PrintsTheAccuracyOfTheBooksWeights() {
        BookFile.SIMPLE_CONV_NET.showing("its accuracy of 0.96");
        assertThat(Printed.by(() -> Chapter07.trained(learned(TrainedWeights.FOLDER))))
                .isEqualTo("the book's weights\ntest accuracy: 0.96\n");
    }

    private static final Once<ConvNetTraining> TRAINING =
            Once.of(() -> ConvNetTraining.ofSimple(new Amount(300, 1000, 2)));

    private static LearnedNetwork learned(Path folder) throws IOException {
        return LearnedNetwork.of(TrainedWeights.SIMPLE_CONV_NET, folder, SimpleConvNet::load, TRAINING);
    }

    /** src/test/python/chapters.py prints the same lines, and the losses. */
    @Test
    void chapter7PrintsTheAccuraciesOfItsTraining() throws IOException {
        assertThat(Printed.by(() -> TRAINING.get().printAccuracies())).isEqualTo("""
                === epoch:1, train acc:0.31333333333333335, test acc:0.276 ===
                === epoch:2, train acc:0.37666666666666665, test acc:0.327 ===
                =============== Final Test Accuracy ===============
                test acc:0.334 of 1000 images
                """);
        NDArray losses = NDArray.of(
                2.3005686855812635,
                2.298760105757038,
                2.2947195032425736,
                2.291888552143808,
                2.2855004497511917,
                2.276590928989528);
        assertThat(TRAINING.get().losses().allClose(losses, 1e-12, 0)).isTrue();
        assumeTrue(Fonts.installed(), "Java finds no font");
        XYChart chart = TRAINING.get().plot().chart();
        assertThat(chart.getTitle()).isEqualTo("SimpleConvNet: 300 images, 2 epochs");
        assertThat(chart.getSeries("train").getXData()).startsWith(0).endsWith(1);
        assertThat(chart.getSeries("test").getLineStyle().getDashArray()).isNotNull();
    }

    @Test
    void theFigureOfChapter7SaysHowMuchItLearns() {
        assertThat(look(Chapter07.EPOCHS)).startsWith("5,000 images, 20 epochs: 0.9 after 4 epochs");
        assertThat(look(2)).isEqualTo("5,000 images, 2 epochs: the accuracies by epoch");
        assertThat(Amount.FULL).hasToString("60,000 images, 20 epochs");
    }

    private static String look(int epochs) {
        return Chapter07.chapter(epochs).drawings().get(0).look();
    }

    /** The book's program saves its parameters, and the next one loads them. */
    @Test
    void whatChapter7HasLearnedIsSavedAndLoaded(@TempDir Path folder) throws IOException {
        ConvNetTraining training =
                ConvNetTraining.ofSimple(new Amount(100, 50, 1)).savedTo(folder.resolve("new"));
        LearnedNetwork learned = LearnedNetwork.saved(training);
        Path file = folder.resolve("new").resolve("SimpleConvNet.npz");
        assertThat(Printed.by(training::printAccuracies))
                .contains(" of 50 images\nSaved Network Parameters! " + file + "\n");
        assertThat(Networks.load(file).parameters())
                .isEqualTo(training.network().parameters());
        assertThat(learned.network()).isNotSameAs(training.network());
        assertThat(learned.network().parameters()).isEqualTo(training.network().parameters());
        assertThat(Printed.by(learned::printName)).isEqualTo("the network that has just learned and was saved\n");
    }

    /** Checks the network of this test, and the book's if its file is there. */
    @Test
    void eachShownFilterGoesFromBlackToWhite(@TempDir Path empty) throws IOException {
        assumeTrue(Fonts.installed(), "Java finds no font");
        for (Path folder : List.of(empty, TrainedWeights.FOLDER)) {
            BufferedImage image = ConvNetFilters.weights(learned(folder)).draw();
            // Twice 6 x 5 filters of 100 pixels with a margin of 16 around, and captions of 36.
            assertThat(image.getWidth()).isEqualTo(2 * (6 * 116 + 16) + 3 * 16);
            assertThat(image.getHeight()).isEqualTo(5 * 116 + 16 + 36 + 2 * 16);
            for (int i = 0; i < 60; i++) {
                int left = i < 30 ? 32 : 32 + 6 * 116 + 32;
                Rectangle filter = new Rectangle(left + i % 6 * 116, 68 + i % 30 / 6 * 116, 100, 100);
                assertThat(Pixels.count(image, filter, Color.BLACK)).isGreaterThanOrEqualTo(400);
                assertThat(Pixels.count(image, filter, Color.WHITE)).isBetween(400L, 9600L);
            }
        }
    }

    @Test
    void eachFilterMakesADifferentImage(@TempDir Path empty) throws IOException {
        assumeTrue(Fonts.installed(), "Java finds no font");
        BufferedImage image = ConvNetFilters.outputs(learned(empty)).draw();
        // Below the image, 4 x 4 outputs of 236 x 176 pixels with captions.
        assertThat(image.getWidth()).isEqualTo(4 * (236 + 16) + 16 + 2 * 16);
        Set<List<Integer>> outputs = new HashSet<>();
        int top = image.getHeight() - 16 - 4 * (176 + 36 + 16) - 16;
        for (int i = 0; i < 16; i++) {
            int left = 32 + i % 4 * (236 + 16);
            int first = top + 16 + 36 + i / 4 * (176 + 36 + 16);
            BufferedImage part = image.getSubimage(left, first, 236, 176);
            assertThat(Pixels.colours(part)).as("filter %d", i + 1).isGreaterThan(50);
            outputs.add(List.of(part.getRGB(60, 90), part.getRGB(160, 60), part.getRGB(200, 150), part.getRGB(20, 20)));
        }
        assertThat(outputs).hasSizeGreaterThan(12);
    }

    @Test
    void missingWeightsOfChapter7AreNamedWithTheirSource(@TempDir Path folder) {
        assertThat(Printed.by(() -> learned(folder).printName()))
                .isEqualTo("the network that has just learned, since " + folder.resolve("simple_convnet_params.pkl")
                        + " is missing: it is ch07/params.pkl of the book's repository, "
                        + "github.com/oreilly-japan/deep-learning-from-scratch\n");
    }
}
