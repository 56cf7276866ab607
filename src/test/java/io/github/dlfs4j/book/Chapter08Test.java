package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.BookFile;
import io.github.dlfs4j.book.ConvNetTraining.Amount;
import io.github.dlfs4j.book.figure.Fonts;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.LeNet;
import io.github.dlfs4j.network.Network;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network is tested on a few images; src/test/python/chapters.py prints the same. */
class Chapter08Test {
    private static final Once<ConvNetTraining> TRAINING =
            Once.of(() -> ConvNetTraining.ofDeep(new Amount(300, 1000, 2)));
    private static final Once<DeepPredictions> PREDICTIONS = Once.of(() -> predictions(TrainedWeights.FOLDER));

    private static DeepPredictions predictions(Path folder) throws IOException {
        return DeepPredictions.of(
                LearnedNetwork.of(TrainedWeights.DEEP_CONV_NET, folder, DeepConvNet::load, TRAINING), 300);
    }

    /** Eight weights, where the network of chapter 7 has three. */
    @Test
    @Claims("A deeper network")
    void chapter8PrintsTheShapesOfParameters() {
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
    @Claims("Parameters of one large filter and of small ones")
    void chapter8PrintsTheSizesOfFilters() {
        assertThat(Printed.by(Chapter08::filterSizes)).isEqualTo("""
                25 18
                49 27
                """);
    }

    @Test
    void chapter8PrintsTheAccuracyOfTheBooksWeights() {
        BookFile.DEEP_CONV_NET.showing("its accuracy of 0.98333");
        assertThat(Printed.by(() -> PREDICTIONS.get().accuracy()))
                .isEqualTo("the book's weights\ntest accuracy: 0.9833333333333333\n");
        assertThat(Printed.by(() -> PREDICTIONS.get().halfPrecision()))
                .isEqualTo("test accuracy: 0.9833333333333333\n");
    }

    /**
     * src/test/python/chapters.py prints the same lines, and the losses, for which dropout draws as the book's does.
     */
    @Test
    void chapter8PrintsTheAccuraciesOfItsTraining() throws IOException {
        assertThat(Printed.by(() -> TRAINING.get().printAccuracies())).isEqualTo("""
                === epoch:1, train acc:0.13333333333333333, test acc:0.099 ===
                === epoch:2, train acc:0.13666666666666666, test acc:0.14 ===
                =============== Final Test Accuracy ===============
                test acc:0.23 of 1000 images
                """);
        NDArray losses = NDArray.of(
                2.279910834685289,
                2.273261964205965,
                2.3219485130669146,
                2.248334505427885,
                2.2673873800100863,
                2.297291848544789);
        assertThat(TRAINING.get().losses().allClose(losses, 1e-12, 0))
                .as("%s", TRAINING.get().losses())
                .isTrue();
    }

    @Test
    void theFigureOfChapter8SaysHowMuchItLearns() {
        assertThat(look(Chapter08.TEST_IMAGES))
                .startsWith("5,000 images, 20 epochs: on test images 0.937 after 4 epochs");
        assertThat(look(100)).isEqualTo("500 images, 20 epochs: the accuracies by epoch");
    }

    private static String look(int images) {
        return Chapter08.chapter(images).drawings().get(0).look();
    }

    @Test
    void withoutTheBooksWeightsChapter8ShowsTheTrainedNetwork(@TempDir Path empty) throws IOException {
        String printed = Printed.by(() -> predictions(empty).accuracy());
        assertThat(printed).startsWith("the network that has just learned, since " + empty);
        Samples test = Mnist.options().normalize(false).flatten(false).loadTest();
        NDArray images = test.images().get(Index.to(300)).astype(DType.FLOAT64).divi(255);
        double accuracy =
                TRAINING.get().network().accuracy(images, test.labels().get(Index.to(300)));
        assertThat(printed).endsWith("test accuracy: " + NDArray.scalar(accuracy) + "\n");
        assumeTrue(Fonts.installed(), "Java finds no font");
        assertThat(predictions(empty).misclassified().draw().getWidth()).isEqualTo(5 * (224 + 16) + 3 * 16);
    }

    @Test
    void chapter8PrintsAugmentedImages() {
        assertThat(Printed.by(Chapter08::augmentation).lines())
                .hasSize(6)
                .startsWith("as it is (28, 28) 27525")
                .allSatisfy(line -> {
                    long ink = Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
                    assertThat(ink).as(line).isBetween(27_000L, 28_000L);
                });
    }

    @Test
    @Claims("each image is another, and still a 5")
    void eachAugmentedImageIsRecognised() throws IOException {
        assertThat(List.copyOf(Chapter08.augmented().values())).doesNotHaveDuplicates();
        Network network = BookFile.DEEP_CONV_NET.isHere()
                ? DeepConvNet.load(TrainedWeights.DEEP_CONV_NET.in(TrainedWeights.FOLDER))
                : LeNet.pretrained();
        assertThat(Chapter08.augmented().values()).allSatisfy(image -> {
            NDArray x = image.reshape(1, 1, 28, 28).astype(DType.FLOAT64).div(255);
            assertThat(network.predict(x).argmax().asInt()).isEqualTo(5);
        });
    }

    @Test
    void noStrokeOfAnAugmentedImageIsCutOff() throws IOException {
        assertThat(Chapter08.augmented()).hasSize(6).allSatisfy((name, image) -> {
            NDArray inner = image.get(Index.range(1, 27), Index.range(1, 27));
            assertThat(image.sum()).as(name).isEqualTo(inner.sum());
        });
    }

    @Test
    void anAugmentedImageIsTurnedAndShifted() {
        NDArray image = NDArray.zeros(DType.UINT8, 5, 5);
        image.at(2, 4).set(200);
        assertThat(Chapter08.turned(image, 90).getLong(4, 2)).isEqualTo(200);
        assertThat(Chapter08.turned(image, -90).getLong(0, 2)).isEqualTo(200);
        assertThat(Chapter08.shifted(image, -2, 1).getLong(3, 2)).isEqualTo(200);
        NDArray half = Chapter08.shifted(image, -0.5, 0);
        assertThat(half.get(2)).isEqualTo(NDArray.of(0, 0, 0, 100, 100).astype(DType.UINT8));
    }

    @Test
    void fiveMisclassifiedImagesAreShown() throws IOException {
        BookFile.DEEP_CONV_NET.showing("which five images it misclassifies");
        assumeTrue(Fonts.installed(), "Java finds no font");
        BufferedImage image = PREDICTIONS.get().misclassified().draw();
        // Panels in a panel, each with a caption.
        assertThat(image.getWidth()).isEqualTo(5 * (224 + 16) + 3 * 16);
        assertThat(image.getHeight()).isEqualTo(2 * 36 + 224 + 4 * 16);
        NDArray images = Mnist.options().normalize(false).loadTest().images();
        int[] misclassified = {78, 151, 241, 259, 290};
        for (int i = 0; i < misclassified.length; i++) {
            for (int pixel = 0; pixel < 784; pixel++) {
                int x = 32 + i * 240 + pixel % 28 * 8;
                int y = 32 + 2 * 36 + pixel / 28 * 8;
                assertThat(new Color(image.getRGB(x, y)).getRed())
                        .isEqualTo(255 - (int) images.getLong(misclassified[i], pixel));
            }
        }
    }
}
