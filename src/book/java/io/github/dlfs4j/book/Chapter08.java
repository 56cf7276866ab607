package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.figure;
import static io.github.dlfs4j.book.Chapter.section;
import static io.github.dlfs4j.book.Output.print;

import io.github.dlfs4j.book.ConvNetTraining.Amount;
import io.github.dlfs4j.book.figure.Panels;
import io.github.dlfs4j.book.figure.Picture;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Chapter 8: deep learning. */
public final class Chapter08 {
    static final int TEST_IMAGES = 10_000;

    /** The images that chapter 7 takes as well; an epoch of all takes minutes. */
    static final Amount FEWER = new Amount(5000, 1000, 20);

    private Chapter08() {}

    /** Returns the chapter with a network that is tested on a number of images. */
    static Chapter chapter(int images) {
        // A test on few images should be quick.
        Amount amount =
                new Amount(Math.min(FEWER.images(), 5 * images), Math.min(FEWER.testImages(), images), FEWER.epochs());
        Once<ConvNetTraining> training =
                Once.of("a DeepConvNet learns " + amount, () -> ConvNetTraining.ofDeep(amount));
        Once<LearnedNetwork> learned = Once.of(() ->
                LearnedNetwork.of(TrainedWeights.DEEP_CONV_NET, TrainedWeights.FOLDER, DeepConvNet::load, training));
        return chapter(images, amount, training, learned);
    }

    /** Returns the chapter with a network that learns all images, and is saved to a folder and loaded from it. */
    private static Chapter full(Path folder) {
        Once<ConvNetTraining> training = Once.of(
                "a DeepConvNet learns " + Amount.FULL,
                () -> ConvNetTraining.ofDeep(Amount.FULL).savedTo(folder));
        return chapter(TEST_IMAGES, Amount.FULL, training, Once.of(() -> LearnedNetwork.saved(training.get())));
    }

    private static Chapter chapter(
            int images, Amount amount, Once<ConvNetTraining> training, Once<LearnedNetwork> learned) {
        Once<DeepPredictions> predictions = Once.of(
                "the deep network classifies " + images + " images", () -> DeepPredictions.of(learned.get(), images));
        return Chapter.of(
                        "8",
                        section("8.1.1", Chapter08::parameters),
                        section("8.1.1-learning", () -> training.get().printAccuracies()),
                        section("8.1.1-learned", () -> predictions.get().accuracy()),
                        section("8.1.2", Chapter08::augmentation),
                        section("8.1.3", Chapter08::filterSizes),
                        section("8.3.4", () -> predictions.get().halfPrecision()))
                .with(
                        amount.unless(
                                FEWER,
                                figure("8.1.1-accuracy", () -> training.get().plot())),
                        figure("8.1.1-misclassified", () -> predictions.get().misclassified()),
                        figure("8.1.2-data-augmentation", Chapter08::augmentationPanels));
    }

    /**
     * Prints the chapter and draws its figures; an argument is the number of test images, or {@code full}. With fewer
     * than all test images, the network also trains less. With {@code full} it learns all images as in the book, and
     * its parameters are saved to a folder, which a second argument may name.
     */
    public static void main(String[] args) {
        Chapter chapter = Chapter.isFull(args)
                ? full(Chapter.parameters(args))
                : chapter(args.length == 0 ? TEST_IMAGES : Integer.parseInt(args[0]));
        chapter.run();
    }

    static void parameters() {
        Network network = DeepConvNet.initial(new RandomState(0));
        network.parameters().forEach((name, parameter) -> print(name, parameter.shape()));
    }

    /** Two filters of 3x3 see as much of an image as one of 5x5, and three as much as one of 7x7. */
    static void filterSizes() {
        print(5 * 5, 2 * 3 * 3);
        print(7 * 7, 3 * 3 * 3);
    }

    // Section 8.1.2: turning or shifting an image a little makes another image of the same digit to learn from.

    /** Turns an image clockwise about its middle; pixels from outside are 0. */
    static NDArray turned(NDArray image, double degrees) {
        double angle = Math.toRadians(degrees);
        NDArray[] grid = centeredGrid(image);
        NDArray x = grid[0].mul(Math.cos(angle)).add(grid[1].mul(Math.sin(angle)));
        NDArray y = grid[1].mul(Math.cos(angle)).sub(grid[0].mul(Math.sin(angle)));
        return at(image, x, y);
    }

    /** Shifts an image to the right and down by a number of pixels, which may be a fraction. */
    static NDArray shifted(NDArray image, double right, double down) {
        NDArray[] grid = centeredGrid(image);
        return at(image, grid[0].sub(right), grid[1].sub(down));
    }

    /** Returns the distances of each pixel from the middle, to the right and down. */
    private static NDArray[] centeredGrid(NDArray image) {
        NDArray x = NDArray.arange(image.shape(1)).sub((image.shape(1) - 1) / 2.0);
        NDArray y = NDArray.arange(image.shape(0)).sub((image.shape(0) - 1) / 2.0);
        return NDArray.meshgrid(x, y);
    }

    /** Interpolates an image between its pixels: each place gets the mean of four pixels, weighted by nearness. */
    private static NDArray at(NDArray image, NDArray fromMiddle, NDArray belowMiddle) {
        // A frame of 0 stands for everything outside.
        NDArray framed = image.astype(DType.FLOAT64).pad(new int[][] {{1, 1}, {1, 1}});
        NDArray x = fromMiddle.add((framed.shape(1) - 1) / 2.0).clip(0, framed.shape(1) - 1.001);
        NDArray y = belowMiddle.add((framed.shape(0) - 1) / 2.0).clip(0, framed.shape(0) - 1.001);
        NDArray left = x.astype(DType.INT64);
        NDArray top = y.astype(DType.INT64);
        NDArray right = x.sub(left);
        NDArray down = y.sub(top);
        NDArray above = framed.get(top, left)
                .mul(right.rsub(1))
                .add(framed.get(top, left.add(1)).mul(right));
        NDArray below = framed.get(top.add(1), left)
                .mul(right.rsub(1))
                .add(framed.get(top.add(1), left.add(1)).mul(right));
        return above.mul(down.rsub(1)).add(below.mul(down)).add(0.5).astype(DType.UINT8);
    }

    /** Returns a training image and some images made of it. */
    static Map<String, NDArray> augmented() throws IOException {
        NDArray image =
                Mnist.options().normalize(false).loadTraining().images().get(0).reshape(28, 28);
        Map<String, NDArray> images = new LinkedHashMap<>();
        images.put("as it is", image);
        images.put("turned left", turned(image, -12));
        images.put("turned right", turned(image, 12));
        images.put("shifted left", shifted(image, -3, 0));
        images.put("shifted down", shifted(image, 0, 2));
        images.put("turned right, shifted up", shifted(turned(image, 10), 0, -2.5));
        return images;
    }

    /** Prints how much ink each image has, which is nearly the same. */
    static void augmentation() throws IOException {
        augmented().forEach((name, image) -> print(name, image.shape(), image.sum()));
    }

    static Panels augmentationPanels() throws IOException {
        Panels panels = new Panels(3);
        augmented().forEach((name, image) -> panels.add(new Picture(image, 10), name));
        return new Panels(1).add(panels, "an image of a 5, and five more made of it");
    }
}
