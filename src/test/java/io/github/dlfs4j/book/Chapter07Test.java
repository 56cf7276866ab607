package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.book.figure.Fonts;
import io.github.dlfs4j.book.figure.Pixels;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;

class Chapter07Test {
    @Test
    void convolution() {
        assertThat(Printed.by(Chapter07::convolution)).isEqualTo("""
                [[15. 16.]
                 [ 6. 15.]]
                [[18. 19.]
                 [ 9. 18.]]
                """);
    }

    @Test
    void padding() {
        assertThat(Printed.by(Chapter07::padding)).isEqualTo("""
                [[ 7. 12. 10.  2.]
                 [ 4. 15. 16. 10.]
                 [10.  6. 15.  6.]
                 [ 8. 10.  4.  3.]]
                """);
    }

    @Test
    void outputSizes() {
        assertThat(Printed.by(Chapter07::outputSizes)).isEqualTo("""
                (4, 4) -> (4, 4)
                (7, 7) -> (3, 3)
                (28, 31) -> (10, 11)
                """);
    }

    @Test
    void pooling() {
        assertThat(Printed.by(Chapter07::pooling)).isEqualTo("""
                [[2. 3.]
                 [4. 2.]]
                """);
    }

    @Test
    void fourAxes() {
        assertThat(Printed.by(Chapter07::fourAxes)).isEqualTo("""
                (10, 1, 28, 28)
                (1, 28, 28)
                (1, 28, 28)
                (28, 28)
                """);
    }

    @Test
    void columns() {
        assertThat(Printed.by(Chapter07::columns)).isEqualTo("""
                (9, 75)
                (90, 75)
                """);
    }

    @Test
    void layers() {
        assertThat(Printed.by(Chapter07::layers)).isEqualTo("(10, 1, 28, 28) (10, 30, 24, 24) (10, 30, 12, 12)\n");
    }

    @Test
    void parameters() {
        assertThat(Printed.by(Chapter07::parameters)).isEqualTo("""
                W1 (30, 1, 5, 5)
                b1 (30,)
                W2 (4320, 100)
                b2 (100,)
                W3 (100, 10)
                b3 (10,)
                """);
    }

    /** Python has 0.96 with the same weights. */
    @Test
    void trained() {
        assumeTrue(TrainedWeights.SIMPLE_CONV_NET.present(), "needs the book's weights");
        assertThat(Printed.by(Chapter07::trained)).isEqualTo("test accuracy: 0.96\n");
    }

    /** src/test/python/chapters.py prints the same lines. */
    @Test
    void learns() throws IOException {
        ConvNetTraining training = new ConvNetTraining(3);
        assertThat(Printed.by(training::print)).isEqualTo("""
                step:1, train acc:0.118, test acc:0.111
                step:2, train acc:0.270, test acc:0.259
                step:3, train acc:0.188, test acc:0.198
                """);
        assumeTrue(Fonts.installed(), "Java finds no font");
        XYChart chart = training.plot().chart();
        assertThat(chart.getSeries("train").getXData()).startsWith(1).endsWith(3);
        assertThat(chart.getSeries("test").getLineStyle().getDashArray()).isNotNull();
    }

    @Test
    void eachFilterGoesFromBlackToWhite() throws IOException {
        assumeTrue(TrainedWeights.SIMPLE_CONV_NET.present(), "needs the book's weights");
        assumeTrue(Fonts.installed(), "Java finds no font");
        BufferedImage image = Chapter07.filters().draw();
        // Twice 6 x 5 filters of 50 pixels with a margin of 8 around, and captions of 18.
        assertThat(image.getWidth()).isEqualTo(2 * (6 * 58 + 8) + 3 * 8);
        assertThat(image.getHeight()).isEqualTo(5 * 58 + 8 + 18 + 2 * 8);
        for (int i = 0; i < 60; i++) {
            int left = i < 30 ? 16 : 16 + 6 * 58 + 16;
            Rectangle filter = new Rectangle(left + i % 6 * 58, 34 + i % 30 / 6 * 58, 50, 50);
            assertThat(Pixels.count(image, filter, Color.BLACK)).isGreaterThanOrEqualTo(100);
            assertThat(Pixels.count(image, filter, Color.WHITE)).isBetween(100L, 2400L);
        }
    }

    @Test
    void missingWeightsAreNamedWithTheirSource(@TempDir Path folder) {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> TrainedWeights.SIMPLE_CONV_NET.in(folder))
                .withMessage(folder.resolve("simple_convnet_params.pkl")
                        + ": no such file; it is ch07/params.pkl of the book's repository, "
                        + "github.com/oreilly-japan/deep-learning-from-scratch");
    }
}
