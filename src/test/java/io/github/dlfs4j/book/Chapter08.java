package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.figure;
import static io.github.dlfs4j.book.Chapter.section;

import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.Network;
import java.io.PrintStream;

/** Chapter 8: deep learning. */
public final class Chapter08 {
    private static final int TEST_IMAGES = 10_000;

    private Chapter08() {}

    /** The chapter, whose network sees so many of the test images. */
    static Chapter chapter(int images) {
        DeepPredictions predictions = new DeepPredictions(images);
        return Chapter.of(
                        "8 Deep Learning",
                        section("8.1.1 A deeper network", Chapter08::parameters),
                        section("8.1.1 Its accuracy with the book's weights", predictions::accuracy),
                        section("8.1.3 Parameters of one large filter and of small ones", Chapter08::filterSizes),
                        section("8.3.4 Half precision", predictions::halfPrecision))
                .with(figure("8.1.1-misclassified", predictions::misclassified));
    }

    /** Prints the chapter and draws its figure; an argument is the number of test images that the network sees. */
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
