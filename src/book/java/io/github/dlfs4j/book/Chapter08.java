package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.figure;
import static io.github.dlfs4j.book.Chapter.section;

import io.github.dlfs4j.book.ConvNetTraining.Amount;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.Network;
import java.io.PrintStream;

/** Chapter 8: deep learning. */
public final class Chapter08 {
    static final int TEST_IMAGES = 10_000;

    /** The images that chapter 7 takes as well; an epoch of all takes minutes. */
    static final Amount FEWER = new Amount(5000, 1000, 5);

    private Chapter08() {}

    /** Returns the chapter with a network that is tested on a number of images. */
    static Chapter chapter(int images) {
        // A test on few images should be quick.
        Amount amount =
                new Amount(Math.min(FEWER.images(), 5 * images), Math.min(FEWER.testImages(), images), FEWER.epochs());
        return chapter(images, ConvNetTraining.ofDeep(amount));
    }

    private static Chapter chapter(int images, ConvNetTraining training) {
        LearnedNetwork learned =
                LearnedNetwork.of(TrainedWeights.DEEP_CONV_NET, TrainedWeights.FOLDER, DeepConvNet::load, training);
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
                                training.look(
                                        FEWER,
                                        "after 4 epochs 0.937 on test images, where the network of chapter 7 has 0.9"),
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
     * Prints the chapter and draws its figures; an argument is the number of test images, or {@code full}. With fewer
     * than all test images, the network also trains less. With {@code full} it learns all images as in the book, and
     * its parameters are saved to a folder, which a second argument may name.
     */
    public static void main(String[] args) {
        Chapter chapter = Chapter.isFull(args)
                ? chapter(TEST_IMAGES, ConvNetTraining.ofDeep(Amount.FULL).savedTo(Chapter.parameters(args)))
                : chapter(args.length == 0 ? TEST_IMAGES : Integer.parseInt(args[0]));
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
