package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.figure;
import static io.github.dlfs4j.book.Chapter.section;

import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.Network;
import java.io.PrintStream;
import java.nio.file.Path;

/** Chapter 8: deep learning. */
public final class Chapter08 {
    static final int TEST_IMAGES = 10_000;

    /** The number of training images; an epoch of all 60,000 takes minutes. */
    private static final int TRAINING_IMAGES = 5000;

    private static final int EPOCHS = 5;

    private Chapter08() {}

    /** Returns the chapter with a network that is tested on a number of images. */
    static Chapter chapter(int images) {
        return chapter(images, TrainedWeights.FOLDER);
    }

    /** Returns the chapter with the book's weights from a folder, if they are there. */
    static Chapter chapter(int images, Path folder) {
        // A test on few images should be quick.
        ConvNetTraining training = ConvNetTraining.ofDeep(Math.min(TRAINING_IMAGES, 5 * images), EPOCHS);
        LearnedNetwork learned = new LearnedNetwork(TrainedWeights.DEEP_CONV_NET, folder, DeepConvNet::load, training);
        DeepPredictions predictions = new DeepPredictions(images, learned);
        return Chapter.of(
                        "8 Deep Learning",
                        section("8.1.1 A deeper network", Chapter08::parameters),
                        section("8.1.1 It learns MNIST", training::print),
                        section("8.1.1 Its accuracy when it has learned", predictions::accuracy),
                        section("8.1.2 Data augmentation", DataAugmentation::print),
                        section("8.1.3 Parameters of one large filter and of small ones", Chapter08::filterSizes),
                        section("8.3.4 Half precision", predictions::halfPrecision))
                .with(
                        figure(
                                "8.1.1-accuracy",
                                "the deep network learns as fast, and goes on where others stop",
                                training::plot),
                        figure(
                                "8.1.1-misclassified",
                                "many of these digits are hard to read for us as well",
                                predictions::misclassified),
                        figure(
                                "8.1.2-data-augmentation",
                                "each image is another, and still a 5",
                                DataAugmentation::panels));
    }

    /**
     * Prints the chapter and draws its figures; an argument is the number of test images. With fewer than all, the
     * network also trains less.
     */
    public static void main(String[] args) {
        Chapter chapter = chapter(args.length == 0 ? TEST_IMAGES : Integer.parseInt(args[0]));
        chapter.print(System.out);
        chapter.draw(Chapter.FIGURES, System.err);
    }

    static void parameters(PrintStream out) {
        Network network = DeepConvNet.initial(new RandomState(0));
        network.parameters().forEach((name, parameter) -> out.println(name + " " + parameter.shape()));
    }

    /** Two filters of 3x3 see as much of an image as one of 5x5, and three as much as one of 7x7. */
    static void filterSizes(PrintStream out) {
        out.println(5 * 5 + " " + 2 * 3 * 3);
        out.println(7 * 7 + " " + 3 * 3 * 3);
    }
}
