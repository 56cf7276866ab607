package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BookFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class Chapter03Test {
    @Test
    void chapter3PrintsTheStepFunction() {
        assertThat(Printed.by(Chapter03::stepFunction)).isEqualTo("""
                [-1.  1.  2.]
                [False  True  True]
                [0 1 1]
                """);
    }

    @Test
    @Claims("A network of three layers")
    void chapter3PrintsTheOutputOfThreeLayers() {
        assertThat(Chapter03.initNetwork().keySet()).containsExactlyInAnyOrder("W1", "b1", "W2", "b2", "W3", "b3");
        assertThat(Printed.by(Chapter03::threeLayers)).isEqualTo("[0.31682708 0.69627909]\n");
    }

    @Test
    void chapter3PrintsExponentialsAndTheirShares() {
        assertThat(Printed.by(Chapter03::exponential)).isEqualTo("""
                [ 1.34985881 18.17414537 54.59815003  1.        ]
                75.1221542101633
                [0.01796885 0.2419279  0.72679159 0.01331165]
                """);
    }

    @Test
    void chapter3PrintsSoftmaxWithoutOverflow() {
        assertThat(Printed.by(Chapter03::softmaxWithoutOverflow)).isEqualTo("""
                [0.01821127 0.24519181 0.73659691]
                1.0
                """);
    }

    @Test
    void chapter3PrintsTheFirstImageOfMnist() {
        assertThat(Printed.by(Chapter03::mnist)).isEqualTo("""
                5
                (784,)
                (28, 28)
                """);
    }

    @Test
    void chapter3PrintsTheAccuracyOfImagesOneByOne() {
        BookFile.SAMPLE_WEIGHT.showing("its accuracy of 0.9352");
        assertThat(Printed.by(Chapter03::imagesOneByOne)).isEqualTo("Accuracy:0.9352\n");
    }

    @Test
    void chapter3PrintsShapesAndAccuracyOfBatches() {
        BookFile.SAMPLE_WEIGHT.showing("its accuracies of 0.9352 and 0.9207");
        assertThat(Printed.by(Chapter03::batches)).isEqualTo("""
                x: (10000, 784)
                x[0]: (784,)
                W1: (784, 50)
                W2: (50, 100)
                W3: (100, 10)
                t: (10000,)
                x_batch: (2000, 784) y_batch: (2000, 10)
                x_batch: (2000, 784) y_batch: (2000, 10)
                x_batch: (2000, 784) y_batch: (2000, 10)
                x_batch: (2000, 784) y_batch: (2000, 10)
                x_batch: (2000, 784) y_batch: (2000, 10)
                Accuracy:0.9352
                with pixels from 0 to 255: 0.9207
                """);
    }

    /** In a fresh clone, the chapter uses the library's own network, on pixels from 0 to 1, and names it. */
    @Test
    void withoutTheBooksWeightsChapter3UsesTheLibrarysOwn() {
        String named = "the library's own network, since data/sample_weight.pkl is missing: see data/README.md\n";
        assertThat(Printed.by(() -> Chapter03.imagesOneByOne(own()))).isEqualTo(named + "Accuracy:0.974\n");
        assertThat(Printed.by(() -> Chapter03.batches(own())))
                .startsWith(named + "x: (10000, 784)\n")
                .endsWith("y_batch: (2000, 10)\nAccuracy:0.974\n");
    }

    private static Chapter03.Learned own() throws IOException {
        return Chapter03.Learned.load(() -> {
            throw new NoSuchFileException("sample_weight.pkl");
        });
    }
}
