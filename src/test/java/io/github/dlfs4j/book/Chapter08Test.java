package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.book.figure.Fonts;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.NDArray;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The network sees few images here; src/test/python/chapters.py prints the same of them. */
class Chapter08Test {
    private static final DeepPredictions PREDICTIONS = new DeepPredictions(300);

    @Test
    void parameters() {
        assertThat(Printed.by(Chapter08::parameters)).isEqualTo("""
                W1 (16, 1, 3, 3)
                b1 (16,)
                W2 (16, 16, 3, 3)
                b2 (16,)
                W3 (32, 16, 3, 3)
                b3 (32,)
                W4 (32, 32, 3, 3)
                b4 (32,)
                W5 (64, 32, 3, 3)
                b5 (64,)
                W6 (64, 64, 3, 3)
                b6 (64,)
                W7 (1024, 50)
                b7 (50,)
                W8 (50, 10)
                b8 (10,)
                """);
    }

    @Test
    void filterSizes() {
        assertThat(Printed.by(Chapter08::filterSizes)).isEqualTo("""
                25 18
                49 27
                """);
    }

    @Test
    void accuracy() {
        assumeWeights();
        assertThat(Printed.by(PREDICTIONS::accuracy)).isEqualTo("test accuracy: 0.9833333333333333\n");
        assertThat(Printed.by(PREDICTIONS::halfPrecision)).isEqualTo("test accuracy: 0.9833333333333333\n");
    }

    @Test
    void fiveImagesAreMisclassified() throws IOException {
        assumeWeights();
        assumeTrue(Fonts.installed(), "Java finds no font");
        BufferedImage image = PREDICTIONS.misclassified().draw();
        assertThat(image.getWidth()).isEqualTo(5 * (112 + 8) + 8);
        assertThat(image.getHeight()).isEqualTo(18 + 112 + 2 * 8);
        NDArray images = Mnist.options().normalize(false).loadTest().images();
        int[] misclassified = {78, 151, 241, 259, 290};
        for (int i = 0; i < misclassified.length; i++) {
            for (int pixel = 0; pixel < 784; pixel++) {
                int x = 8 + i * 120 + pixel % 28 * 4;
                int y = 8 + 18 + pixel / 28 * 4;
                assertThat(new Color(image.getRGB(x, y)).getRed())
                        .isEqualTo((int) images.getLong(misclassified[i], pixel));
            }
        }
    }

    private static void assumeWeights() {
        assumeTrue(TrainedWeights.DEEP_CONV_NET.present(), "needs the book's weights");
    }
}
