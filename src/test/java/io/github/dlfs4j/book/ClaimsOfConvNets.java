package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.SimpleConvNet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What chapters 7 and 8 say of convolutional networks. Their trainings take some minutes. */
final class ClaimsOfConvNets {
    private static final Once<ConvNetTraining> SIMPLE = Once.of(() -> ConvNetTraining.ofSimple(Chapter07.FEWER));
    private static final Once<ConvNetTraining> DEEP = Once.of(() -> ConvNetTraining.ofDeep(Chapter08.FEWER));

    private ClaimsOfConvNets() {}

    static List<Claim> claims() {
        return List.of(
                Claim.of(
                        () -> assertThat(ClaimsOfFunctions.numbers(Printed.by(Chapter07::fourAxes)
                                        .lines()
                                        .findFirst()
                                        .orElseThrow()))
                                .hasSize(4),
                        "Arrays of four axes"),
                Claim.ofTraining(
                        ClaimsOfConvNets::simple,
                        "5,000 images, 20 epochs: 0.9 after 4 epochs, in the end 0.961 on test images and 0.995 on training images"),
                Claim.ofTraining(ClaimsOfConvNets::filters, "noise before learning; edges and blobs after it"),
                Claim.ofTraining(
                        ClaimsOfConvNets::outputs,
                        "some filters leave edges of the image, and others its light and dark"),
                Claim.ofTraining(
                        ClaimsOfConvNets::deep,
                        "5,000 images, 20 epochs: on test images 0.937 after 4 epochs (chapter 7: 0.9), in the end 0.983 (0.961)"),
                Claim.of(ClaimsOfConvNets::deeper, "A deeper network"),
                Claim.of(ClaimsOfConvNets::augmented, "each image is another, and still a 5"),
                Claim.of(ClaimsOfConvNets::filterSizes, "Parameters of one large filter and of small ones"));
    }

    /** Returns the accuracy on test images after some epochs, or in the end for -1, as the chapter prints it. */
    private static NDArray accuracy(ConvNetTraining training, String metric, int epochs) {
        return training.history().values(metric).get(epochs);
    }

    private static String look(Chapter chapter) {
        return chapter.drawings().get(0).look();
    }

    private static void simple() throws IOException {
        ConvNetTraining training = SIMPLE.get();
        assertThat(look(Chapter07.chapter(Chapter07.EPOCHS)))
                .isEqualTo(training.amount() + ": " + accuracy(training, "test", 4) + " after 4 epochs, in the end "
                        + accuracy(training, "test", -1) + " on test images and " + accuracy(training, "train", -1)
                        + " on training images");
    }

    private static void deep() throws IOException {
        ConvNetTraining training = DEEP.get();
        assertThat(look(Chapter08.chapter(Chapter08.TEST_IMAGES)))
                .isEqualTo(training.amount() + ": on test images " + accuracy(training, "test", 4)
                        + " after 4 epochs (chapter 7: " + accuracy(SIMPLE.get(), "test", 4) + "), in the end "
                        + accuracy(training, "test", -1) + " (" + accuracy(SIMPLE.get(), "test", -1) + ")");
    }

    /** Returns the filters of chapter 7 after learning: those of its own network and, if they are there, the book's. */
    private static List<NDArray> learned() throws IOException {
        List<NDArray> learned = new ArrayList<>();
        learned.add(SIMPLE.get().network().parameters().get("W1"));
        if (TrainedWeights.SIMPLE_CONV_NET.present()) {
            Path file = TrainedWeights.SIMPLE_CONV_NET.in(TrainedWeights.FOLDER);
            learned.add(SimpleConvNet.load(file).parameters().get("W1"));
        }
        return learned;
    }

    /** Returns the correlation of two arrays, from -1 to 1. */
    private static double correlation(NDArray a, NDArray b) {
        NDArray x = a.sub(a.mean());
        NDArray y = b.sub(b.mean());
        double product = x.mul(y).mean().asDouble();
        return product / (x.std().asDouble() * y.std().asDouble());
    }

    /** Returns how alike neighbours in the rows of filters are. */
    private static double alike(NDArray filters) {
        NDArray left = filters.get(Index.all(), Index.all(), Index.all(), Index.to(4));
        NDArray right = filters.get(Index.all(), Index.all(), Index.all(), Index.from(1));
        return correlation(left, right);
    }

    private static void filters() throws IOException {
        Network initial = SimpleConvNet.initial(new RandomState(0));
        assertThat(Math.abs(alike(initial.parameters().get("W1")))).isLessThan(0.1);
        for (NDArray filters : learned()) {
            assertThat(alike(filters)).isGreaterThan(0.3);
        }
    }

    private static void outputs() throws IOException {
        NDArray image = ConvNetFilters.image();
        NDArray inner = image.get(Index.range(2, image.shape(0) - 2), Index.range(2, image.shape(1) - 2));
        for (NDArray filters : learned()) {
            List<Double> likeTheImage = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                NDArray output = ConvNetFilters.output(image, filters.get(Index.range(i, i + 1)));
                likeTheImage.add(Math.abs(correlation(output, inner)));
            }
            assertThat(likeTheImage).filteredOn(like -> like < 0.5).hasSizeGreaterThanOrEqualTo(2);
            assertThat(likeTheImage).filteredOn(like -> like > 0.9).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    private static long weights(Network network) {
        return network.parameters().keySet().stream()
                .filter(name -> name.startsWith("W"))
                .count();
    }

    private static void deeper() {
        assertThat(weights(DeepConvNet.initial(new RandomState(0))))
                .isGreaterThan(weights(SimpleConvNet.initial(new RandomState(0))));
    }

    private static void augmented() throws IOException {
        List<NDArray> images = List.copyOf(Chapter08.augmented().values());
        assertThat(images).doesNotHaveDuplicates().hasSize(1 + 5);
        if (TrainedWeights.DEEP_CONV_NET.present()) {
            Network network = DeepConvNet.load(TrainedWeights.DEEP_CONV_NET.in(TrainedWeights.FOLDER));
            for (NDArray image : images) {
                NDArray x = image.reshape(1, 1, 28, 28).astype(DType.FLOAT64).div(255);
                assertThat(network.predict(x).argmax().asInt()).isEqualTo(5);
            }
        }
    }

    private static void filterSizes() {
        for (String line : Printed.by(Chapter08::filterSizes).lines().toList()) {
            double[] parameters = ClaimsOfFunctions.numbers(line);
            assertThat(parameters[1]).isLessThan(parameters[0]);
        }
    }
}
