package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.figure;
import static io.github.dlfs4j.book.Chapter.section;
import static io.github.dlfs4j.book.Output.format;
import static io.github.dlfs4j.book.Output.print;
import static io.github.dlfs4j.layer.Im2Col.im2col;
import static io.github.dlfs4j.layer.Im2Col.outputSize;

import io.github.dlfs4j.book.ConvNetTraining.Amount;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.training.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Chapter 7: convolutional neural networks. */
public final class Chapter07 {
    static final int EPOCHS = 20;

    /** What the book's program does if all images take too long. */
    static final Amount FEWER = new Amount(5000, 1000, EPOCHS);

    private Chapter07() {}

    /** Returns the chapter with a network that is trained for a number of epochs. */
    static Chapter chapter(int epochs) {
        Amount amount = new Amount(FEWER.images(), FEWER.testImages(), epochs);
        Once<ConvNetTraining> training =
                Once.of("a SimpleConvNet learns " + amount, () -> ConvNetTraining.ofSimple(amount));
        Once<LearnedNetwork> learned = Once.of(() -> LearnedNetwork.of(
                TrainedWeights.SIMPLE_CONV_NET, TrainedWeights.FOLDER, SimpleConvNet::load, training));
        return chapter(amount, training, learned);
    }

    /** Returns the chapter with a network that learns all images, and is saved to a folder and loaded from it. */
    private static Chapter full(Path folder) {
        Once<ConvNetTraining> training = Once.of(
                "a SimpleConvNet learns " + Amount.FULL,
                () -> ConvNetTraining.ofSimple(Amount.FULL).savedTo(folder));
        return chapter(Amount.FULL, training, Once.of(() -> LearnedNetwork.saved(training.get())));
    }

    private static Chapter chapter(Amount amount, Once<ConvNetTraining> training, Once<LearnedNetwork> learned) {
        return Chapter.of(
                        "7",
                        section("7.2.2", Chapter07::convolution),
                        section("7.2.3", Chapter07::padding),
                        section("7.2.4", Chapter07::outputSizes),
                        section("7.3", Chapter07::pooling),
                        section("7.4.1", Chapter07::fourAxes),
                        section("7.4.3", Chapter07::columns),
                        section("7.4.3-shapes", Chapter07::layers),
                        section("7.5", Chapter07::parameters),
                        section("7.5-check", Chapter07::gradientCheck),
                        section("7.5-learning", () -> training.get().printAccuracies()),
                        section("7.6.1", () -> trained(learned.get())))
                .with(
                        amount.unless(
                                FEWER,
                                figure("7.5-accuracy", () -> training.get().plot())),
                        figure("7.6.1-filters", () -> ConvNetFilters.weights(learned.get())),
                        figure("7.6.1-filter-outputs", () -> ConvNetFilters.outputs(learned.get())));
    }

    /**
     * Prints the chapter and draws its figures; an argument is the number of epochs, or {@code full}. Then the network
     * learns all images as in the book, and its parameters are saved to a folder, which a second argument may name.
     */
    public static void main(String[] args) {
        Chapter chapter = Chapter.isFull(args)
                ? full(Chapter.parameters(args))
                : chapter(args.length == 0 ? EPOCHS : Integer.parseInt(args[0]));
        chapter.run();
    }

    /** Returns the image of figure 7-3 as a batch of one image with one channel. */
    private static NDArray image() {
        return NDArray.of(new double[] {1, 2, 3, 0, 0, 1, 2, 3, 3, 0, 1, 2, 2, 3, 0, 1}, 1, 1, 4, 4);
    }

    /** Returns the filter of the same figure. */
    private static NDArray filter() {
        return NDArray.of(new double[] {2, 0, 1, 0, 1, 2, 1, 0, 2}, 1, 1, 3, 3);
    }

    static void convolution() {
        Convolution withoutBias = new Convolution(filter(), NDArray.zeros(1), 1, 0);
        print(withoutBias.forward(image()).get(0, 0));
        Convolution withBias = new Convolution(filter(), NDArray.of(3.0), 1, 0);
        print(withBias.forward(image()).get(0, 0));
    }

    static void padding() {
        Convolution padded = new Convolution(filter(), NDArray.zeros(1), 1, 1);
        print(padded.forward(image()).get(0, 0));
    }

    static void outputSizes() {
        printOutputSize(4, 4, 3, 3, 1, 1);
        printOutputSize(7, 7, 3, 3, 2, 0);
        printOutputSize(28, 31, 5, 5, 3, 2);
    }

    private static void printOutputSize(
            int height, int width, int filterHeight, int filterWidth, int stride, int padding) {
        int outHeight = outputSize(height, filterHeight, stride, padding);
        int outWidth = outputSize(width, filterWidth, stride, padding);
        print(format("(%d, %d) -> (%d, %d)", height, width, outHeight, outWidth));
    }

    static void pooling() {
        NDArray x = NDArray.of(new double[] {1, 2, 1, 0, 0, 1, 2, 3, 3, 0, 1, 2, 2, 4, 0, 1}, 1, 1, 4, 4);
        print(new Pooling(2, 2, 2, 0).forward(x).get(0, 0));
    }

    static void fourAxes() {
        NDArray x = new RandomState(0).rand(10, 1, 28, 28);
        print(x.shape());
        print(x.get(0).shape());
        print(x.get(1).shape());
        print(x.get(0, 0).shape());
    }

    static void columns() {
        RandomState random = new RandomState(0);
        NDArray x1 = random.rand(1, 3, 7, 7);
        NDArray col1 = im2col(x1, 5, 5, 1, 0);
        print(col1.shape());

        NDArray x2 = random.rand(10, 3, 7, 7);
        NDArray col2 = im2col(x2, 5, 5, 1, 0);
        print(col2.shape());
    }

    static void layers() {
        RandomState random = new RandomState(0);
        NDArray x = random.rand(10, 1, 28, 28);
        Convolution convolution = new Convolution(random.randn(30, 1, 5, 5), NDArray.zeros(30), 1, 0);
        NDArray y = convolution.forward(x);
        NDArray z = new Pooling(2, 2, 2, 0).forward(y);
        print(x.shape(), y.shape(), z.shape());
    }

    static void parameters() {
        Network network = SimpleConvNet.initial(new RandomState(0));
        network.parameters().forEach((name, parameter) -> print(name, parameter.shape()));
    }

    /** Prints the differences between backpropagation and numerical gradients of a small network. */
    static void gradientCheck() {
        RandomState random = new RandomState(0);
        Network network = SimpleConvNet.ofImages(1, 10, 10)
                .filters(10, 3)
                .hidden(10)
                .classes(10)
                .deviation(0.01)
                .build(random);
        NDArray x = random.rand(100).reshape(1, 1, 10, 10);
        NDArray t = NDArray.of(1);
        Map<String, NDArray> gradNum = network.numericalGradient(x, t);
        Map<String, NDArray> grad = network.gradient(x, t);
        gradNum.forEach((key, gradient) -> print(
                format("%s %.0e", key, gradient.sub(grad.get(key)).abs().mean().asDouble())));
    }

    static void trained(LearnedNetwork learned) throws IOException {
        learned.printName();
        Samples test = Mnist.options().normalize(true).flatten(false).loadTest();
        NDArray accuracy =
                NDArray.scalar(Dataset.of(test.images(), test.labels()).accuracy(learned.network()));
        print("test accuracy:", accuracy);
    }
}
